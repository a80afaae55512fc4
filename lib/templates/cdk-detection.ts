import type { TSESTree } from '@typescript-eslint/utils';
import type { FileNames } from '../secrets/literal-secret.js';
import { comesFrom, pathOf, propertiesOf, propertyOf } from './cdk.js';

type Node = TSESTree.Node;

const isMade = (node: TSESTree.NewExpression, name: RegExp, service: string, file: FileNames): boolean => {
  const names = pathOf(node.callee);
  return name.test(names.at(-1) ?? '') && comesFrom(names, service, file);
};

/** What adds Lambda data events to a trail, wherever in the file. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudtrail.Trail.html */
const addsInvocations = /\baddLambdaEventSelector\b|\blogAllLambdaDataEvents\b|\bLAMBDA_FUNCTION\b|AWS::Lambda::Function/;

/** `new cloudtrail.Trail(...)` in a file that nowhere has invocations recorded. */
export const isSilentTrail = (node: TSESTree.NewExpression, file: FileNames, text: string): boolean =>
  isMade(node, /^(?:Cfn)?Trail$/, 'aws-cloudtrail', file) &&
  !addsInvocations.test(text) &&
  !node.arguments.some(argument => argument.type === 'SpreadElement') &&
  (node.arguments.length < 3 || isWritten(propertiesOf(node, file)));

const isWritten = (object: TSESTree.ObjectExpression | undefined): boolean =>
  object !== undefined &&
  object.properties.every(property => property.type === 'Property') &&
  ['eventSelectors', 'advancedEventSelectors'].every(name => [undefined, 'ArrayExpression'].includes(propertyOf(object, name)?.type));

const isTrue = (node: Node | undefined): boolean => node?.type === 'Literal' && node.value === true;
const textOf = (node: Node | undefined): string | undefined => (node?.type === 'Literal' ? String(node.value) : undefined);

/** `new guardduty.CfnDetector(...)` that names its protections, and Lambda's is off or not among them. */
export function isPartialDetector(node: TSESTree.NewExpression, file: FileNames): boolean {
  if (!isMade(node, /^CfnDetector$/, 'aws-guardduty', file)) return false;
  const properties = propertiesOf(node, file);
  if (!isTrue(propertyOf(properties, 'enable'))) return false;
  const features = propertyOf(properties, 'features');
  if (features === undefined) return propertyOf(properties, 'dataSources')?.type === 'ObjectExpression';
  if (features.type !== 'ArrayExpression') return false;
  const named = features.elements.map(each => ({ name: textOf(propertyOf(each, 'name')), status: textOf(propertyOf(each, 'status')) }));
  if (named.some(({ name, status }) => name === undefined || status === undefined)) return false;
  return named.find(({ name }) => name === 'LAMBDA_NETWORK_LOGS')?.status !== 'ENABLED';
}
