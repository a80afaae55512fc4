import { callFunction, functionObject, prototypeOf } from './functions.js';
import { exportOf } from './exports.js';
import { memberOfLibrary } from './library.js';
import type { Machine } from './machine.js';
import { classMember, classSetter } from './classes.js';
import { copiedMember } from './copied-data.js';
import { stackOf } from './own-errors.js';
import { readsOwnKey } from './own-keys.js';
import { functionMember, isFunctionMethod } from './natives/functions.js';
import { nativeMember, nativeProperty } from './natives/properties.js';
import { checkAssignment, recordHit } from './sinks.js';
import { presentReferences } from './references.js';
import { emptied, type HeapObject, type Property } from './state.js';
import { Nature, type Node, type Reference, type Value } from './value.js';
import { namedGlobal } from './variables.js';
import { memberOfEither, whateverItIs } from './ways.js';
import {
  coercedValue,
  constantsOf,
  constantValue,
  isNever,
  joinValues,
  never,
  ownValue,
  referenceValue,
  singleConstant,
  taintValue,
  undefinedValue,
  withNature,
} from './values.js';

/** The name of a property: one name, or a value when it is computed. */
export interface Key {
  readonly name: string | null;
  readonly value: Value | null;
}

export function namedKey(name: string): Key {
  return { name, value: null };
}

/** @returns the key that a computed value is: named when it is a single constant. */
export function computedKey(value: Value): Key {
  const constants = constantsOf(value);
  if (constants?.length === 1) return { name: String(constants[0]), value };
  return { name: null, value };
}

/** The step of an access path for a key. */
function stepName(key: Key): string {
  if (key.name !== null) return /^\d+$/.test(key.name) ? `[${key.name}]` : key.name;
  return key.value !== null && key.value.taints.length === 0 && (key.value.nature & Nature.coerced) !== 0 ? '[]' : '*';
}

/** Reads a property. @param node the expression that reads */
export function getMember(m: Machine, object: Value, key: Key, node: Node): Value {
  const [only, another] = object.references;
  // Most values are one thing and nothing else.
  if (only !== undefined && another === undefined && isBare(object)) {
    const member = memberOfReference(m, only, object, key, node);
    return isNever(member) ? undefinedValue : member;
  }
  const references = presentReferences(m.state, object);
  const members = references.map(reference => memberOfReference(m, reference, object, key, node));
  let result = memberOfEither({ ...object, references }, members);
  if (object.taints.length > 0) result = joinValues(result, memberOfTaints(m, object, key));
  for (const constant of object.constants) {
    if (typeof constant === 'string') result = joinValues(result, key.name === 'length' ? coercedValue : ownValue);
  }
  if (object.taints.length === 0 && (object.nature & Nature.unknown) !== 0) result = joinValues(result, m.unknown(node));
  if ((object.nature & Nature.own) !== 0) result = joinValues(result, ownValue);
  if ((object.nature & Nature.coerced) !== 0 && object.taints.length === 0) result = joinValues(result, coercedValue);
  if ((object.nature & Nature.library) !== 0) result = joinValues(result, m.unknown(node));
  return isNever(result) ? undefinedValue : result;
}

/** Whether a value is its references alone. */
const isBare = ({ taints, constants, nature }: Value): boolean => taints.length === 0 && constants.length === 0 && nature === 0;

function memberOfTaints(m: Machine, object: Value, key: Key): Value {
  if (key.name === 'length' || key.name === 'byteLength') return coercedValue;
  const names = key.name === null && key.value !== null ? constantsOf(key.value) : null;
  if (names !== null && names.length > 1)
    return names.reduce<Value>((all, name) => joinValues(all, memberOfTaints(m, object, namedKey(String(name)))), never);
  const name = stepName(key);
  let result = never;
  for (const taint of object.taints) {
    // One variable of the environment is the program's own; only all of it together is of interest.
    if (taint.origin.kind === 'environment') {
      result = joinValues(result, ownValue);
      continue;
    }
    const origin = (name === 'stack' ? stackOf(m, taint) : null) ?? taint.origin.member(name);
    const written = m.override(origin);
    result = joinValues(result, written ?? taintValue([{ ...taint, origin, whole: origin.facts.whole }]));
  }
  return result;
}

function memberOfReference(m: Machine, reference: Reference, object: Value, key: Key, node: Node): Value {
  switch (reference.type) {
    case 'object':
      return memberOfObject(m, reference.id, key, node);
    case 'api':
      return memberOfLibrary(m, reference, object, key, node);
    case 'namespace':
      return key.name === null ? m.unknown(node) : exportOf(m, reference.module, key.name);
    case 'class': {
      const own = m.object(reference.statics);
      if (key.name === 'prototype') return referenceValue(reference);
      if (key.name !== null) {
        const property = own.properties.get(key.name);
        if (property !== undefined) return readProperty(m, property, referenceValue(reference), node);
        const member = classMember(m, reference, key.name, true);
        if (member !== null) return readProperty(m, member, referenceValue(reference), node);
      }
      return own.rest;
    }
    case 'function':
      if (key.name === 'prototype') return prototypeOf(m, reference);
      if (key.name !== null && isFunctionMethod(key.name)) return functionMember(key.name, { ...never, references: [reference] });
      // The way to the constructors that have no name of their own: AsyncFunction, GeneratorFunction.
      if (key.name === 'constructor') return namedGlobal(m, 'Function', node);
      if (key.name === 'length' || key.name === 'name') return coercedValue;
      return memberOfObject(m, m.functionIds(reference.node).own, key, node);
    case 'native':
      return key.name === null ? m.unknown(node) : nativeMember(m, reference, key.name, object, node);
    case 'wrapped':
      return m.unknown(node);
  }
}

function readProperty(m: Machine, property: Property, self: Value, node: Node): Value {
  if (!property.getter) return property.value;
  return callFunction(m, property.value, [], { self, node, argumentNodes: [] });
}

function memberOfObject(m: Machine, id: number, key: Key, node: Node): Value {
  const object = m.object(id);
  return whateverItIs(memberOfHeap(m, id, object, key, node), object.whenMade);
}

function memberOfHeap(m: Machine, id: number, object: HeapObject, key: Key, node: Node): Value {
  const self = referenceValue({ type: 'object', id });
  const names = key.name !== null ? [key.name] : (constantsOf(key.value ?? never)?.map(String) ?? null);
  if (names === null) {
    let result = isNever(object.base) ? object.rest : joinValues(object.rest, getMember(m, object.base, key, node));
    for (const property of object.properties.values()) result = joinValues(result, readProperty(m, property, self, node));
    const bit = m.knowledge.bit('property-key');
    const mayReachPrototype = object.kind === 'object' && (key.value?.taints.some(taint => !m.isCleared(taint, bit)) ?? false);
    return mayReachPrototype && !readsOwnKey(m, node) ? withNature(result, Nature.prototype) : result;
  }
  let result = never;
  for (const name of names) {
    const property = object.properties.get(name);
    if (property !== undefined) {
      result = joinValues(result, readProperty(m, property, self, node));
      continue;
    }
    const isPlainArray = object.kind === 'array' && isNever(object.base) && !/^\d+$/u.test(name);
    const inherited = inheritedMember(m, object, self, name, node);
    if (inherited !== null) result = joinValues(result, inherited);
    else if (!isNever(object.base)) result = joinValues(result, joinValues(object.rest, getMember(m, object.base, namedKey(name), node)));
    else
      result = joinValues(
        result,
        nativeProperty(m, object, name) ?? (isNever(object.rest) || isPlainArray ? undefinedValue : copiedMember(object, name)),
      );
  }
  return result;
}

const maxPrototypes = 8;

function inheritedMember(m: Machine, object: HeapObject, self: Value, name: string, node: Node, depth = 0): Value | null {
  for (const reference of object.type?.references ?? []) {
    if (reference.type === 'object' && depth < maxPrototypes) {
      const prototype = m.object(reference.id);
      const property = prototype.properties.get(name);
      if (property !== undefined) return readProperty(m, property, self, node);
      const inherited = inheritedMember(m, prototype, self, name, node, depth + 1);
      if (inherited !== null) return inherited;
    }
    if (reference.type === 'class') {
      const member = classMember(m, reference, name, false);
      if (member !== null) return readProperty(m, member, self, node);
      const library = reference.parent?.references.find(parent => parent.type === 'api');
      const inherited = library?.type === 'api' ? library.node.result(true)?.member(name) : null;
      if (inherited) return referenceValue({ type: 'api', node: inherited, call: null, self });
    }
  }
  return null;
}

/** Writes a property. @param node the assignment, @param valueNode the expression assigned */
export function setMember(m: Machine, object: Value, key: Key, value: Value, node: Node, valueNode: Node | null, getter = false): void {
  const strong = object.references.length === 1 && object.taints.length === 0;
  for (const reference of object.references) {
    if (reference.type === 'function' && key.name === 'prototype') inherit(m, reference, value);
    const id = objectIdOf(m, reference, key);
    if (id === null) continue;
    const before = m.object(id);
    const setter = key.name === null ? null : setterOf(m, reference, before, key.name);
    if (setter !== null) {
      callFunction(m, setter, [value], { self: referenceValue(reference), node, argumentNodes: valueNode === null ? [] : [valueNode] });
      continue;
    }
    if (before.lasting && m.invocation > 0 && m.onStateWrite !== null) {
      m.onStateWrite({ node, target: node, value, key: key.name === null ? key.value : constantValue(key.name), module: m.module });
    }
    if (before.kind === 'array' && key.name === 'length' && singleConstant(value)?.constant === 0) {
      if (strong) m.state.setObject(id, emptied(before, m.invocation === 0));
      continue;
    }
    const after = withProperty(before, key, { value, node: valueNode, getter }, strong);
    // `url.host = x`: the whole URL leads there.
    const leads = before.kind === 'url' && hostParts.has(key.name ?? '');
    m.state.setObject(id, leads ? withProperty(after, namedKey('href'), { value, node: valueNode, getter }, strong) : after);
  }
  if (
    object.references.some(reference => isLastingLibraryObject(reference) || isGlobalObject(reference)) &&
    m.invocation > 0 &&
    m.onStateWrite !== null
  ) {
    m.onStateWrite({ node, target: node, value, key: key.name === null ? key.value : constantValue(key.name), module: m.module });
  }
  checkAssignment(m, object, key, value, valueNode ?? node);
  if (object.references.length === 0 && object.taints.length > 0 && key.name !== null) {
    for (const taint of object.taints) {
      const origin = taint.origin.member(stepName(key));
      if (taint.origin.facts.answer === true) m.writtenAt.set(value, valueNode ?? node);
      if (origin.facts.mail === true) recordHit(m, { kind: 'html', label: 'The message', node: valueNode ?? node }, value);
      const before = m.override(origin) ?? taintValue([{ ...taint, origin, whole: origin.facts.whole }]);
      m.setOverride(origin, object.taints.length === 1 ? value : joinValues(before, value), before);
    }
  }
}

/** The object that holds what is written to a reference. */
function objectIdOf(m: Machine, reference: Reference, key: Key): number | null {
  if (reference.type === 'object') return reference.id;
  if (reference.type === 'class') return reference.statics;
  return reference.type === 'function' && key.name !== 'prototype' ? functionObject(m, reference) : null;
}

/** `F.prototype = P`: what F's own prototype lacks is found in P. */
function inherit(m: Machine, reference: Reference & { type: 'function' }, parent: Value): void {
  const [own] = prototypeOf(m, reference).references;
  if (own?.type === 'object') m.state.setObject(own.id, { ...m.object(own.id), type: parent });
}

function setterOf(m: Machine, reference: Reference, object: HeapObject, name: string): Value | null {
  const own = object.properties.get(name)?.setter;
  if (own !== undefined) return own;
  if (reference.type === 'class') return classSetter(m, reference, name, true);
  for (const type of object.type?.references ?? []) {
    const setter = type.type === 'class' ? classSetter(m, type, name, false) : null;
    if (setter !== null) return setter;
  }
  return null;
}

function isLastingLibraryObject(reference: Reference): boolean {
  return reference.type === 'api' && (reference.call?.lasting ?? true);
}

function isGlobalObject(reference: Reference): boolean {
  return reference.type === 'native' && (reference.name === 'globalThis' || reference.name === 'global');
}

const hostParts: ReadonlySet<string> = new Set(['host', 'hostname', 'href']);

const maxProperties = 300;

function withProperty(object: HeapObject, key: Key, property: Property, strong: boolean): HeapObject {
  if (key.name === null || object.properties.size >= maxProperties) {
    return { ...object, rest: joinValues(object.rest, property.value), keys: joinValues(object.keys, key.value ?? never) };
  }
  const properties = new Map(object.properties);
  const before = object.properties.get(key.name);
  if (strong || before === undefined)
    properties.set(key.name, strong ? property : { ...property, value: joinValues(property.value, undefinedValue) });
  else properties.set(key.name, { ...property, value: joinValues(before.value, property.value) });
  return { ...object, properties };
}
