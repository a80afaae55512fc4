import type { ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';

/** Whether a value may be anything but `undefined` and `null`: a property that was never set is absent. */
export function isPresent(value: Value): boolean {
  if (value.references.length > 0 || value.taints.length > 0 || value.nature !== 0) return true;
  return value.constants.some(constant => constant !== undefined && constant !== null);
}

/** A member's value where there may be one, else null. */
export function presentMember(value: Value, name: string, read: ValueReader): Value | null {
  const member = read.member(value, name);
  return isPresent(member) ? member : null;
}

/** Whether a value may be an object that the program itself made: the members of any other say nothing of its shape. */
export function holdsObject(value: Value): boolean {
  return value.references.some(reference => reference.type === 'object');
}

/** The answer that came with the event, with what the program wrote into it. */
export function isAnswer(value: Value): boolean {
  return value.taints.some(({ origin }) => origin.facts.answer === true);
}

/** The headers of such an answer. */
export function isWritten(value: Value): boolean {
  return value.taints.some(({ origin }) => origin.parent?.facts.answer === true);
}
