import rule from '../../rules/no-xxe.js';
import { check } from './rule-tester.js';

check('no-xxe', rule, {
  valid: [
    {
      name: 'entities are off by default',
      code: "import libxmljs from 'libxmljs2';\nexport const handler = async event => libxmljs.parseXml(event.body);",
    },
    {
      name: 'a parser that expands none',
      code: "import { parseStringPromise } from 'xml2js';\nexport const handler = async event => parseStringPromise(event.body);",
    },
  ],
  invalid: [
    {
      name: 'entities are expanded',
      code: "import libxmljs from 'libxmljs2';\nexport const handler = async event => libxmljs.parseXml(event.body, { noent: true });",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
