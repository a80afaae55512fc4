import type { Candidate } from '../candidate.js';
import { lastName, parameterName } from '../candidate.js';

/** A resolver for AppSync's own JavaScript runtime, which is no Lambda. */
export function appSyncFunction(candidate: Candidate): boolean {
  const isHalf = /^(?:request|response)$/.test(lastName(candidate.exportName) ?? '');
  if (isHalf && /^(?:ctx|context)$/.test(parameterName(candidate.fn.params[0]) ?? '')) return true;
  return [...candidate.imports.values()].some(({ module }) => module === '@aws-appsync/utils' || module.startsWith('@aws-appsync/utils/'));
}
