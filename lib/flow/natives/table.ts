import type { CallOptions } from '../functions.js';
import { mayFail } from '../failing.js';
import type { Machine } from '../machine.js';
import type { Reference, Value } from '../value.js';
import { constantValue, libraryValue, never, referenceValue } from '../values.js';
import { arrayNatives } from './array.js';
import { assertNatives } from './assert.js';
import { dataLastNative, dataLastNatives } from './data-last.js';
import { collectionNatives } from './collections.js';
import { functionNatives } from './functions.js';
import { objectNatives } from './object.js';
import { promiseNatives } from './promise.js';
import { textNatives } from './text.js';
import { urlNatives } from './url.js';
import { unknownCall } from '../calls.js';

/** A built-in function: what it does and gives. `self` is the receiver. */
export type Native = (m: Machine, args: readonly Value[], options: CallOptions & { readonly name: string }) => Value;

let table: Map<string, Native> | null = null;

/** Built on first use: the files of natives import each other's evaluation. */
function natives(): ReadonlyMap<string, Native> {
  table ??= new Map(
    [
      arrayNatives,
      assertNatives,
      collectionNatives,
      dataLastNatives,
      functionNatives,
      objectNatives,
      promiseNatives,
      textNatives,
      urlNatives,
    ].flatMap(entries => Object.entries(entries)),
  );
  return table;
}

const globals = new Set([
  'Array',
  'Object',
  'JSON',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Promise',
  'URL',
  'URLSearchParams',
  'String',
  'Number',
  'Boolean',
  'BigInt',
  'Symbol',
  'Date',
  'Math',
  'RegExp',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
  'Reflect',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'globalThis',
  'global',
  'structuredClone',
]);

/** Whether the engine itself knows a global. */
export function isNativeGlobal(name: string): boolean {
  return globals.has(name);
}

export function isNative(name: string): boolean {
  return natives().has(name);
}

const moduleMembers: Readonly<Record<string, string>> = {
  'url.URL': 'URL',
  'url.parse': 'legacyUrl',
  'url.URLSearchParams': 'URLSearchParams',
  'util.promisify': 'util.promisify',
  'util.callbackify': 'util.callbackify',
  'module.createRequire': 'module.createRequire',
};

/** Texts that are members of Node modules, as they are where functions run. */
const moduleConstants: Readonly<Record<string, string>> = { 'path.sep': '/', 'path.delimiter': ':', 'os.EOL': '\n' };

/** Modules that are one function, which throws unless its argument holds; Node's has more of them as members. */
const asserting = new Set(['assert', 'assert/strict', 'tiny-invariant', 'invariant', 'ts-invariant', '@epic-web/invariant']);

/** A member of a Node module that the engine itself understands; null for the module (`member` null) or another member. */
export function nativeOfModule(module: string, member: string | null): Value | null {
  const plain = module.replace(/^node:/u, '');
  const constant = moduleConstants[`${plain}.${member ?? ''}`];
  if (constant !== undefined) return constantValue(constant);
  const isAssert = asserting.has(plain);
  const inAssert = member === null || member === 'strict' || member === 'default' ? 'assert' : `assert.${member}`;
  const name = isAssert ? inAssert : (moduleMembers[`${plain}.${member ?? ''}`] ?? dataLastNative(plain, member ?? ''));
  return name === null ? null : referenceValue({ type: 'native', name, self: null, bound: [] });
}

/** Built-in functions that throw texts of their own. */
const throwing = /^(?:JSON\.parse|URL|decodeURI(?:Component)?|RegExp|BigInt|structuredClone|assert.*|createRequire.*)$/u;

/** Calls a built-in function. */
export function callNative(m: Machine, reference: Reference & { type: 'native' }, args: readonly Value[], options: CallOptions): Value {
  const native = natives().get(reference.name);
  if (throwing.test(reference.name)) mayFail(m);
  if (native === undefined) {
    unknownCall(m, args, options.node);
    return libraryValue;
  }
  return native(m, args, { ...options, self: reference.self ?? options.self, name: reference.name }) ?? never;
}
