import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate } from './candidate.js';
import { exportedName, parameterType, parametersOf } from './candidate.js';

/** Verbs of functions that ask an event something or make something of it, and answer at once. */
const asks =
  /^(?:is|has|should|can|parse|format|extract|validate|normali[sz]e|detect|assert|resolve|build|make|flatten|filter|log|track|to|from|get|list)(?=[A-Z_])/;
const looseTypes = new Set(['TSAnyKeyword', 'TSUnknownKeyword', 'TSObjectKeyword', 'TSTypeLiteral']);

export function isStatus(property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'statusCode';
}

/** A function that is not async, gets nothing but the event, and is typed, called or written like an ordinary function of the program. */
export function isOrdinary(candidate: Candidate): boolean {
  // `async logEvent(event: { userId: string })` of a service: what it calls an event is a record of its own.
  if (candidate.method !== null && parameterType(candidate.fn.params[0])?.type === 'TSTypeLiteral') return true;
  if (candidate.fn.async || parametersOf(candidate.fn).length > 1) return false;
  const type = parameterType(candidate.fn.params[0]);
  const { body } = candidate.fn;
  if (body?.type === 'ObjectExpression' && !body.properties.some(isStatus)) return true;
  return asks.test(exportedName(candidate) ?? '') || (type !== null && !looseTypes.has(type.type));
}
