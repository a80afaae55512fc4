import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate, Finding } from '../candidate.js';
import { lastName, parameterType, parametersOf } from '../candidate.js';
import { isCallbackName, isContextName, isEventName } from '../parameter-names.js';

/** Verbs of functions that ask an event something or make something of it, and answer at once. */
const asks =
  /^(?:is|has|should|can|parse|format|extract|validate|normali[sz]e|detect|assert|resolve|flatten|filter|log|track|to|from|get|list)(?=[A-Z_])/;
const looseTypes = new Set(['TSAnyKeyword', 'TSUnknownKeyword', 'TSObjectKeyword', 'TSTypeLiteral']);

function isStatus(property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'statusCode';
}

/** A function that is not async, gets nothing but the event, and is typed, called or written like an ordinary function of the program. */
function isOrdinary(candidate: Candidate, first: TSESTree.Parameter | undefined): boolean {
  if (candidate.fn.async || parametersOf(candidate.fn).length > 1) return false;
  const type = parameterType(first);
  const { body } = candidate.fn;
  if (body?.type === 'ObjectExpression' && !body.properties.some(isStatus)) return true;
  return asks.test(lastName(candidate.exportName) ?? '') || (type !== null && !looseTypes.has(type.type));
}

/** Exported with a first parameter `event` and a second that is absent, the context or the callback; or with context and callback behind any first. */
export function signature(candidate: Candidate): Finding | null {
  if (candidate.exportName === null && !candidate.viaWrapper) return null;
  const parameters = parametersOf(candidate.fn);
  if (parameters.length > 3) return null;
  const [first, second, third] = parameters;
  const last = third === undefined || isCallbackName(third);
  if (isEventName(first) && last && (second === undefined || isContextName(second) || isCallbackName(second))) {
    return isOrdinary(candidate, first) ? null : {};
  }
  return third !== undefined && isContextName(second) && isCallbackName(third) ? {} : null;
}
