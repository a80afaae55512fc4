import { isCollecting } from './collecting.js';

/** What a call hands over in one argument: nothing but constants, event data (which the caller's own report covers), or anything else. */
export type ArgumentClass = 'constant' | 'event' | 'unknown';

/** A call of a function in another module of the program. */
export interface CallFact {
  /** Where the function is: absolute path, and offset in the file. */
  file: string;
  offset: number;
  arguments: ArgumentClass[];
}

let facts: CallFact[] = [];

/** Keeps what a file's analysis saw of calls into other modules. */
export function recordCallFacts(seen: readonly CallFact[]): void {
  if (isCollecting()) facts.push(...seen);
}

/** Returns every fact recorded since the last call, and forgets them. */
export function takeCallFacts(): CallFact[] {
  const taken = facts;
  facts = [];
  return taken;
}
