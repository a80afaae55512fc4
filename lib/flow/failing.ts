import type { Machine } from './machine.js';
import type { JumpTarget } from './machine-types.js';

/** The `try` around, which what fails here goes to. */
export function nearestTry(m: Machine): JumpTarget | undefined {
  return m.jumps.findLast(({ kind }) => kind === 'try');
}

/** What happens here may fail, with an error of which nothing is known. */
export function mayFail(m: Machine): void {
  const target = nearestTry(m);
  if (target !== undefined) target.mayFail = true;
}
