import rule from '../../rules/no-uncached-secret.js';
import { entryOf } from '../../rules/catalogue.js';
import { check } from './rule-tester.js';

const { advice } = entryOf('no-uncached-secret');
const shape = [{ messageId: 'shape' }];
const client = `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
const get = new GetSecretValueCommand({ SecretId: 'app' });`;
const ssm = `import { SSMClient, GetParameterCommand, GetParametersCommand } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});`;
const powertools = `import { getSecret } from '@aws-lambda-powertools/parameters/secrets';`;
const middy = `import middy from '@middy/core';\nimport secretsManager from '@middy/secrets-manager';`;

check('no-uncached-secret', rule, {
  valid: [
    {
      name: 'kept by the one instance of a class, which the first invocation makes',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
class Configuration {
  static instance;
  static getInstance() { if (!this.instance) this.instance = new Configuration(); return this.instance; }
  async key() { if (!this.value) await this.load(); return this.value; }
  async load() { this.value = (await client.send(new GetSecretValueCommand({ SecretId: 'a' }))).SecretString; }
}
export const handler = async event => (await Configuration.getInstance().key()).length;`,
    },
    {
      name: 'a key that was sent along, as bytes',
      code: `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
export const handler = async event => kms.send(new DecryptCommand({ CiphertextBlob: new Uint8Array(Buffer.from(event.body.split('.')[1], 'base64')) }));`,
    },
    {
      name: 'what the request brings along',
      code: `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
export const handler = async event => kms.send(new DecryptCommand({ CiphertextBlob: Buffer.from(event.state, 'base64') }));`,
    },
    {
      name: 'in a test',
      code: `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
export const handler = async event => kms.send(new DecryptCommand({ CiphertextBlob: Buffer.from(process.env.KEY, 'base64') }));`,
      filename: 'kms.test.ts',
    },
    {
      name: 'a custom resource, which runs when its stack changes',
      code: `${client}\nimport type { CloudFormationCustomResourceEvent } from 'aws-lambda';\nexport const handler = async (event: CloudFormationCustomResourceEvent) => (await client.send(get)).SecretString.length;`,
    },
    {
      name: 'once, at the top level',
      code: `${client}\nconst secret = client.send(get);\nexport const handler = async event => (await secret).SecretString.length;`,
    },
    {
      name: 'kept in a variable of the module',
      code: `${client}\nlet secret;\nexport const handler = async event => { secret ??= await client.send(get); return secret.length; };`,
    },
    {
      name: 'fetched where the module has none',
      code: `${client}\nlet secret;\nexport const handler = async event => { if (!secret) { secret = await client.send(get); } return secret.length; };`,
    },
    {
      name: 'left early where the module has one',
      code: `${client}\nlet secret;\nconst fetchSecret = async () => { if (secret) return secret; secret = await client.send(get); return secret; };\nexport const handler = async event => (await fetchSecret()).length;`,
    },
    {
      name: 'fetched again when it is old',
      code: `${client}\nlet secret, until = 0;\nexport const handler = async event => { if (Date.now() > until) { secret = await client.send(get); until = Date.now() + 300_000; } return secret.length; };`,
    },
    {
      name: 'kept in a map of the module',
      code: `${client}\nconst known = new Map();\nconst fetchSecret = async id => { if (!known.has(id)) known.set(id, await client.send(new GetSecretValueCommand({ SecretId: id }))); return known.get(id); };\nexport const handler = async event => (await fetchSecret('app')).length;`,
    },
    {
      name: 'kept in a field of an object of the module',
      code: `${client}\nclass Secrets { async get() { this.value ??= await client.send(get); return this.value; } }\nconst secrets = new Secrets();\nexport const handler = async event => (await secrets.get()).length;`,
    },
    {
      name: 'a function that is run once',
      code: `${client}\nimport memoize from 'p-memoize';\nconst fetchSecret = memoize(async () => client.send(get));\nexport const handler = async event => (await fetchSecret()).length;`,
    },
    {
      name: 'a client that keeps it',
      code: `import { SecretCache } from 'aws-secrets-manager-caching';\nconst secrets = new SecretCache();\nexport const handler = async event => (await secrets.getSecretString('app')).length;`,
    },
    {
      name: 'the extension, which keeps it',
      code: `export const handler = async event => (await fetch('http://localhost:2773/secretsmanager/get?secretId=app')).json();`,
    },
    {
      name: 'Powertools keeps it for as long as it is told to',
      code: `${powertools}\nexport const handler = async event => (await getSecret('a', { maxAge: 300 })).length;`,
    },
    {
      name: 'a parameter that is not decrypted is no secret, however often it is fetched',
      code: "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nexport const handler = async event => (await getParameter('a', { maxAge: 0 })).length;",
    },
    {
      name: 'a parameter in clear',
      code: `${ssm}\nexport const handler = async event => client.send(new GetParameterCommand({ Name: 'a' }));`,
    },
    {
      name: 'middy keeps it until the environment ends, unless told otherwise',
      code: `${middy}\nexport const handler = middy(async event => 1).use(secretsManager({ fetchData: { a: 'a' } }));`,
    },
    {
      name: 'middy keeps it for a time',
      code: `${middy}\nexport const handler = middy(async event => 1).use(secretsManager({ fetchData: { a: 'a' }, cacheExpiry: 60_000 }));`,
    },
    {
      name: 'a rotation, which has to see what there is now',
      code: `${client}\nexport const handler = async event => { const { SecretId, ClientRequestToken, Step } = event; if (Step === 'createSecret') await client.send(new GetSecretValueCommand({ SecretId, VersionId: ClientRequestToken })); else if (Step === 'finishSecret') return; };`,
    },
    {
      name: 'a function that the handler does not call',
      code: `${client}\nexport const fetchSecret = () => client.send(get);\nexport const handler = async event => event.id;`,
    },
    { name: 'a program that is no handler', code: `${client}\nexport async function deploy() { return client.send(get); }` },
  ],
  invalid: [
    {
      name: 'kept by an instance that each invocation makes',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
class Configuration {
  static instance;
  static getInstance() { return new Configuration(); }
  async key() { if (!this.value) await this.load(); return this.value; }
  async load() { this.value = (await client.send(new GetSecretValueCommand({ SecretId: 'a' }))).SecretString; }
}
export const handler = async event => (await Configuration.getInstance().key()).length;`,
      errors: [{ messageId: 'shape' }],
    },
    {
      name: 'what the environment keeps',
      code: `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
export const handler = async event => kms.send(new DecryptCommand({ CiphertextBlob: Buffer.from(process.env.KEY, 'base64') }));`,
      errors: [{ messageId: 'shape' }],
    },
    {
      name: 'in the handler',
      code: `${client}\nexport const handler = async event => (await client.send(get)).SecretString.length;`,
      errors: shape,
    },
    {
      name: 'in a function that the handler calls',
      code: `${client}\nconst fetchSecret = () => client.send(get);\nexport const handler = async event => (await fetchSecret()).SecretString.length;`,
      errors: shape,
    },
    {
      name: 'in a class that the handler uses',
      code: `${client}\nclass Secrets { async get() { const { SecretString } = await client.send(get); return JSON.parse(SecretString); } }\nconst secrets = new Secrets();\nexport const handler = async event => (await secrets.get()).length;`,
      errors: shape,
    },
    {
      name: 'for each record',
      code: `${client}\nexport const handler = async event => { for (const record of event.Records) { const secret = await client.send(get); console.log(record.messageId, secret.ARN); } };`,
      errors: shape,
    },
    {
      name: 'kept in a variable of the handler itself',
      code: `${client}\nexport const handler = async event => { let secret; if (!secret) { secret = await client.send(get); } return secret.length; };`,
      errors: shape,
    },
    {
      name: 'kept in a field of an object that each invocation makes',
      code: `${client}\nclass Secrets { async get() { this.value ??= await client.send(get); return this.value; } }\nexport const handler = async event => (await new Secrets().get()).length;`,
      errors: shape,
    },
    {
      name: 'kept in the module, and fetched all the same',
      code: `${client}\nlet secret;\nexport const handler = async event => { secret = await client.send(get); return secret.length; };`,
      errors: shape,
    },
    {
      name: 'behind a test of something else',
      code: `${client}\nexport const handler = async event => { if (event.wanted) { return (await client.send(get)).SecretString.length; } return 0; };`,
      errors: shape,
    },
    {
      name: 'with the methods of a client',
      code: `const AWS = require('aws-sdk');\nconst client = new AWS.SecretsManager();\nexports.handler = async event => (await client.getSecretValue({ SecretId: 'app' }).promise()).SecretString.length;`,
      errors: shape,
    },
    {
      name: 'with a callback',
      code: `const AWS = require('aws-sdk');\nconst client = new AWS.SecretsManager();\nexports.handler = (event, context, callback) => { client.getSecretValue({ SecretId: 'app' }, (error, data) => callback(error, data.ARN)); };`,
      errors: shape,
    },
    {
      name: 'decrypted parameters',
      code: `${ssm}\nexport const handler = async event => client.send(new GetParametersCommand({ Names: ['a', 'b'], WithDecryption: true }));`,
      errors: shape,
    },
    {
      name: 'a text of the environment, decrypted',
      code: `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';\nconst client = new KMSClient({});\nexport const handler = async event => client.send(new DecryptCommand({ CiphertextBlob: Buffer.from(process.env.SEALED, 'base64') }));`,
      errors: shape,
    },
    {
      name: 'Powertools is told to keep nothing',
      code: `${powertools}\nexport const handler = async event => (await getSecret('a', { maxAge: 0 })).length;`,
      errors: [{ messageId: 'shape', data: { sink: 'getSecret()', advice } }],
    },
    {
      name: 'Powertools is told not to use what it keeps',
      code: "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nexport const handler = async event => (await getParameter('a', { decrypt: true, forceFetch: true })).length;",
      errors: [{ messageId: 'shape', data: { sink: 'getParameter()', advice } }],
    },
    {
      name: 'a provider of Powertools is told so',
      code: "import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';\nconst secrets = new SecretsProvider();\nexport const handler = async event => (await secrets.get('a', { forceFetch: true })).length;",
      errors: shape,
    },
    {
      name: 'middy is told to keep nothing',
      code: `${middy}\nexport const handler = middy(async event => 1).use(secretsManager({ fetchData: { a: 'a' }, cacheExpiry: 0 }));`,
      errors: [{ messageId: 'shape', data: { sink: 'secretsManager()', advice } }],
    },
  ],
});
