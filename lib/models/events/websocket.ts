import { defineEvent } from '../event-model.js';
import { body, headers, multiValueHeaders, multiValueQuery, query } from './http-fields.js';

/**
 * API Gateway WebSocket API; headers and query parameters come with `$connect` only.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const webSocketEvent = defineEvent({
  types: ['APIGatewayProxyWebsocketEventV2', 'APIGatewayProxyWebsocketEventV2WithRequestContext', 'APIGatewayWebSocketEvent'],
  handlerTypes: ['APIGatewayProxyWebsocketHandlerV2'],
  service: 'API Gateway WebSocket',
  distinctive: ['requestContext.connectionId', 'requestContext.connectedAt', 'requestContext.messageDirection', 'requestContext.eventType'],
  fields: {
    ...body,
    body: { trust: 'controlled', label: 'the WebSocket message', form: 'text', whole: true },
    ...headers,
    ...multiValueHeaders,
    ...query,
    ...multiValueQuery,
    stageVariables: { trust: 'trusted' },
    requestContext: { trust: 'trusted' },
    'requestContext.authorizer': { trust: 'identity', sensitive: "the authorizer's claims" },
    'requestContext.identity': { trust: 'trusted', sensitive: "the caller's identity" },
    'requestContext.identity.userAgent': { trust: 'controlled', label: 'the user agent', form: 'string' },
  },
  rest: 'controlled',
  responds: 'http',
});
