import { asciiLetters, digits, isFixedCharacter, setOf } from './character-set.js';
import type { Language } from './language.js';
import { run } from './text-machine.js';
import type { Place, TextMachine } from './text-machine.js';

type State = 'start' | 'slash' | 'label' | 'dotted' | 'colon' | 'colon-slash' | 'authority' | 'host' | 'port' | 'done';

/** Reads a URL, a host or a path on a host; any text that can give another host than the one in front is harmful. */
const machine: TextMachine<State> = {
  start: 'start',
  classes: {
    word: asciiLetters | digits | setOf('_-'),
    dot: setOf('.'),
    colon: setOf(':'),
    slash: setOf('/'),
    query: setOf('?#'),
    // Browsers drop these, or read them as a slash.
    slippery: setOf('\\\t\n\r'),
  },
  step(state, className) {
    switch (state) {
      case 'done':
        return 'done';
      case 'start':
        return className === 'word' ? 'label' : className === 'slash' ? 'slash' : className === 'query' ? 'done' : null;
      case 'slash':
        return className === 'slash' || className === 'slippery' ? null : 'done';
      case 'colon':
        return className === 'slash' ? 'colon-slash' : null;
      case 'colon-slash':
        return className === 'slash' ? 'authority' : null;
      case 'authority':
        return className === 'word' ? 'host' : null;
      case 'label':
      case 'dotted':
      case 'host':
      case 'port':
        if (className === 'slash' || className === 'query') return 'done';
        if (className === 'word') return state;
        if (state === 'port') return null;
        if (className === 'colon') return state === 'label' ? 'colon' : 'port';
        if (className === 'dot') return state === 'label' ? 'dotted' : state;
        return null;
    }
  },
};

/** A registrable domain has two labels. */
const fixedDots = 2;

/**
 * @param known results so far; a place on the way counts as not fixed, so that a loop ends
 * @returns whether the last labels of the text up to this place are fixed, or all of it
 */
function tailIsFixed(place: Place<State>, dots: number, known: Map<string, boolean>): boolean {
  if (place.machine === 'start' || place.machine === 'authority') return true;
  const key = `${place.language} ${place.machine} ${dots}`;
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  known.set(key, false);
  const fixed = place.from.every(({ place: before, over }) => {
    if (!isFixedCharacter(over)) return false;
    const passed = over === machine.classes['dot'] ? dots + 1 : dots;
    return passed === fixedDots || tailIsFixed(before, passed, known);
  });
  known.set(key, fixed);
  return fixed;
}

/**
 * @returns whether no text of the language chooses a host: it is a single label, a path of its own host (one slash in front), or a URL or host name
 * whose registrable domain is fixed. CWE-918, CWE-601.
 */
export function hostIsClosed(language: Language): boolean {
  const places = run(language, machine);
  if (places === null) return false;
  return places.every(place => {
    const { machine: state } = place;
    if (state === 'colon' || state === 'colon-slash' || state === 'authority') return !place.accepts;
    if (state !== 'host' && state !== 'dotted' && state !== 'label') return true;
    const endings = new Set(place.to.map(edge => edge.place.machine));
    if (state === 'label') return !endings.has('colon') || tailIsFixed(place, -Infinity, new Map());
    return !(place.accepts || endings.has('done') || endings.has('port')) || tailIsFixed(place, 0, new Map());
  });
}
