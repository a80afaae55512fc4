import rule from '../../rules/no-regex-injection.js';
import { check } from './rule-tester.js';

check('no-regex-injection', rule, {
  valid: [
    { name: 'event data as the subject', code: 'export const handler = async event => /a+/.test(event.x);' },
    {
      name: 'the value is escaped',
      code: "import escape from 'escape-string-regexp';\nexport const handler = async event => new RegExp(escape(event.x));",
    },
  ],
  invalid: [
    {
      name: 'the pattern from the event',
      code: "export const handler = async event => new RegExp(event.x).test('a');",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: "const make = p => new RegExp('^' + p);\nexport const handler = async event => make(event.x);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
