import type { TSESTree } from '@typescript-eslint/utils';
import type { FileNames } from '../secrets/literal-secret.js';
import { broadManagedPolicy } from './policy.js';
import type { Content, Variable } from './template.js';
import { contentOfText } from './environment.js';
import { isSecretName } from '../secrets/names.js';

type Node = TSESTree.Node;

/** Modules of the CDK, and what of them makes functions. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.Function.html */
const lambdaModule = /^(?:aws-cdk-lib\/|@aws-cdk\/)aws-lambda(?:-[a-z]+)*(?:-alpha)?$/;
const anyModule = /^(?:aws-cdk-lib$|aws-cdk-lib\/|@aws-cdk\/)/;
const functionName = /^(?:Function|NodejsFunction|PythonFunction|GoFunction|RustFunction|DockerImageFunction|SingletonFunction)$/;

/** The names of `a.b.c`, the outermost first; none for anything else. */
export function pathOf(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type === 'TSNonNullExpression' || node.type === 'ChainExpression' || node.type === 'TSAsExpression')
    return pathOf(node.expression);
  if (node.type !== 'MemberExpression') return [];
  const object = pathOf(node.object);
  const property = node.computed ? (node.property.type === 'Literal' ? String(node.property.value) : '') : pathOf(node.property)[0];
  return object.length === 0 || property === undefined ? [] : [...object, property];
}

const keyOf = (property: TSESTree.Property): string =>
  property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' ? String(property.key.value) : '';

export const propertyOf = (object: Node | undefined | null, name: string): Node | undefined => {
  if (object?.type !== 'ObjectExpression') return undefined;
  const found = object.properties.find(
    (each): each is TSESTree.Property => each.type === 'Property' && !each.computed && keyOf(each) === name,
  );
  return found?.value;
};

/** The value behind a constant of the file. */
const followed = (node: Node | undefined, file: FileNames): Node | undefined =>
  node?.type === 'Identifier' ? ((file.initial(node) as Node | null) ?? node) : node;

/** Whether a name is one of a service's module, by either way of importing it: `aws-cdk-lib/aws-cloudtrail`, or `aws_cloudtrail` of `aws-cdk-lib`. */
export function comesFrom(names: readonly string[], service: string, file: FileNames): boolean {
  const module = file.importedFrom(names[0] ?? '') ?? '';
  const own = service.replace(/^aws-/, '');
  return (
    module === `aws-cdk-lib/${service}` ||
    module === `@aws-cdk/${service}` ||
    (module === 'aws-cdk-lib' && names.some(name => name.toLowerCase().includes(own)))
  );
}

/** Whether an expression makes a function: `new lambda.Function(...)`, `new NodejsFunction(...)`. */
export function isFunctionConstruct(node: TSESTree.NewExpression, file: FileNames): boolean {
  const names = pathOf(node.callee);
  const module = file.importedFrom(names[0] ?? '') ?? '';
  if (!functionName.test(names.at(-1) ?? '')) return false;
  return lambdaModule.test(module) || (module === 'aws-cdk-lib' && names.some(name => /lambda/i.test(name)));
}

/** The properties that a construct is given, where they are written out. */
export const propertiesOf = ({ arguments: given }: TSESTree.NewExpression, file: FileNames): TSESTree.ObjectExpression | undefined => {
  const properties = followed(given[2] as Node | undefined, file);
  return properties?.type === 'ObjectExpression' ? properties : undefined;
};

/** Whether X-Ray follows a function; undefined where that is decided elsewhere. */
export function isTracedConstruct(node: TSESTree.NewExpression, file: FileNames): boolean | undefined {
  const properties = propertiesOf(node, file);
  if (properties === undefined || properties.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const tracing = propertyOf(properties, 'tracing');
  if (tracing === undefined) return false;
  const mode = pathOf(tracing);
  return mode.at(-2) === 'Tracing' ? mode.at(-1) === 'ACTIVE' : undefined;
}

/** The variable or field that a construct is put into. */
const holderOf = ({ parent }: TSESTree.NewExpression): string | undefined => {
  if (parent.type === 'VariableDeclarator') return pathOf(parent.id)[0];
  if (parent.type === 'PropertyDefinition') return pathOf(parent.key)[0];
  return parent.type === 'AssignmentExpression' ? pathOf(parent.left).at(-1) : undefined;
};

/** Whether CloudFront runs a function, where X-Ray cannot follow it: a distribution is given a version of it, or CloudFront may take its role. */
export function isEdgeConstruct(node: TSESTree.NewExpression, file: FileNames, text: string): boolean {
  const holder = holderOf(node);
  const isVersioned = holder !== undefined && text.includes('functionVersion');
  if (isVersioned && new RegExp(`\\bfunctionVersion:\\s*(?:this\\.)?${holder.replaceAll('$', '\\$')}\\b`).test(text)) return true;
  const role = followed(propertyOf(propertiesOf(node, file), 'role'), file);
  return role?.type === 'NewExpression' && text.slice(...role.range).includes('edgelambda.amazonaws.com');
}

/** A variable of a function's environment, with the node of its key. */
export interface ConstructVariable extends Variable {
  readonly node: Node;
}

const span = ({ range: [start, end] }: Node) => ({ start, end });

/** What an expression of a program may put into a variable. */
function contentsOf(node: Node, file: FileNames): Content[] {
  const value = followed(node, file);
  switch (value?.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [contentOfText(value.value, span(value))] : [];
    case 'TemplateLiteral': {
      const inside = value.expressions.flatMap(expression => contentsOf(expression, file));
      return inside
        .filter(content => content.kind === 'value' && isSecretName(content.name))
        .map(content => ({ ...content, isSecret: true }) as Content);
    }
    case 'LogicalExpression':
      return [...contentsOf(value.left, file), ...contentsOf(value.right, file)];
    case 'ConditionalExpression':
      return [...contentsOf(value.consequent, file), ...contentsOf(value.alternate, file)];
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ChainExpression':
      return contentsOf(value.expression, file);
    case 'Identifier':
    case 'MemberExpression': {
      const names = pathOf(value);
      const name = names.at(-1) ?? '';
      // A name that says nothing may stand for the name or the ARN of a secret.
      return isSecretName(name) || names.at(-2) === 'env' ? [{ kind: 'value', name, isSecret: false }] : [];
    }
    default:
      return [];
  }
}

/** The variables that a function is given: in `environment`, or by `addEnvironment`. */
export function variablesOf(node: TSESTree.NewExpression, file: FileNames): ConstructVariable[] {
  const environment = followed(propertyOf(propertiesOf(node, file), 'environment'), file);
  if (environment?.type !== 'ObjectExpression') return [];
  return environment.properties.flatMap(property =>
    property.type === 'Property' && !property.computed ? [variable(keyOf(property), property, property.value, file)] : [],
  );
}

const variable = (name: string, node: Node, value: Node, file: FileNames): ConstructVariable => ({
  name,
  at: span(node),
  node,
  contents: contentsOf(value, file),
});

/** The variable that `f.addEnvironment('NAME', value)` adds, where `f` is a function of the file. */
export function addedVariable(call: TSESTree.CallExpression, file: FileNames): ConstructVariable | undefined {
  const { callee } = call;
  const [name, value] = call.arguments;
  if (callee.type !== 'MemberExpression' || pathOf(callee.property)[0] !== 'addEnvironment') return undefined;
  const maker = followed(callee.object, file);
  if (name?.type !== 'Literal' || value === undefined || maker?.type !== 'NewExpression' || !isFunctionConstruct(maker, file))
    return undefined;
  return variable(String(name.value), call, value, file);
}

const isForLambda = (principal: Node | undefined): boolean =>
  principal?.type === 'NewExpression' &&
  principal.arguments.some(argument => argument.type === 'Literal' && /^(?:edge)?lambda\.amazonaws\.com$/.test(String(argument.value)));

/** Whether an expression is a role that Lambda may take: made so in the file, or a function's own. */
function isFunctionRole(node: Node, file: FileNames): boolean {
  const value = followed(node, file);
  if (value?.type === 'TSNonNullExpression' || value?.type === 'ChainExpression') return isFunctionRole(value.expression, file);
  if (value?.type === 'NewExpression') return isForLambda(propertyOf(propertiesOf(value, file), 'assumedBy'));
  if (value?.type !== 'MemberExpression' || pathOf(value.property)[0] !== 'role') return false;
  const maker = followed(value.object, file);
  return maker?.type === 'NewExpression' && isFunctionConstruct(maker, file);
}

/**
 * `ManagedPolicy.fromAwsManagedPolicyName('SecretsManagerReadWrite')`, given to a role that Lambda may take.
 * @returns the name of the policy, where it reaches every secret
 */
export function broadPolicyOfFunction(call: TSESTree.CallExpression, file: FileNames): string | undefined {
  const names = pathOf(call.callee);
  const [name] = call.arguments;
  if (names.at(-1) !== 'fromAwsManagedPolicyName' || !anyModule.test(file.importedFrom(names[0] ?? '') ?? '')) return undefined;
  if (name?.type !== 'Literal' || broadManagedPolicy(String(name.value)) === undefined) return undefined;
  const { parent } = call;
  if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression') {
    const isAdded = pathOf(parent.callee.property)[0] === 'addManagedPolicy' && isFunctionRole(parent.callee.object, file);
    return isAdded ? String(name.value) : undefined;
  }
  const role = parent.type === 'ArrayExpression' ? parent.parent.parent?.parent : undefined;
  return role?.type === 'NewExpression' && isFunctionRole(role, file) ? String(name.value) : undefined;
}
