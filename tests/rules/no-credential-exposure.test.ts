import rule from '../../rules/no-credential-exposure.js';
import { check } from './rule-tester.js';

check('no-credential-exposure', rule, {
  valid: [
    { name: 'one setting by name', code: 'export const handler = async event => console.log(process.env.TABLE_NAME);' },
    { name: 'how many there are', code: 'export const handler = async event => console.log(Object.keys(process.env).length);' },
  ],
  invalid: [
    {
      name: 'the whole environment',
      code: 'export const handler = async event => console.log(process.env);',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: "the role's token in a response",
      code: 'export const handler = async event => ({ statusCode: 200, body: process.env.AWS_SESSION_TOKEN });',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
