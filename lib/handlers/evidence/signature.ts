import type { Candidate, Finding } from '../candidate.js';
import { parameterName, parametersOf } from '../candidate.js';
import { isOrdinary } from '../ordinary-function.js';
import { isCallbackName, isContextName, isEventName } from '../parameter-names.js';

/** Lambda's second argument is the context: what is called there was passed by another function, `(event, callback) => callback(null)`. */
function callsContext({ fn, text }: Candidate): boolean {
  const [, second] = parametersOf(fn);
  return isCallbackName(second) && new RegExp(`\\b${parameterName(second)}\\(`, 'u').test(text(fn.body));
}

/** Exported with a first parameter `event` and a second that is absent, the context or the callback; or with context and callback behind any first. */
export function signature(candidate: Candidate): Finding | null {
  if (candidate.exportName === null && !candidate.viaWrapper) return null;
  const parameters = parametersOf(candidate.fn);
  if (parameters.length > 3) return null;
  const [first, second, third] = parameters;
  const last = third === undefined || isCallbackName(third);
  if (isEventName(first) && last && (second === undefined || isContextName(second) || isCallbackName(second))) {
    return isOrdinary(candidate) || callsContext(candidate) ? null : {};
  }
  return third !== undefined && isContextName(second) && isCallbackName(third) ? {} : null;
}
