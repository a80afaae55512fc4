import { setOf } from './character-set.js';
import type { Language } from './language.js';
import { run } from './text-machine.js';
import type { TextMachine } from './text-machine.js';

type State = 'start' | 'segment' | 'dot' | 'dots' | 'first dots' | 'first dot' | 'name';

/**
 * Leaves the directory: starts at the root, or has a segment `..` beside a separator. A text that is `..` as a whole and cannot hold a separator
 * counts as a file name, as the result of `path.basename` does. CWE-22.
 */
const machine: TextMachine<State> = {
  start: 'start',
  classes: { separator: setOf('/\\'), dot: setOf('.'), nul: setOf('\0') },
  step(state, className) {
    if (className === 'nul') return null;
    if (className === 'separator') return state === 'start' || state === 'dots' || state === 'first dots' ? null : 'segment';
    if (className !== 'dot') return 'name';
    if (state === 'start') return 'first dot';
    if (state === 'first dot') return 'first dots';
    if (state === 'segment') return 'dot';
    return state === 'dot' ? 'dots' : 'name';
  },
};

/** @returns whether no text of the language, put behind a directory, leads out of it. */
export function staysInDirectory(language: Language): boolean {
  const places = run(language, machine);
  return places !== null && !places.some(place => place.accepts && place.machine === 'dots');
}
