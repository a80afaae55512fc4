import rule from '../../rules/no-nosql-injection.js';
import { check } from './rule-tester.js';

check('no-nosql-injection', rule, {
  valid: [
    {
      name: 'a string cannot hold an operator',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.findOne({ name: String(JSON.parse(event.body).name) });",
    },
  ],
  invalid: [
    {
      name: 'a value of the body may be an object',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.findOne({ name: JSON.parse(event.body).name });",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the whole filter',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.find(JSON.parse(event.body));",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
