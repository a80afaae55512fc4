import { distinctivePlaces } from '../event-type.js';
import type { Candidate, Finding } from '../candidate.js';
import { parametersOf } from '../candidate.js';
import { readsOf } from '../event-reads.js';
import { isOrdinary } from '../ordinary-function.js';

/** Exported with at most three parameters, and its body reads a place of the first that only events have: `Records[].s3`, `requestContext`. */
export function eventAccess(candidate: Candidate): Finding | null {
  if (candidate.exportName === null && !candidate.viaWrapper) return null;
  const { length } = parametersOf(candidate.fn);
  if (length === 0 || length > 3 || isOrdinary(candidate)) return null;
  const reads = readsOf(candidate.fn);
  // A function that makes or reads a response knows some of the same members.
  if (reads.some(([step]) => step === 'statusCode')) return null;
  return distinctivePlaces(reads) ? {} : null;
}
