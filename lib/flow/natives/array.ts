import { isDrainedBuffer } from '../drained-buffer.js';
import { booleanValue } from '../conditions.js';
import { callBack, type CallOptions } from '../functions.js';
import type { Machine } from '../machine.js';
import { elementsOf } from '../iteration.js';
import { getMember, namedKey } from '../members.js';
import { provenThrown } from '../own-errors.js';
import { emptied, type HeapObject } from '../state.js';
import type { Node, Value } from '../value.js';
import {
  coercedValue,
  concatenate,
  constantText,
  constantsOf,
  isNever,
  joinAll,
  joinValues,
  mapTaints,
  never,
  noFacts,
  singleConstant,
  undefinedValue,
} from '../values.js';
import { every, filter, find, findIndex, includes, indexOf, some } from './array-search.js';
import { either } from '../ways.js';
import type { Native } from './table.js';

export type ArrayMethod = (m: Machine, self: Value, args: readonly Value[], options: CallOptions) => Value;

/** The heap arrays of a value. */
function arrays(m: Machine, self: Value): readonly (readonly [number, HeapObject])[] {
  return self.references.flatMap(reference => (reference.type === 'object' ? [[reference.id, m.object(reference.id)] as const] : []));
}

export function makeArray(m: Machine, node: Node, rest: Value): Value {
  return m.allocate(node, { kind: 'array', rest });
}

/** Adds elements at unknown places, in place. */
function push(m: Machine, self: Value, added: Value, node: Node): void {
  for (const [id, array] of arrays(m, self)) {
    if (array.lasting && m.invocation > 0 && !isDrainedBuffer(m, node))
      m.onStateWrite?.({ node, target: node, value: added, key: null, module: m.module });
    m.state.setObject(id, { ...array, rest: joinValues(array.rest, added) });
  }
}

/** Puts an element at the end of a list of known length, so that its order stays known. */
const pushMethod: ArrayMethod = (m, self, args, { node }) => {
  const [only] = arrays(m, self);
  const list = only?.[1];
  const isLaidOut =
    self.references.length === 1 &&
    list !== undefined &&
    isNever(list.rest) &&
    isNever(list.base) &&
    m.jumps.every(jump => jump.kind !== 'loop') &&
    list.properties.size < 40;
  if (!isLaidOut || list.lasting) {
    push(m, self, joinAll(args), node);
    return coercedValue;
  }
  const properties = new Map(list.properties);
  for (const value of args) properties.set(String(properties.size), { value, node: null, getter: false });
  m.state.setObject(only![0], { ...list, properties });
  return coercedValue;
};

const element: ArrayMethod = (m, self, _args, { node }) => joinValues(elementsOf(m, self, node), undefinedValue);

/** Runs a callback for any element. @returns what it returns */
export function forAny(m: Machine, self: Value, args: readonly Value[], node: Node, before: readonly Value[] = []): Value {
  const [callback] = args;
  if (callback === undefined) return never;
  const list = only(m, self);
  const item = elementsOf(m, self, node);
  // A short literal list runs element by element, so that each result keeps its own constants.
  if (list !== null && list.length > 0 && list.length <= 8)
    return either(list.map(value => callBack(m, callback, [...before, value, coercedValue, self], node)));
  return callBack(m, callback, [...before, item, coercedValue, self], node);
}

/** The elements of a list that is known in full. */
function only(m: Machine, self: Value): readonly Value[] | null {
  const [first, ...others] = arrays(m, self);
  if (first === undefined || others.length > 0 || self.taints.length > 0) return null;
  const [, list] = first;
  return list.kind === 'array' && isNever(list.rest) && isNever(list.base)
    ? [...list.properties.values()].map(property => property.value)
    : null;
}

const map: ArrayMethod = (m, self, args, { node }) => {
  const list = only(m, self);
  const [callback] = args;
  // Only a chain of lodash picks a member by its name.
  const picked = callback === undefined ? null : constantText(callback);
  if (picked !== null) return makeArray(m, node, getMember(m, elementsOf(m, self, node), namedKey(picked), node));
  if (list !== null && list.length <= 8 && callback !== undefined) {
    const properties = new Map(
      list.map(
        (value, i) => [String(i), { value: callBack(m, callback, [value, coercedValue, self], node), node: null, getter: false }] as const,
      ),
    );
    return m.allocate(node, { kind: 'array', properties });
  }
  return makeArray(m, node, forAny(m, self, args, node));
};

const reduceFrom = (m: Machine, self: Value, args: readonly Value[], node: Node, fromEnd: boolean): Value => {
  const [callback, initial] = args;
  if (callback === undefined) return never;
  const list = only(m, self);
  // Each step of a short literal list takes what the one before it made: functions that are composed, say.
  if (list !== null && list.length > 0 && list.length <= 8) {
    const items = fromEnd ? [...list].reverse() : list;
    const [start = never, ...others] = initial === undefined ? items : [initial, ...items];
    return others.reduce((made, item) => callBack(m, callback, [made, item, coercedValue, self], node), start);
  }
  let accumulated = initial ?? elementsOf(m, self, node);
  // A text that is split has a first piece.
  if (isSplit(node)) accumulated = callBack(m, callback, [accumulated, elementsOf(m, self, node), coercedValue, self], node);
  for (let i = 0; i < 3; i++) {
    const next = joinValues(accumulated, callBack(m, callback, [accumulated, elementsOf(m, self, node), coercedValue, self], node));
    if (next === accumulated) break;
    accumulated = next;
  }
  return accumulated;
};

/** `text.split('.').reduce(…)`. */
function isSplit(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  if (object.type !== 'CallExpression' || object.callee.type !== 'MemberExpression') return false;
  return object.callee.property.type === 'Identifier' && object.callee.property.name === 'split';
}

const join: ArrayMethod = (m, self, [separator], { node }) => {
  const list = only(m, self);
  const between = separator ?? constantOf(',');
  if (list !== null) return concatenate(list.flatMap((value, i) => (i === 0 ? [m.flat(value)] : [m.flat(between), m.flat(value)])));
  const item = m.flat(elementsOf(m, self, node));
  const glue = constantText(between);
  // Segments that were harmless one by one make a path again when they are joined by slashes.
  const path = m.knowledge.bit('path');
  const joined = glue === '/' || glue === '\\' ? mapTaints(item, taint => ({ ...taint, cleared: taint.cleared & ~path })) : item;
  return concatenate([joined, m.flat(between), joined]);
};

function constantOf(constant: string): Value {
  return { ...never, constants: [constant] };
}

const concat: ArrayMethod = (m, self, args, { node }) => {
  const items = args.map(arg =>
    arrays(m, arg).some(([, array]) => array.kind === 'array') || arg.taints.length > 0 ? elementsOf(m, arg, node) : arg,
  );
  return makeArray(m, node, joinAll([elementsOf(m, self, node), ...items]));
};

const copy: ArrayMethod = (m, self, args, { node }) => {
  const [first] = arrays(m, self);
  const whole = args.length === 0 && first !== undefined && self.references.length === 1;
  return whole ? m.allocate(node, { ...first[1] }) : makeArray(m, node, elementsOf(m, self, node));
};

const at: ArrayMethod = (m, self, [index], { node }) => {
  const constant = index === undefined ? null : singleConstant(index);
  return typeof constant?.constant === 'number' && constant.constant >= 0
    ? getMember(m, self, namedKey(String(constant.constant)), node)
    : element(m, self, [], { self: null, node, argumentNodes: [] });
};

const same: ArrayMethod = (_m, self) => self;

const splice: ArrayMethod = (m, self, args, { node }) => {
  const taken = makeArray(m, node, elementsOf(m, self, node));
  const [first, ...others] = arrays(m, self);
  const takesAll = args.length === 1 && constantText(args[0]!) === '0';
  if (first !== undefined && others.length === 0 && takesAll) m.state.setObject(first[0], emptied(first[1], m.invocation === 0));
  else push(m, self, joinAll(args.slice(2)), node);
  return taken;
};

const flatMap: ArrayMethod = (m, self, args, { node }) => {
  const result = forAny(m, self, args, node);
  const inner = arrays(m, result).some(([, array]) => array.kind === 'array') || result.taints.length > 0;
  return makeArray(m, node, inner ? joinValues(elementsOf(m, result, node), { ...result, references: [] }) : result);
};

const flat: ArrayMethod = (m, self, _args, { node }) => {
  const items = elementsOf(m, self, node);
  return makeArray(m, node, arrays(m, items).length > 0 || items.taints.length > 0 ? joinValues(elementsOf(m, items, node), items) : items);
};

const entries: ArrayMethod = (m, self, _args, { node }) => {
  const pair = m.allocateFresh({
    kind: 'array',
    properties: new Map([
      ['0', { value: coercedValue, node: null, getter: false }],
      ['1', { value: elementsOf(m, self, node), node: null, getter: false }],
    ]),
  });
  return makeArray(m, node, pair);
};

/** Methods of arrays, for arrays of the program and for data from outside that is used as one. */
export const arrayMethods: Readonly<Record<string, ArrayMethod>> = {
  push: pushMethod,
  unshift: (m, self, args, { node }) => (push(m, self, joinAll(args), node), coercedValue),
  fill: (m, self, args, { node }) => (push(m, self, args[0] ?? undefinedValue, node), self),
  splice,
  toSpliced: (m, self, args, { node }) => makeArray(m, node, joinAll([elementsOf(m, self, node), ...args.slice(2)])),
  pop: element,
  shift: element,
  at,
  forEach: (m, self, args, { node }) => (forAny(m, self, args, node), undefinedValue),
  map,
  flatMap,
  filter,
  find,
  findLast: find,
  findIndex,
  findLastIndex: findIndex,
  some,
  every,
  reduce: (m, self, args, { node }) => reduceFrom(m, self, args, node, false),
  reduceRight: (m, self, args, { node }) => reduceFrom(m, self, args, node, true),
  includes,
  indexOf,
  lastIndexOf: indexOf,
  join,
  toString: join,
  concat,
  slice: copy,
  toSorted: copy,
  toReversed: copy,
  reverse: same,
  sort: (m, self, args, { node }) => (
    args[0] === undefined ? undefined : callBack(m, args[0], [elementsOf(m, self, node), elementsOf(m, self, node)], node),
    self
  ),
  flat,
  keys: (m, _self, _args, { node }) => makeArray(m, node, coercedValue),
  values: same,
  entries,
  copyWithin: same,
  with: (m, self, [, item], { node }) => makeArray(m, node, joinValues(elementsOf(m, self, node), item ?? undefinedValue)),
  // What a chain of lodash has beside.
  ...{ value: same, commit: same, compact: copy, uniq: copy, uniqBy: copy, sortBy: copy, orderBy: copy, take: copy, drop: copy },
  ...Object.fromEntries(['sum', 'sumBy', 'mean', 'meanBy'].map(name => [name, (): Value => coercedValue])),
  ...{ first: element, head: element, last: element, flatten: flat },
};

/** Array methods that a string has not: called on data, they tell that it is an array. */
export const onlyOfArrays = new Set(
  Object.keys(arrayMethods).filter(
    name => !['includes', 'indexOf', 'lastIndexOf', 'concat', 'slice', 'at', 'toString', 'keys', 'values', 'entries'].includes(name),
  ),
);

const from: Native = (m, [source, callback], options) => {
  if (source === undefined) return never;
  const items = elementsOf(m, source, options.node);
  return makeArray(m, options.node, callback === undefined ? items : callBack(m, callback, [items, coercedValue], options.node));
};

/** `Array` and the methods of arrays, by name. */
export const arrayNatives: Readonly<Record<string, Native>> = {
  ...Object.fromEntries(
    Object.entries(arrayMethods).map(([name, method]): [string, Native] => [
      `array.${name}`,
      (m, args, options) => method(m, options.self ?? never, args, options),
    ]),
  ),
  Array: (m, args, options) =>
    args.length === 1 && constantsOf(args[0]!)?.every(constant => typeof constant === 'number')
      ? makeArray(m, options.node, never)
      : makeArray(m, options.node, joinAll(args)),
  'Array.from': from,
  'Array.of': (m, args, options) => makeArray(m, options.node, joinAll(args)),
  'Array.isArray': (m, [value]) => booleanValue(value === undefined ? noFacts : provenThrown(m, value)),
};
