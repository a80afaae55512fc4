import { createRequire } from 'node:module';
import type { AST, RegExpParser } from '@eslint-community/regexpp';
import type { SinkKind } from '../models/kinds.js';
import { automatonOf } from './automaton.js';
import type { Reading } from './automaton.js';
import { everything, setOf } from './character-set.js';
import type { CharacterSet } from './character-set.js';
import { harmlessKinds } from './harm.js';
import { anyTextOf, holds, languageOf, without } from './language.js';
import type { Language } from './language.js';

interface Parsed {
  readonly pattern: AST.Pattern;
  readonly flags: AST.Flags;
}

const require = createRequire(import.meta.url);
let parser: RegExpParser | null = null;
const none: readonly SinkKind[] = [];

function parse(pattern: string, flags: string): Parsed | null {
  // Loaded for the first pattern.
  parser ??= new (require('@eslint-community/regexpp') as typeof import('@eslint-community/regexpp')).RegExpParser();
  try {
    const parsedFlags = parser.parseFlags(flags);
    return { pattern: parser.parsePattern(pattern, 0, pattern.length, parsedFlags), flags: parsedFlags };
  } catch {
    return null;
  }
}

const judged = new Map<string, readonly SinkKind[]>();
const maxJudged = 500;

/** The same few patterns are asked about at every step of a program. */
function remembered(question: string, pattern: string, flags: string, answer: (parsed: Parsed) => Language | null): readonly SinkKind[] {
  const key = `${question}/${pattern}/${flags}`;
  let kinds = judged.get(key);
  if (kinds === undefined) {
    const parsed = parse(pattern, flags);
    const language = parsed === null ? null : answer(parsed);
    kinds = language === null || isEmpty(language) ? none : harmlessKinds(language);
    if (judged.size >= maxJudged) judged.clear();
    judged.set(key, kinds);
  }
  return kinds;
}

function isEmpty(language: Language): boolean {
  return language.edges[0]!.length === 0 && !language.accepts[0];
}

function languageOfAlternatives(
  alternatives: readonly AST.Alternative[],
  flags: AST.Flags,
  around: boolean,
  reading: Reading = 'wide',
): Language | null {
  const automaton = automatonOf(alternatives, flags, reading, around);
  return automaton === null ? null : languageOf(automaton);
}

/** Negative look-aheads right behind the first anchor: `^(?!.*\.\.)`. */
function forbiddenBeginnings({ pattern, flags }: Parsed): readonly (readonly AST.Alternative[])[] {
  const [alternative, ...more] = pattern.alternatives;
  const [first, ...rest] = alternative?.elements ?? [];
  if (more.length > 0 || flags.multiline || first?.type !== 'Assertion' || first.kind !== 'start') return [];
  const end = rest.findIndex(element => element.type !== 'Assertion' || element.kind !== 'lookahead');
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .flatMap(element => (element.type === 'Assertion' && element.kind === 'lookahead' && element.negate ? [element.alternatives] : []));
}

/**
 * What a test of a text by a pattern proves when it succeeds (`test`, `match`, `exec`, `search`): for which kinds of sink the text is then harmless.
 * A pattern without both anchors, with `m`, with `.*` or with an open class such as `[^;]` proves nothing for the kinds that it leaves open.
 *
 * @param flags `g` and `y` keep a position from call to call, so such a pattern proves nothing unless `stateless`
 * @param stateless the pattern is used where its position does not count: `String.prototype.match`, `search`, a schema
 */
export function judgePattern(pattern: string, flags: string, stateless = false): readonly SinkKind[] {
  if (!stateless && /[gy]/.test(flags)) return none;
  return remembered('test', pattern, flags.replace(/[gy]/g, ''), parsed => {
    let language = languageOfAlternatives(parsed.pattern.alternatives, parsed.flags, true);
    for (const alternatives of forbiddenBeginnings(parsed)) {
      const forbidden = automatonOf(alternatives, parsed.flags, 'narrow', false);
      if (language !== null && forbidden !== null) language = without(language, forbidden) ?? language;
    }
    return language;
  });
}

/**
 * What a match holds: for which kinds of sink the text of a group (`match[1]`, `groups.id`) is harmless, anchors or not.
 *
 * @param group number or name; 0 is the whole match
 */
export function judgeMatch(pattern: string, flags: string, group: number | string): readonly SinkKind[] {
  return remembered(`match ${group}`, pattern, flags, parsed => {
    if (group === 0) return languageOfAlternatives(parsed.pattern.alternatives, parsed.flags, false);
    const found = capturingGroups(parsed.pattern.alternatives).filter(
      (candidate, index) => candidate.name === group || index + 1 === group,
    );
    return languageOfAlternatives(
      found.flatMap(candidate => candidate.alternatives),
      parsed.flags,
      false,
    );
  });
}

function capturingGroups(alternatives: readonly AST.Alternative[]): readonly AST.CapturingGroup[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap(groupsIn));
}

function groupsIn(element: AST.Element): readonly AST.CapturingGroup[] {
  if (element.type === 'Quantifier') return groupsIn(element.element);
  if (element.type === 'CapturingGroup') return [element, ...capturingGroups(element.alternatives)];
  if (element.type === 'Group') return capturingGroups(element.alternatives);
  return element.type === 'Assertion' && 'alternatives' in element ? capturingGroups(element.alternatives) : [];
}

/** The characters that the pattern finds wherever they stand: one of them alone is a match. */
function charactersFound({ pattern, flags }: Parsed): CharacterSet {
  const language = languageOfAlternatives(pattern.alternatives, flags, false, 'narrow');
  let found = 0n;
  for (let rest = language === null ? 0n : everything; rest !== 0n; rest &= rest - 1n) {
    const character = rest & -rest;
    if (holds(language!, [character])) found |= character;
  }
  return found;
}

/**
 * What a test by a pattern proves when it fails: `!/[^a-z0-9]/.test(x)` leaves only the characters that the pattern would have found.
 *
 * @param stateless as in judgePattern
 */
export function judgeNegatedPattern(pattern: string, flags: string, stateless = false): readonly SinkKind[] {
  if (!stateless && /[gy]/.test(flags)) return none;
  return remembered('fail', pattern, flags.replace(/[gy]/g, ''), parsed => anyTextOf(everything & ~charactersFound(parsed)));
}

/**
 * What is left after `text.replace(/pattern/flags, replacement)`: for which kinds of sink the result is harmless. An allowlist (`/[^a-z0-9]/g`) closes
 * what its class closes; a denylist only what the removed characters alone decide: line ends in a log, `<` in HTML.
 *
 * @param replacement null when it is not a known text (a function)
 */
export function judgeReplacement(pattern: string, flags: string, replacement: string | null): readonly SinkKind[] {
  if (!flags.includes('g') || flags.includes('y')) return none;
  return replacementKinds(pattern, flags, replacement);
}

/** As judgeReplacement, for `replaceAll` and for `split(text).join(replacement)` with a text: every occurrence is replaced. */
export function judgeTextReplacement(text: string, replacement: string | null): readonly SinkKind[] {
  return replacementKinds(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'g', replacement);
}

const patternSyntax = setOf('\\^$.*+?()[]{}|');
const htmlEntity = /^(?:&#?\w+;)?$/;

function replacementKinds(pattern: string, flags: string, replacement: string | null): readonly SinkKind[] {
  const parsed = parse(pattern, flags);
  if (parsed === null) return none;
  const found = charactersFound(parsed);
  // What escapes `<` escapes HTML: the other characters are often replaced in calls of their own.
  const escapesHtml =
    (found & setOf('<')) !== 0n && (replacement === null ? (found & setOf('&"\'>')) !== 0n : htmlEntity.test(replacement));
  const html: readonly SinkKind[] = escapesHtml ? ['html'] : none;
  // A backslash in front of each character that a pattern reads as more than itself.
  if (replacement === '\\$&' && (patternSyntax & ~found) === 0n) return ['regex'];
  if (replacement === null || /\$[$&`'\d<]/.test(replacement)) return html;
  const kinds = remembered(`replace by ${replacement}`, pattern, flags, () => anyTextOf((everything & ~found) | setOf(replacement)));
  // Without a slash it is a name where functions run.
  const path: readonly SinkKind[] = (found & setOf('/')) !== 0n && !replacement.includes('/') ? ['path'] : none;
  return [...new Set([...kinds, ...html, ...path])];
}
