import type { HeapObject } from './state.js';
import type { Reference, Value } from './value.js';
import { sameReference, sameValue } from './values.js';

/** A function that each round of a loop makes anew is no more than the first of them. */
const isOfOneMaking = (a: Reference, b: Reference): boolean =>
  a.type === 'function' && b.type === 'function' ? a.node === b.node : sameReference(a, b);

/** Whether a value holds no more, and no less, than it did. */
export function isAsMuch(before: Value, now: Value): boolean {
  if (before === now) return true;
  const hasAll = (a: Value, b: Value): boolean => a.references.every(one => b.references.some(other => isOfOneMaking(one, other)));
  return sameValue({ ...before, references: now.references }, now) && hasAll(before, now) && hasAll(now, before);
}

/** Whether an object holds no more, and no less, than it did. */
export function isAsMuchIn(before: HeapObject, now: HeapObject): boolean {
  if (before === now) return true;
  if (before.properties.size !== now.properties.size) return false;
  if (!isAsMuch(before.rest, now.rest) || !isAsMuch(before.keys, now.keys) || !isAsMuch(before.base, now.base)) return false;
  for (const [name, property] of before.properties) {
    const other = now.properties.get(name);
    if (other === undefined || !isAsMuch(property.value, other.value)) return false;
  }
  return true;
}
