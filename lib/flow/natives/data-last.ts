import { callValue } from '../calls.js';
import { callBack } from '../functions.js';
import { elementsOf } from '../iteration.js';
import type { Machine } from '../machine.js';
import { computedKey, getMember, namedKey } from '../members.js';
import { asText } from '../text.js';
import type { Node, Value } from '../value.js';
import { constantText, joinValues, mapTaints, never, referenceValue } from '../values.js';
import type { Native } from './table.js';

type Step = (m: Machine, args: readonly Value[], node: Node) => Value;

function member(m: Machine, key: Value, object: Value, node: Node): Value {
  const name = constantText(key);
  return getMember(m, object, name === null ? computedKey(key) : namedKey(name), node);
}

/** `['a', 'b']`, `'a.b'` or one name. */
function memberAt(m: Machine, path: Value, object: Value, node: Node): Value {
  const text = constantText(path);
  if (text !== null) return text.split('.').reduce((value, name) => getMember(m, value, namedKey(name), node), object);
  const [reference] = path.references;
  const steps = reference?.type === 'object' ? [...m.object(reference.id).properties.values()] : [];
  if (steps.length === 0) return mapTaints(m.flat(object), taint => ({ ...taint, whole: false }));
  return steps.reduce((value, { value: key }) => member(m, key, value, node), object);
}

const listOf = (m: Machine, element: Value): Value => m.allocateFresh({ kind: 'array', rest: element });
const part: Step = (_m, [, object = never]) => mapTaints(object, taint => ({ ...taint, whole: false }));
const text =
  (operation: string): Step =>
  (m, args) =>
    asText(m, args.at(-1) ?? never, operation);
const each: Step = (m, [fn = never, list = never], node) => {
  callBack(m, fn, [elementsOf(m, list, node)], node);
  return list;
};
const map: Step = (m, [fn = never, list = never], node) => listOf(m, callBack(m, fn, [elementsOf(m, list, node)], node));

/** Functions whose data comes last, which wait for it: `prop('body')` is a function. By their names, how many arguments they take and what they do. */
const steps: Readonly<Record<string, readonly [arity: number, step: Step]>> = {
  prop: [2, (m, [key = never, object = never], node) => member(m, key, object, node)],
  path: [2, (m, [path = never, object = never], node) => memberAt(m, path, object, node)],
  propOr: [3, (m, [other = never, key = never, object = never], node) => joinValues(other, member(m, key, object, node))],
  pathOr: [3, (m, [other = never, path = never, object = never], node) => joinValues(other, memberAt(m, path, object, node))],
  pluck: [2, (m, [key = never, list = never], node) => listOf(m, member(m, key, elementsOf(m, list, node), node))],
  nth: [2, (m, [, list = never], node) => elementsOf(m, list, node)],
  pick: [2, part],
  omit: [2, part],
  map: [2, map],
  filter: [2, each],
  reject: [2, each],
  forEach: [2, each],
  tap: [
    2,
    (m, [fn = never, value = never], node) =>
      joinValues(
        value,
        mapTaints(callBack(m, fn, [value], node), () => null),
      ),
  ],
  join: [2, text('join')],
  split: [2, text('split')],
  replace: [3, text('replace')],
};

/** The other names that lodash/fp has for them. */
const names = new Map([
  ['get', 'path'],
  ['getOr', 'pathOr'],
  ['each', 'forEach'],
  ['property', 'path'],
  ['props', 'pick'],
]);

const pipes = new Map([
  ...['pipe', 'flow', 'pipeP'].map(name => [name, 'pipe'] as const),
  ...['compose', 'composeP', 'flowRight'].map(name => [name, 'compose'] as const),
]);
const modules = new Set(['ramda', 'rambda', 'lodash/fp']);

/** @returns the name of the native that a member of such a library is; null for what its model describes. */
export function dataLastNative(module: string, member: string): string | null {
  const pipe = pipes.get(member);
  if (pipe !== undefined && (modules.has(module) || module === 'lodash')) return `function.${pipe}`;
  const name = names.get(member) ?? member;
  return modules.has(module) && Object.hasOwn(steps, name) ? `dataLast.${name}` : null;
}

const waiting = Object.entries(steps).map(([name, [arity, step]]): readonly [string, Native] => [
  `dataLast.${name}`,
  (m, args, options) =>
    args.length < arity
      ? referenceValue({ type: 'native', name: `dataLast.${name}`, self: null, bound: args })
      : step(m, args, options.node),
]);

/** The functions that a pipe is made of, one by one or in a list. */
function listed(m: Machine, args: readonly Value[]): readonly Value[] {
  const [reference] = args.length === 1 ? args[0]!.references : [];
  const list = reference?.type === 'object' ? m.object(reference.id) : null;
  return list?.kind === 'array' ? [...list.properties.values()].map(({ value }) => value) : args;
}

/** A function that hands what one returns to the next. */
function piped(m: Machine, functions: readonly Value[]): Value {
  const properties = new Map(functions.map((value, i) => [String(i), { value, node: null, getter: false }]));
  return referenceValue({ type: 'native', name: 'function.piped', self: m.allocateFresh({ kind: 'array', properties }), bound: [] });
}

/** `pipe(f, g)(x)`: the first gets the arguments. */
const runPiped: Native = (m, args, options) => {
  const [list] = options.self?.references ?? [];
  const functions = list?.type === 'object' ? [...m.object(list.id).properties.values()] : [];
  let values = args;
  for (const { value } of functions) values = [callValue(m, value, values, { ...options, self: null })];
  return values[0] ?? never;
};

/** Functions made of functions, and such as wait for their data. */
export const dataLastNatives: Readonly<Record<string, Native>> = {
  ...Object.fromEntries(waiting),
  'function.pipe': (m, args) => piped(m, listed(m, args)),
  'function.compose': (m, args) => piped(m, listed(m, args).toReversed()),
  'function.piped': runPiped,
};
