import { defineEvent } from '../event-model.js';
import { body, cookies, headers, multiValueHeaders, multiValueQuery, pathParameters, payloadV1, payloadV2, query } from './http-fields.js';

/** An HTTP event of which it is not known whether API Gateway, a function URL or a load balancer sends it: the fields of all. */
export const httpRequestEvent = defineEvent({
  types: ['HttpRequestEvent'],
  service: 'HTTP',
  distinctive: [
    'queryStringParameters',
    'multiValueQueryStringParameters',
    'multiValueHeaders',
    'pathParameters',
    'isBase64Encoded',
    'stageVariables',
    'requestContext',
  ],
  typical: ['httpMethod'],
  fields: {
    ...body,
    ...headers,
    ...multiValueHeaders,
    ...cookies,
    ...query,
    ...multiValueQuery,
    ...pathParameters,
    ...payloadV1,
    ...payloadV2,
  },
  rest: 'controlled',
  responds: 'http',
});
