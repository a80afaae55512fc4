import type { ConditionRecord, WhenRecord } from './api-graph.js';
import type { LibraryCall, Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import { readerOf } from './reader.js';
import type { Value } from './value.js';
import { constantsOf, isNever, mayBeFalsy, mayBeTruthy, undefinedValue } from './values.js';

/** Whether a model's condition holds for a call. */
export function conditionHolds(m: Machine, when: WhenRecord, call: LibraryCall): boolean {
  return Array.isArray(when) ? (when as readonly ConditionRecord[]).every(condition => holds(m, condition, call)) : holds(m, when as ConditionRecord, call);
}

function holds(m: Machine, condition: ConditionRecord, call: LibraryCall): boolean {
  let value = call.args[condition.argument] ?? undefinedValue;
  for (const name of condition.property?.split('.') ?? []) value = getMember(m, value, namedKey(name), call.node);
  const result = test(m, condition.is, value);
  return condition.not === true ? !result : result;
}

function test(m: Machine, is: ConditionRecord['is'], value: Value): boolean {
  if (typeof is === 'object') {
    const constants = constantsOf(value);
    return constants !== null && constants.some(constant => (is.oneOf as readonly unknown[]).includes(constant));
  }
  switch (is) {
    case 'truthy':
      return mayBeTruthy(value) && !mayBeFalsy(value);
    case 'falsy':
      return !mayBeTruthy(value);
    case 'present':
      return !isUndefined(value);
    case 'absent':
      return isUndefined(value);
    case 'string':
      return value.texts !== null || value.constants.some(constant => typeof constant === 'string') || value.taints.length > 0;
    case 'object':
      return value.references.some(reference => reference.type === 'object');
    case 'function':
      return value.references.some(reference => reference.type === 'function' || reference.type === 'native' || reference.type === 'api');
    default:
      return m.knowledge.predicate(is, value, readerOf(m));
  }
}

function isUndefined(value: Value): boolean {
  return isNever(value) || (constantsOf(value)?.every(constant => constant === undefined) ?? false);
}
