import rule from '../../rules/no-stale-secret-version.js';
import { check } from './rule-tester.js';

const shape = [{ messageId: 'shape' }];
const client = `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});`;
const getting = (input: string, before = ''): string =>
  `${client}\nexport const handler = async event => { ${before} return (await client.send(new GetSecretValueCommand(${input}))).SecretString.length; };`;
const parameter = (input: string): string => `import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';
const client = new SSMClient({});
export const handler = async event => (await client.send(new GetParameterCommand(${input}))).Parameter.Value.length;`;

check('no-stale-secret-version', rule, {
  valid: [
    { name: 'the current version', code: getting("{ SecretId: 'app', VersionStage: 'AWSCURRENT' }") },
    { name: 'the version that there is', code: getting("{ SecretId: 'app' }") },
    {
      name: 'the version that rotation is about',
      code: getting("{ SecretId: 'app', VersionId: event.ClientRequestToken, VersionStage: 'AWSPENDING' }"),
    },
    { name: 'a version that is set where it is deployed', code: getting("{ SecretId: 'app', VersionId: process.env.VERSION }") },
    { name: 'a label of its own', code: getting("{ SecretId: 'app', VersionStage: 'blue' }") },
    { name: 'a version that is left empty', code: getting("{ SecretId: 'app', VersionId: undefined }") },
    { name: 'the latest parameter', code: parameter("{ Name: '/app/key', WithDecryption: true }") },
    { name: 'a parameter by its label', code: parameter("{ Name: '/app/key:live', WithDecryption: true }") },
    { name: 'a version of a parameter that is no secret', code: parameter("{ Name: '/app/limits:3' }") },
    {
      name: 'a version of an object',
      code: "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst client = new S3Client({});\nexport const handler = async event => client.send(new GetObjectCommand({ Bucket: 'a', Key: 'b', VersionId: 'c3f1' }));",
    },
    {
      name: 'a version of a function',
      code: "import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';\nconst client = new LambdaClient({});\nexport const handler = async event => client.send(new InvokeCommand({ FunctionName: 'a', Qualifier: '3' }));",
    },
    {
      name: 'an object that is no request',
      code: "const defaults = { SecretId: 'app', VersionStage: 'AWSPREVIOUS' };\nexport const handler = async event => Object.keys(defaults).length;",
    },
  ],
  invalid: [
    { name: 'the previous version', code: getting("{ SecretId: 'app', VersionStage: 'AWSPREVIOUS' }"), errors: shape },
    { name: 'one version', code: getting("{ SecretId: 'app', VersionId: 'EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE' }"), errors: shape },
    {
      name: 'one version by a constant of the module',
      code: `const version = 'EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE';\n${getting("{ SecretId: 'app', VersionId: version }")}`,
      errors: shape,
    },
    {
      name: 'a request of the module',
      code: `${client}\nconst input = { SecretId: 'app', VersionStage: 'AWSPREVIOUS' };\nexport const handler = async event => client.send(new GetSecretValueCommand(input));`,
      errors: shape,
    },
    {
      name: 'a request that is spread',
      code: `const pinned = { VersionStage: 'AWSPREVIOUS' };\n${getting("{ SecretId: 'app', ...pinned }")}`,
      errors: shape,
    },
    {
      name: 'set afterwards',
      code: getting('input', "const input = { SecretId: 'app' }; input.VersionStage = 'AWSPREVIOUS';"),
      errors: shape,
    },
    {
      name: 'when the current one fails',
      code: getting("{ SecretId: 'app', VersionStage: event.retry ? 'AWSPREVIOUS' : 'AWSCURRENT' }"),
      errors: shape,
    },
    {
      name: 'through a function that is told the stage',
      code: `${client}\nconst fetchSecret = stage => client.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage: stage }));\nexport const handler = async event => (await fetchSecret('AWSPREVIOUS')).SecretString.length;`,
      errors: shape,
    },
    {
      name: 'in a class',
      code: `${client}\nclass Secrets { stage = 'AWSPREVIOUS'; get(id) { return client.send(new GetSecretValueCommand({ SecretId: id, VersionStage: this.stage })); } }\nconst secrets = new Secrets();\nexport const handler = async event => secrets.get('app');`,
      errors: shape,
    },
    {
      name: 'in a loop over the stages',
      code: `${client}\nexport const handler = async event => { for (const VersionStage of ['AWSCURRENT', 'AWSPREVIOUS']) await client.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage })); };`,
      errors: shape,
    },
    {
      name: 'in a module that a handler loads',
      code: `${client}\nexport const previous = () => client.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage: 'AWSPREVIOUS' }));`,
      errors: shape,
    },
    {
      name: 'with the methods of a client',
      code: "const AWS = require('aws-sdk');\nconst client = new AWS.SecretsManager();\nexports.handler = async event => client.getSecretValue({ SecretId: 'app', VersionStage: 'AWSPREVIOUS' }).promise();",
      errors: shape,
    },
    { name: 'a version of a decrypted parameter', code: parameter("{ Name: '/app/key:3', WithDecryption: true }"), errors: shape },
    {
      name: 'with the options that Powertools passes on',
      code: "import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nexport const handler = async event => (await getSecret('app', { sdkOptions: { VersionStage: 'AWSPREVIOUS' } })).length;",
      errors: shape,
    },
  ],
});
