import { booleanValue, prove } from '../conditions.js';
import { callBack } from '../functions.js';
import type { Machine } from '../machine.js';
import { elementsOf, entryOf } from '../iteration.js';
import { computedKey, getMember, namedKey } from '../members.js';
import type { Variable } from '../module-record.js';
import { emptied, type HeapObject, type Property } from '../state.js';
import type { Node, Value } from '../value.js';
import { coercedValue, constantText, isNever, joinAll, joinValues, never, undefinedValue } from '../values.js';
import type { Native } from './table.js';

function objects(m: Machine, self: Value | null): readonly (readonly [number, HeapObject])[] {
  return (
    self?.references.flatMap(reference => (reference.type === 'object' ? [[reference.id, m.object(reference.id)] as const] : [])) ?? []
  );
}

function note(m: Machine, object: HeapObject, value: Value, key: Value | null, node: Node): void {
  if (object.lasting && m.invocation > 0) m.onStateWrite?.({ node, target: node, value, key, module: m.module });
}

const asked = new Set(['has', 'add', 'delete', 'clear', 'size']);

/** Whether the set is read here for the member that it holds the longest, which is deleted: `const [oldest] = seen; seen.delete(oldest)`. */
function isEvicted(m: Machine, set: Node, variable: Variable): boolean {
  const isDeleted = (node: Node): boolean => {
    const { parent } = node;
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node || parent.callee.type !== 'MemberExpression') return false;
    const { object, property } = parent.callee;
    return (
      property.type === 'Identifier' &&
      property.name === 'delete' &&
      object.type === 'Identifier' &&
      m.module.variableOf(object) === variable
    );
  };
  const isNameDeleted = (name: Node | null | undefined): boolean =>
    name?.type === 'Identifier' &&
    (m.module.variableOf(name)?.references.every(({ identifier, init }) => init === true || isDeleted(identifier as unknown as Node)) ??
      false);
  const { parent } = set;
  if (parent?.type === 'VariableDeclarator' && parent.init === set && parent.id.type === 'ArrayPattern')
    return parent.id.elements.length === 1 && isNameDeleted(parent.id.elements[0]);
  let first: Node = set;
  for (const step of ['values', '()', 'next', '()', 'value']) {
    const next: Node | undefined = first.parent;
    const isStep =
      step === '()'
        ? next?.type === 'CallExpression' && next.callee === first
        : next?.type === 'MemberExpression' && next.object === first && next.property.type === 'Identifier' && next.property.name === step;
    if (!isStep) return false;
    first = next!;
  }
  return isDeleted(first) || (first.parent?.type === 'VariableDeclarator' && isNameDeleted(first.parent.id));
}

/** Whether the program only asks whether something is in it: whoever knows a value learns that it was there, and nobody learns a value. */
function isOnlyAsked(m: Machine, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.object.type !== 'Identifier') return false;
  const variable = m.module.variableOf(node.callee.object);
  const declaration = (variable?.identifiers[0] as unknown as Node | undefined)?.parent?.parent;
  if (variable === null || declaration?.parent?.type === 'ExportNamedDeclaration') return false;
  const uses = variable.references.flatMap(({ identifier, init }) => {
    const { parent } = identifier as unknown as Node;
    if (init === true || isEvicted(m, identifier as unknown as Node, variable)) return [];
    const isMember = parent?.type === 'MemberExpression' && parent.object === (identifier as unknown as Node);
    return [isMember && parent.property.type === 'Identifier' ? parent.property.name : ''];
  });
  return uses.includes('has') && uses.every(name => asked.has(name));
}

const makeMap: Native = (m, [source], options) => {
  let object: Partial<HeapObject> = { kind: 'map' };
  if (source !== undefined) {
    const pairs = elementsOf(m, source, options.node);
    const literal = literalPairs(m, source);
    if (literal !== null) object = { ...object, properties: literal };
    else
      object = {
        ...object,
        keys: getMember(m, pairs, namedKey('0'), options.node),
        rest: getMember(m, pairs, namedKey('1'), options.node),
      };
    if (isNever(pairs)) object = { kind: 'map' };
  }
  return m.allocate(options.node, object);
};

/** The entries of `new Map([['a', 1], ['b', 2]])`. */
function literalPairs(m: Machine, source: Value): Map<string, Property> | null {
  const [list] = objects(m, source);
  if (list === undefined || source.references.length !== 1 || list[1].kind !== 'array' || !isNever(list[1].rest) || !isNever(list[1].base))
    return null;
  const result = new Map<string, Property>();
  for (const { value } of list[1].properties.values()) {
    const [pair] = objects(m, value);
    const key = pair?.[1].properties.get('0');
    const name = key === undefined ? null : constantText(key.value);
    const item = pair?.[1].properties.get('1');
    if (name === null || item === undefined) return null;
    result.set(name, item);
  }
  return result;
}

const get: Native = (m, [key], options) => {
  let result = never;
  for (const [, object] of objects(m, options.self)) {
    const { name } = computedKey(key ?? undefinedValue);
    const property = name === null ? undefined : object.properties.get(name);
    if (property !== undefined) result = joinValues(result, property.value);
    else {
      result = joinValues(result, object.rest);
      if (name === null) result = joinAll([result, ...[...object.properties.values()].map(({ value }) => value)]);
      result = joinValues(result, undefinedValue);
    }
  }
  return result;
};

const set: Native = (m, [key, value = undefinedValue], options) => {
  for (const [id, object] of objects(m, options.self)) {
    note(m, object, value, key ?? null, options.node);
    const name = constantText(key ?? undefinedValue);
    if (name === null)
      m.state.setObject(id, { ...object, rest: joinValues(object.rest, value), keys: joinValues(object.keys, key ?? never) });
    else
      m.state.setObject(id, {
        ...object,
        properties: new Map(object.properties).set(name, { value, node: options.argumentNodes[1] ?? null, getter: false }),
      });
  }
  return options.self ?? undefinedValue;
};

/** Membership in a collection that holds only what the program wrote. */
const has: Native = (m, [key], options) => {
  const own = objects(m, options.self).every(([, object]) => {
    const members = object.kind === 'set' ? joinValues(object.rest, object.base) : object.keys;
    return members.taints.every(taint => taint.origin.kind === 'unknown');
  });
  return own && key !== undefined ? booleanValue(prove(m, key, m.knowledge.allKinds)) : coercedValue;
};

const add: Native = (m, [value = undefinedValue], options) => {
  for (const [id, object] of objects(m, options.self)) {
    if (!isOnlyAsked(m, options.node)) note(m, object, value, null, options.node);
    m.state.setObject(id, { ...object, rest: joinValues(object.rest, value) });
  }
  return options.self ?? undefinedValue;
};

const makeSet: Native = (m, [source], options) =>
  m.allocate(options.node, { kind: 'set', rest: source === undefined ? never : elementsOf(m, source, options.node) });

const clear: Native = (m, _args, options) => {
  const all = objects(m, options.self);
  for (const [id, object] of all) if (all.length === 1) m.state.setObject(id, emptied(object, m.invocation === 0));
  return undefinedValue;
};

const each: Native = (m, [callback], options) => {
  if (callback === undefined) return undefinedValue;
  for (const [, object] of objects(m, options.self)) {
    const values = joinAll([object.rest, ...[...object.properties.values()].map(({ value }) => value)]);
    callBack(m, callback, [values, object.kind === 'map' ? object.keys : values, options.self ?? never], options.node);
  }
  return undefinedValue;
};

const values: Native = (m, _args, options) =>
  m.allocate(options.node, {
    kind: 'array',
    rest: joinAll(
      objects(m, options.self).flatMap(([, object]) => [object.rest, ...[...object.properties.values()].map(({ value }) => value)]),
    ),
  });
const keys: Native = (m, _args, options) =>
  m.allocate(options.node, {
    kind: 'array',
    rest: joinAll(objects(m, options.self).map(([, object]) => (object.kind === 'set' ? object.rest : object.keys))),
  });
const entries: Native = (m, _args, options) =>
  m.allocate(options.node, {
    kind: 'array',
    rest: joinAll(objects(m, options.self).map(([, object]) => entryOf(m, object, options.node))),
  });
const next: Native = (m, _args, options) =>
  m.allocateFresh({
    properties: new Map([
      ['value', { value: options.self === null ? never : elementsOf(m, options.self, options.node), node: null, getter: false }],
      ['done', { value: coercedValue, node: null, getter: false }],
    ]),
  });

/** Map, Set and their weak kin. */
export const collectionNatives: Readonly<Record<string, Native>> = {
  Map: makeMap,
  WeakMap: makeMap,
  Set: makeSet,
  WeakSet: makeSet,
  'map.get': get,
  'map.set': set,
  'map.has': has,
  'map.forEach': each,
  'map.values': values,
  'map.keys': keys,
  'map.entries': entries,
  'map.clear': clear,
  'map.delete': () => coercedValue,
  'set.add': add,
  'set.has': has,
  'set.forEach': each,
  'set.values': values,
  'set.keys': values,
  'set.entries': entries,
  'set.clear': clear,
  'set.delete': () => coercedValue,
  'set.next': next,
};
