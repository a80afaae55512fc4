import type { Machine } from './machine.js';
import type { Node, Part, Taint, Value } from './value.js';
import { Nature } from './value.js';
import { joinValues, mapTaints, ownValue, taintValue } from './values.js';

/** Text that an operation makes of a value: a new text, with the value's data in it. */
export function asText(m: Machine, value: Value, operation: string, key = ''): Value {
  const flat = m.flat(value);
  const text = mapTaints(flat, taint => ({
    ...taint,
    origin: taint.origin.derived(operation, key),
    cleared: isDecoding(operation) ? 0 : taint.cleared,
    whole: taint.whole && isEncoding(operation),
  }));
  if (text.taints.length > 0)
    return {
      ...text,
      constants: [],
      references: [],
      texts: unescapes.test(operation) ? unescapedTexts(m, flat, operation, key) : null,
      proof: null,
    };
  if ((flat.nature & Nature.unknown) !== 0) return { ...flat, constants: [], references: [], texts: null, proof: null };
  return ownValue;
}

/** Operations that undo escapes, in each piece of a text for itself. */
const unescapes = /(?:^|\.)(?:decodeURI(?:Component)?|unescape)$/u;

function unescapedTexts(m: Machine, { texts }: Value, operation: string, key: string): Value['texts'] {
  const unescaped = (part: Part): Part => {
    if (typeof part !== 'string') return asText(m, part, operation, key);
    // A constant that is no escaped text would throw.
    return part.includes('%') ? ownValue : part;
  };
  return texts?.map(text => text.map(unescaped)) ?? null;
}

/**
 * What a value is inside a text: an error that an HTTP client threw is its name and message there, without the request that it holds, and an event
 * is `[object Object]`.
 */
export function inText(m: Machine, value: Value): Value {
  const flat = m.flat(value);
  const isBare = ({ origin, whole }: Taint): boolean =>
    whole && origin.operation === null && (origin.kind === 'client-error' || (origin.kind === 'event' && origin.parent === null));
  if ((flat.nature & Nature.json) !== 0 || !flat.taints.some(isBare)) return flat;
  return mapTaints(flat, taint => (isBare(taint) ? { ...taint, origin: taint.origin.derived('String'), whole: false } : taint));
}

const encodings = /(?:stringify|inspect|format|toString|encode|btoa|serialize|dump|from(?: base64| base64url| hex)?)$/iu;

/** Whether an operation may bring back what a check of the encoded text did not see. */
export function isDecoding(operation: string | null): boolean {
  return operation !== null && decodings.test(operation);
}

const decodings = /(?:^|\.)(?:decode(?:URI(?:Component)?)?|unescape|atob|from (?:base64|base64url|hex)|(?:gunzip|inflate|unzip)\w*)$/u;

/** Whether an operation keeps all of its input, in another writing. */
function isEncoding(operation: string): boolean {
  return encodings.test(operation);
}

/** Data that is parsed out of a value's text. @param leavesAreText every leaf is a string (a query string, a header block) */
export function asParsed(m: Machine, value: Value, node: Node, leavesAreText = false): Value {
  const flat = m.flat(value);
  if (flat.taints.length === 0) return (flat.nature & Nature.unknown) !== 0 ? m.unknown(node) : ownValue;
  const key = String(node.range[0]);
  let result = taintValue([], flat.nature & Nature.unknown);
  for (const taint of flat.taints) {
    const parsed = taintValue([{ ...taint, origin: taint.origin.parsed(key, leavesAreText) }]);
    result = joinValues(result, parsed);
  }
  return result;
}

/** @returns the value, harmless for the kinds of a bit set. */
export function clearKinds(m: Machine, value: Value, mask: number): Value {
  if (mask === 0 || value.taints.length === 0) return value;
  const cleared = mapTaints(value, taint => {
    const bits = taint.cleared | mask;
    return bits === m.knowledge.allKinds ? null : { ...taint, cleared: bits };
  });
  return cleared.taints.length === 0 ? { ...cleared, texts: null, nature: cleared.nature | Nature.own } : cleared;
}
