import rule from '../../rules/no-broad-secret-access.js';
import { check } from './rule-tester.js';

check('no-broad-secret-access', rule, {
  valid: [
    {
      name: 'one secret by name',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => c.send(new GetSecretValueCommand({ SecretId: 'app' }));",
    },
  ],
  invalid: [
    {
      name: 'the event names the secret',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => c.send(new GetSecretValueCommand({ SecretId: event.name }));",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'all of them',
      code: "import { SecretsManagerClient, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => c.send(new ListSecretsCommand({}));",
      errors: [{ messageId: 'shape' }],
    },
  ],
});
