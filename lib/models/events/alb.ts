import { defineEvent } from '../event-model.js';
import { body, headers, multiValueHeaders, multiValueQuery, query } from './http-fields.js';

/**
 * Application Load Balancer with a Lambda target. It sends query parameters as they came, still URL-encoded.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export const albEvent = defineEvent({
  types: ['ALBEvent'],
  handlerTypes: ['ALBHandler'],
  service: 'Application Load Balancer',
  distinctive: ['requestContext.elb'],
  fields: {
    ...body,
    ...headers,
    ...multiValueHeaders,
    ...query,
    ...multiValueQuery,
    path: { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
    httpMethod: { trust: 'trusted' },
    requestContext: { trust: 'trusted' },
  },
  rest: 'controlled',
  responds: 'http',
});
