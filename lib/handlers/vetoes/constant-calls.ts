import type { Candidate, Finding } from '../candidate.js';
import { functionName } from '../function-name.js';
import { isConstant, isNamedAgain, usesIn } from '../program-uses.js';

/** Whether the file calls the function at least once, always with constants only, and hands it to nobody. */
export function onlyCalledWithConstants({ fn, program, text }: Candidate): boolean {
  const name = functionName(fn, program);
  if (name === null || !isNamedAgain(name, text(program))) return false;
  const { calls, passedTo, constants } = usesIn(program);
  const own = calls.get(name) ?? [];
  if (own.length === 0 || passedTo.has(name)) return false;
  return own.every(call => call.arguments.length > 0 && call.arguments.every(argument => isConstant(argument, constants)));
}

/** A function that its own file only calls with constants. A function called `handler` may be called so to try it out. */
export function constantCalls(candidate: Candidate, finding: Finding): boolean {
  return finding.certain === undefined && onlyCalledWithConstants(candidate);
}
