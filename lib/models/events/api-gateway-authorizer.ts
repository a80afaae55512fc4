import { defineEvent } from '../event-model.js';
import { cookies, headers, multiValueHeaders, multiValueQuery, pathParameters, payloadV1, payloadV2, query } from './http-fields.js';

/**
 * Lambda authorizers of REST, WebSocket and HTTP APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const apiGatewayAuthorizerEvent = defineEvent({
  types: [
    'APIGatewayAuthorizerEvent',
    'APIGatewayTokenAuthorizerEvent',
    'APIGatewayRequestAuthorizerEvent',
    'APIGatewayRequestAuthorizerEventV2',
    'CustomAuthorizerEvent',
  ],
  handlerTypes: [
    'APIGatewayAuthorizerHandler',
    'APIGatewayAuthorizerWithContextHandler',
    'APIGatewayTokenAuthorizerHandler',
    'APIGatewayTokenAuthorizerWithContextHandler',
    'APIGatewayRequestAuthorizerHandler',
    'APIGatewayRequestAuthorizerWithContextHandler',
    'APIGatewayRequestIAMAuthorizerHandlerV2',
    'APIGatewayRequestIAMAuthorizerV2WithContextHandler',
    'APIGatewayRequestSimpleAuthorizerHandlerV2',
    'APIGatewayRequestSimpleAuthorizerHandlerV2WithContext',
    'CustomAuthorizerHandler',
  ],
  service: 'API Gateway',
  distinctive: ['methodArn', 'routeArn', 'identitySource'],
  typical: ['authorizationToken'],
  fields: {
    ...headers,
    ...multiValueHeaders,
    ...cookies,
    ...query,
    ...multiValueQuery,
    ...pathParameters,
    ...payloadV1,
    ...payloadV2,
    type: { trust: 'trusted' },
    // The ARN ends in the method and path of the request.
    methodArn: { trust: 'controlled', label: 'the method ARN', form: 'string' },
    routeArn: { trust: 'controlled', label: 'the route ARN', form: 'string' },
    authorizationToken: { trust: 'controlled', label: 'the authorization token', form: 'string', sensitive: 'the authorization token' },
    identitySource: { trust: 'controlled', label: 'the identity source', sensitive: 'the identity source' },
    'identitySource[]': { trust: 'controlled', label: 'the identity source', form: 'string', sensitive: 'the identity source' },
  },
  rest: 'controlled',
});
