import { callBack, callFunction } from '../functions.js';
import { failureOf } from '../library-sources.js';
import { nearestTry } from '../failing.js';
import type { Machine } from '../machine.js';
import { elementsOf } from '../iteration.js';
import type { Node, Value } from '../value.js';
import { isNever, joinAll, joinValues, never, ownValue, referenceValue, undefinedValue } from '../values.js';
import type { Native } from './table.js';

/**
 * `then`, `catch` and `finally`: a promise is what it resolves to.
 * @returns null when the receiver has a method of that name of its own
 */
export function thenMethod(
  m: Machine,
  receiver: Value,
  name: 'then' | 'catch' | 'finally',
  args: readonly Value[],
  node: Node,
): Value | null {
  for (const reference of receiver.references) {
    if (reference.type === 'object' && m.object(reference.id).properties.has(name)) return null;
  }
  const [first, second] = args;
  const failure = (): readonly Value[] => [
    joinValues(m.errorAt(errorParameter(name === 'then' ? second : first) ?? node), failureOfCall(m, receiver)),
  ];
  if (name === 'finally') {
    if (first !== undefined) callBack(m, first, [], node);
    return receiver;
  }
  if (name === 'catch') return first === undefined ? receiver : joinValues(receiver, callBack(m, first, failure(), node));
  let result = receiver;
  if (first !== undefined && first.references.length > 0)
    result = callFunction(m, first, [receiver], { self: null, node, argumentNodes: calleeNodes(node) });
  if (second !== undefined) result = joinValues(result, callBack(m, second, failure(), node));
  return result;
}

/** What the library call that made a promise rejects with. */
function failureOfCall(m: Machine, promise: Value): Value {
  const calls = promise.references.flatMap(reference =>
    reference.type === 'api' && reference.call?.callee ? [{ ...reference.call, api: reference.call.callee }] : [],
  );
  return joinAll(calls.map(call => failureOf(m, call)));
}

/** What a `then` callback is given stands where the promise is written. */
function calleeNodes(node: Node): readonly Node[] {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? [node.callee.object] : [];
}

function errorParameter(fn: Value | undefined): Node | null {
  const [reference] = fn?.references ?? [];
  return reference?.type === 'function' ? (reference.node.params[0] ?? null) : null;
}

const list: Native = (m, [values], options) => m.allocate(options.node, { kind: 'array', ...arrayOf(m, values, options.node) });

function arrayOf(
  m: Machine,
  values: Value | undefined,
  node: Node,
): { readonly rest: Value } | { readonly properties: ReadonlyMap<string, never> } {
  const [reference] = values?.references ?? [];
  const object = reference?.type === 'object' ? m.object(reference.id) : null;
  if (object?.kind === 'array') return { rest: object.rest, properties: object.properties } as never;
  return { rest: values === undefined ? never : elementsOf(m, values, node) };
}

const construct: Native = (m, [executor], options) => {
  if (executor === undefined) return never;
  const id = m.newId();
  const resolve = referenceValue({ type: 'native', name: 'Promise.resolver', self: referenceValue({ type: 'object', id }), bound: [] });
  const reject = referenceValue({ type: 'native', name: 'Promise.rejecter', self: null, bound: [] });
  callFunction(m, executor, [resolve, reject], { self: null, node: options.node, argumentNodes: [] });
  const settledValue = m.state.value(id) ?? never;
  return isNever(settledValue) ? undefinedValue : settledValue;
};

/** What a promise is rejected with goes to the nearest `catch`, where it is awaited as a rule. */
function fail(m: Machine, reason: Value | undefined): void {
  if (reason !== undefined) nearestTry(m)?.failures.push(reason);
}

const resolver: Native = (m, [value], options) => {
  const [reference] = options.self?.references ?? [];
  if (reference?.type !== 'object') return undefinedValue;
  m.state.setValue(reference.id, joinValues(m.state.value(reference.id) ?? never, value ?? undefinedValue));
  return undefinedValue;
};

/** Promises: transparent, so that a promise is the value that it resolves to. */
export const promiseNatives: Readonly<Record<string, Native>> = {
  Promise: construct,
  'Promise.resolver': resolver,
  'Promise.rejecter': (m, [reason]) => {
    fail(m, reason);
    return undefinedValue;
  },
  'Promise.resolve': (_m, [value]) => value ?? undefinedValue,
  'Promise.reject': (m, [reason]) => {
    fail(m, reason);
    return never;
  },
  'Promise.all': list,
  'Promise.race': (m, [values], options) => (values === undefined ? never : elementsOf(m, values, options.node)),
  'Promise.any': (m, [values], options) => (values === undefined ? never : elementsOf(m, values, options.node)),
  'Promise.allSettled': (m, [values], options) => {
    const value = values === undefined ? never : elementsOf(m, values, options.node);
    const outcome = m.allocateFresh({
      properties: new Map([
        ['status', { value: ownValue, node: null, getter: false }],
        ['value', { value, node: null, getter: false }],
        ['reason', { value: m.errorAt(options.node), node: null, getter: false }],
      ]),
    });
    return m.allocate(options.node, { kind: 'array', rest: outcome });
  },
};
