import type { HeapObject } from './state.js';
import type { Taint, Value } from './value.js';
import { constantsOf, mapTaints } from './values.js';

/** The data that an object is a copy of; not all of it when a property that makes up the data is replaced in the copy. */
export function copiedData(object: HeapObject): Value {
  const masked = (taint: Taint): boolean =>
    [...object.properties.keys()].some(name => {
      const { facts } = taint.origin.member(name);
      return facts.whole || facts.sensitive !== null;
    });
  const hides = [...object.properties.values()].some(({ value }) => constantsOf(value) !== null);
  return mapTaints(object.base, taint => {
    // A secret of which a member is replaced by a constant is shown without it.
    if (hides && taint.origin.kind === 'secret') return null;
    return taint.whole && masked(taint) ? { ...taint, whole: false } : taint;
  });
}
