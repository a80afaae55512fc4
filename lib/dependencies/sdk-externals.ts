import type { TSESTree } from '@typescript-eslint/utils';
import { isSdkName } from './sdk-names.js';

/** The value that a name of the file stands for; null when it is not one constant. */
export type Resolve = (name: TSESTree.Identifier) => TSESTree.Node | null;

/** A pattern that leaves the AWS SDK out of a bundle, and where it stands. */
export interface LeftOut {
  node: TSESTree.Node;
  name: string;
}

const keyOf = (node: TSESTree.Node | undefined): string | null => {
  if (node?.type !== 'Property' || node.computed) return null;
  return node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? String(node.key.value) : null;
};

const siblingsOf = ({ parent }: TSESTree.Property): Map<string, TSESTree.Property> => {
  const members = parent.type === 'ObjectExpression' ? parent.properties.filter(member => member.type === 'Property') : [];
  return new Map(members.map(member => [keyOf(member) ?? '', member]));
};

const hasOne = (members: ReadonlyMap<string, unknown>, names: readonly string[]): boolean => names.some(name => members.has(name));

/** Whether a property lies in the value of a key, with nothing but that object between. */
const isBelow = (property: TSESTree.Property, name: string): boolean => keyOf(property.parent.parent) === name;

/** Whether a property is a setting of a bundler that builds functions. A library's bundler leaves out what its users install. */
function isBundlerSetting(property: TSESTree.Property): boolean {
  const siblings = siblingsOf(property);
  switch (keyOf(property)) {
    // NodejsFunction of the AWS CDK.
    case 'externalModules':
      return true;
    case 'external':
      if (isBelow(property, 'esbuild')) return true;
      return hasOne(siblings, ['bundle', 'entryPoints', 'platform']) && !hasOne(siblings, ['entry', 'dts', 'input']);
    // serverless-esbuild.
    case 'exclude':
      return isBelow(property, 'esbuild');
    // webpack.
    case 'externals':
      return hasOne(siblings, ['entry', 'mode', 'target', 'output', 'module', 'resolve', 'optimization']);
    // serverless-webpack.
    case 'forceExclude':
      return isBelow(property, 'includeModules');
    default:
      return false;
  }
}

/** Every constant pattern in a list, an object's keys, or a name that stands for one of them. */
function* patternsIn(node: TSESTree.Node | null, resolve: Resolve, depth = 0): Generator<LeftOut> {
  if (node === null || depth > 8) return;
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') yield { node, name: node.value };
      else if ('regex' in node && /aws-sdk/.test(node.regex.pattern)) yield { node, name: '@aws-sdk/*' };
      return;
    case 'TemplateLiteral':
      if (node.expressions.length === 0) yield { node, name: node.quasis[0]?.value.cooked ?? '' };
      return;
    case 'ArrayExpression':
      for (const element of node.elements) yield* patternsIn(element, resolve, depth + 1);
      return;
    case 'SpreadElement':
      yield* patternsIn(node.argument, resolve, depth + 1);
      return;
    case 'ObjectExpression':
      for (const member of node.properties) {
        if (member.type === 'Property') yield { node: member.key, name: keyOf(member) ?? '' };
        else yield* patternsIn(member, resolve, depth + 1);
      }
      return;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      yield* patternsIn(node.expression, resolve, depth + 1);
      return;
    case 'Identifier':
      yield* patternsIn(resolve(node), resolve, depth + 1);
      return;
    default:
  }
}

const sdkIn = (node: TSESTree.Node, resolve: Resolve): LeftOut | null =>
  [...patternsIn(node, resolve)].find(({ name }) => isSdkName(name)) ?? null;

/**
 * How a setting leaves the AWS SDK to the runtime.
 *
 * @returns null for other settings, and where the SDK is installed beside the bundle
 */
export function sdkLeftOut(property: TSESTree.Property, resolve: Resolve): LeftOut | null {
  if (keyOf(property) === 'bundleAwsSDK') {
    const { value } = property;
    return value.type === 'Literal' && value.value === false ? { node: value, name: '@aws-sdk/*' } : null;
  }
  if (!isBundlerSetting(property)) return null;
  const installed = siblingsOf(property).get('nodeModules');
  return installed !== undefined && sdkIn(installed.value, resolve) !== null ? null : sdkIn(property.value, resolve);
}
