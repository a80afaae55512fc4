import type { TSESTree } from '@typescript-eslint/utils';
import { eventModels, eventOfHandlerType } from '../models/events/registry.js';
import type { Candidate } from './candidate.js';

type Scope = Pick<Candidate, 'imports' | 'program'>;

/** What an annotation says: a Lambda event (null: of more than one kind). */
export interface LambdaType {
  readonly event: string | null;
}

/** Names that other libraries use as well: only an import from Lambda's types counts. */
const ambiguousNames = new Set([
  'Context',
  'LambdaContext',
  'Handler',
  'Callback',
  'RequestEnvelope',
  'StreamRecord',
  'SNSMessage',
  'BaseTriggerEvent',
  'ScheduledEvent',
]);
const lambdaModules = /^(?:@types\/)?aws-lambda(?:\/|$)|^@aws-lambda-powertools\/|^lambda-typing|^ask-sdk-model$|^@middy\//;
/** Generic types that keep the shape of their first argument. */
const transparentTypes = new Set([
  'Partial',
  'Readonly',
  'Required',
  'Omit',
  'Pick',
  'NonNullable',
  'DeepPartial',
  'DeepReadonly',
  'Merge',
  'Except',
  'Simplify',
]);
const containers = new Set(['Promise', 'Set', 'Map', 'Record', 'Iterable', 'AsyncIterable', 'Observable']);
const handlerWrappers = new Set([
  'AsyncHandler',
  'SyncHandler',
  'MiddyfiedHandler',
  'MiddyHandler',
  'MiddyInputHandler',
  'MiddlewareHandler',
]);
const maxDepth = 6;

interface TypeName {
  readonly name: string;
  /** Where it is imported from; null when it is declared here, global, or behind a namespace that is. */
  readonly module: string | null;
  readonly local: string;
}

function typeName(node: TSESTree.EntityName, scope: Scope): TypeName {
  if (node.type === 'TSQualifiedName') {
    const left = node.left.type === 'Identifier' ? node.left.name : '';
    const module = scope.imports.get(left)?.module ?? (left === 'AWSLambda' || left === 'awslambda' ? 'aws-lambda' : null);
    return { name: node.right.name, module, local: '' };
  }
  const local = node.type === 'Identifier' ? node.name : '';
  const imported = scope.imports.get(local);
  if (imported === undefined) return { name: local, module: null, local };
  return { name: imported.name === 'default' || imported.name === '*' ? local : imported.name, module: imported.module, local };
}

function isLambdas({ name, module }: TypeName): boolean {
  return !ambiguousNames.has(name) || (module !== null && lambdaModules.test(module));
}

/** The right-hand side of a type alias, or the first type that an interface extends, declared in this file. */
function declaration(local: string, program: TSESTree.Program): TSESTree.TypeNode | TSESTree.TSInterfaceHeritage | null {
  if (local === '') return null;
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type === 'TSTypeAliasDeclaration' && node.id.name === local) return node.typeAnnotation;
    if (node?.type === 'TSInterfaceDeclaration' && node.id.name === local) return node.extends[0] ?? null;
  }
  return null;
}

const longNames = Object.keys(eventModels).filter(name => name.length >= 8 && !ambiguousNames.has(name));

/** `ValidatedEventAPIGatewayProxyEvent` is an `APIGatewayProxyEvent`, by the end of its name. */
function byNameEnd(name: string): string | null {
  let best: string | null = null;
  for (const known of longNames) if (name.endsWith(known) && (best === null || known.length > best.length)) best = known;
  return best;
}

function isScheduled(name: string, args: readonly TSESTree.TypeNode[]): boolean {
  const first = args[0];
  return (
    name.startsWith('EventBridge') &&
    first?.type === 'TSLiteralType' &&
    first.literal.type === 'Literal' &&
    first.literal.value === 'Scheduled Event'
  );
}

/** @returns which event a type annotation stands for, through local aliases, unions and generic types; null when it is none. */
export function eventOfType(node: TSESTree.TypeNode | null, scope: Scope, depth = 0): LambdaType | null {
  if (node === null || depth > maxDepth) return null;
  switch (node.type) {
    case 'TSTypeReference':
      return eventOfReference(node.typeName, node.typeArguments?.params ?? [], scope, depth);
    case 'TSImportType':
      return node.qualifier == null ? null : eventOfReference(node.qualifier, node.typeArguments?.params ?? [], scope, depth);
    case 'TSTypeOperator':
      return eventOfType(node.typeAnnotation ?? null, scope, depth + 1);
    case 'TSArrayType': {
      const element = eventOfType(node.elementType, scope, depth + 1);
      return listOf(element);
    }
    case 'TSUnionType': {
      const members = node.types.map(type => eventOfType(type, scope, depth + 1)).filter(type => type !== null);
      const first = members[0];
      return first === undefined ? null : members.every(member => member.event === first.event) ? first : { event: null };
    }
    case 'TSIntersectionType':
      return firstOf(node.types, scope, depth);
    case 'TSIndexedAccessType': {
      const inner = node.objectType;
      if (inner.type !== 'TSTypeReference' || inner.typeName.type !== 'Identifier' || inner.typeName.name !== 'Parameters') return null;
      return handlerOfType(inner.typeArguments?.params[0] ?? null, scope, depth + 1);
    }
    default:
      return null;
  }
}

function listOf(element: LambdaType | null): LambdaType | null {
  const list = element?.event ? `${element.event}[]` : null;
  return list !== null && list in eventModels ? { event: list } : null;
}

function firstOf(types: readonly TSESTree.TypeNode[], scope: Scope, depth: number): LambdaType | null {
  for (const type of types) {
    const found = eventOfType(type, scope, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function eventOfReference(
  reference: TSESTree.EntityName,
  args: readonly TSESTree.TypeNode[],
  scope: Scope,
  depth: number,
): LambdaType | null {
  const type = typeName(reference, scope);
  const { name, local } = type;
  if (name === 'Array' || name === 'ReadonlyArray') return listOf(eventOfType(args[0] ?? null, scope, depth + 1));
  if (containers.has(name)) return null;
  if (transparentTypes.has(name)) return eventOfType(args[0] ?? null, scope, depth + 1);
  if (isScheduled(name, args)) return { event: 'ScheduledEvent' };
  const declared = type.module === null ? declaration(local, scope.program) : null;
  const ofDeclared = declared === null ? null : eventOfDeclared(declared, scope, depth);
  if (ofDeclared !== null) return ofDeclared;
  if (name in eventModels) return isLambdas(type) ? { event: eventModels[name]?.types[0] ?? name } : null;
  const known = byNameEnd(name);
  if (known !== null) return { event: eventModels[known]?.types[0] ?? known };
  return firstOf(args, scope, depth);
}

function eventOfDeclared(node: TSESTree.TypeNode | TSESTree.TSInterfaceHeritage, scope: Scope, depth: number): LambdaType | null {
  if (node.type !== 'TSInterfaceHeritage') return eventOfType(node, scope, depth + 1);
  if (node.expression.type !== 'Identifier') return null;
  return eventOfReference(node.expression, node.typeArguments?.params ?? [], scope, depth + 1);
}

/** @returns the event that a type for handlers takes: `Handler<SQSEvent>`, `SQSHandler`, `(event: SQSEvent) => void`; null when it is none. */
export function handlerOfType(node: TSESTree.TypeNode | null, scope: Scope, depth = 0): LambdaType | null {
  if (node === null || depth > maxDepth) return null;
  if (node.type === 'TSFunctionType') {
    const first = node.params[0];
    return first?.type === 'Identifier' ? eventOfType(first.typeAnnotation?.typeAnnotation ?? null, scope, depth + 1) : null;
  }
  if (node.type === 'TSIndexedAccessType') {
    const { objectType } = node;
    const isInterface =
      objectType.type === 'TSTypeReference' && objectType.typeName.type === 'Identifier' && objectType.typeName.name === 'LambdaInterface';
    return isInterface ? { event: null } : null;
  }
  if (node.type !== 'TSTypeReference' && node.type !== 'TSImportType') return null;
  const reference = node.type === 'TSImportType' ? node.qualifier : node.typeName;
  if (reference == null) return null;
  const args = node.typeArguments?.params ?? [];
  const type = typeName(reference, scope);
  const event = eventOfHandlerType.get(type.name);
  if (event !== undefined) return { event: isScheduled(type.name, args) ? 'ScheduledEvent' : event };
  if (type.name === 'Handler' || type.name === 'StreamifyHandler')
    return handlerGeneric(type, args, node.type === 'TSImportType', scope, depth);
  if (handlerWrappers.has(type.name))
    return handlerOfType(args[0] ?? null, scope, depth + 1) ?? eventOfType(args[0] ?? null, scope, depth + 1);
  const declared = type.module === null ? declaration(type.local, scope.program) : null;
  if (declared !== null && declared.type !== 'TSInterfaceHeritage') return handlerOfType(declared, scope, depth + 1);
  // A variable that holds a function and is typed as an event has a template's own handler type.
  return eventOfType(node, scope, depth + 1);
}

function handlerGeneric(
  type: TypeName,
  args: readonly TSESTree.TypeNode[],
  imported: boolean,
  scope: Scope,
  depth: number,
): LambdaType | null {
  const event = eventOfType(args[0] ?? null, scope, depth + 1);
  if (event !== null) return event;
  const isLambda = imported || (type.module !== null && lambdaModules.test(type.module));
  return isLambda ? { event: null } : null;
}

/** @returns whether a type is Lambda's context. */
export function isContextType(node: TSESTree.TypeNode | null, scope: Scope): boolean {
  if (node?.type !== 'TSTypeReference') return false;
  const type = typeName(node.typeName, scope);
  return (type.name === 'Context' || type.name === 'LambdaContext') && isLambdas(type);
}

/** @returns where a named type is imported from, and its name there; null when the annotation is no named type. */
export function namedType(node: TSESTree.TypeNode | null, scope: Scope): TypeName | null {
  return node?.type === 'TSTypeReference' ? typeName(node.typeName, scope) : null;
}

/** Whether a type is nobody's in this file, so that it is the platform's: neither imported nor declared. */
export function isGlobalType(type: TypeName, program: TSESTree.Program): boolean {
  if (type.module !== null) return false;
  return !program.body.some(statement => {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType = node?.type === 'TSTypeAliasDeclaration' || node?.type === 'TSInterfaceDeclaration' || node?.type === 'ClassDeclaration';
    return isType && node.id?.name === type.local;
  });
}
