import rule from '../../rules/no-stale-secret-version.js';
import { check } from './rule-tester.js';

check('no-stale-secret-version', rule, {
  valid: [
    {
      name: 'the current version',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => c.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage: 'AWSCURRENT' }));",
    },
  ],
  invalid: [
    {
      name: 'the previous version',
      code: "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient({});\nexport const handler = async event => c.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage: 'AWSPREVIOUS' }));",
      errors: [{ messageId: 'shape' }],
    },
  ],
});
