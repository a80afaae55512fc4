import type { Origin } from './origin.js';
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

/** What a copy of all members under their own names has under one: `copy[key.toLowerCase()] = value` for each of them. */
export function copiedMember({ keys, rest }: HeapObject, name: string): Value {
  const copied = new Set(keys.taints.map(({ origin }) => nameless(origin)));
  return mapTaints(rest, taint => {
    const { origin } = taint;
    if (origin.operation !== null || origin.parent === null || !origin.path.endsWith('[*]') || !copied.has(origin.parent)) return taint;
    const member = origin.parent.member(name);
    return { ...taint, origin: member, whole: member.facts.whole };
  });
}

/** What names are the keys of, in whatever case. */
function nameless(origin: Origin): Origin | null {
  if (origin.operation === 'keys') return origin.parent;
  return origin.parent !== null && /^to(?:Locale)?(?:Lower|Upper)Case$/u.test(origin.operation ?? '') ? nameless(origin.parent) : null;
}
