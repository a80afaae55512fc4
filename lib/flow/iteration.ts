import { callFunction } from './functions.js';
import { libraryMember } from './library.js';
import { sourceValue } from './library-sources.js';
import type { Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import type { HeapObject } from './state.js';
import type { Node, Reference, Value } from './value.js';
import { Nature } from './value.js';
import { constantValue, isNever, joinValues, never, ownValue, referenceValue, taintValue, withNature } from './values.js';

const iteratorNames = ['@@iterator', '@@asyncIterator'];

/** What an object's own `[Symbol.iterator]` gives; null for one that has none. */
function iteratedBy(m: Machine, value: Value, object: HeapObject, reference: Reference, node: Node): Value | null {
  if (object.kind !== 'object' || (object.type === null && !iteratorNames.some(name => object.properties.has(name)))) return null;
  const self = value.references.length === 1 && value.taints.length === 0 ? value : referenceValue(reference);
  const call = (target: Value, name: string): Value | null => {
    const method = getMember(m, target, namedKey(name), node);
    const functions = method.references.filter(({ type }) => type === 'function');
    return functions.length === 0
      ? null
      : callFunction(m, { ...never, references: functions }, [], { self: target, node, argumentNodes: [] });
  };
  for (const name of iteratorNames) {
    const iterator = call(self, name);
    if (iterator === null) continue;
    const next = call(iterator, 'next');
    if (next !== null) return getMember(m, next, namedKey('value'), node);
    // `return this` of a generator's own: it has elements, not iterators.
    return iterator.references.some(other => other.type === 'object' && other.id === (reference as { id?: number }).id)
      ? null
      : elementsOf(m, iterator, node);
  }
  return null;
}

/** What iterating over a value gives: elements of an array, a Set or a generator, entries of a Map. */
export function elementsOf(m: Machine, value: Value, node: Node): Value {
  let result = never;
  for (const reference of value.references) {
    if (reference.type !== 'object') {
      const element = reference.type === 'api' ? reference.node.element?.actual : undefined;
      if (element === undefined || reference.type !== 'api') result = joinValues(result, m.unknown(node));
      else result = joinValues(result, joinValues(sourceValue(m, element, reference.call, node), libraryMember(reference, element, value)));
      continue;
    }
    const object = m.object(reference.id);
    if (object.kind === 'map') {
      result = joinValues(result, entryOf(m, object, node));
      continue;
    }
    const iterated = iteratedBy(m, value, object, reference, node);
    if (iterated !== null) {
      result = joinValues(result, iterated);
      continue;
    }
    result = joinValues(result, object.rest);
    if (!isNever(object.base)) result = joinValues(result, elementsOf(m, object.base, node));
    if (object.kind === 'array') for (const property of object.properties.values()) result = joinValues(result, property.value);
  }
  for (const taint of value.taints) {
    const origin = taint.origin.member('[]');
    const nature = origin.kind === 'unknown' ? Nature.listed : 0;
    result = joinValues(result, m.override(origin) ?? taintValue([{ ...taint, origin, whole: origin.facts.whole }], nature));
  }
  for (const constant of value.constants) if (typeof constant === 'string') result = joinValues(result, ownValue);
  if (value.taints.length === 0 && (value.nature & (Nature.unknown | Nature.library)) !== 0)
    result = joinValues(result, withNature(m.unknown(node), Nature.listed));
  if ((value.nature & Nature.own) !== 0) result = joinValues(result, ownValue);
  return result;
}

/** A `[key, value]` pair of a Map or of an object's entries. */
export function entryOf(m: Machine, object: HeapObject, node: Node): Value {
  let key = object.keys;
  let value = object.rest;
  for (const [name, property] of object.properties) {
    key = joinValues(key, constantValue(name));
    value = joinValues(value, property.value);
  }
  return m.allocate(node, {
    kind: 'array',
    properties: new Map([
      ['0', { value: key, node: null, getter: false }],
      ['1', { value, node: null, getter: false }],
    ]),
  });
}
