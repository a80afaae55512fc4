import type { TSESTree } from '@typescript-eslint/utils';
import { parameterName } from './candidate.js';

const event = /^_?(?:event|evt)$|^_?(?:lambda|aws|api|apiGateway|apigw|proxy|sqs|sns|s3|kinesis|dynamo|dynamodb|input)_?[eE]vent$/;
const context = /^_*(?:lambda|aws|handler)?_?(?:context|ctx)$|^_*(?:lambda|aws|handler)?_?(?:Context|Ctx)$|^_+$/;
const callback = /^_*(?:callback|cb|done)$|^_+$/;
/** What only the runtime's context object has; `functionName` and `logGroupName` are parameters of the SDK's as well. */
export const contextMembers: ReadonlySet<string> = new Set([
  'awsRequestId',
  'callbackWaitsForEmptyEventLoop',
  'functionVersion',
  'getRemainingTimeInMillis',
  'invokedFunctionArn',
  'memoryLimitInMB',
]);

export function isEventName(parameter: TSESTree.Parameter | undefined): boolean {
  return event.test(parameterName(parameter) ?? '');
}

/** Whether a parameter is Lambda's context by its name, or by what is destructured from it. */
export function isContextName(parameter: TSESTree.Parameter | undefined): boolean {
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target?.type !== 'ObjectPattern') return context.test(parameterName(parameter) ?? '');
  return target.properties.some(
    property => property.type === 'Property' && property.key.type === 'Identifier' && contextMembers.has(property.key.name),
  );
}

export function isCallbackName(parameter: TSESTree.Parameter | undefined): boolean {
  return callback.test(parameterName(parameter) ?? '');
}
