import type { CallView, Shape, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { any } from './shapes.js';

/** Depth of nested and recursive schemas that is looked at; below, anything is allowed. */
export const maxDepth = 8;

/** @returns the texts that a value, a list of constants, holds; null when it holds something else. */
export function textList(value: Value | undefined, read: ValueReader): readonly string[] | null {
  const elements = value === undefined ? null : read.elements(value);
  if (elements === null) return null;
  const texts = elements.map(element => textOf(element, read));
  return texts.every(text => text !== null) ? texts : null;
}

/** @returns the text that a value is, or null. */
export function textOf(value: Value | undefined, read: ValueReader): string | null {
  const constants = value === undefined ? null : read.constants(value);
  const constant = constants?.length === 1 ? constants[0] : null;
  return typeof constant === 'string' ? constant : null;
}

/** @returns whether a value is this very constant. */
export function isConstant(value: Value | undefined, constant: unknown, read: ValueReader): boolean {
  const constants = value === undefined ? null : read.constants(value);
  return constants?.length === 1 && constants[0] === constant;
}

/** @returns a property of an options object; undefined when there is none. */
export function option(value: Value | undefined, name: string, read: ValueReader): Value | undefined {
  return value === undefined ? undefined : read.members(value)?.find(([key]) => key === name)?.[1];
}

/** @returns the shapes of the properties of an object literal of schemas; null when not all of them are known. */
export function fieldShapes(
  value: Value | undefined,
  read: ValueReader,
  shapeOf: (schema: Value) => Shape | null,
): readonly (readonly [string, Shape])[] | null {
  const members = value === undefined ? null : read.members(value);
  return members?.map(([name, schema]) => [name, shapeOf(schema) ?? any] as const) ?? null;
}

/** @returns the call that made the object whose method is called, when it was made by the same library. */
export function receiverCall(call: CallView, read: ValueReader): CallView | null {
  return call.receiver === null ? null : read.call(call.receiver);
}
