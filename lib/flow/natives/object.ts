import { booleanValue, isProgramsOwnObject, prove } from '../conditions.js';
import { withCopyOf } from '../literals.js';
import { callBack, functionObject } from '../functions.js';
import type { Machine } from '../machine.js';
import { elementsOf, entryOf } from '../iteration.js';
import { computedKey, getMember, type Key, namedKey, setMember } from '../members.js';
import { keysOf } from '../loops.js';
import { emptyObject, type HeapObject } from '../state.js';
import type { Node, Value } from '../value.js';
import { Nature } from '../value.js';
import {
  coercedValue,
  constantValue,
  isNever,
  joinAll,
  joinValues,
  libraryValue,
  mapTaints,
  never,
  ownValue,
  taintValue,
  undefinedValue,
} from '../values.js';
import type { Native } from './table.js';

const assign: Native = (m, [target, ...sources], options) => {
  if (target === undefined) return never;
  for (const reference of target.references) {
    if (reference.type !== 'object' && reference.type !== 'function') continue;
    const id = reference.type === 'object' ? reference.id : functionObject(m, reference);
    const before = m.object(id);
    if (before.lasting && m.invocation > 0)
      m.onStateWrite?.({ node: options.node, target: options.node, value: joinAll(sources), key: null, module: m.module });
    m.state.setObject(
      id,
      sources.reduce((object, source) => withCopyOf(m, object, source, options.node), before),
    );
  }
  return target;
};

/** The values of an object's own properties. */
function valuesOf(m: Machine, value: Value, node: Node): Value {
  let result = never;
  for (const reference of value.references) {
    if (reference.type !== 'object') continue;
    const object = m.object(reference.id);
    result = joinAll([result, object.rest, ...[...object.properties.values()].map(property => property.value)]);
    if (!isNever(object.base)) result = joinValues(result, valuesOf(m, object.base, node));
  }
  const data = { ...value, references: [] };
  if (data.taints.length === 0) return result;
  // All variables of the environment, one after the other, are all of it.
  const environment = mapTaints(data, taint => (taint.origin.kind === 'environment' ? taint : null));
  return joinAll([result, environment.taints.length > 0 ? environment : never, getMember(m, data, computedKey(undefinedKey), node)]);
}

const undefinedKey: Value = { ...coercedValue, nature: 4 };

/** Facts that hold if the object has no properties. */
function whenEmpty(m: Machine, { references: [only, ...others] }: Value): HeapObject['whenEmpty'] {
  return only?.type === 'object' && others.length === 0 ? m.object(only.id).whenEmpty : undefined;
}

function keyValues(m: Machine, value: Value): Value {
  const literal = value.references.flatMap(reference => (reference.type === 'object' ? [...m.object(reference.id).properties.keys()] : []));
  const constants = joinAll(literal.slice(0, 20).map(name => constantValue(name)));
  return literal.length > 20
    ? ownValue
    : joinValues(constants, value.references.length > 0 && isProgramsOwnObject(m, value) && literal.length > 0 ? never : keysOf(m, value));
}

const entries: Native = (m, [source], options) => {
  if (source === undefined) return never;
  let pair = never;
  for (const reference of source.references) {
    if (reference.type === 'object') pair = joinValues(pair, entryOf(m, m.object(reference.id), options.node));
  }
  const data = { ...source, references: [] };
  const base = joinAll(source.references.map(reference => (reference.type === 'object' ? m.object(reference.id).base : never)));
  const outside = joinValues(data, base);
  if (outside.taints.length > 0) {
    pair = joinValues(
      pair,
      m.allocateFresh({
        kind: 'array',
        properties: new Map([
          ['0', { value: keysOf(m, outside), node: null, getter: false }],
          ['1', { value: valuesOf(m, outside, options.node), node: null, getter: false }],
        ]),
      }),
    );
  }
  return m.allocateFresh({ kind: 'array', rest: pair });
};

const fromEntries: Native = (m, [source], options) => {
  const pairs = source === undefined ? never : elementsOf(m, source, options.node);
  return m.allocate(options.node, {
    keys: getMember(m, pairs, namedKey('0'), options.node),
    rest: getMember(m, pairs, namedKey('1'), options.node),
  });
};

const hasOwn: Native = (m, [object, key], options) => {
  void options;
  if (object === undefined || key === undefined || !isProgramsOwnObject(m, object)) return coercedValue;
  return booleanValue(prove(m, key, m.knowledge.allKinds));
};

/** Parsing gives data of any shape; its place names it, so that two parses are two objects. */
const parse: Native = (m, [text, reviver], options) => {
  if (text === undefined) return never;
  const flat = m.flat(text);
  let result = flat.taints.length === 0 ? ((flat.nature & 1) !== 0 ? m.unknown(options.node) : ownValue) : never;
  const key = String(options.node.range[0]);
  const copied = new Set(m.deepTaints({ ...never, references: text.references }).map(({ origin }) => origin));
  for (const taint of flat.taints.filter(({ origin }) => !copied.has(origin)))
    result = joinValues(result, taintValue([{ ...taint, origin: taint.origin.parsed(key) }]));
  // `JSON.parse(JSON.stringify(x))` is a deep copy.
  for (const reference of text.references) result = joinValues(result, { ...never, references: [reference] });
  if (reviver !== undefined) callBack(m, reviver, [ownValue, result], options.node);
  return result;
};

const stringify: Native = (m, [value, replacer], options) => {
  if (value === undefined) return never;
  const flat = m.flat(value);
  const encoded = m.knowledge.jsonClears;
  const isPicked = replacer !== undefined && replacer.references.length > 0;
  if (isPicked) callBack(m, replacer, [ownValue, value], options.node);
  const taints = flat.taints.map(taint => ({ ...taint, cleared: taint.cleared | encoded, whole: taint.whole && !isPicked }));
  // The object itself stays reachable, for a copy by JSON.parse and for responses.
  const objects = value.references.filter(reference => reference.type === 'object');
  return { ...never, taints, references: objects, nature: flat.nature | Nature.own | Nature.json };
};

/** A property by its descriptor: a value, or a getter. */
function define(m: Machine, target: Value, key: Key, descriptor: Value, node: Node): void {
  const getter = getMember(m, descriptor, namedKey('get'), node);
  const isGetter = getter.references.some(({ type }) => type === 'function');
  setMember(m, target, key, isGetter ? getter : getMember(m, descriptor, namedKey('value'), node), node, null, isGetter);
}

function defineAll(m: Machine, target: Value, descriptors: Value, node: Node): void {
  for (const reference of descriptors.references) {
    if (reference.type !== 'object') continue;
    for (const [name, { value }] of m.object(reference.id).properties) define(m, target, namedKey(name), value, node);
  }
}

const freeze: Native = (_m, [value]) => value ?? never;

/** Object, JSON and Reflect. */
export const objectNatives: Readonly<Record<string, Native>> = {
  Object: (_m, [value]) => value ?? libraryValue,
  'Object.assign': assign,
  // The way to the constructors that have no name of their own: AsyncFunction.
  'Object.getPrototypeOf': (m, [value], options) =>
    value?.references.some(({ type }) => type === 'function') === true ? value : m.unknown(options.node),
  'Object.keys': (m, [value], options) =>
    value === undefined ? never : m.allocate(options.node, { kind: 'array', rest: keyValues(m, value), whenEmpty: whenEmpty(m, value) }),
  'Object.getOwnPropertyNames': (m, [value], options) =>
    value === undefined ? never : m.allocate(options.node, { kind: 'array', rest: keyValues(m, value) }),
  'Object.values': (m, [value], options) =>
    value === undefined
      ? never
      : m.allocate(options.node, { kind: 'array', rest: valuesOf(m, value, options.node), whenEmpty: whenEmpty(m, value) }),
  'Object.entries': entries,
  'Object.fromEntries': fromEntries,
  'Object.freeze': freeze,
  'Object.seal': freeze,
  'Object.preventExtensions': freeze,
  'Object.create': (m, [prototype, descriptors], options) => {
    const hasPrototype = prototype?.references.some(({ type }) => type === 'object' || type === 'class') ?? false;
    const object = m.allocate(options.node, hasPrototype ? { type: prototype! } : { ...emptyObject, kind: 'map' });
    if (descriptors !== undefined) defineAll(m, object, descriptors, options.node);
    return object;
  },
  'Object.setPrototypeOf': (m, [object = never, prototype], options) => {
    void options;
    for (const reference of object.references)
      if (reference.type === 'object' && prototype !== undefined)
        m.state.setObject(reference.id, { ...m.object(reference.id), type: prototype });
    return object;
  },
  'Object.hasOwn': hasOwn,
  'Object.defineProperty': (m, [target, key, descriptor], options) => {
    if (target === undefined || key === undefined || descriptor === undefined) return never;
    define(m, target, computedKey(key), descriptor, options.node);
    return target;
  },
  'Object.defineProperties': (m, [target = never, descriptors = never], options) => {
    defineAll(m, target, descriptors, options.node);
    return target;
  },
  'object.hasOwnProperty': (m, [key], options) => hasOwn(m, [options.self ?? never, key ?? never], options),
  'object.toString': () => ownValue,
  'object.valueOf': (_m, _args, options) => options.self ?? undefinedValue,
  'Reflect.has': hasOwn,
  'Reflect.get': (m, [object, key], options) =>
    object === undefined || key === undefined ? never : getMember(m, object, computedKey(key), options.node),
  'Reflect.ownKeys': (m, [value], options) =>
    value === undefined ? never : m.allocate(options.node, { kind: 'array', rest: keyValues(m, value) }),
  'JSON.parse': parse,
  'JSON.stringify': stringify,
  structuredClone: freeze,
};
