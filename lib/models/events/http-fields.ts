import type { EventField } from '../event-model.js';

type Fields = Readonly<Record<string, EventField>>;

/** The body of an HTTP request, as text. */
export const body = {
  body: { trust: 'controlled', label: 'the request body', form: 'text', whole: true },
  isBase64Encoded: { trust: 'trusted' },
} as const satisfies Fields;

export const headers = {
  headers: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
  'headers.*': { trust: 'controlled', label: 'a request header', form: 'string' },
} as const satisfies Fields;

export const multiValueHeaders = {
  multiValueHeaders: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
  'multiValueHeaders.*': { trust: 'controlled', label: 'a request header' },
  'multiValueHeaders.*[]': { trust: 'controlled', label: 'a request header', form: 'string' },
} as const satisfies Fields;

export const cookies = {
  cookies: { trust: 'controlled', label: 'the cookies', sensitive: 'the cookies' },
  'cookies[]': { trust: 'controlled', label: 'a cookie', form: 'string', sensitive: 'a cookie' },
} as const satisfies Fields;

export const query = {
  queryStringParameters: { trust: 'controlled', label: 'the query string' },
  'queryStringParameters.*': { trust: 'controlled', label: 'a query parameter', form: 'string' },
} as const satisfies Fields;

export const multiValueQuery = {
  multiValueQueryStringParameters: { trust: 'controlled', label: 'the query string' },
  'multiValueQueryStringParameters.*': { trust: 'controlled', label: 'a query parameter' },
  'multiValueQueryStringParameters.*[]': { trust: 'controlled', label: 'a query parameter', form: 'string' },
} as const satisfies Fields;

export const pathParameters = {
  pathParameters: { trust: 'controlled', label: 'the path parameters' },
  'pathParameters.*': { trust: 'controlled', label: 'a path parameter', form: 'string' },
} as const satisfies Fields;

/** What only the first payload format has: `path`, the route in `resource`, and the caller in `requestContext.identity`. */
export const payloadV1 = {
  path: { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
  httpMethod: { trust: 'trusted' },
  resource: { trust: 'trusted' },
  stageVariables: { trust: 'trusted' },
  requestContext: { trust: 'trusted' },
  'requestContext.path': { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
  'requestContext.authorizer': { trust: 'identity', sensitive: "the authorizer's claims" },
  'requestContext.authorizer.claims': { trust: 'identity', sensitive: "the token's claims" },
  'requestContext.identity': { trust: 'trusted', sensitive: "the caller's identity" },
  'requestContext.identity.userAgent': { trust: 'controlled', label: 'the user agent', form: 'string' },
  'requestContext.identity.apiKey': { trust: 'identity', sensitive: 'the API key' },
  'requestContext.identity.accessKey': { trust: 'identity' },
  'requestContext.identity.user': { trust: 'identity' },
  'requestContext.identity.userArn': { trust: 'identity' },
  'requestContext.identity.caller': { trust: 'identity' },
  'requestContext.identity.cognitoIdentityId': { trust: 'identity' },
  'requestContext.identity.cognitoAuthenticationProvider': { trust: 'identity' },
  'requestContext.identity.clientCert': { trust: 'identity', sensitive: 'the client certificate' },
} as const satisfies Fields;

/** What only the second payload format has: `rawPath`, `rawQueryString` and `requestContext.http`. */
export const payloadV2 = {
  version: { trust: 'trusted' },
  routeKey: { trust: 'trusted' },
  rawPath: { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
  rawQueryString: { trust: 'controlled', label: 'the query string', form: 'string' },
  stageVariables: { trust: 'trusted' },
  requestContext: { trust: 'trusted' },
  'requestContext.http.path': { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
  'requestContext.http.userAgent': { trust: 'controlled', label: 'the user agent', form: 'string' },
  'requestContext.authorizer': { trust: 'identity', sensitive: "the authorizer's claims" },
  'requestContext.authorizer.jwt': { trust: 'identity', sensitive: "the token's claims" },
  'requestContext.authorizer.jwt.claims': { trust: 'identity', sensitive: "the token's claims" },
  'requestContext.authentication': { trust: 'identity', sensitive: 'the client certificate' },
} as const satisfies Fields;
