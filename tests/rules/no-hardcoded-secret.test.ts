import rule from '../../rules/no-hardcoded-secret.js';
import { fake, privateKey } from '../secrets/samples.js';
import { check } from './rule-tester.js';

const shape = [{ messageId: 'shape' }];
const token = `ghp_${fake(36)}`;
const key = fake(32);
const password = 'Xk29!vQ-71pL0z';
const supabase = (role: string): string =>
  `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${Buffer.from(JSON.stringify({ iss: 'supabase', ref: 'shop', role })).toString('base64url')}.${fake(43)}`;

check('no-hardcoded-secret', rule, {
  valid: [
    {
      name: 'a user whom the program calls one of a demonstration, and those that a store starts with',
      code: `const demoUser = { password: '${password}' };\nconst DEMO_PASSWORD = '${password}';\nconst seedUsers = [{ password: '${password}' }];`,
    },
    {
      name: 'the password of a user in a file that fills a store',
      code: `const password = process.env.ADMIN_PASSWORD || '${password}';`,
      filename: 'seedUsers.ts',
    },
    { name: 'a private key that is called a fake', code: `export const fakePrivateKey = \`${privateKey('EC ')}\`;` },
    { name: 'what tests are set up with', code: `const password = '${password}';`, filename: 'vitest-setup.ts' },
    { name: 'in a script that tests', code: `const password = '${password}';`, filename: 'scripts/test-login.js' },
    {
      name: 'the id of a key that has expired, and the token of a request that was recorded',
      code: `const identity = { accessKey: 'ASIA${'Q7RT2WXM4ZKP9LBN'}' };\nconst headers = { 'X-Amz-Security-Token': 'IQoJb3JpZ2luX2Vj${fake(60)}' };`,
    },
    {
      name: 'credentials that the program says are made up',
      code: `const MOCK_CREDENTIALS = { email: 'admin@example.com', password: '${password}' };\nconst users = sampleUsers;\nconst fakeUsers = [{ name: 'a', password: '${password}' }];`,
    },
    {
      name: 'an event that a function makes up',
      code: `const event = createMockEvent({ email: 'a@example.com', password: '${password}', profile: { password: '${password}' } });`,
    },
    { name: 'the key of a web client of Supabase, of the role that every browser has', code: `const anonKey = '${supabase('anon')}';` },
    {
      name: 'the key of a web client of Firebase, which every browser gets',
      code: `firebase.initializeApp({ apiKey: 'AIza${fake(35)}', authDomain: 'shop.firebaseapp.com', projectId: 'shop' });`,
    },
    {
      name: 'a user of a load test',
      code: `import http from 'k6/http';\nexport default () => http.post('http://localhost:3000/login', JSON.stringify({ email: 'a@example.com', password: '${password}' }));`,
    },
    {
      name: 'compared with a word of the program',
      code: `export const handler = async event => event.tokenType === 'refresh_token' || event.password !== 'changeme' || event.state === '${key}';`,
    },
    { name: 'a URL that shows where the password goes', code: "const dsn = 'https://dummy:dummy@errors.example.com/1';" },
    { name: 'what a mock answers', code: `const client = { clientSecret: '${password}' };`, filename: 'oauthGQLMocks.ts' },
    { name: 'a pass that stands beside no user', code: `const lesson = { title: 'Latin', pass: '${password}' };` },
    { name: 'in a folder of tests', code: `const password = '${password}';`, filename: 'e2e-tests/src/users.ts' },
    { name: 'read at run time', code: 'const password = process.env.DB_PASSWORD;' },
    { name: 'a length', code: "const passwordLength = '16';" },
    { name: 'a placeholder', code: "const apiKey = '<your-api-key>';" },
    { name: 'the name of a secret', code: "const secretName = 'prod/app/db';" },
    { name: 'the ARN of a secret', code: "const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-a1b2c3';" },
    {
      name: 'an example of the documentation',
      code: "const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };",
    },
    { name: 'a mask', code: "const password = '************';" },
    { name: 'a token that pages through a list', code: `const nextToken = '${key}';` },
    { name: 'a URL of the database in the container beside', code: "const url = 'postgres://postgres:postgres@db:5432/app';" },
    { name: 'a URL with a place for the password', code: 'const url = `postgres://app:${process.env.DB_PASSWORD}@db.internal:5432/app`;' },
    { name: 'what a form says', code: "const texts = { password: 'Enter your password', token: 'Your token has expired' };" },
    { name: 'what a header is called', code: "const AUTH_TOKEN = 'x-auth-token';" },
    { name: 'what its type is called', code: "const token = { token_type: 'Bearer', token: 'access_token' };" },
    {
      name: 'a header with a place for the token',
      code: "const headers = { Authorization: `Bearer ${process.env.TOKEN}`, authorization: 'Bearer <token>' };",
    },
    {
      name: 'a header that says how to log in',
      code: `const headers = { 'WWW-Authenticate': 'Bearer realm="orders"', Authorization: 'Bearer' };`,
    },
    { name: 'a digest of a file', code: `const integrity = 'sha512-${fake(86)}==';` },
    { name: 'an id', code: "const userPoolId = 'eu-west-1_Ab3dEf6hI', clientId = '6f1ed002-ab44-4c3c-9d4f-0123456789ab';" },
    { name: 'a key from elsewhere', code: "import { createHmac } from 'node:crypto';\nconst mac = createHmac('sha256', process.env.KEY);" },
    {
      name: 'a digest of a constant, which is no key',
      code: "import { createHash } from 'node:crypto';\nconst name = createHash('sha256').update('b9d1f6a7c2e84503').digest('hex');",
    },
    { name: 'in a test', code: `const password = '${password}';`, filename: 'db.test.ts' },
    { name: 'the letters that passwords are made of', code: "const passwordAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';" },
  ],
  invalid: [
    {
      name: 'a token in a file that fills a store',
      code: `const headers = { apiToken: '${token}' };`,
      filename: 'seedUsers.ts',
      errors: shape,
    },
    { name: 'a seed that is no user', code: `const seedling = { password: '${password}' };`, errors: shape },
    { name: 'the key of a server of Supabase, which no policy holds', code: `const key = '${supabase('service_role')}';`, errors: shape },
    { name: 'a user who is made, not made up', code: `createUser({ email: 'a@example.com', password: '${password}' });`, errors: shape },
    { name: 'in a file whose name only ends so', code: `const password = '${password}';`, filename: 'contest-login.js', errors: shape },
    {
      name: 'a key that does not expire, and a token of another kind',
      code: `const identity = { accessKey: '${key}' };\nconst headers = { 'X-Api-Key': '${key}' };`,
      errors: [...shape, ...shape],
    },
    {
      name: 'credentials that are said to be the program’s own',
      code: `const ADMIN_CREDENTIALS = { email: 'admin@example.com', password: '${password}' };`,
      errors: shape,
    },
    {
      name: 'a key of Google that is no web client’s',
      code: `const options = { apiKey: 'AIza${fake(35)}', projectId: 'shop' };`,
      errors: shape,
    },
    {
      name: 'a password that a client of its own sends',
      code: `import http from './http.js';\nexport default () => http.post('http://localhost:3000/login', JSON.stringify({ email: 'a@example.com', password: '${password}' }));`,
      errors: shape,
    },
    {
      name: 'what a header is compared with',
      code: `export const handler = async event => { if (event.headers?.['x-api-key'] !== '${key}') return { statusCode: 403 }; return { statusCode: 204 }; };`,
      errors: shape,
    },
    { name: 'what a password is compared with', code: `const isAdmin = password => '${password}' === password;`, errors: shape },
    {
      name: 'what a service of that name knows',
      code: `const client = { clientSecret: '${password}' };`,
      filename: 'mocks-service.ts',
      errors: shape,
    },
    { name: 'a pass beside a user', code: `createTransport({ auth: { user: 'app', pass: '${password}' } });`, errors: shape },
    { name: 'a password by name and shape', code: `const dbPassword = '${password}';`, errors: shape },
    {
      name: 'credentials in a URL',
      code: "const url = 'postgres://app:Zk91xQpL77@db.internal:5432/app';",
      errors: shape,
    },
    {
      name: 'a URL whose user is the password, of a host far away',
      code: "const url = 'postgres://inventory:inventory@db.example.com:5432/app';",
      errors: shape,
    },
    {
      name: 'a key where only a key can stand',
      code: "import { createHmac } from 'node:crypto';\nconst mac = createHmac('sha256', 'b9d1f6a7c2e84503');",
      errors: shape,
    },
    {
      name: 'a key that such a place takes from a constant',
      code: "import { createHmac } from 'node:crypto';\nconst phrase = 'b9d1f6a7c2e84503';\nexport const mac = text => createHmac('sha256', phrase).update(text).digest('hex');",
      errors: shape,
    },
    {
      name: 'the key of a token',
      code: `import jwt from 'jsonwebtoken';\nexport const handler = async event => jwt.verify(event.token, 'orders-signing-2024');`,
      errors: shape,
    },
    {
      name: 'the key of a token, by the imported function',
      code: `import { sign } from 'jsonwebtoken';\nexport const issue = claims => sign(claims, 'orders-signing-2024');`,
      errors: shape,
    },
    { name: 'a token of a known format', code: `const unrelated = '${token}';`, errors: shape },
    { name: 'a token of a known format inside a text', code: `const line = 'use ${token} to clone';`, errors: shape },
    { name: 'a private key', code: `const pem = \`${privateKey()}\`;`, errors: shape },
    {
      name: 'a token in a header',
      code: `export const handler = async event => fetch('https://api.example.com', { headers: { Authorization: 'Bearer ${key}' } });`,
      errors: shape,
    },
    {
      name: 'a token in a header that is set by a call',
      code: `const headers = new Headers();\nheaders.set('Authorization', 'Bearer ${key}');`,
      errors: shape,
    },
    {
      name: 'a password that a client takes',
      code: `import { Client } from 'pg';\nconst client = new Client({ user: 'app', password: '${password}' });`,
      errors: shape,
    },
    {
      name: 'the keys of an account',
      code: `import { S3Client } from '@aws-sdk/client-s3';\nconst client = new S3Client({ credentials: { accessKeyId: 'a', secretAccessKey: '${fake(40)}' } });`,
      errors: shape,
    },
    { name: 'when nothing is set', code: `const secret = process.env.JWT_SECRET || '${key}';`, errors: shape },
    { name: 'in a field of a class', code: `class Api { #apiKey = '${key}'; static token = undefined; }`, errors: shape },
    {
      name: 'in a parameter of a function',
      code: `export const connect = (host, password = '${password}') => [host, password];`,
      errors: shape,
    },
    { name: 'set afterwards', code: `const config = {};\nconfig.apiKey = '${key}';`, errors: shape },
    {
      name: 'in a list that a loop goes through',
      code: `for (const { user, password } of [{ user: 'app', password: '${password}' }]) connect(user, password);`,
      errors: shape,
    },
    { name: 'an exported setting of a module', code: `export default { client_secret: '${key}' };`, errors: shape },
  ],
});
