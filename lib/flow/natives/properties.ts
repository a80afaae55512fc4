import { booleanValue } from '../conditions.js';
import type { Machine } from '../machine.js';
import { setMember, namedKey } from '../members.js';
import type { HeapObject } from '../state.js';
import type { Node, Reference, Value } from '../value.js';
import { coercedValue, constantValue, libraryValue, noFacts, ownValue, referenceValue } from '../values.js';
import { namedGlobal } from '../variables.js';
import { isNative, isNativeGlobal } from './table.js';

/** A built-in method or property of an array, Map, Set, URL or error of the program; null when there is none. */
export function nativeProperty(m: Machine, object: HeapObject, name: string): Value | null {
  if ((object.kind === 'array' || object.kind === 'set' || object.kind === 'map') && (name === 'length' || name === 'size'))
    return booleanValue(noFacts, object.whenEmpty);
  const prefix = prefixes[object.kind];
  const full = `${prefix}.${name}`;
  if (prefix !== undefined && isNative(full)) return referenceValue({ type: 'native', name: full, self: null, bound: [] });
  if (isNative(`object.${name}`)) return referenceValue({ type: 'native', name: `object.${name}`, self: null, bound: [] });
  void m;
  return null;
}

const prefixes: Readonly<Record<HeapObject['kind'], string | undefined>> = {
  object: undefined,
  array: 'array',
  map: 'map',
  set: 'set',
  url: 'url',
  error: undefined,
  response: undefined,
};

/** Symbols that name methods which the language calls. */
const wellKnown = new Set(['iterator', 'asyncIterator', 'toPrimitive', 'dispose', 'asyncDispose']);

/** A member of a built-in object: `Object.keys`, `f.bind`. */
export function nativeMember(m: Machine, reference: Reference & { type: 'native' }, name: string, object: Value, node: Node): Value {
  if (reference.name === 'globalThis' || reference.name === 'global') return namedGlobal(m, name, node);
  if (reference.name === 'Math' || reference.name === 'Number')
    return isNative(`${reference.name}.${name}`) ? native(`${reference.name}.${name}`, null) : coercedValue;
  if (reference.name === 'Symbol' && wellKnown.has(name)) return constantValue(`@@${name}`);
  if ((name === 'call' || name === 'apply' || name === 'bind') && !isNative(`${reference.name}.${name}`))
    return native(`function.${name}`, object);
  if (name === 'prototype') return referenceValue({ ...reference, name: prototypeOf(reference.name) });
  const full = `${reference.name}.${name}`;
  if (full === 'assert.strict') return native('assert', null);
  if (isNative(full) || isNativeGlobal(full)) return native(full, null);
  // `createRequire(url).resolve`: what a global of the same name has.
  const known = m.knowledge.graph.global(reference.name)?.member(name);
  return known ? referenceValue({ type: 'api', node: known, call: null, self: null }) : libraryValue;
}

function prototypeOf(name: string): string {
  return name === 'Array' ? 'array' : name === 'Object' ? 'object' : name === 'String' ? 'string' : name.toLowerCase();
}

function native(name: string, self: Value | null): Value {
  return referenceValue({ type: 'native', name, self, bound: [] });
}

/** Gives an error its message. */
export function errorInstance(m: Machine, self: Value, args: readonly Value[]): void {
  const message = args[0] ?? ownValue;
  for (const reference of self.references) {
    if (reference.type !== 'object' || m.object(reference.id).properties.has('message')) continue;
    setMember(m, self, namedKey('message'), message, m.module.program, null);
  }
}
