import type { Candidate } from '../candidate.js';

/** A resolver for AppSync's own JavaScript runtime, which is no Lambda. */
export function appSyncFunction(candidate: Candidate): boolean {
  return [...candidate.imports.values()].some(({ module }) => module === '@aws-appsync/utils' || module.startsWith('@aws-appsync/utils/'));
}
