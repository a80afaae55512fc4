import type { Automaton } from './automaton.js';
import { everything } from './character-set.js';
import type { CharacterSet } from './character-set.js';

export interface Edge {
  readonly to: number;
  readonly over: CharacterSet;
}

/** A set of strings: state 0 is the first; every state lies between it and an accepting one. */
export interface Language {
  readonly edges: readonly (readonly Edge[])[];
  readonly accepts: readonly boolean[];
}

const maxStates = 2500;

/** Numbers keys in the order of their first use, and lists those not yet worked on. */
class Numbering {
  private readonly numbers = new Map<string, number>();
  readonly keys: string[] = [];

  of(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.push(key) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** @returns the states that are reached without a character; an anchor holds only at the text's own start and end. */
function closure(automaton: Automaton, state: number, consumed: boolean, ended: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending: [number, boolean][] = [[state, ended]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const key = `${next[0]} ${next[1] ? 1 : 0}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { to, over } of automaton.steps[next[0]]!) {
      if (over === 'nothing' || (over === 'start' && !consumed)) pending.push([to, next[1]]);
      else if (over === 'end') pending.push([to, true]);
    }
  }
  return seen;
}

/** @returns the language without anchors; null when it grows too large. */
export function languageOf(automaton: Automaton): Language | null {
  const numbering = new Numbering();
  numbering.of('0 start');
  const edges: Edge[][] = [];
  const accepts: boolean[] = [];
  for (let number = 0; number < numbering.keys.length; number++) {
    if (number > maxStates) return null;
    const [state = '0', place] = numbering.keys[number]!.split(' ');
    const own: Edge[] = [];
    let accepting = false;
    for (const key of closure(automaton, Number(state), place !== 'start', false)) {
      const [reached = '0', ended] = key.split(' ');
      if (reached === '1') accepting = true;
      if (ended === '1') continue;
      for (const { to, over } of automaton.steps[Number(reached)]!) {
        if (typeof over === 'bigint' && over !== 0n) own.push({ to: numbering.of(`${to} inside`), over });
      }
    }
    edges.push(own);
    accepts.push(accepting);
  }
  return trimmed({ edges, accepts });
}

/** Drops the states from which nothing is accepted. */
function trimmed({ edges, accepts }: Language): Language {
  const sources: number[][] = edges.map(() => []);
  edges.forEach((list, from) => list.forEach(edge => sources[edge.to]!.push(from)));
  const useful = new Set<number>();
  const pending = accepts.flatMap((accepting, state) => (accepting ? [state] : []));
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (useful.has(state)) continue;
    useful.add(state);
    pending.push(...sources[state]!);
  }
  return { edges: edges.map(list => list.filter(edge => useful.has(edge.to))), accepts };
}

/** @returns the strings of `language` of which no beginning is accepted by `forbidden` (a negative look-ahead at the start); null when too large. */
export function without(language: Language, forbidden: Automaton): Language | null {
  const numbering = new Numbering();
  const start = reach(forbidden, [0]);
  if (start.includes(1)) return null;
  numbering.of(`0 ${start.join(',')}`);
  const edges: Edge[][] = [];
  const accepts: boolean[] = [];
  for (let number = 0; number < numbering.keys.length; number++) {
    if (number > maxStates) return null;
    const [state = '0', held = ''] = numbering.keys[number]!.split(' ');
    const holding = held === '' ? [] : held.split(',').map(Number);
    const own: Edge[] = [];
    for (const { to, over } of language.edges[Number(state)]!) {
      for (const block of blocksOf(over, forbidden, holding)) {
        const next = reach(forbidden, after(forbidden, holding, block));
        if (!next.includes(1)) own.push({ to: numbering.of(`${to} ${next.join(',')}`), over: block });
      }
    }
    edges.push(own);
    accepts.push(language.accepts[Number(state)]!);
  }
  return trimmed({ edges, accepts });
}

/** Parts of a set whose characters all lead the automaton to the same states. */
function blocksOf(set: CharacterSet, automaton: Automaton, states: readonly number[]): readonly CharacterSet[] {
  let blocks = [set];
  for (const state of states) {
    for (const { over } of automaton.steps[state]!) {
      if (typeof over === 'bigint')
        blocks = blocks.flatMap(block => [block & over, block & ~over & everything].filter(part => part !== 0n));
    }
  }
  return blocks;
}

function after(automaton: Automaton, states: readonly number[], block: CharacterSet): readonly number[] {
  return states.flatMap(state =>
    automaton.steps[state]!.flatMap(({ to, over }) => (typeof over === 'bigint' && (over & block) !== 0n ? [to] : [])),
  );
}

/** The states without a character, in order: a key for the set. The automaton has no anchors. */
function reach(automaton: Automaton, states: readonly number[]): readonly number[] {
  const all = new Set<number>();
  const pending = [...states];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (all.has(state)) continue;
    all.add(state);
    for (const { to, over } of automaton.steps[state]!) if (over === 'nothing') pending.push(to);
  }
  return [...all].sort((a, b) => a - b);
}

/** @returns all strings over a set of characters. */
export function anyTextOf(set: CharacterSet): Language {
  return { edges: [[{ to: 0, over: set }]], accepts: [true] };
}

/** @returns the characters that occur in any of the strings. */
export function charactersOf(language: Language): CharacterSet {
  let set = 0n;
  for (const list of language.edges) for (const edge of list) set |= edge.over;
  return set;
}

/** @returns whether the language holds this very string. */
export function holds(language: Language, text: CharacterSet[]): boolean {
  let states = new Set([0]);
  for (const character of text) {
    states = new Set(
      [...states].flatMap(state => language.edges[state]!.filter(edge => (edge.over & character) !== 0n).map(edge => edge.to)),
    );
  }
  return [...states].some(state => language.accepts[state]);
}
