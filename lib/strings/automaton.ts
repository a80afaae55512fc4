import type { AST } from '@eslint-community/regexpp';
import { everything, setOfClass } from './character-set.js';
import type { CharacterSet } from './character-set.js';

/** A step: over one character of a set, or over none, behind an anchor where one is named. */
interface Step {
  readonly to: number;
  readonly over: CharacterSet | 'nothing' | 'start' | 'end';
}

/** A nondeterministic automaton with anchors: state 0 is the first, state 1 accepts. */
export interface Automaton {
  readonly steps: readonly (readonly Step[])[];
}

/**
 * How to read what an automaton cannot tell. `wide`: look-arounds and back-references let everything through, so that it accepts all that the
 * pattern does; `narrow`: what is not certain to match does not.
 */
export type Reading = 'wide' | 'narrow';

const maxStates = 1500;
const maxCopies = 8;

/** The pattern grows beyond the limit, or uses what is not modelled. */
class NotModelled extends Error {}

class Builder {
  readonly steps: Step[][] = [[], []];

  constructor(
    private readonly flags: AST.Flags,
    private readonly reading: Reading,
  ) {}

  state(): number {
    if (this.steps.length >= maxStates) throw new NotModelled();
    return this.steps.push([]) - 1;
  }

  link(from: number, to: number, over: Step['over'] = 'nothing'): void {
    this.steps[from]!.push({ to, over });
  }

  alternatives(list: readonly AST.Alternative[], from: number, to: number): void {
    for (const { elements } of list) {
      let state = from;
      for (const element of elements) {
        const next = this.state();
        this.element(element, state, next);
        state = next;
      }
      this.link(state, to);
    }
  }

  private element(element: AST.Element, from: number, to: number): void {
    switch (element.type) {
      case 'Group':
        if (element.modifiers !== null) throw new NotModelled();
        return this.alternatives(element.alternatives, from, to);
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, from, to);
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.link(from, to, setOfClass(element.raw, this.classFlags()));
      case 'Backreference':
        if (this.reading === 'narrow') return;
        this.link(from, from, everything);
        return this.link(from, to);
      case 'Assertion':
        return this.assertion(element, from, to);
      case 'Quantifier':
        return this.repeat(element, from, to);
    }
  }

  private assertion(assertion: AST.Assertion, from: number, to: number): void {
    if (this.reading === 'narrow') return;
    const isEdge = (assertion.kind === 'start' || assertion.kind === 'end') && !this.flags.multiline;
    this.link(from, to, isEdge ? (assertion.kind as 'start' | 'end') : 'nothing');
  }

  private repeat({ element, min, max }: AST.Quantifier, from: number, to: number): void {
    if (min > maxCopies && this.reading === 'narrow') return;
    let state = from;
    for (let i = 0; i < Math.min(min, maxCopies); i++) state = this.copy(element, state);
    if (max <= maxCopies || (this.reading === 'narrow' && max !== Infinity)) {
      for (let i = min; i < Math.min(max, maxCopies); i++) {
        this.link(state, to);
        state = this.copy(element, state);
      }
    } else if (max > Math.min(min, maxCopies)) {
      const loop = this.state();
      this.link(state, loop);
      this.element(element, loop, loop);
      state = loop;
    }
    this.link(state, to);
  }

  private copy(element: AST.QuantifiableElement, from: number): number {
    const to = this.state();
    this.element(element, from, to);
    return to;
  }

  private classFlags(): string {
    const { ignoreCase, dotAll, unicode, unicodeSets } = this.flags;
    return (ignoreCase ? 'i' : '') + (dotAll ? 's' : '') + (unicode ? 'u' : '') + (unicodeSets ? 'v' : '');
  }
}

/**
 * @param alternatives of the pattern, or of one of its groups
 * @param around whether any text may come before and behind the match, as with `test`
 * @returns null when the pattern is too large or uses what is not modelled
 */
export function automatonOf(
  alternatives: readonly AST.Alternative[],
  flags: AST.Flags,
  reading: Reading,
  around: boolean,
): Automaton | null {
  const builder = new Builder(flags, reading);
  try {
    const first = builder.state();
    const last = builder.state();
    builder.link(0, first);
    builder.link(last, 1);
    if (around) {
      builder.link(0, 0, everything);
      builder.link(1, 1, everything);
    }
    builder.alternatives(alternatives, first, last);
  } catch (error) {
    // A SyntaxError comes from a class that is newer than the Node version that runs.
    if (error instanceof NotModelled || error instanceof SyntaxError) return null;
    throw error;
  }
  return builder;
}
