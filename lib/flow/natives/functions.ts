import { callValue } from '../calls.js';
import { requiredModule } from '../exports.js';
import { elementsOf } from '../iteration.js';
import type { Machine } from '../machine.js';
import { respondWithError } from '../statements.js';
import type { Reference, Value } from '../value.js';
import { coercedValue, constantText, joinValues, never, referenceValue, undefinedValue } from '../values.js';
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
    if (reference.type !== 'api') return reference;
    const receiver = { ...reference, self: reference.self ?? self ?? null };
    return args.length === 0 ? receiver : { type: 'native', name: 'function.bound', self: referenceValue(receiver), bound: args };
  });

/** `promisify(f)` of a function of the program: what it hands to its callback is what the promise resolves to. */
const promisified: Native = (m, args, options) => {
  const id = m.newId();
  const callback = referenceValue({ type: 'native', name: 'util.callback', self: referenceValue({ type: 'object', id }), bound: [] });
  const returned = callValue(m, options.self ?? never, [...args, callback], { ...options, self: null });
  return joinValues(m.state.value(id) ?? never, returned);
};

const settledByCallback: Native = (m, [, value], options) => {
  const [reference] = options.self?.references ?? [];
  if (reference?.type === 'object')
    m.state.setValue(reference.id, joinValues(m.state.value(reference.id) ?? never, value ?? undefinedValue));
  return undefinedValue;
};

/** A library's function behaves as its promisified self: promises are transparent. */
const promisify: Native = (_m, [fn]) =>
  rebound(fn ?? never, reference =>
    reference.type === 'function' ? { type: 'native', name: 'util.promisified', self: referenceValue(reference), bound: [] } : reference,
  );

/** Whether there is an error for certain: one that was caught, or made. */
function isFailure(m: Machine, { taints, references, constants }: Value): boolean {
  if (constants.length > 0 || taints.length + references.length === 0) return false;
  const isError = references.every(reference => reference.type === 'object' && m.object(reference.id).kind === 'error');
  return isError && taints.every(({ origin }) => origin.kind === 'error' && origin.parent === null);
}

/**
 * The third parameter of a handler: `callback(error, response)`. Beside an error no response is sent.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
const lambdaCallback: Native = (m, [error, response], options) => {
  if (response !== undefined && (error === undefined || !isFailure(m, error)))
    m.onResponse?.(response, options.argumentNodes[1] ?? options.node, m);
  const place = options.argumentNodes[0] ?? options.node;
  // An error object goes to Lambda's own error answer; text that the handler made goes out as it is.
  if (error !== undefined && error.texts !== null) m.onResponse?.(error, place, m);
  else if (error !== undefined) respondWithError(m, error, place);
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
  'function.bound': (m, args, options) => callValue(m, options.self ?? never, args, { ...options, self: null }),
  'util.promisify': promisify,
  'util.promisified': promisified,
  'util.callback': settledByCallback,
  'util.callbackify': (_m, [fn]) => fn ?? never,
  'module.createRequire': m => {
    const loader = referenceValue({ type: 'native', name: 'require', self: null, bound: [] });
    const api = m.knowledge.graph.module('module')?.member('createRequire')?.result(false) ?? null;
    return api === null ? loader : joinValues(loader, referenceValue({ type: 'api', node: api, call: null, self: null }));
  },
  // What the models know of it is found with them: here it gives the program's own modules.
  require: (m, [name], options) => {
    const text = name === undefined ? null : constantText(name);
    return text === null ? never : requiredModule(m, text, options.node);
  },
  'lambda.callback': lambdaCallback,
  'lambda.succeed': lambdaSucceed,
  'lambda.fail': (m, [error], options) => lambdaCallback(m, [error ?? undefinedValue], options),
  'lambda.done': lambdaCallback,
  'lambda.remaining': () => coercedValue,
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
