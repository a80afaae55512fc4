import type { GiveUp } from '../rule/give-ups.js';
import type { InternalError } from '../rule/internal-errors.js';
import type { FileProblem } from './find-files.js';
import type { Finding } from './finding.js';

/** What one engine did with its files. All paths are absolute. */
export interface EngineResult {
  findings: Finding[];
  /** The files it read to the end. */
  checked: string[];
  /** Files that it could not read or parse, in part or at all: a warning each. */
  problems: FileProblem[];
  /** Why it could not do its job: a line each, and exit code 2. */
  failures: string[];
  internalErrors: InternalError[];
  giveUps: GiveUp[];
  /** Directives that name a rule and give no reason, and so do not count. */
  unexplained: number;
}

export const emptyResult = (): EngineResult => ({
  findings: [],
  checked: [],
  problems: [],
  failures: [],
  internalErrors: [],
  giveUps: [],
  unexplained: 0,
});
