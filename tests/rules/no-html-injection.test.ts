import rule from '../../rules/no-html-injection.js';
import { check } from './rule-tester.js';

check('no-html-injection', rule, {
  valid: [
    {
      name: 'the value is encoded',
      code: "import escape from 'escape-html';\nexport const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + escape(event.queryStringParameters.n) });",
    },
    {
      name: 'JSON is not HTML',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ n: event.queryStringParameters.n }) });",
    },
  ],
  invalid: [
    {
      name: 'in an HTML response',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + event.queryStringParameters.n });",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper that builds the response',
      code: "const html = body => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body });\nexport const handler = async event => html(`<b>${event.queryStringParameters.n}</b>`);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
