import type { TSESTree } from '@typescript-eslint/utils';
import { evaluate } from './expressions.js';
import { type CallOptions, callFunction, makeFunction } from './functions.js';
import { callLibrary } from './library.js';
import type { Machine } from './machine.js';
import { getMember, namedKey, setMember } from './members.js';
import type { Environment } from './module-record.js';
import { errorInstance } from './natives/properties.js';
import { annotatedValue } from './annotations.js';
import { execute } from './statements.js';
import type { Property } from './state.js';
import type { ClassNode, FunctionNode, Node, Reference, Value } from './value.js';
import { isNever, joinValues, never, referenceValue, undefinedValue } from './values.js';

type ClassReference = Reference & { type: 'class' };

/** Evaluates a class expression: its parent, its static members. */
export function makeClass(m: Machine, node: ClassNode): Value {
  const statics = m.allocation(node);
  const known = m.state.object(statics) !== undefined;
  const parent = node.superClass ? evaluate(m, node.superClass) : null;
  const reference: ClassReference = { type: 'class', node, environment: m.environment, statics, parent };
  const value = referenceValue(reference);
  m.captured.add(m.environment.cells);
  if (known) return value;
  m.allocate(node, {});
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition') for (const decorator of decoratorsOf(member)) evaluate(m, decorator.expression);
    if (member.type === 'StaticBlock') withSelf(m, m.environment, value, () => execute(m, member));
    if ((member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') && member.static && member.value !== null) {
      const initial = withSelf(m, m.environment, value, () => evaluate(m, member.value!));
      const name = memberName(member);
      if (name !== null) setMember(m, value, namedKey(name), initial, member, member.value);
    }
  }
  return value;
}

/** The decorators of a method; other parsers than TypeScript's know none. */
function decoratorsOf(member: TSESTree.MethodDefinition): readonly TSESTree.Decorator[] {
  return (member.decorators as readonly TSESTree.Decorator[] | undefined) ?? [];
}

export function defineClass(m: Machine, node: TSESTree.ClassDeclaration): void {
  if (node.id === null) {
    m.module.defaultExport = makeClass(m, node);
    return;
  }
  const variable = m.module.variableOf(node.id);
  const value = makeClass(m, node);
  if (variable !== null) m.state.setValue(m.cell(variable).id, value);
}

function withSelf<T>(m: Machine, environment: Environment, self: Value, run: () => T): T {
  const before = { environment: m.environment, module: m.module };
  m.environment = { ...environment, self };
  m.module = environment.module;
  try {
    return run();
  } finally {
    m.environment = before.environment;
    m.module = before.module;
  }
}

export function memberName(member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.AccessorProperty): string | null {
  if (member.key.type === 'PrivateIdentifier') return `#${member.key.name}`;
  if (!member.computed && member.key.type === 'Identifier') return member.key.name;
  if (member.key.type === 'Literal') return String(member.key.value);
  // `*[Symbol.iterator]()`
  const { key } = member;
  const isSymbol = key.type === 'MemberExpression' && key.object.type === 'Identifier' && key.object.name === 'Symbol';
  return isSymbol && key.property.type === 'Identifier' ? `@@${key.property.name}` : null;
}

/** What a class, or one it extends, calls with what is written to a property. */
export function classSetter(m: Machine, reference: ClassReference, name: string, isStatic: boolean): Value | null {
  for (const member of reference.node.body.body) {
    if (member.type !== 'MethodDefinition' || member.kind !== 'set' || member.static !== isStatic || memberName(member) !== name) continue;
    if (member.value.type === 'FunctionExpression') return makeFunction(m, member.value as FunctionNode, reference.environment);
  }
  for (const parent of reference.parent?.references ?? []) {
    const inherited = parent.type === 'class' ? classSetter(m, parent, name, isStatic) : null;
    if (inherited !== null) return inherited;
  }
  return null;
}

/** A method or getter of a class or of one it extends. */
export function classMember(m: Machine, reference: ClassReference, name: string, isStatic: boolean): Property | null {
  for (const member of reference.node.body.body) {
    if (member.type !== 'MethodDefinition' || member.static !== isStatic || member.kind === 'constructor' || member.kind === 'set')
      continue;
    if (memberName(member) !== name || member.value.type !== 'FunctionExpression') continue;
    return { value: makeFunction(m, member.value as FunctionNode, reference.environment), node: member, getter: member.kind === 'get' };
  }
  for (const parent of reference.parent?.references ?? []) {
    if (parent.type !== 'class') continue;
    const inherited = classMember(m, parent, name, isStatic);
    if (inherited !== null) return inherited;
    const property = isStatic ? m.object(parent.statics).properties.get(name) : undefined;
    if (property !== undefined) return property;
  }
  return null;
}

/** `new` on a local class: an object with its fields, after its constructor ran. */
export function construct(m: Machine, reference: ClassReference, args: readonly Value[], options: CallOptions): Value {
  const isError = extendsNative(reference, 'Error');
  const self = m.allocate(options.node, { type: referenceValue(reference), kind: isError ? 'error' : 'object' });
  initialize(m, reference, self, args, options);
  if (isError) errorInstance(m, self, args);
  return self;
}

function extendsNative(reference: ClassReference, name: string): boolean {
  return (
    reference.parent?.references.some(
      parent => (parent.type === 'native' && parent.name.endsWith(name)) || (parent.type === 'class' && extendsNative(parent, name)),
    ) ?? false
  );
}

function initialize(m: Machine, reference: ClassReference, self: Value, args: readonly Value[], options: CallOptions): void {
  const constructor = reference.node.body.body.find(member => member.type === 'MethodDefinition' && member.kind === 'constructor');
  const hasParent = reference.parent !== null;
  // Without a constructor of its own a class hands its arguments to its parent.
  if (hasParent && constructor === undefined) callParent(m, reference.parent, self, args, options);
  withSelf(m, fieldsEnvironment(m, reference, self), self, () => {
    for (const member of reference.node.body.body) {
      if ((member.type !== 'PropertyDefinition' && member.type !== 'AccessorProperty') || member.static) continue;
      const name = memberName(member);
      if (name === null) continue;
      const declared = member.value === null ? undefinedValue : evaluate(m, member.value);
      const initial = member.typeAnnotation ? annotatedValue(m, member as Node, declared) : declared;
      if (member.value !== null || !isNever(initial)) setMember(m, self, namedKey(name), initial, member, member.value);
    }
  });
  if (constructor?.type === 'MethodDefinition' && constructor.value.body) {
    m.constructing.push(reference);
    callFunction(m, makeFunction(m, constructor.value as FunctionNode, reference.environment), args, { ...options, isNew: false, self });
    m.constructing.pop();
  }
}

/** Where the values of an instance's fields are made: each instance has its own `items = []`. */
function fieldsEnvironment(m: Machine, { environment, node }: ClassReference, self: Value): Environment {
  const [instance] = self.references;
  const cells = instance?.type === 'object' ? m.cellsOf(instance.id) : new Map<never, never>();
  return { ...environment, owner: node, parent: environment, cells, args: null };
}

function callParent(m: Machine, parent: Value | null, self: Value, args: readonly Value[], options: CallOptions): void {
  for (const reference of parent?.references ?? []) {
    if (reference.type === 'class') initialize(m, reference, self, args, options);
    if (reference.type === 'api') callLibrary(m, reference, args, { ...options, isNew: true });
  }
}

export function superCall(m: Machine, args: readonly Value[], node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
  const reference = m.constructing[m.constructing.length - 1];
  const { self } = m.environment;
  if (reference === undefined || self === null) return undefinedValue;
  callParent(m, reference.parent, self, args, { self, node, argumentNodes: node.arguments });
  return undefinedValue;
}

/** `super.method`: looked up in the parents of the classes of `this`. */
export function superMember(m: Machine, node: TSESTree.MemberExpression): Value {
  const { self } = m.environment;
  const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : null;
  if (self === null || name === null) return m.unknown(node);
  let result = never;
  for (const reference of self.references) {
    if (reference.type !== 'object') continue;
    for (const type of m.object(reference.id).type?.references ?? []) {
      if (type.type !== 'class') continue;
      for (const parent of type.parent?.references ?? []) {
        const member = parent.type === 'class' ? classMember(m, parent, name, false) : null;
        if (member !== null) result = joinValues(result, bindSelf(member.value, self));
        if (parent.type === 'api')
          result = joinValues(
            result,
            getMember(m, referenceValue({ ...parent, node: parent.node.result(true) ?? parent.node }), namedKey(name), node),
          );
      }
    }
  }
  return result;
}

function bindSelf(value: Value, self: Value): Value {
  return { ...value, references: value.references.map(reference => (reference.type === 'function' ? { ...reference, self } : reference)) };
}
