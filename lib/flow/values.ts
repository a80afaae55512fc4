import type { Constant, Part, Proof, Reference, Step, Taint, Value } from './value.js';
import { Nature } from './value.js';

const maxConstants = 24;
const maxReferences = 24;
const maxTaints = 10;
const maxTexts = 6;
const maxParts = 40;

const none: readonly never[] = [];

function make(fields: Partial<Value>): Value {
  return { constants: none, references: none, taints: none, nature: 0, texts: null, proof: null, ...fields };
}

/** No value: the result of code that is never reached. */
export const never: Value = make({});
/** The constant undefined. */
export const undefinedValue: Value = make({ constants: [undefined] });
/** Anything, from nowhere that is known. */
export const unknownValue: Value = make({ nature: Nature.unknown });
/** A number, a boolean or a date. */
export const coercedValue: Value = make({ nature: Nature.coerced });
/** The program's own data. */
export const ownValue: Value = make({ nature: Nature.own });
/** An object that a library made. */
export const libraryValue: Value = make({ nature: Nature.library });

const constantCache = new Map<Constant, Value>();

/** @returns the value that is exactly this constant. */
export function constantValue(constant: Constant): Value {
  if (typeof constant === 'string' || (typeof constant === 'object' && constant !== null)) return make({ constants: [constant] });
  let value = constantCache.get(constant);
  if (value === undefined) constantCache.set(constant, (value = make({ constants: [constant] })));
  return value;
}

export function referenceValue(reference: Reference): Value {
  return make({ references: [reference] });
}

export function taintValue(taints: readonly Taint[], nature = 0): Value {
  return make({ taints, nature });
}

export function provenValue(value: Value, proof: Proof | null): Value {
  return proof === value.proof ? value : { ...value, proof };
}

export function withNature(value: Value, nature: number): Value {
  return (value.nature | nature) === value.nature ? value : { ...value, nature: value.nature | nature };
}

export function isNever(value: Value): boolean {
  return value.constants.length === 0 && value.references.length === 0 && value.taints.length === 0 && value.nature === 0;
}

export function sameTaint(a: Taint, b: Taint): boolean {
  return a.origin === b.origin && a.cleared === b.cleared && a.whole === b.whole;
}

export function sameReference(a: Reference, b: Reference): boolean {
  if (a === b) return true;
  if (a.type !== b.type) return false;
  switch (a.type) {
    case 'object':
      return a.id === (b as typeof a).id;
    case 'function':
      return (
        a.node === (b as typeof a).node &&
        a.environment === (b as typeof a).environment &&
        a.self === (b as typeof a).self &&
        a.bound === (b as typeof a).bound
      );
    case 'class':
      return a.node === (b as typeof a).node && a.environment === (b as typeof a).environment;
    case 'api':
      return a.node === (b as typeof a).node && a.call?.node === (b as typeof a).call?.node;
    case 'namespace':
      return a.module === (b as typeof a).module;
    case 'native':
      return a.name === (b as typeof a).name && a.self === (b as typeof a).self && a.bound === (b as typeof a).bound;
    case 'wrapped':
      return a.inner === (b as typeof a).inner;
  }
}

function sameConstant(a: Constant, b: Constant): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.pattern === b.pattern && a.flags === b.flags;
}

/** Union of two lists; the first list itself when it already holds all. */
function union<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): readonly T[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let result: T[] | null = null;
  for (const item of b) {
    if (!(result ?? a).some(other => same(other, item))) (result ??= [...a]).push(item);
  }
  return result ?? a;
}

function joinTexts(a: Value, b: Value): readonly (readonly Part[])[] | null {
  if (a.texts === null && b.texts === null) return null;
  if (a.texts === b.texts) return a.texts;
  const texts = [...(a.texts ?? [[a]])];
  for (const text of b.texts ?? [[b]]) {
    if (!texts.some(other => sameText(other, text))) texts.push(text);
  }
  return texts.length > maxTexts ? null : texts;
}

function sameText(a: readonly Part[], b: readonly Part[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, i) => part === b[i] || (typeof part !== 'string' && typeof b[i] === 'object' && sameValue(part, b[i])))
  );
}

/** @returns a value that may be either; identical to `a` when `b` adds nothing. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b || isNever(b)) return a;
  if (isNever(a)) return b;
  let constants = union(a.constants, b.constants, sameConstant);
  let nature = a.nature | b.nature;
  if (constants.length > maxConstants) {
    constants = none;
    nature |= Nature.own;
  }
  const united = union(a.references, b.references, sameReference);
  const references = united.length > maxReferences ? united.slice(0, maxReferences) : united;
  const taints = union(a.taints, b.taints, sameTaint);
  const texts = joinTexts(a, b);
  const proof = a.proof === b.proof ? a.proof : null;
  if (
    constants === a.constants &&
    references.length === a.references.length &&
    taints === a.taints &&
    nature === a.nature &&
    (texts === a.texts || (texts !== null && a.texts !== null && texts.length === a.texts.length)) &&
    proof === a.proof
  ) {
    return a;
  }
  return { constants, references, taints: taints.length > maxTaints ? taints.slice(0, maxTaints) : taints, nature, texts, proof };
}

export function joinAll(values: readonly Value[]): Value {
  return values.reduce(joinValues, never);
}

/** Whether two values hold the same; steps and proofs do not count. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    a.nature === b.nature &&
    a.constants.length === b.constants.length &&
    a.references.length === b.references.length &&
    a.taints.length === b.taints.length &&
    (a.texts === null) === (b.texts === null) &&
    a.constants.every(constant => b.constants.some(other => sameConstant(constant, other))) &&
    a.references.every(reference => b.references.some(other => sameReference(reference, other))) &&
    a.taints.every(taint => b.taints.some(other => sameTaint(taint, other)))
  );
}

/** The single constant that the value is. @returns the constant in a box, or null when it may be something else. */
export function singleConstant(value: Value): { readonly constant: Constant } | null {
  if (value.constants.length !== 1 || value.references.length > 0 || value.taints.length > 0 || value.nature !== 0) return null;
  return { constant: value.constants[0] };
}

/** All the constants that the value may be, or null when it may be anything else. */
export function constantsOf(value: Value): readonly Constant[] | null {
  if (value.constants.length === 0 || value.references.length > 0 || value.taints.length > 0 || value.nature !== 0) return null;
  return value.constants;
}

/** The single string (or number, as text) that the value is, or null. */
export function constantText(value: Value): string | null {
  const single = singleConstant(value);
  if (single === null) return null;
  return typeof single.constant === 'string' ? single.constant : typeof single.constant === 'number' ? String(single.constant) : null;
}

function isTruthyConstant(constant: Constant): boolean {
  return Boolean(constant);
}

export function mayBeTruthy(value: Value): boolean {
  return value.references.length > 0 || value.taints.length > 0 || value.nature !== 0 || value.constants.some(isTruthyConstant);
}

/** A text with something written in it is not empty. */
function isFilledText({ texts }: Value): boolean {
  return texts?.every(text => text.some(part => typeof part === 'string' && part !== '')) ?? false;
}

export function mayBeFalsy(value: Value): boolean {
  if (isFilledText(value)) return false;
  return value.taints.length > 0 || (value.nature & ~Nature.library) !== 0 || value.constants.some(constant => !isTruthyConstant(constant));
}

/** @returns the value without the constants that are not truthy (or not falsy): what it is behind a test of itself. */
export function narrowTruth(value: Value, truthy: boolean): Value {
  if (truthy) {
    const constants = value.constants.filter(isTruthyConstant);
    return constants.length === value.constants.length ? value : { ...value, constants };
  }
  const constants = value.constants.filter(constant => !isTruthyConstant(constant));
  return { ...value, constants, references: none, taints: none, nature: value.nature & ~Nature.library, texts: null };
}

function partsOf(value: Value): readonly (readonly Part[])[] {
  if (value.texts !== null) return value.texts;
  const text = constantText(value);
  return text === null ? [[value]] : [[text]];
}

/** Concatenation in order. Taints of all pieces stay, with their origins: harmless pieces make a harmless text. */
export function concatenate(pieces: readonly Value[]): Value {
  const constantPieces = pieces.map(constantText);
  if (constantPieces.every(text => text !== null)) return constantValue(constantPieces.join(''));
  let texts: (readonly Part[])[] | null = [[]];
  let taints: readonly Taint[] = none;
  let nature = 0;
  for (const piece of pieces) {
    taints = union(taints, piece.taints, sameTaint);
    nature |= piece.nature;
    const options: readonly (readonly Part[])[] = partsOf(piece);
    if (texts === null || texts.length * options.length > maxTexts) texts = null;
    else texts = texts.flatMap(text => options.map(option => appendParts(text, option)));
  }
  if (texts?.some(text => text.length > maxParts)) texts = null;
  const constants: readonly Constant[] = none;
  if (taints.length === 0 && nature === 0) nature = Nature.own;
  return { constants, references: none, taints: taints.slice(0, maxTaints), nature, texts, proof: null };
}

function appendParts(text: readonly Part[], more: readonly Part[]): readonly Part[] {
  const result = [...text];
  for (const part of more) {
    if (part === '') continue;
    const last = result[result.length - 1];
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** @returns the value with each taint mapped (null drops it); texts are mapped alike. */
export function mapTaints(value: Value, map: (taint: Taint) => Taint | null): Value {
  if (value.taints.length === 0) return value;
  const taints: Taint[] = [];
  for (const taint of value.taints) {
    const mapped = map(taint);
    if (mapped !== null && !taints.some(other => sameTaint(other, mapped))) taints.push(mapped);
  }
  const texts = value.texts?.map(text => text.map(part => (typeof part === 'string' ? part : mapTaints(part, map)))) ?? null;
  return { ...value, taints, texts };
}

const maxSteps = 24;

/** @returns the value with one more step on the way of each of its taints. */
export function addStep(value: Value, step: Omit<Step, 'previous' | 'depth'>): Value {
  return mapTaints(value, taint => {
    const previous = taint.steps;
    if (previous?.node === step.node || (previous !== null && previous.depth >= maxSteps)) return taint;
    return { ...taint, steps: { ...step, previous, depth: (previous?.depth ?? 0) + 1 } };
  });
}

/** Intersection of what two sets of facts prove. */
export function intersectFacts(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (a.size === 0 || b.size === 0) return noFacts;
  const result = new Map<number, number>();
  for (const [id, mask] of a) {
    const both = mask & (b.get(id) ?? 0);
    if (both !== 0) result.set(id, both);
  }
  return result;
}

export function uniteFacts(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const result = new Map(a);
  for (const [id, mask] of b) result.set(id, mask | (result.get(id) ?? 0));
  return result;
}

export const noFacts: ReadonlyMap<number, number> = new Map();
export const provesNothing: Proof = { whenTrue: noFacts, whenFalse: noFacts };
