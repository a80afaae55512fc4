import rule from '../../rules/no-sensitive-logging.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const secrets = `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
const get = new GetSecretValueCommand({ SecretId: 'app' });`;
const parameters = `import { SSMClient, GetParametersCommand } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});`;
const axios = `import axios from 'axios';`;
const jwt = `import jwt from 'jsonwebtoken';\nimport { key } from './key.js';`;

check('no-sensitive-logging', rule, {
  valid: [
    {
      name: 'the error of a request that sends a text of the program’s, with a time limit for all',
      code: `${axios}\naxios.defaults.timeout = 5000;\nexport const handler = async () => { try { await axios.post('https://' + process.env.ENDPOINT + ':8182/query', 'query=MATCH (n) RETURN n'); } catch (error) { console.log('error', error); } };`,
    },
    {
      name: 'a token that is none, where a test says so',
      code: `import jwt from 'jsonwebtoken';\nimport { key } from './key.js';\nconst verify = token => { try { return jwt.verify(token, key()); } catch { return null; } };\nexport const handler = async event => { const claims = verify(event.token); if (!claims) { console.error('invalid', { claims }); return; } if (claims === null) console.error(claims); };`,
    },
    {
      name: 'a header of another name, which a loop looks for in lower case',
      code: `const header = (event, name) => { const wanted = name.toLowerCase(); for (const [key, value] of Object.entries(event.headers || {})) { if (key.toLowerCase() === wanted) return value; } return undefined; };\nexport const handler = async event => { const forwarded = header(event, 'X-Forwarded-For'); console.log({ address: forwarded && forwarded.split(',')[0] }); };`,
    },
    {
      name: 'the stack of an error, which every error has',
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: event.token } }); } catch (error) { console.error(error.stack || error); console.error(error.message ?? error); } };`,
    },
    {
      name: 'the error of a request that sends an address and nothing else',
      code: `${axios}\nexport const handler = async event => { try { await axios.get(\`\${process.env.ISSUER}/.well-known/jwks.json\`, { timeout: 1000 }); } catch (error) { console.error(error); } };`,
    },
    {
      name: 'that a token was signed, and for whom',
      code: `${jwt}\nexport const handler = async event => { const token = jwt.sign({ sub: event.id }, key()); console.log('signed in', token.length); return { statusCode: 200, body: JSON.stringify({ token }) }; };`,
    },
    {
      name: 'the first characters of a token, and the last ones',
      code: `export const handler = async event => console.log(process.env.API_TOKEN.slice(0, 4), process.env.API_TOKEN.slice(-4), event.headers.authorization.substring(0, 7));`,
    },
    {
      name: 'a header that is sought by the name that a function is given',
      code: `const headerOf = (event, wanted) => { const name = Object.keys(event.headers ?? {}).find(each => each.toLowerCase().trim() === wanted); return name && event.headers[name]; };\nexport const handler = async event => console.log(headerOf(event, 'x-request-id'));`,
    },
    {
      name: 'members of a secret that are the configuration of what reads it',
      code: `${secrets}\nexport const handler = async () => { const { SecretString } = await client.send(get); const config = JSON.parse(SecretString); console.log(config.SNSTOPICARN, config.PUBLIC_ASSETS, config.SERVICE_URL); };`,
    },
    {
      name: 'variables of the environment that say where a secret is, and what may be the name of one',
      code: `export const handler = async () => console.log(process.env.API_KEY_ARN, process.env.TOKEN_TABLE, process.env.DB_SECRET, process.env.STAGE);`,
    },
    {
      name: 'whether a secret of the environment is there',
      code: `export const handler = async () => console.log(Boolean(process.env.API_KEY), process.env.API_KEY.length);`,
    },
    {
      name: 'a header that is found by its name, in any case',
      code: `export const handler = async event => { for (const name in event.headers) if (name.toLowerCase() === 'x-request-id') console.log(event.headers[name]); };`,
    },
    {
      name: 'a header whose name is searched for first',
      code: `export const handler = async event => { const name = Object.keys(event.headers).find(key => key.toLowerCase() === 'x-request-id'); console.log(event.headers[name]); };`,
    },
    {
      name: 'a header that is told by its name among all of them',
      code: `export const handler = async event => { for (const [name, value] of Object.entries(event.headers)) if (name.toLowerCase() === 'x-request-id') console.log(value); };`,
    },
    {
      name: 'headers of a list',
      code: `export const handler = async event => { for (const name of ['x-request-id', 'accept']) console.log(event.headers[name]); };`,
    },
    {
      name: 'one of the headers, out of a copy with names in lower case',
      code: `export const handler = async event => { const copy = {}; for (const [name, value] of Object.entries(event.headers)) copy[name.toLowerCase()] = value; console.log(copy['referer']); };`,
    },
    {
      name: 'one of the headers, out of a copy that is made of pairs',
      code: `export const handler = async event => { const copy = Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])); console.log(copy.referer); };`,
    },
    {
      name: 'the folder in a parameter that also holds a password',
      code: `import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});\nexport const handler = async () => { const { Parameter } = await client.send(new GetParameterCommand({ Name: '/app/sftp', WithDecryption: true })); const { baseUploadDir } = JSON.parse(Parameter.Value); console.log(baseUploadDir); };`,
    },
    {
      name: "the name and message of a client's error, without its request",
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: 'Basic x' } }); } catch (error) { console.error(\`failed: \${error}\`); console.error('failed: ' + error); console.error(String(error)); } };`,
    },
    {
      name: 'an error that is none of the client',
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: 'Basic x' } }); } catch (error) { if (axios.isAxiosError(error)) console.error(error.message); else console.error(error); } };`,
    },
    {
      name: 'an error that is not of the class of the client',
      code: `import axios, { AxiosError } from 'axios';\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: 'Basic x' } }); } catch (error) { if (error instanceof AxiosError) console.error(error.message); else console.error(error); } };`,
    },
    {
      name: 'one value of a tree of parameters',
      code: `import { SSM } from '@aws-sdk/client-ssm';\nconst ssm = new SSM({});\nexport const handler = async () => { const { Parameters } = await ssm.getParametersByPath({ Path: '/app', WithDecryption: true }); console.log(Parameters.find(({ Name }) => Name === '/app/bucket').Value); };`,
    },
    {
      name: 'the error that came in place of the secret',
      code: `${secrets}\nconst read = async () => { const { SecretString } = await client.send(get); return SecretString ?? new Error('none'); };\nexport const handler = async () => { const secret = await read(); if (secret instanceof Error) console.error(\`failed: \${secret}\`); };`,
    },
    {
      name: 'how a secret is set up',
      code: `${secrets}\nexport const handler = async () => { const { SecretString } = await client.send(get); const { domain, limit, client_id: id } = JSON.parse(SecretString); console.log(domain, limit, id); };`,
    },
    {
      name: "a client's error, where the headers that were sent hold no credential",
      code: `import axios from 'axios';
export const handler = async event => { try { await axios.post('https://api.example.com', '{}', { headers: { 'content-type': 'application/json' } }); } catch (error) { console.error(error); } };`,
    },
    {
      name: 'a switch beside the secret',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
export const handler = async () => { const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'app' })); console.log(JSON.parse(SecretString).sandbox); };`,
    },
    {
      name: 'in a test',
      code: `import axios from 'axios';
export const handler = async event => { try { await axios.post('https://api.example.com', '{}', { headers: { Authorization: 'Basic x' } }); } catch (error) { console.error(error); } };`,
      filename: 'client.test.ts',
    },
    {
      name: 'a copy of a secret with its password masked',
      code: `${secrets}\nexport const handler = async event => { const { SecretString } = await client.send(get); const shown = { ...JSON.parse(SecretString), password: '***' }; console.log(shown); };`,
    },
    {
      name: 'the names of the headers, as pairs give them',
      code: `export const handler = async event => console.log(Object.entries(event.headers).map(([name]) => name).join(', '));`,
    },
    {
      name: 'a token that names an execution',
      code: `export const handler = async event => console.log(event.pathParameters.executionToken);`,
    },
    { name: 'a header that is no secret', code: "export const handler = async event => console.log(event.headers['user-agent']);" },
    { name: 'its length', code: 'export const handler = async event => console.log(event.headers.authorization.length);' },
    {
      name: 'whether it is there',
      code: `export const handler = async event => console.log(!!event.headers.authorization, 'cookie' in event.headers);`,
    },
    { name: 'the names of the headers', code: `export const handler = async event => console.log(Object.keys(event.headers));` },
    {
      name: 'a token that pages through a list',
      code: `export const handler = async event => { const { nextToken } = JSON.parse(event.body); console.log(nextToken); };`,
    },
    {
      name: 'how many tokens there are',
      code: `export const handler = async event => { const { tokenCount } = JSON.parse(event.body); console.log(tokenCount); };`,
    },
    {
      name: 'which secret it was',
      code: `${secrets}\nexport const handler = async event => { const secret = await client.send(get); console.log(secret.ARN, secret.Name, secret.VersionId); };`,
    },
    {
      name: 'where the database is that the secret opens',
      code: `${secrets}\nexport const handler = async event => { const { SecretString } = await client.send(get); console.log(JSON.parse(SecretString).host); };`,
    },
    {
      name: 'that a secret was fetched',
      code: `${secrets}\nexport const handler = async event => { const secret = await client.send(get); console.log('fetched', secret.SecretString !== undefined); };`,
    },
    {
      name: 'parameters that are kept in clear',
      code: `${parameters}\nexport const handler = async event => { const { Parameters } = await client.send(new GetParametersCommand({ Names: ['a'] })); for (const { Value } of Parameters) console.log(Value); };`,
    },
    {
      name: 'the names of decrypted parameters',
      code: `${parameters}\nexport const handler = async event => { const { Parameters } = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const { Name } of Parameters) console.log(Name); };`,
    },
    {
      name: "a client error's message",
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com'); } catch (error) { console.error(error.message); } };`,
    },
    {
      name: "a client error's status",
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com'); } catch (error) { console.error('failed', error.response?.status, error.code); } };`,
    },
    {
      name: 'any other error',
      code: `import { work } from './work.js';\nexport const handler = async event => { try { await work(); } catch (error) { console.error(error); } };`,
    },
    {
      name: "the subject of a token's claims",
      code: `${jwt}\nexport const handler = async event => { const claims = jwt.verify(event.headers.authorization, key); console.log(claims.sub); };`,
    },
    {
      name: 'a digest of it',
      code: `import { createHash } from 'node:crypto';\nexport const handler = async event => console.log(createHash('sha256').update(event.headers.authorization).digest('hex'));`,
    },
    {
      name: 'replaced before it is logged',
      code: `export const handler = async event => { let token = event.headers.authorization; token = '***'; console.log(token); };`,
    },
    {
      name: 'a variable of such a name that holds something else',
      code: `export const handler = async event => { const password = 'none given'; console.log(password, event.id); };`,
    },
    {
      name: 'masked by its own function',
      code: `import { mask } from './mask.js';\nexport const handler = async event => console.log(mask(event.headers.authorization));`,
    },
  ],
  invalid: [
    {
      name: 'the error of a request that sends a text from elsewhere, or headers for all',
      code: `${axios}\naxios.defaults.headers.common.authorization = 'x';\nexport const handler = async () => { try { await axios.post('https://api.example.com', 'query=1'); } catch (error) { console.log('error', error); } };`,
      errors: tainted,
    },
    {
      name: 'a token behind a test that it is none, and where it may be one',
      code: `import jwt from 'jsonwebtoken';\nimport { key } from './key.js';\nconst verify = token => { try { return jwt.verify(token, key()); } catch { return null; } };\nexport const handler = async event => { const claims = verify(event.token); if (!claims) { console.error('invalid'); } console.log(claims); if (claims !== null) console.log(claims); };`,
      errors: [...tainted, ...tainted],
    },
    {
      name: 'the header of credentials, which a loop looks for in lower case',
      code: `const header = (event, name) => { const wanted = name.toLowerCase(); for (const [key, value] of Object.entries(event.headers || {})) { if (key.toLowerCase() === wanted) return value; } return undefined; };\nexport const handler = async event => { console.log(header(event, 'Authorization')); };`,
      errors: tainted,
    },
    {
      name: 'an answer that not every error has, or the error',
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: event.token } }); } catch (error) { console.error(error.response || error); } };`,
      errors: tainted,
    },
    {
      name: 'a key in the address',
      code: `${axios}\nexport const handler = async event => { try { await axios.get(\`https://api.example.com?api_key=\${process.env.MAPS_API_KEY}\`); } catch (error) { console.error(error); } };`,
      errors: tainted,
    },
    {
      name: 'headers that the program sets for all requests',
      code: `${axios}\naxios.defaults.headers.common.Authorization = process.env.BASIC;\nexport const handler = async event => { try { await axios.get('https://api.example.com'); } catch (error) { console.error(error); } };`,
      errors: tainted,
    },
    {
      name: 'a token that was signed for a user',
      code: `${jwt}\nexport const handler = async event => { const token = jwt.sign({ sub: event.id }, key()); console.log('signed in', token); return { statusCode: 200, body: JSON.stringify({ token }) }; };`,
      errors: tainted,
    },
    {
      name: 'a token without its first characters',
      code: `export const handler = async event => console.log(event.headers.authorization.slice(7));`,
      errors: tainted,
    },
    {
      name: 'most of a token',
      code: `export const handler = async () => console.log(process.env.API_TOKEN.substring(0, 20));`,
      errors: tainted,
    },
    {
      name: 'a header of credentials that is sought by the name that a function is given',
      code: `const headerOf = (event, wanted) => { const name = Object.keys(event.headers ?? {}).find(each => each.toLowerCase().trim() === wanted); return name && event.headers[name]; };\nexport const handler = async event => console.log(headerOf(event, 'authorization'));`,
      errors: tainted,
    },
    {
      name: 'a member of a secret that opens something',
      code: `${secrets}\nexport const handler = async () => { const { SecretString } = await client.send(get); const config = JSON.parse(SecretString); console.log(config.SIGNING_KEY); };`,
      errors: tainted,
    },
    {
      name: 'a secret of the environment, by its name',
      code: `const { DB_PASSWORD: password } = process.env;\nexport const handler = async () => { const dsn = \`app:\${password}@db\`; console.log('connecting', dsn); };`,
      errors: tainted,
    },
    {
      name: 'the secret that a client shares, out of a configuration object',
      code: `const config = { id: process.env.CLIENT_ID, secret: process.env.CLIENT_SECRET };\nexport const handler = async () => console.log(config);`,
      errors: tainted,
    },
    {
      name: 'a header that is found by its name and is a credential',
      code: `export const handler = async event => { for (const name in event.headers) if (name.toLowerCase() === 'authorization') console.log(event.headers[name]); };`,
      errors: tainted,
    },
    {
      name: 'a credential whose name is searched for first',
      code: `export const handler = async event => { const name = Object.keys(event.headers).find(key => key.toLowerCase() === 'authorization'); console.log(event.headers[name]); };`,
      errors: tainted,
    },
    {
      name: 'each header but one',
      code: `export const handler = async event => { for (const [name, value] of Object.entries(event.headers)) if (name.toLowerCase() !== 'x-request-id') console.log(value); };`,
      errors: tainted,
    },
    {
      name: 'headers of a list with a credential on it',
      code: `export const handler = async event => { for (const name of ['accept', 'authorization']) console.log(event.headers[name]); };`,
      errors: tainted,
    },
    {
      name: 'the authorization, out of a copy of the headers with names in lower case',
      code: `export const handler = async event => { const copy = {}; for (const [name, value] of Object.entries(event.headers)) copy[name.toLowerCase()] = value; console.log(copy['authorization']); };`,
      errors: tainted,
    },
    {
      name: 'the password in a parameter that also holds a folder',
      code: `import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});\nexport const handler = async () => { const { Parameter } = await client.send(new GetParameterCommand({ Name: '/app/sftp', WithDecryption: true })); const { password } = JSON.parse(Parameter.Value); console.log(password); };`,
      errors: tainted,
    },
    {
      name: "a client's error in JSON, with its request",
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: 'Basic x' } }); } catch (error) { console.error(\`failed: \${JSON.stringify(error)}\`); } };`,
      errors: tainted,
    },
    {
      name: 'an error that is one of the client',
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: 'Basic x' } }); } catch (error) { if (axios.isAxiosError(error)) console.error(error); } };`,
      errors: tainted,
    },
    {
      name: 'a whole tree of parameters',
      code: `import { SSM } from '@aws-sdk/client-ssm';\nconst ssm = new SSM({});\nexport const handler = async () => { const { Parameters } = await ssm.getParametersByPath({ Path: '/app', WithDecryption: true }); console.log(Parameters); };`,
      errors: tainted,
    },
    {
      name: 'the secret, where no error came in its place',
      code: `${secrets}\nconst read = async () => { const { SecretString } = await client.send(get); return SecretString ?? new Error('none'); };\nexport const handler = async () => { const secret = await read(); if (secret instanceof Error) return; console.error(\`got: \${secret}\`); };`,
      errors: tainted,
    },
    {
      name: "a client's error, where the headers that were sent hold a credential",
      code: `import axios from 'axios';
export const handler = async event => { try { await axios.post('https://api.example.com', '{}', { headers: { Authorization: event.token } }); } catch (error) { console.error(error); } };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a secret beside the switch',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});
export const handler = async () => { const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'app' })); console.log(JSON.parse(SecretString).sandboxKey); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the Authorization header',
      code: "export const handler = async event => console.log('auth', event.headers.authorization);",
      errors: tainted,
    },
    { name: 'all headers', code: `export const handler = async event => console.log(JSON.stringify(event.headers));`, errors: tainted },
    {
      name: 'a header under a name in brackets',
      code: `export const handler = async event => console.log(event.headers['x-api-key']);`,
      errors: tainted,
    },
    {
      name: 'a destructured header',
      code: `export const handler = async ({ headers: { Authorization: given } }) => console.log(given);`,
      errors: tainted,
    },
    {
      name: 'the headers one by one',
      code: `export const handler = async event => { for (const [name, value] of Object.entries(event.headers)) console.log(name, value); };`,
      errors: tainted,
    },
    { name: 'the cookies', code: `export const handler = async event => console.log('cookies', event.cookies);`, errors: tainted },
    {
      name: 'a password of the body',
      code: 'export const handler = async event => { const { user, password } = JSON.parse(event.body); console.log(`login of ${user} with ${password}`); };',
      errors: tainted,
    },
    {
      name: 'what the authorizer says of the caller',
      code: `export const handler = async event => console.log(event.requestContext.authorizer.claims);`,
      errors: tainted,
    },
    {
      name: 'a fetched secret',
      code: `${secrets}\nexport const handler = async event => { const secret = await client.send(get); console.log(secret.SecretString); };`,
      errors: tainted,
    },
    {
      name: 'a fetched secret with all that surrounds it',
      code: `${secrets}\nexport const handler = async event => { const secret = await client.send(get); console.log({ secret }); };`,
      errors: tainted,
    },
    {
      name: 'a fetched secret, in a callback',
      code: `const AWS = require('aws-sdk');\nconst client = new AWS.SecretsManager();\nexports.handler = (event, context, callback) => { client.getSecretValue({ SecretId: 'app' }, (error, data) => { if (error) return callback(error); console.log(data.SecretString); callback(null); }); };`,
      errors: tainted,
    },
    {
      name: 'decrypted parameters, in a loop',
      code: `${parameters}\nexport const handler = async event => { const { Parameters } = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const { Value } of Parameters) console.log(Value); };`,
      errors: tainted,
    },
    {
      name: 'a decrypted text',
      code: `const AWS = require('aws-sdk');\nconst kms = new AWS.KMS();\nexports.handler = async event => { const { Plaintext } = await kms.decrypt({ CiphertextBlob: Buffer.from(process.env.ENCRYPTED, 'base64') }).promise(); console.log(Plaintext.toString('utf8')); };`,
      errors: tainted,
    },
    {
      name: "a client's error, which carries the request",
      code: `${axios}\nexport const handler = async event => { try { await axios.get('https://api.example.com', { headers: { Authorization: event.token } }); } catch (error) { console.error('failed', error); } };`,
      errors: tainted,
    },
    {
      name: 'the same, in a rejected promise',
      code: `${axios}\nexport const handler = event => axios.get('https://api.example.com', { headers: { Authorization: event.token } }).catch(error => { console.error(error); });`,
      errors: tainted,
    },
    {
      name: "a verified token's claims",
      code: `${jwt}\nexport const handler = async event => { const claims = jwt.verify(event.headers.authorization, key); console.log(claims); };`,
      errors: tainted,
    },
    {
      name: 'in a helper',
      code: `const trace = (label, value) => console.debug(label, value);\nexport const handler = async event => trace('token', event.headers.authorization);`,
      errors: tainted,
    },
    {
      name: 'in a class that keeps it',
      code: `class Session { constructor(token) { this.token = token; } describe() { console.log('session', this.token); } }\nexport const handler = async event => new Session(event.headers.authorization).describe();`,
      errors: tainted,
    },
    {
      name: 'cut out of its header',
      code: `export const handler = async event => { const token = event.headers.authorization.split(' ')[1]; console.log(token); };`,
      errors: tainted,
    },
    {
      name: 'tokens that a user pool gave',
      code: `import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';\nconst client = new CognitoIdentityProviderClient({});\nexport const handler = async event => { const answer = await client.send(new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH' })); console.log(answer.AuthenticationResult); };`,
      errors: tainted,
    },
    {
      name: 'a secret that Powertools fetched',
      code: `import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nexport const handler = async event => { const secret = await getSecret('app'); console.log(secret); };`,
      errors: tainted,
    },
  ],
});
