import rule from '../../rules/no-env-secret.js';
import { check } from './rule-tester.js';

const shape = [{ messageId: 'shape' }];

check('no-env-secret', rule, {
  valid: [
    { name: 'what a bundler writes into a page', code: 'const key = process.env.REACT_APP_GRAPHQL_APIKEY;' },
    {
      name: 'what Amplify tells its clients',
      code: 'export default { aws_project_region: process.env.REGION, aws_appsync_apiKey: process.env.aws_appsync_apiKey };',
    },
    {
      name: 'a command, which runs where it is started',
      code: 'const password = process.env.ADMIN_PASSWORD;\nawait login(process.argv[2], password);',
    },
    { name: 'a script', code: 'const password = process.env.ADMIN_PASSWORD;', filename: 'scripts/smoke.ts' },
    {
      name: 'the key of KMS by which KMS signs',
      code: `import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
const sign = (Message, keyId) => kms.send(new SignCommand({ KeyId: keyId, Message, SigningAlgorithm: 'ECDSA_SHA_256' }));
export const handler = async event => sign(Buffer.from(event.id), process.env.SIGNING_KEY);`,
    },
    { name: 'the audience of a token', code: 'const audience = process.env.JWT_AUD;' },
    { name: 'what the secret is called in its store', code: 'const sms = process.env.SECRETS_MANAGER_SECRET;' },
    { name: 'what is taken for a name', code: "const input = { SecretId: process.env.APP_SECRET || 'app' };" },
    { name: 'what is called an ARN', code: 'const { APP_SECRET: secretArn } = process.env;' },
    { name: 'a key that may be known', code: 'const key = process.env.JWT_PUBLIC_KEY;' },
    { name: 'how often a password is hashed', code: 'const count = process.env.PASSWORD_ITERATIONS;' },
    { name: 'the ARN of a secret', code: 'const arn = process.env.DB_SECRET_ARN;' },
    { name: 'the name of a secret', code: 'const name = process.env.DB_PASSWORD_NAME;' },
    { name: 'the path of a parameter', code: 'const { DB_PASSWORD_PARAMETER: path } = process.env;' },
    { name: 'where tokens are given', code: 'const url = process.env.TOKEN_URL;' },
    { name: 'how long tokens live', code: 'const seconds = Number(process.env.ACCESS_TOKEN_TTL);' },
    { name: 'how long a password has to be', code: "const least = process.env['MIN_PASSWORD_LENGTH'];" },
    { name: "a table's name", code: 'const { TABLE_NAME, TOKENS_TABLE } = process.env;' },
    { name: 'a token that pages through a list', code: 'const token = process.env.NEXT_TOKEN;' },
    { name: 'a key that everybody may have', code: 'const key = process.env.PUBLIC_KEY;' },
    { name: 'a key of a cache or a partition', code: 'const { CACHE_KEY, PARTITION_KEY } = process.env;' },
    { name: 'what the runtime itself sets', code: 'const token = process.env.AWS_SESSION_TOKEN;' },
    { name: 'a write', code: "process.env.API_KEY = 'x';" },
    { name: 'a module by import = require', filename: 'file.ts', code: "import fs = require('fs');\nfs.existsSync(process.env.STAGE);" },
    { name: 'a deletion', code: 'delete process.env.API_KEY;' },
    {
      name: 'an object of another origin',
      code: "const config = { env: { API_KEY: 'set by the user' } };\nconst key = config.env.API_KEY;",
    },
    { name: 'a variable that hides the global one', code: 'function run(process) { return process.env.API_KEY; }' },
    { name: 'a test, which sets what it reads', code: 'const key = process.env.API_KEY;', filename: 'client.test.ts' },
    {
      name: 'an infrastructure program, which passes it on',
      code: "import { Stack } from 'aws-cdk-lib';\nexport class App extends Stack { key = process.env.API_KEY; }",
    },
  ],
  invalid: [
    { name: 'the same key elsewhere', code: 'export default { apiKey: process.env.aws_appsync_apiKey };', errors: shape },
    {
      name: 'a script that others import',
      code: 'export const password = process.env.ADMIN_PASSWORD;',
      filename: 'scripts/smoke.ts',
      errors: shape,
    },
    {
      name: 'a program that nothing says is a command',
      code: 'const password = process.env.ADMIN_PASSWORD;\nlisten(password);',
      errors: shape,
    },
    {
      name: 'a key by which the program signs itself, beside KMS',
      code: `import { createHmac } from 'node:crypto';
import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';
const kms = new KMSClient({});
export const handler = async event => { await kms.send(new DecryptCommand({ KeyId: 'alias/a', CiphertextBlob: Buffer.from(event.sealed, 'base64') })); return createHmac('sha256', process.env.SIGNING_KEY).update(event.id).digest('hex'); };`,
      errors: [{ messageId: 'shape' }],
    },
    { name: 'what is taken for the secret', code: 'const input = { SecretString: process.env.APP_SECRET };', errors: shape },
    { name: 'a password', code: 'const password = process.env.DB_PASSWORD;', errors: shape },
    { name: 'destructured', code: 'const { JWT_SECRET } = process.env;', errors: shape },
    { name: 'destructured under another name, with a default', code: "const { API_KEY: key = '' } = process.env;", errors: shape },
    { name: 'destructured from the process', code: 'const { env: { API_KEY } } = process;', errors: shape },
    { name: 'through an alias', code: "const env = process.env;\nconst key = env['STRIPE_API_KEY'];", errors: shape },
    { name: 'through an alias of the process', code: 'const { env } = process;\nconst key = env.STRIPE_API_KEY;', errors: shape },
    {
      name: 'by the import of the process',
      code: "import process from 'node:process';\nconst token = process.env.GITHUB_TOKEN;",
      errors: shape,
    },
    {
      name: 'by the import of the environment',
      code: "import { env } from 'node:process';\nconst token = env.GITHUB_TOKEN;",
      errors: shape,
    },
    { name: 'by a call that requires it', code: "const { env } = require('process');\nconst token = env.GITHUB_TOKEN;", errors: shape },
    { name: 'by the global object', code: 'const token = globalThis.process.env.GITHUB_TOKEN;', errors: shape },
    { name: 'when there may be no environment', code: 'const token = process?.env?.GITHUB_TOKEN;', errors: shape },
    { name: 'with another type', code: 'const token = (process.env as Record<string, string>).GITHUB_TOKEN;', errors: shape },
    { name: 'by a name in a template', code: 'const token = process.env[`GITHUB_TOKEN`];', errors: shape },
    { name: 'by a name in a constant', code: "const name = 'GITHUB_TOKEN';\nconst token = process.env[name];", errors: shape },
    {
      name: 'by a function that reads what it is told',
      code: "const read = name => process.env[name] ?? '';\nconst token = read('GITHUB_TOKEN');",
      errors: shape,
    },
    {
      name: 'by a function that insists on it',
      code: "function required(name: string): string {\n  const value = process.env[name];\n  if (value === undefined) throw new Error(name);\n  return value;\n}\nexport const settings = { token: required('GITHUB_TOKEN'), table: required('TABLE_NAME') };",
      errors: [{ messageId: 'shape', line: 6 }],
    },
    { name: 'in a field of a class', code: "class Client { #key = process.env.API_KEY ?? ''; }", errors: shape },
    {
      name: 'in a parameter of a function',
      code: 'export const sign = (text, secret = process.env.SIGNING_SECRET) => secret + text;',
      errors: shape,
    },
    { name: 'in a loop', code: 'for (const attempt of [1, 2]) { connect(attempt, process.env.DB_PASSWORD); }', errors: shape },
  ],
});
