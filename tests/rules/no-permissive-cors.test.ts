import rule from '../../rules/no-permissive-cors.js';
import { check } from './rule-tester.js';

const shape = [{ messageId: 'shape' }];
const answering = (origin: string, before = ''): string =>
  `export const handler = async event => { ${before} return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': ${origin} }, body: '' }; };`;
const allowed = `const allowed = ['https://app.example.com', 'https://admin.example.com'];`;

const express = (cors: string, before = ''): string =>
  `import cors from 'cors';\nimport express from 'express';\nimport serverless from 'serverless-http';\n${before}\nconst app = express();\napp.use(${cors});\napp.get('/', (req, res) => res.json({}));\nexport const handler = serverless(app);`;
const hono = (options: string): string =>
  `import { Hono } from 'hono';\nimport { handle } from 'hono/aws-lambda';\nimport { cors } from 'hono/cors';\nconst app = new Hono();\napp.use('/api/*', cors(${options}));\nexport const handler = handle(app);`;
const nest = (create: string, then = ''): string =>
  `import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module.js';\nexport const handler = async (event, context) => { const app = await NestFactory.create(AppModule${create}); ${then} return answer(app, event, context); };`;

check('no-permissive-cors', rule, {
  valid: [
    ...[`'.example.com'`, `'https://example.com'`, 'process.env.SUFFIX'].map(suffix => ({
      name: `an origin that ends with ${suffix}`,
      code: answering('origin', `const { origin } = event.headers; if (!origin?.endsWith(${suffix})) return { statusCode: 403 };`),
    })),
    { name: 'a middleware with one origin', code: express("cors({ origin: 'https://app.example.com' })") },
    { name: 'a middleware with a list', code: express("cors({ origin: ['https://app.example.com'], credentials: true })") },
    { name: 'a middleware whose origin is set where it is deployed', code: express('cors({ origin: process.env.ORIGIN })') },
    {
      name: 'a middleware with options from elsewhere',
      code: express('cors(options)', "import { options } from './cors-options.js';"),
    },
    {
      name: 'a middleware that asks a function',
      code: express('cors({ origin: (from, done) => done(null, from === "https://app.example.com") })'),
    },
    { name: 'a middleware that lets nobody in', code: express('cors({ origin: false })') },
    { name: "Hono's with one origin", code: hono("{ origin: 'https://app.example.com' }") },
    { name: "Nest's with one origin", code: nest('', "app.enableCors({ origin: 'https://app.example.com' });") },
    { name: "Nest's without CORS", code: nest(', { cors: false }') },
    {
      name: "middy's, whose default depends on its version",
      code: `import middy from '@middy/core';\nimport cors from '@middy/http-cors';\nexport const handler = middy(async event => ({ statusCode: 200, body: '' })).use(cors());`,
    },
    {
      name: 'a middleware in a program that is no handler',
      code: `import cors from 'cors';\nimport express from 'express';\nconst app = express();\napp.use(cors());\napp.listen(3000);`,
    },
    { name: 'what a test makes events of', code: answering('event.headers.origin'), filename: 'test/events.js' },
    { name: 'one origin', code: answering("'https://app.example.com'") },
    {
      name: 'every method, from one origin',
      code: `export const handler = async event => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://app.example.com', 'Access-Control-Allow-Methods': '*' }, body: '' });`,
    },
    {
      name: 'every header, from one origin',
      code: `export const handler = async event => ({ statusCode: 200, headers: { 'Access-Control-Allow-Headers': '*' }, body: '' });`,
    },
    { name: 'an origin that is set where it is deployed', code: answering('process.env.ALLOWED_ORIGIN') },
    {
      name: 'an origin of a list',
      code: `${allowed}\n${answering('allowed.includes(event.headers.origin) ? event.headers.origin : allowed[0]')}`,
    },
    {
      name: 'an origin of a list, checked first',
      code: `${allowed}\n${answering('event.headers.origin', "if (!allowed.includes(event.headers.origin)) return { statusCode: 403, body: '' };")}`,
    },
    {
      name: 'an origin that a whole pattern matches',
      code: answering(
        'event.headers.origin',
        String.raw`if (!/^https:\/\/[a-z]+\.example\.com$/.test(event.headers.origin)) return { statusCode: 403, body: '' };`,
      ),
    },
    {
      name: 'an origin that a table gives',
      code: `const origins = { eu: 'https://eu.example.com', us: 'https://us.example.com' };\n${answering('origins[event.pathParameters.region]')}`,
    },
    {
      name: 'a body that holds a star',
      code: `export const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: '*' });`,
    },
    {
      name: 'headers of a request that goes out',
      code: `export const handler = async event => { await fetch('https://api.example.com', { headers: { 'Access-Control-Allow-Origin': '*' } }); return { statusCode: 204 }; };`,
    },
    {
      name: 'replaced before it is sent',
      code: `export const handler = async event => { const headers = { 'Access-Control-Allow-Origin': '*' }; headers['Access-Control-Allow-Origin'] = 'https://app.example.com'; return { statusCode: 200, headers, body: '' }; };`,
    },
    {
      name: 'replaced by what is spread over it',
      code: `export const handler = async event => { const own = { 'Access-Control-Allow-Origin': 'https://app.example.com' }; return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', ...own }, body: '' }; };`,
    },
    {
      name: 'an object that is never returned',
      code: `export const handler = async event => { const headers = { 'Access-Control-Allow-Origin': '*' }; console.log(Object.keys(headers)); return { statusCode: 200, body: '' }; };`,
    },
    {
      name: 'a program that is no handler',
      code: `export function answer() { return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' }; }`,
    },
  ],
  invalid: [
    ...[`'example.com'`, 'event.body'].map(suffix => ({
      name: `an origin that ends with ${suffix}`,
      code: answering('origin', `const { origin } = event.headers; if (!origin?.endsWith(${suffix})) return { statusCode: 403 };`),
      errors: shape,
    })),
    { name: 'a middleware without options', code: express('cors()'), errors: shape },
    { name: 'a middleware with options, but no origin', code: express('cors({ credentials: true })'), errors: shape },
    { name: 'a middleware for every origin', code: express("cors({ origin: '*' })"), errors: shape },
    { name: 'a middleware for whichever origin asks', code: express('cors({ origin: true, credentials: true })'), errors: shape },
    { name: 'a middleware with options in a constant', code: express('cors(options)', "const options = { origin: '*' };"), errors: shape },
    { name: "Hono's for every origin", code: hono("{ origin: '*' }"), errors: shape },
    { name: "Hono's without options", code: hono(''), errors: shape },
    { name: "Nest's without options", code: nest('', 'app.enableCors();'), errors: shape },
    { name: "Nest's for whichever origin asks", code: nest('', 'app.enableCors({ origin: true });'), errors: shape },
    { name: "Nest's, asked for where the application is made", code: nest(', { cors: true }'), errors: shape },
    {
      name: "middy's for every origin",
      code: `import middy from '@middy/core';\nimport cors from '@middy/http-cors';\nexport const handler = middy(async event => ({ statusCode: 200, body: '' })).use(cors({ origin: '*' }));`,
      errors: shape,
    },
    {
      name: "Powertools'",
      code: `import { Router } from '@aws-lambda-powertools/event-handler/http';\nimport { cors } from '@aws-lambda-powertools/event-handler/http/middleware';\nconst app = new Router();\napp.use(cors());\nexport const handler = async (event, context) => app.resolve(event, context);`,
      errors: shape,
    },
    {
      name: "Koa's, whose default is whichever origin asks",
      code: `import cors from '@koa/cors';\nimport Koa from 'koa';\nimport serverless from 'serverless-http';\nconst app = new Koa();\napp.use(cors());\nexport const handler = serverless(app);`,
      errors: shape,
    },
    {
      name: "lambda-api's",
      code: `const api = require('lambda-api')();\napi.get('/', (req, res) => { res.cors({}); return { ok: true }; });\nexports.handler = (event, context) => api.run(event, context);`,
      errors: shape,
    },
    { name: 'the same elsewhere', code: answering('event.headers.origin'), filename: 'lib/events.js', errors: shape },
    { name: 'every origin', code: answering("'*'"), errors: shape },
    {
      name: 'whichever origin asks',
      code: `export const handler = async event => ({ statusCode: 200, headers: { 'access-control-allow-origin': event.headers.origin }, body: '' });`,
      errors: shape,
    },
    { name: 'whichever origin asks, by a variable', code: answering('from', 'const { origin: from } = event.headers;'), errors: shape },
    { name: 'whichever origin asks, written into a text', code: answering('`${event.headers.Origin}`'), errors: shape },
    {
      name: 'headers of the module',
      code: `const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };\nexport const handler = async event => ({ statusCode: 200, headers, body: '{}' });`,
      errors: shape,
    },
    {
      name: 'headers that are spread',
      code: `const cors = { 'Access-Control-Allow-Origin': '*' };\nexport const handler = async event => ({ statusCode: 200, headers: { ...cors, 'Cache-Control': 'no-store' }, body: '{}' });`,
      errors: shape,
    },
    {
      name: 'through a helper',
      code: `const answer = (statusCode, data) => ({ statusCode, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(data) });\nexport const handler = async event => answer(200, { ok: true });`,
      errors: shape,
    },
    {
      name: 'in a class',
      code: `class Answer { constructor() { this.headers = { 'Access-Control-Allow-Origin': '*' }; } ok(body) { return { statusCode: 200, headers: this.headers, body }; } }\nexport const handler = async event => new Answer().ok('');`,
      errors: shape,
    },
    {
      name: 'set afterwards',
      code: `export const handler = async event => { const response = { statusCode: 200, headers: {}, body: '' }; response.headers['Access-Control-Allow-Origin'] = '*'; return response; };`,
      errors: shape,
    },
    {
      name: 'given to a callback',
      code: `exports.handler = (event, context, callback) => { callback(null, { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' }); };`,
      errors: shape,
    },
    {
      name: 'in a wrapper of its own',
      code: `const withCors = inner => async event => { const response = await inner(event); return { ...response, headers: { 'Access-Control-Allow-Origin': '*' } }; };\nexport const handler = withCors(async event => ({ statusCode: 200, body: '' }));`,
      errors: shape,
    },
    {
      name: 'headers with several values',
      code: `export const handler = async event => ({ statusCode: 200, multiValueHeaders: { 'Access-Control-Allow-Origin': ['*'] }, body: '' });`,
      errors: shape,
    },
    {
      name: 'when the list does not hold it',
      code: `${allowed}\n${answering("allowed.includes(event.headers.origin) ? event.headers.origin : '*'")}`,
      errors: shape,
    },
    {
      name: 'a list that is only looked at',
      code: `${allowed}\n${answering('event.headers.origin', "if (!allowed.includes(event.headers.origin)) console.warn('unknown origin');")}`,
      errors: shape,
    },
  ],
});
