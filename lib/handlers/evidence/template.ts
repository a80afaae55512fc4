import type { Candidate, Finding } from '../candidate.js';

/** A template in the tree names this export as a handler. */
export function template(candidate: Candidate): Finding | null {
  return candidate.exportName !== null && candidate.templateHandlers?.has(candidate.exportName) === true ? { certain: 'typed' } : null;
}
