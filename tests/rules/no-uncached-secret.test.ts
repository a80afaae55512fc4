import rule from '../../rules/no-uncached-secret.js';
import { check } from './rule-tester.js';

check('no-uncached-secret', rule, {
  valid: [
    {
      name: 'once, at the top level',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nconst s = c.send(new GetSecretValueCommand({ SecretId: 'a' }));\nexport const handler = async event => (await s).SecretString.length;",
    },
    {
      name: 'kept in a variable of the module',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nlet s;\nexport const handler = async event => { s ??= await c.send(new GetSecretValueCommand({ SecretId: 'a' })); return s.length; };",
    },
  ],
  invalid: [
    {
      name: 'in the handler',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => (await c.send(new GetSecretValueCommand({ SecretId: 'a' }))).SecretString.length;",
      errors: [{ messageId: 'shape' }],
    },
    {
      name: 'in a function that the handler calls',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nconst get = () => c.send(new GetSecretValueCommand({ SecretId: 'a' }));\nexport const handler = async event => (await get()).SecretString.length;",
      errors: [{ messageId: 'shape' }],
    },
  ],
});
