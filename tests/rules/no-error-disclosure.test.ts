import rule from '../../rules/no-error-disclosure.js';
import { check } from './rule-tester.js';

check('no-error-disclosure', rule, {
  valid: [
    {
      name: 'the error is logged, the answer is fixed',
      code: "export const handler = async event => { try { go(); } catch (e) { console.error(e); return { statusCode: 500, body: 'failed' }; } };",
    },
    {
      name: 'a text that is built and not returned',
      code: "export const handler = async event => { try { go(); } catch (e) { const message = e.message; return { statusCode: 500, body: 'failed' }; } };",
    },
  ],
  invalid: [
    {
      name: 'the message',
      code: 'export const handler = async event => { try { go(); } catch (e) { return { statusCode: 500, body: e.message }; } };',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper',
      code: 'const fail = e => ({ statusCode: 500, body: JSON.stringify({ error: String(e) }) });\nexport const handler = async event => { try { go(); } catch (e) { return fail(e); } };',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
