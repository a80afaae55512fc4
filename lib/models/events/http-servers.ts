import { defineEvent } from '../event-model.js';
import type { EventField } from '../event-model.js';

/** The Lambda event that serverless-http and its kin hang on the request. */
const lambdaEvent = (path: string): Record<string, EventField> => ({
  [path]: { trust: 'controlled', label: 'the event', whole: true },
  [`${path}.requestContext`]: { trust: 'trusted' },
  [`${path}.requestContext.authorizer`]: { trust: 'identity', sensitive: "the authorizer's claims" },
  [`${path}.stageVariables`]: { trust: 'trusted' },
  [`${path}.headers`]: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
  [`${path}.body`]: { trust: 'controlled', label: 'the request body', form: 'text', whole: true },
});

const requestHeaders = (path: string): Record<string, EventField> => ({
  [path]: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
  [`${path}.*`]: { trust: 'controlled', label: 'a request header', form: 'string' },
});

const requestParameters = (path: string): Record<string, EventField> => ({
  [path]: { trust: 'controlled', label: 'the path parameters' },
  [`${path}.*`]: { trust: 'controlled', label: 'a path parameter', form: 'string' },
});

/** A query parser may make arrays and objects of `a[b]=c`, so a parameter is not always a string. */
const requestQuery = (path: string): Record<string, EventField> => ({
  [path]: { trust: 'controlled', label: 'the query string' },
  [`${path}.*`]: { trust: 'controlled', label: 'a query parameter' },
});

const requestBody: EventField = { trust: 'controlled', label: 'the request body', whole: true };
const requestPath: EventField = { trust: 'controlled', label: 'the request path', form: 'string', rooted: true };
const host: EventField = { trust: 'controlled', label: 'the Host header', form: 'string' };
const requestCookies = { trust: 'controlled', label: 'the cookies', sensitive: 'the cookies' } as const;

/** The request of Express and of what imitates it. https://expressjs.com/en/5x/api.html#req */
export const expressRequest = defineEvent({
  types: ['ExpressRequest'],
  role: 'request',
  service: 'Express',
  distinctive: [],
  fields: {
    body: requestBody,
    rawBody: { ...requestBody, form: 'text' },
    ...requestQuery('query'),
    ...requestParameters('params'),
    ...requestHeaders('headers'),
    rawHeaders: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    cookies: requestCookies,
    'cookies.*': { trust: 'controlled', label: 'a cookie', form: 'string', sensitive: 'a cookie' },
    signedCookies: { trust: 'identity', sensitive: 'the cookies' },
    url: requestPath,
    originalUrl: requestPath,
    path: requestPath,
    hostname: host,
    host,
    'file.originalname': { trust: 'controlled', label: "the uploaded file's name", form: 'string' },
    'file.buffer': { trust: 'controlled', label: 'the uploaded file', form: 'text' },
    files: { trust: 'controlled', label: 'the uploaded files' },
    user: { trust: 'identity' },
    auth: { trust: 'identity' },
    session: { trust: 'identity' },
    ...lambdaEvent('apiGateway.event'),
    ...lambdaEvent('event'),
  },
  rest: 'trusted',
});

/** Fastify's request. https://fastify.dev/docs/latest/Reference/Request/ */
export const fastifyRequest = defineEvent({
  types: ['FastifyRequest'],
  role: 'request',
  service: 'Fastify',
  distinctive: [],
  fields: {
    body: requestBody,
    ...requestQuery('query'),
    ...requestParameters('params'),
    ...requestHeaders('headers'),
    cookies: requestCookies,
    'cookies.*': { trust: 'controlled', label: 'a cookie', form: 'string', sensitive: 'a cookie' },
    url: requestPath,
    originalUrl: requestPath,
    hostname: host,
    host,
    user: { trust: 'identity' },
    ...lambdaEvent('awsLambda.event'),
  },
  rest: 'trusted',
});

/** Koa's context. https://koajs.com/#context */
export const koaContext = defineEvent({
  types: ['KoaContext'],
  role: 'router-context',
  service: 'Koa',
  distinctive: [],
  fields: {
    ...requestQuery('query'),
    ...requestQuery('request.query'),
    ...requestParameters('params'),
    ...requestHeaders('headers'),
    ...requestHeaders('header'),
    ...requestHeaders('request.headers'),
    ...requestHeaders('request.header'),
    'request.body': requestBody,
    'request.rawBody': { ...requestBody, form: 'text' },
    querystring: { trust: 'controlled', label: 'the query string', form: 'string' },
    search: { trust: 'controlled', label: 'the query string', form: 'string' },
    url: requestPath,
    originalUrl: requestPath,
    path: requestPath,
    href: requestPath,
    host,
    hostname: host,
    'state.user': { trust: 'identity' },
    ...lambdaEvent('req.apiGateway.event'),
  },
  rest: 'trusted',
});

/** lambda-api's request. https://github.com/jeremydaly/lambda-api#request */
export const lambdaApiRequest = defineEvent({
  types: ['LambdaApiRequest'],
  role: 'request',
  service: 'lambda-api',
  distinctive: [],
  fields: {
    body: requestBody,
    rawBody: { ...requestBody, form: 'text' },
    ...requestQuery('query'),
    ...requestQuery('multiValueQuery'),
    ...requestParameters('params'),
    ...requestHeaders('headers'),
    ...requestHeaders('rawHeaders'),
    ...requestHeaders('multiValueHeaders'),
    cookies: requestCookies,
    'cookies.*': { trust: 'controlled', label: 'a cookie', form: 'string', sensitive: 'a cookie' },
    path: requestPath,
    userAgent: { trust: 'controlled', label: 'the user agent', form: 'string' },
    auth: { trust: 'controlled', sensitive: 'the Authorization header' },
    'requestContext.authorizer': { trust: 'identity', sensitive: "the authorizer's claims" },
    ...lambdaEvent('app._event'),
  },
  rest: 'trusted',
});

/**
 * Hono's context. A getter such as `c.req.query('page')` counts as the members `req.query.page`, `c.req.query()` as `req.query`.
 * https://hono.dev/docs/api/request
 */
export const honoContext = defineEvent({
  types: ['HonoContext'],
  role: 'router-context',
  service: 'Hono',
  distinctive: [],
  fields: {
    ...requestQuery('req.query'),
    ...requestQuery('req.queries'),
    ...requestParameters('req.param'),
    ...requestHeaders('req.header'),
    'req.json': requestBody,
    'req.parseBody': requestBody,
    'req.formData': requestBody,
    'req.text': { ...requestBody, form: 'text' },
    'req.arrayBuffer': { ...requestBody, form: 'text' },
    'req.blob': requestBody,
    'req.valid': { trust: 'controlled', label: 'the validated request data' },
    'req.url': { trust: 'controlled', label: 'the request URL', form: 'string' },
    'req.path': requestPath,
    'req.raw': { trust: 'controlled', below: 'trusted', whole: true },
    ...requestHeaders('req.raw.headers'),
    'req.raw.url': { trust: 'controlled', label: 'the request URL', form: 'string' },
    'req.raw.body': requestBody,
    ...lambdaEvent('env.event'),
  },
  rest: 'trusted',
});

/** The web's own request, which Powertools, Hono and others hand on. https://developer.mozilla.org/docs/Web/API/Request */
export const webRequest = defineEvent({
  types: ['WebRequest'],
  role: 'request',
  service: 'HTTP',
  distinctive: [],
  fields: {
    ...requestHeaders('headers'),
    url: { trust: 'controlled', label: 'the request URL', form: 'string' },
    body: requestBody,
    json: requestBody,
    formData: requestBody,
    text: { ...requestBody, form: 'text' },
    arrayBuffer: { ...requestBody, form: 'text' },
  },
  rest: 'trusted',
});

/**
 * What Powertools' HTTP router hands to a route.
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/http/
 */
export const powertoolsRouterContext = defineEvent({
  types: ['PowertoolsRouterContext'],
  role: 'router-context',
  service: 'Powertools event handler',
  distinctive: [],
  fields: {
    ...requestParameters('params'),
    req: { trust: 'controlled', below: 'trusted', whole: true },
    ...requestHeaders('req.headers'),
    'req.url': { trust: 'controlled', label: 'the request URL', form: 'string' },
    'req.body': requestBody,
    'req.json': requestBody,
    'req.formData': requestBody,
    'req.text': { ...requestBody, form: 'text' },
    'req.arrayBuffer': { ...requestBody, form: 'text' },
    'valid.req': { trust: 'controlled', label: 'the validated request data' },
    ...lambdaEvent('event'),
  },
  rest: 'trusted',
});

/** What a procedure of tRPC gets. https://trpc.io/docs/server/procedures */
export const trpcOptions = defineEvent({
  types: ['TrpcOptions'],
  role: 'router-context',
  service: 'tRPC',
  distinctive: [],
  fields: {
    input: { trust: 'controlled', label: 'the input of the procedure', whole: true },
    'ctx.user': { trust: 'identity' },
    'ctx.session': { trust: 'identity' },
  },
  rest: 'trusted',
});

/**
 * The arguments of a resolver of Powertools' AppSync router.
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/appsync-graphql/
 */
export const appSyncArguments = defineEvent({
  types: ['AppSyncArguments'],
  role: 'request',
  service: 'AppSync',
  distinctive: [],
  fields: {
    '': { trust: 'controlled', label: 'the GraphQL arguments', whole: true },
    '*': { trust: 'controlled', label: 'a GraphQL argument' },
  },
  rest: 'controlled',
});
