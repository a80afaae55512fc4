import { defineEvent } from '../event-model.js';
import { body, headers, multiValueHeaders, multiValueQuery, pathParameters, payloadV1, query } from './http-fields.js';

/**
 * API Gateway REST API, proxy integration.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const apiGatewayEvent = defineEvent({
  types: [
    'APIGatewayProxyEvent',
    'APIGatewayEvent',
    'APIGatewayProxyEventBase',
    'APIGatewayProxyWithCognitoAuthorizerEvent',
    'APIGatewayProxyWithLambdaAuthorizerEvent',
  ],
  handlerTypes: [
    'APIGatewayProxyHandler',
    'ProxyHandler',
    'APIGatewayProxyWithCognitoAuthorizerHandler',
    'APIGatewayProxyWithLambdaAuthorizerHandler',
  ],
  service: 'API Gateway',
  distinctive: ['requestContext.identity', 'requestContext.resourcePath', 'requestContext.resourceId', 'requestContext.httpMethod'],
  typical: ['resource'],
  fields: { ...body, ...headers, ...multiValueHeaders, ...query, ...multiValueQuery, ...pathParameters, ...payloadV1 },
  rest: 'controlled',
  responds: 'http',
});
