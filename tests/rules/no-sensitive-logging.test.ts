import rule from '../../rules/no-sensitive-logging.js';
import { check } from './rule-tester.js';

check('no-sensitive-logging', rule, {
  valid: [
    { name: 'a header that is no secret', code: "export const handler = async event => console.log(event.headers['user-agent']);" },
    { name: 'its length', code: 'export const handler = async event => console.log(event.headers.authorization.length);' },
  ],
  invalid: [
    {
      name: 'the Authorization header',
      code: "export const handler = async event => console.log('auth', event.headers.authorization);",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a fetched secret',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => { const s = await c.send(new GetSecretValueCommand({ SecretId: 'a' })); console.log(s.SecretString); };",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
