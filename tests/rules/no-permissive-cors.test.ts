import rule from '../../rules/no-permissive-cors.js';
import { check } from './rule-tester.js';

check('no-permissive-cors', rule, {
  valid: [
    {
      name: 'one origin',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' }, body: '' });",
    },
  ],
  invalid: [
    {
      name: 'every origin',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' });",
      errors: [{ messageId: 'shape' }],
    },
    {
      name: 'whichever origin asks',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'access-control-allow-origin': event.headers.origin }, body: '' });",
      errors: [{ messageId: 'shape' }],
    },
  ],
});
