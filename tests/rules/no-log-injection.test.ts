import rule from '../../rules/no-log-injection.js';
import { check } from './rule-tester.js';

check('no-log-injection', rule, {
  valid: [
    {
      name: 'JSON escapes line breaks',
      code: 'export const handler = async event => console.log(JSON.stringify({ q: event.queryStringParameters.q }));',
    },
    {
      name: 'a number has no line breaks',
      code: "export const handler = async event => console.log('x', Number(event.queryStringParameters.n));",
    },
    {
      name: 'line breaks are removed',
      code: "export const handler = async event => console.log(event.queryStringParameters.q.replace(/[\\r\\n]/g, ''));",
    },
  ],
  invalid: [
    {
      name: 'event text in a line',
      code: "export const handler = async event => console.log('q ' + event.queryStringParameters.q);",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: 'const log = t => console.log(`got ${t}`);\nexport const handler = async event => log(event.queryStringParameters.q);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
