import rule from '../../rules/no-open-redirect.js';
import { check } from './rule-tester.js';

check('no-open-redirect', rule, {
  valid: [
    {
      name: 'the host is fixed',
      code: "export const handler = async event => ({ statusCode: 302, headers: { Location: 'https://app.example.com/' + event.queryStringParameters.p } });",
    },
    { name: 'a constant', code: "export const handler = async event => ({ statusCode: 302, headers: { Location: '/home' } });" },
  ],
  invalid: [
    {
      name: 'the target from the event',
      code: 'export const handler = async event => ({ statusCode: 302, headers: { Location: event.queryStringParameters.next } });',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper',
      code: 'const to = url => ({ statusCode: 301, headers: { location: url } });\nexport const handler = async event => to(event.queryStringParameters.next);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
