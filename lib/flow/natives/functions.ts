import { callValue } from '../calls.js';
import { elementsOf } from '../members.js';
import type { Reference, Value } from '../value.js';
import { never, referenceValue, undefinedValue } from '../values.js';
import type { Native } from './table.js';

/** Positional arguments out of an array value. */
function listed(m: Parameters<Native>[0], list: Value | undefined, options: Parameters<Native>[2]): readonly Value[] {
  const [reference] = list?.references ?? [];
  const object = reference?.type === 'object' ? m.object(reference.id) : null;
  if (object?.kind === 'array' && object.properties.size > 0) return [...object.properties.values()].map(property => property.value);
  if (list === undefined) return [];
  const element = elementsOf(m, list, options.node);
  return [element, element, element];
}

function rebound(fn: Value, change: (reference: Reference) => Reference): Value {
  return { ...fn, references: fn.references.map(change) };
}

const call: Native = (m, [self, ...args], options) =>
  callValue(m, options.self ?? never, args, { ...options, self: self ?? undefinedValue });
const apply: Native = (m, [self, list], options) =>
  callValue(m, options.self ?? never, listed(m, list, options), { ...options, self: self ?? undefinedValue });
const bind: Native = (_m, [self, ...args], options) =>
  rebound(options.self ?? never, reference => {
    if (reference.type === 'function') return { ...reference, self: self ?? null, bound: [...reference.bound, ...args] };
    if (reference.type === 'native') return { ...reference, self: self ?? reference.self, bound: [...reference.bound, ...args] };
    return reference.type === 'api' ? { ...reference, self: reference.self ?? self ?? null } : reference;
  });

/** `promisify(f)` behaves as `f`: promises are transparent, and a result that arrives by callback is what `f` returns. */
const promisify: Native = (_m, [fn]) => fn ?? never;

/** The third parameter of a handler: `callback(error, response)`. */
const lambdaCallback: Native = (m, [error, response], options) => {
  if (response !== undefined) m.onResponse?.(response, options.argumentNodes[1] ?? options.node, m);
  // An error object goes to Lambda's own error answer; text that the handler made goes out as it is.
  if (error !== undefined && error.texts !== null) m.onResponse?.(error, options.argumentNodes[0] ?? options.node, m);
  return undefinedValue;
};

const lambdaSucceed: Native = (m, [response], options) => {
  if (response !== undefined) m.onResponse?.(response, options.argumentNodes[0] ?? options.node, m);
  return undefinedValue;
};

/** `util.promisify` and its like, functions' own methods, and what a handler is given. */
export const functionNatives: Readonly<Record<string, Native>> = {
  'function.call': call,
  'function.apply': apply,
  'function.bind': bind,
  'util.promisify': promisify,
  'lambda.callback': lambdaCallback,
  'lambda.succeed': lambdaSucceed,
  'lambda.fail': (m, [error], options) => lambdaCallback(m, [error ?? undefinedValue], options),
  'lambda.done': lambdaCallback,
  'Reflect.apply': (m, [fn, self, list], options) =>
    callValue(m, fn ?? never, listed(m, list, options), { ...options, self: self ?? undefinedValue }),
  'Reflect.construct': (m, [fn, list], options) =>
    callValue(m, fn ?? never, listed(m, list, options), { ...options, self: null, isNew: true }),
};

/** Whether a name is that of a method of every function. */
export function isFunctionMethod(name: string): boolean {
  return name === 'call' || name === 'apply' || name === 'bind';
}

/** A method of a function value: `f.call`, `f.bind`. */
export function functionMember(name: string, self: Value): Value {
  return referenceValue({ type: 'native', name: `function.${name}`, self, bound: [] });
}
