import { isCollecting } from './collecting.js';

/** A rule that failed on a file: which rule (no plugin prefix), which file (absolute), and where it failed. */
export interface InternalError {
  file: string;
  rule: string;
  stack: string;
}

let errors: InternalError[] = [];

/** Keeps an internal error for the summary and the SARIF notifications of a scan. */
export function recordInternalError(error: InternalError): void {
  if (isCollecting()) errors.push(error);
}

/** Returns every internal error recorded since the last call, and forgets them. */
export function takeInternalErrors(): InternalError[] {
  const taken = errors;
  errors = [];
  return taken;
}
