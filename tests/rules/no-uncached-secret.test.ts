import rule from '../../rules/no-uncached-secret.js';
import { entryOf } from '../../rules/catalogue.js';
import { check } from './rule-tester.js';

const { advice } = entryOf('no-uncached-secret');

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
    {
      name: 'Powertools keeps it for as long as it is told to',
      code: "import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nexport const handler = async event => (await getSecret('a', { maxAge: 300 })).length;",
    },
    {
      name: 'a parameter that is not decrypted is no secret, however often it is fetched',
      code: "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nexport const handler = async event => (await getParameter('a', { maxAge: 0 })).length;",
    },
    {
      name: 'middy keeps it until the environment ends, unless told otherwise',
      code: "import middy from '@middy/core';\nimport secretsManager from '@middy/secrets-manager';\nexport const handler = middy(async event => 1).use(secretsManager({ fetchData: { a: 'a' } }));",
    },
  ],
  invalid: [
    {
      name: 'Powertools is told to keep nothing',
      code: "import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nexport const handler = async event => (await getSecret('a', { maxAge: 0 })).length;",
      errors: [{ messageId: 'shape', data: { sink: 'getSecret()', advice } }],
    },
    {
      name: 'Powertools is told not to use what it keeps',
      code: "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nexport const handler = async event => (await getParameter('a', { decrypt: true, forceFetch: true })).length;",
      errors: [{ messageId: 'shape', data: { sink: 'getParameter()', advice } }],
    },
    {
      name: 'middy is told to keep nothing',
      code: "import middy from '@middy/core';\nimport secretsManager from '@middy/secrets-manager';\nexport const handler = middy(async event => 1).use(secretsManager({ fetchData: { a: 'a' }, cacheExpiry: 0 }));",
      errors: [{ messageId: 'shape', data: { sink: 'secretsManager()', advice } }],
    },
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
