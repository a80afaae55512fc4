/** What a call hands over in one argument: nothing but constants, event data (which the caller's own report covers), or anything else. */
export type ArgumentClass = 'constant' | 'event' | 'unknown';

/** A call of a function in another module of the program. */
export interface CallFact {
  /** Where the function is: absolute path, and offset in the file. */
  file: string;
  offset: number;
  arguments: ArgumentClass[];
}

/** Null while nobody joins the files. */
let facts: CallFact[] | null = null;

/** From here on facts are kept until they are taken. */
export function collectCallFacts(): void {
  facts = [];
}

/** Whether somebody joins the files that are linted. */
export const callFactsCount = (): boolean => facts !== null;

/** Keeps what a file's analysis saw of calls into other modules. */
export function recordCallFacts(seen: readonly CallFact[]): void {
  facts?.push(...seen);
}

/** Returns every fact recorded since collecting began, and ends it. */
export function takeCallFacts(): CallFact[] {
  const taken = facts ?? [];
  facts = null;
  return taken;
}
