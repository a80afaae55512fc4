import type { Candidate, Finding } from '../candidate.js';
import { lastName, parametersOf } from '../candidate.js';
import { isContextName, isEventName } from '../parameter-names.js';

/**
 * Given to a wrapper whose result is exported: `export const handler = withAuth(async event => …)`. Either the export is called a handler or the
 * function looks like one.
 */
export function wrapper(candidate: Candidate): Finding | null {
  if (!candidate.viaWrapper) return null;
  const parameters = parametersOf(candidate.fn);
  if (parameters.length > 3) return null;
  if (isEventName(parameters[0]) && (parameters[1] === undefined || isContextName(parameters[1]))) return {};
  return /^(?:lambda_?)?handler$/i.test(lastName(candidate.exportName) ?? '') ? {} : null;
}
