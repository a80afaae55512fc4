import rule from '../../rules/no-unsafe-deserialization.js';
import { check } from './rule-tester.js';

check('no-unsafe-deserialization', rule, {
  valid: [
    { name: 'JSON revives nothing', code: 'export const handler = async event => JSON.parse(event.body);' },
    { name: 'a safe parser', code: "import yaml from 'yaml';\nexport const handler = async event => yaml.parse(event.body);" },
  ],
  invalid: [
    {
      name: 'functions are revived',
      code: "import serialize from 'node-serialize';\nexport const handler = async event => serialize.unserialize(event.body);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
