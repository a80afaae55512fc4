import type { TSESTree } from '@typescript-eslint/utils';
import { construct } from './classes.js';
import type { Machine } from './machine.js';
import type { Node, Reference, Value } from './value.js';
import { never, undefinedValue } from './values.js';
import { readVariable } from './variables.js';

type ClassReference = Reference & { type: 'class' };

/** An instance of a class of the program that a type names, as a container would inject it: `constructor(private repo: Repo)`. */
export function injectedInstance(m: Machine, type: TSESTree.TSTypeReference, value: Value): Value {
  if (type.typeName.type !== 'Identifier' || m.module.variableOf(type.typeName) === null) return value;
  const [reference] = readVariable(m, type.typeName).references;
  return reference?.type === 'class' ? (instanceOf(m, reference, type) ?? value) : value;
}

/** What a container makes of a class: `container.resolve(Service)`, `container.get<Service>(TYPES.Service)`. */
export function resolvedInstance(m: Machine, args: readonly Value[], node: Node): Value | null {
  if (node.type !== 'CallExpression' || args.length === 0 || args.length > 2) return null;
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier' || !resolvers.test(name.name)) return null;
  const [type] = node.typeArguments?.params ?? [];
  if (type?.type === 'TSTypeReference') {
    const typed = injectedInstance(m, type, never);
    if (typed !== never) return typed;
  }
  const [reference] = args[0]?.references ?? [];
  return reference?.type === 'class' ? instanceOf(m, reference, node) : null;
}

const resolvers = /^(?:get|getInstance|inject|resolve|useService)$/;

/** Made with unknown arguments, of which the constructor's types say more; null for a class of data, and for one that is being made. */
export function instanceOf(m: Machine, reference: ClassReference, node: Node): Value | null {
  if (m.injecting.has(reference.node) || !hasMethods(reference)) return null;
  m.injecting.add(reference.node);
  const instance = construct(m, reference, constructorArguments(m, reference), { self: null, node, argumentNodes: [] });
  m.injecting.delete(reference.node);
  return instance;
}

function constructorArguments(m: Machine, reference: ClassReference): readonly Value[] {
  const constructor = reference.node.body.body.find(member => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (constructor?.type !== 'MethodDefinition') return [];
  // What has a default is left out.
  return constructor.value.params.map(parameter => (hasDefault(parameter) ? undefinedValue : m.unknown(parameter)));
}

function hasDefault(parameter: TSESTree.Parameter): boolean {
  return (parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter).type === 'AssignmentPattern';
}

function hasMethods(reference: ClassReference): boolean {
  const isMethod = (member: TSESTree.ClassElement): boolean =>
    (member.type === 'MethodDefinition' && member.kind === 'method' && !member.static) ||
    (member.type === 'PropertyDefinition' && member.value?.type === 'ArrowFunctionExpression');
  return (
    reference.node.body.body.some(isMethod) ||
    (reference.parent?.references.some(parent => parent.type === 'class' && hasMethods(parent)) ?? false)
  );
}
