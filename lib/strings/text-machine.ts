import { everything } from './character-set.js';
import type { CharacterSet } from './character-set.js';
import type { Language } from './language.js';

/** A deterministic reader of texts that looks for harm. */
export interface TextMachine<State extends string> {
  readonly start: State;
  /** Disjoint sets of characters that it tells apart; all others are one more class, `other`. */
  readonly classes: Readonly<Record<string, CharacterSet>>;
  /** The next state; null when the text is harmful whatever follows. */
  step(state: State, className: string): State | null;
}

/** A state of the language together with the machine's state when a text gets there. */
export interface Place<State extends string> {
  readonly language: number;
  readonly machine: State;
  readonly from: { readonly place: Place<State>; readonly over: CharacterSet }[];
  readonly to: { readonly place: Place<State>; readonly over: CharacterSet }[];
  readonly accepts: boolean;
}

/** @returns every place that a text of the language passes; null when one of them is harmful. */
export function run<State extends string>(language: Language, machine: TextMachine<State>): readonly Place<State>[] | null {
  const named = Object.entries(machine.classes);
  const rest = named.reduce((set, [, members]) => set & ~members, everything);
  const classes = [...named, ['other', rest] as const];
  const places = new Map<string, Place<State>>();
  const place = (state: number, machineState: State): Place<State> => {
    const key = `${state} ${machineState}`;
    let found = places.get(key);
    if (found === undefined)
      places.set(key, (found = { language: state, machine: machineState, from: [], to: [], accepts: language.accepts[state]! }));
    return found;
  };
  place(0, machine.start);
  for (const here of places.values()) {
    for (const { to, over } of language.edges[here.language]!) {
      for (const [name, members] of classes) {
        const part = over & members;
        if (part === 0n) continue;
        const next = machine.step(here.machine, name);
        if (next === null) return null;
        const there = place(to, next);
        here.to.push({ place: there, over: part });
        there.from.push({ place: here, over: part });
      }
    }
  }
  return [...places.values()];
}
