import rule from '../../rules/no-credential-exposure.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const secrets = `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
const get = new GetSecretValueCommand({ SecretId: 'app' });`;
const sts = `import { STSClient, AssumeRoleCommand } from '@aws-sdk/client-sts';
const sts = new STSClient({});
const assume = new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/a', RoleSessionName: 'a' });`;
const extension = (url: string): string =>
  `export const handler = async event => { const answer = await fetch('${url}/secretsmanager/get?secretId=app', { headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN } }); return answer.status; };`;

check('no-credential-exposure', rule, {
  valid: [
    {
      name: 'whose credentials they are',
      code: `import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity';\nconst client = new CognitoIdentityClient({});\nexport const handler = async event => { const credentials = await client.config.credentials(); console.log(credentials.identityId); };`,
    },
    {
      name: 'the token for the extension, from a client of the machine itself',
      code: `import axios from 'axios';\nconst ask = port => axios.create({ baseURL: \`http://localhost:\${port}\`, headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN } });\nexport const handler = async event => (await ask(2773).get('/systemsmanager/parameters/get?name=a')).status;`,
    },
    {
      name: 'a token that was signed for the user who asks',
      code: `import jwt from 'jsonwebtoken';\nimport { key } from './key.js';\nexport const handler = async event => ({ statusCode: 200, body: jwt.sign({ sub: event.id }, key()) });`,
    },
    {
      name: 'a secret of the environment, where a request needs it',
      code: `export const handler = async event => fetch('https://api.example.com', { headers: { Authorization: \`Bearer \${process.env.API_TOKEN}\` } });`,
    },
    {
      name: 'the tokens that a user gets for signing in',
      code: `import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
const cognito = new CognitoIdentityProviderClient({});
export const handler = async event => { const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'a', AuthParameters: JSON.parse(event.body) })); return { statusCode: 200, body: JSON.stringify({ token: AuthenticationResult.IdToken }) }; };`,
    },
    {
      name: 'returned by a function of the program that takes nothing',
      code: `exports.settings = async () => ({ stage: process.env });`,
    },
    {
      name: 'the session that a signed request names',
      code: `const http = require('superagent');\nexports.handler = async event => { const answer = await http.get('https://api.example.com').set('X-Amz-Security-Token', process.env.AWS_SESSION_TOKEN); return answer.status; };`,
    },
    {
      name: 'the session that a request names which the program signs by hand',
      code: `const https = require('node:https');\nconst { sign } = require('./sign');\nexports.handler = async event => { const request = { host: 'api.example.com', method: 'POST', headers: { 'X-Amz-Security-Token': process.env.AWS_SESSION_TOKEN } }; request.headers.Authorization = sign(request); https.request(request).end(); };`,
    },
    {
      name: 'the token that the extension on this machine asks for, the address in the options',
      code: `const http = require('node:http');\nexports.handler = async event => { http.request({ hostname: 'localhost', port: 2773, path: '/secretsmanager/get?secretId=app', headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN } }).end(); };`,
    },
    { name: 'one setting by name', code: 'export const handler = async event => console.log(process.env.TABLE_NAME);' },
    { name: 'how many there are', code: 'export const handler = async event => console.log(Object.keys(process.env).length);' },
    { name: 'their names', code: 'export const handler = async event => console.log(Object.keys(process.env).sort());' },
    { name: 'the region', code: 'export const handler = async event => ({ statusCode: 200, body: process.env.AWS_REGION });' },
    { name: 'the token that the extension on this machine asks for', code: extension('http://localhost:2773') },
    {
      name: 'the environment of a child process',
      code: `import { spawn } from 'node:child_process';\nexport const handler = async event => { spawn('/opt/tool', [], { env: process.env }); };`,
    },
    {
      name: 'a copy that stays inside',
      code: `import { load } from './config.js';\nexport const handler = async event => { const settings = load({ ...process.env }); console.log('loaded', settings.length); };`,
    },
    {
      name: 'a name that the event chooses out of a list',
      code: `const open = ['STAGE', 'REGION'];\nexport const handler = async event => { if (!open.includes(event.name)) return null; return process.env[event.name]; };`,
    },
    {
      name: 'a name that a table gives for what the event says',
      code: `const names = { stage: 'STAGE', region: 'AWS_REGION' };\nexport const handler = async event => process.env[names[event.name]];`,
    },
    {
      name: 'when the credentials end',
      code: `${sts}\nexport const handler = async event => { const { Credentials } = await sts.send(assume); console.log(Credentials.Expiration, Credentials.AccessKeyId); };`,
    },
    {
      name: 'credentials that go into a client',
      code: `${sts}\nimport { S3Client } from '@aws-sdk/client-s3';\nexport const handler = async event => { const { Credentials: c } = await sts.send(assume); return new S3Client({ credentials: { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken } }).config.region; };`,
    },
    {
      name: 'where the database is that the secret opens',
      code: `${secrets}\nexport const handler = async event => { const { SecretString } = await client.send(get); return { statusCode: 200, body: JSON.parse(SecretString).host }; };`,
    },
    {
      name: 'a secret for the service that it opens',
      code: `${secrets}\nexport const handler = async event => { const { SecretString } = await client.send(get); await fetch('https://api.example.com', { headers: { authorization: SecretString } }); return { statusCode: 204 }; };`,
    },
    {
      name: 'whether a variable is set',
      code: `export const handler = async event => console.log('DEBUG' in process.env, process.env.AWS_SESSION_TOKEN !== undefined);`,
    },
    {
      name: 'an object of another origin that is called env',
      code: `export const handler = async event => { const env = { stage: 'dev' }; console.log(env); return event.id; };`,
    },
  ],
  invalid: [
    {
      name: 'the token of the credentials themselves',
      code: `import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity';\nconst client = new CognitoIdentityClient({});\nexport const handler = async event => { const credentials = await client.config.credentials(); console.log(credentials.sessionToken); };`,
      errors: tainted,
    },
    {
      name: 'the token to another machine, from a client that is made for it',
      code: `import axios from 'axios';\nconst ask = host => axios.create({ baseURL: \`http://\${host}:2773\`, headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN } });\nexport const handler = async event => (await ask('parameters.example.com').get('/systemsmanager/parameters/get?name=a')).status;`,
      errors: tainted,
    },
    {
      name: 'a secret of the environment in the answer',
      code: `export const handler = async () => ({ statusCode: 200, body: JSON.stringify({ key: process.env.MAPS_API_KEY }) });`,
      errors: tainted,
    },
    {
      name: 'the keys of a role, which are no user’s',
      code: `import { STSClient, AssumeRoleCommand } from '@aws-sdk/client-sts';
const sts = new STSClient({});
export const handler = async event => { const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: process.env.ROLE_ARN, RoleSessionName: 'a' })); return { statusCode: 200, body: JSON.stringify({ token: Credentials.SessionToken }) }; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the token for a host that only begins like this machine',
      code: `const http = require('node:http');\nexports.handler = async event => { http.request({ hostname: 'localhost.example.com', headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN } }).end(); };`,
      errors: tainted,
    },
    {
      name: 'the session in a header that signs nothing',
      code: `const https = require('node:https');\nexports.handler = async event => { https.request({ host: 'api.example.com', headers: { 'x-session': process.env.AWS_SESSION_TOKEN } }).end(); };`,
      errors: tainted,
    },
    {
      name: 'returned by a handler that takes nothing',
      code: `exports.debug = async () => ({ statusCode: 200, body: JSON.stringify(process.env) });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the session under another header',
      code: `const http = require('superagent');\nexports.handler = async event => { const answer = await http.get('https://api.example.com').set('X-Session', process.env.AWS_SESSION_TOKEN); return answer.status; };`,
      errors: tainted,
    },
    { name: 'the whole environment', code: 'export const handler = async event => console.log(process.env);', errors: tainted },
    {
      name: "the role's token in a response",
      code: 'export const handler = async event => ({ statusCode: 200, body: process.env.AWS_SESSION_TOKEN });',
      errors: tainted,
    },
    {
      name: 'the environment as JSON in a response',
      code: 'export const handler = async event => ({ statusCode: 200, body: JSON.stringify({ env: process.env }) });',
      errors: tainted,
    },
    {
      name: 'a spread copy, sent somewhere',
      code: `export const handler = async event => { await fetch('https://stats.example.com', { method: 'POST', body: JSON.stringify({ ...process.env }) }); };`,
      errors: tainted,
    },
    { name: 'the token of the extension, sent elsewhere', code: extension('https://proxy.example.com:2773'), errors: tainted },
    {
      name: 'a destructured key',
      code: 'export const handler = async event => { const { AWS_SECRET_ACCESS_KEY: key } = process.env; console.log(key); };',
      errors: tainted,
    },
    {
      name: 'the environment by its import',
      code: `import { env } from 'node:process';\nexport const handler = async event => console.log(env);`,
      errors: tainted,
    },
    {
      name: 'variables one by one',
      code: 'export const handler = async event => { for (const [name, value] of Object.entries(process.env)) console.log(name, value); };',
      errors: tainted,
    },
    {
      name: 'a variable that the event chooses',
      code: 'export const handler = async event => ({ statusCode: 200, body: process.env[event.queryStringParameters.name] });',
      errors: [
        {
          messageId: 'tainted',
          data: {
            sink: 'process.env',
            harm: 'gives out whichever setting the caller asks for with',
            source: 'a query parameter, event.queryStringParameters.name',
            path: '',
            advice: 'Choose the name from a fixed list of the settings that you mean to show.',
          },
        },
      ],
    },
    {
      name: 'a variable that the event chooses, through a function',
      code: 'const setting = name => process.env[name];\nexport const handler = async event => setting(event.name);',
      errors: tainted,
    },
    {
      name: 'what a function gives',
      code: 'const settings = () => ({ stage: 1, all: process.env });\nexport const handler = async event => console.log(settings());',
      errors: tainted,
    },
    {
      name: 'in a class',
      code: 'class Report { constructor() { this.environment = process.env; } print() { console.log(this); } }\nexport const handler = async event => new Report().print();',
      errors: tainted,
    },
    {
      name: 'what a provider gives',
      code: `import { fromNodeProviderChain } from '@aws-sdk/credential-providers';\nexport const handler = async event => { const credentials = await fromNodeProviderChain()(); console.log(credentials); };`,
      errors: tainted,
    },
    {
      name: 'what a client was made with',
      code: `${sts}\nexport const handler = async event => { console.log(await sts.config.credentials()); };`,
      errors: tainted,
    },
    {
      name: "a role's credentials in a response",
      code: `${sts}\nexport const handler = async event => { const { Credentials } = await sts.send(assume); return { statusCode: 200, body: JSON.stringify(Credentials) }; };`,
      errors: tainted,
    },
    {
      name: 'a secret in a response',
      code: `${secrets}\nexport const handler = async event => { const { SecretString } = await client.send(get); return { statusCode: 200, body: SecretString }; };`,
      errors: tainted,
    },
    {
      name: 'a password of a secret, given to a callback',
      code: `${secrets}\nexport const handler = (event, context, callback) => { client.send(get).then(({ SecretString }) => callback(null, { statusCode: 200, body: JSON.parse(SecretString).password })); };`,
      errors: tainted,
    },
  ],
});
