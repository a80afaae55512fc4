import { booleanValue, prove } from '../conditions.js';
import { callBack } from '../functions.js';
import type { Machine } from '../machine.js';
import { elementsOf } from '../iteration.js';
import { Nature, type Node, type Proof, type Value } from '../value.js';
import { coercedValue, joinValues, mapTaints, never, noFacts, provenValue, undefinedValue, withNature } from '../values.js';
import { type ArrayMethod, forAny, makeArray } from './array.js';

export const filter: ArrayMethod = (m, self, args, { node }) => {
  const [callback] = args;
  const item = elementsOf(m, self, node);
  const test = callback === undefined ? never : callBack(m, callback, [item, coercedValue, self], node);
  const proof = test.proof?.whenTrue ?? noFacts;
  const kept = mapTaints(item, taint => {
    let { cleared } = taint;
    for (let origin: typeof taint.origin | null = taint.origin; origin !== null; origin = origin.parent)
      cleared |= proof.get(origin.id) ?? 0;
    return { ...taint, cleared };
  });
  const isBoolean = callback?.references.some(reference => reference.type === 'native' && reference.name === 'Boolean') ?? false;
  return makeArray(m, node, isBoolean ? item : kept);
};

/** Proofs about anything but the elements of the list itself: one element that passes says nothing of the others. */
function outsideProof(m: Machine, self: Value, proof: Proof | null, node: Node): Proof | null {
  if (proof === null) return null;
  const own = new Set(m.deepTaints(elementsOf(m, self, node)).map(taint => taint.origin.id));
  const whenTrue = new Map([...proof.whenTrue].filter(([id]) => id > 0 && !own.has(id)));
  return { whenTrue, whenFalse: noFacts };
}

export const some: ArrayMethod = (m, self, args, { node }) =>
  provenValue(coercedValue, outsideProof(m, self, forAny(m, self, args, node).proof, node));

export const every: ArrayMethod = (m, self, args, { node }) => {
  const { proof } = forAny(m, self, args, node);
  return proof === null ? coercedValue : provenValue(coercedValue, { whenTrue: proof.whenTrue, whenFalse: noFacts });
};

export const find: ArrayMethod = (m, self, args, { node }) => {
  const item = elementsOf(m, self, node);
  const { proof } = forAny(m, self, args, node);
  return provenValue(joinValues(item, undefinedValue), outsideProof(m, self, proof, node));
};

export const findIndex: ArrayMethod = (m, self, args, options) =>
  provenValue(withNature(coercedValue, Nature.position), find(m, self, args, options).proof);

/** Whether a list holds nothing but what the program wrote, so that membership in it makes a value harmless. */
export function isAllowlist(m: Machine, self: Value, node: Node): boolean {
  const items = elementsOf(m, self, node);
  if (self.references.length === 0)
    return self.taints.length === 0 && self.constants.length === 0 && (self.nature & (Nature.unknown | Nature.library)) !== 0;
  return items.taints.length === 0 || items.taints.every(taint => taint.origin.kind === 'unknown');
}

export const includes: ArrayMethod = (m, self, [item], { node }) =>
  item !== undefined && isAllowlist(m, self, node) ? booleanValue(prove(m, item, m.knowledge.allKinds)) : coercedValue;

export const indexOf: ArrayMethod = (m, self, args, options) =>
  provenValue(withNature(coercedValue, Nature.position), includes(m, self, args, options).proof);
