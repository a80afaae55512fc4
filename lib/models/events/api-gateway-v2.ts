import { defineEvent } from '../event-model.js';
import { body, cookies, headers, pathParameters, payloadV2, query } from './http-fields.js';

/**
 * API Gateway HTTP API (payload format 2.0) and Lambda function URLs, which send the same.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export const apiGatewayV2Event = defineEvent({
  types: [
    'APIGatewayProxyEventV2',
    'APIGatewayProxyEventV2WithRequestContext',
    'APIGatewayProxyEventV2WithJWTAuthorizer',
    'APIGatewayProxyEventV2WithLambdaAuthorizer',
    'APIGatewayProxyEventV2WithIAMAuthorizer',
    'LambdaFunctionURLEvent',
    'LambdaFunctionURLEventWithIAMAuthorizer',
    'LambdaFunctionUrlEvent',
  ],
  handlerTypes: [
    'APIGatewayProxyHandlerV2',
    'APIGatewayProxyHandlerV2WithJWTAuthorizer',
    'APIGatewayProxyHandlerV2WithLambdaAuthorizer',
    'APIGatewayProxyHandlerV2WithIAMAuthorizer',
    'LambdaFunctionURLHandler',
    'LambdaFunctionURLHandlerWithIAMAuthorizer',
  ],
  service: 'API Gateway',
  distinctive: [
    'requestContext.http',
    'rawPath',
    'rawQueryString',
    'requestContext.timeEpoch',
    'requestContext.authorizer.jwt',
    'requestContext.authorizer.lambda',
    'requestContext.authorizer.iam',
  ],
  typical: ['cookies', 'routeKey'],
  fields: { ...body, ...headers, ...cookies, ...query, ...pathParameters, ...payloadV2 },
  rest: 'controlled',
  responds: 'http',
});
