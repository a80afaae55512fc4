import type { ConditionRecord, WhenRecord } from './model-record.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { getMember, namedKey } from './members.js';
import type { Origin } from './origin.js';
import { readerOf } from './reader.js';
import type { CallInfo, Node, Value } from './value.js';
import { constantsOf, isNever, joinValues, mayBeFalsy, mayBeTruthy, never, undefinedValue } from './values.js';

/** Whether a model's condition holds for a call. */
export function conditionHolds(m: Machine, when: WhenRecord, call: LibraryCall): boolean {
  return Array.isArray(when)
    ? (when as readonly ConditionRecord[]).every(condition => holds(m, condition, call))
    : holds(m, when as ConditionRecord, call);
}

function holds(m: Machine, condition: ConditionRecord, call: LibraryCall): boolean {
  const value = namedArgument(m, condition, call);
  const result = test(m, condition.is, value);
  return condition.not === true ? !result : result;
}

type Place = Pick<ConditionRecord, 'argument' | 'of' | 'property'>;

/** The argument, or the part of one, that a model names: of the call or of what made its receiver. */
export function namedArgument(m: Machine, place: Place, call: LibraryCall): Value {
  return place.of === 'receiver' ? ofMakers(m, place, call) : argumentPart(m, place, call.args, call.node);
}

function argumentPart(m: Machine, condition: Place, args: readonly Value[], node: Node): Value {
  let value = args[condition.argument] ?? undefinedValue;
  for (const name of condition.property?.split('.') ?? []) value = getMember(m, value, namedKey(name), node);
  return value;
}

/** What the calls that made the receiver were given: `createLogger({ format })`, and `pino({ redact }).child()` before it. */
function ofMakers(m: Machine, condition: Place, call: LibraryCall): Value {
  let result = never;
  let makers = makersOf(call.receiver);
  for (let depth = 0; depth < 4 && makers.length > 0; depth++) {
    for (const { args, node } of makers) {
      const part = argumentPart(m, condition, args, node);
      if (!isUndefined(part)) result = joinValues(result, part);
    }
    makers = makers.flatMap(({ receiver }) => makersOf(receiver));
  }
  return isNever(result) ? undefinedValue : result;
}

function makersOf(value: Value | null): readonly CallInfo[] {
  return value?.references.flatMap(reference => (reference.type === 'api' && reference.call !== null ? [reference.call] : [])) ?? [];
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
    case 'constant-text':
      return constantsOf(value)?.every(constant => typeof constant === 'string' && constant !== '') ?? false;
    case 'object':
      return value.references.some(reference => reference.type === 'object');
    case 'bytes':
      return value.texts === null && value.taints.length > 0 && value.taints.every(({ origin }) => holdsBytes(origin));
    case 'event-data':
      return m.deepTaints(value).some(({ origin }) => origin.kind === 'event' || origin.kind === 'stored');
    case 'function':
      return (
        value.references.some(({ type }) => type === 'function' || type === 'native' || type === 'api') ||
        // What a caller hands over to be called later; a text is put together.
        (value.texts === null && value.taints.length > 0 && value.taints.every(({ origin }) => origin.kind === 'unknown'))
      );
    default:
      return m.knowledge.predicate(is, value, readerOf(m));
  }
}

/** What was read from somewhere is the data itself, hardly the name of a file that holds it. */
function holdsBytes({ kind, operation }: Origin): boolean {
  return kind === 'stored' || (operation !== null && makesBytes.test(operation));
}

const makesBytes =
  /^(?:(?:buffer\.)?(?:Buffer\.)?(?:Buffer|from|concat)\b|zlib\.)|^(?:arrayBuffer|blob|bytes|subarray|transformToByteArray)$/u;

function isUndefined(value: Value): boolean {
  return isNever(value) || (constantsOf(value)?.every(constant => constant === undefined) ?? false);
}
