import type { SinkKind } from '../models/kinds.js';
import { asciiLetters, digits, everything, letters, lineEnds, setOf, whitespace } from './character-set.js';
import type { CharacterSet } from './character-set.js';
import { hostIsClosed } from './host-text.js';
import { charactersOf, holds } from './language.js';
import type { Language } from './language.js';
import { staysInDirectory } from './path-text.js';

const quotes = setOf('\'"`');
/** Whatever the interpreter, a word of these is a word. */
const wordCharacters = asciiLetters | digits | setOf('_') | (letters & ~asciiLetters);
const outsideOf = (characters: string): CharacterSet => everything & ~(wordCharacters | setOf(characters));

/** Characters that end a word of the shell or are expanded in one. */
const shellSyntax = outsideOf('@%+=:,./-');
const sqlSyntax = quotes | setOf('\\;()<>*#|&!{}[]$\0');
const nosqlSyntax = quotes | setOf('${}[]()<>;#\\');
const codeSyntax = outsideOf('.,:@-');
/** What arithmetic does without: no name, text, list or block can be written without one of these. */
const nonArithmetic = letters | quotes | setOf('$_\\[]{}');
const templateSyntax = quotes | lineEnds | setOf('{}<>$#%()[]|\\=!;');
const htmlSyntax = quotes | setOf('<>&');
const serializedSyntax = quotes | lineEnds | setOf('{}[]<>!&*:|\\$');
const regexSyntax = setOf('*+?{}()[]\\|');

const hasNone =
  (syntax: CharacterSet) =>
  (language: Language): boolean =>
    (charactersOf(language) & syntax) === 0n;
const lacksOneOf =
  (...sets: readonly CharacterSet[]) =>
  (language: Language): boolean =>
    sets.some(set => (charactersOf(language) & set) === 0n);
const lacksText =
  (...texts: readonly string[]) =>
  (language: Language): boolean =>
    !texts.some(text => holds(language, [...text].map(setOf)));

/**
 * Per kind, whether every text of a language is harmless there. The kinds that are left out are about whose data it is, not about its characters.
 * A name of letters, digits, `_` and `-` is harmless to all but two: `__proto__` is a property key, and the role's keys have plain names.
 */
const harmlessTo: { readonly [K in SinkKind]?: (language: Language) => boolean } = {
  command: hasNone(shellSyntax),
  code: language => hasNone(codeSyntax)(language) || hasNone(nonArithmetic)(language),
  module: language => staysInDirectory(language) && hasNone(setOf(':.'))(language),
  template: hasNone(templateSyntax),
  // Words with spaces between them make clauses (UNION SELECT), also without a quote.
  sql: language => hasNone(sqlSyntax)(language) && lacksOneOf(whitespace, letters)(language),
  nosql: language => hasNone(nosqlSyntax)(language) && lacksOneOf(whitespace, setOf('='))(language),
  path: staysInDirectory,
  'object-key': hasNone(setOf('/')),
  xml: hasNone(setOf('<')),
  // An attribute without quotes needs a space and an equals sign, a script URL a colon and a bracket.
  html: language =>
    hasNone(htmlSyntax)(language) && lacksOneOf(whitespace, setOf('='))(language) && lacksOneOf(setOf(':'), setOf('('))(language),
  url: hostIsClosed,
  deserialize: hasNone(serializedSyntax),
  'property-key': lacksText('__proto__'),
  redirect: hostIsClosed,
  regex: hasNone(regexSyntax),
  // A line feed starts a new entry; a carriage return alone does not.
  log: hasNone(setOf('\n')),
  'text-log': hasNone(setOf('\n')),
  'secret-id': hasNone(setOf('/:*') | whitespace),
  'env-name': lacksText('AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'),
  // A value that is stored counts as checked when its characters are limited to some purpose.
  write: hasNone(setOf('<;"|')),
};

/** The kinds that characters decide about. */
export const textKinds = Object.keys(harmlessTo) as readonly SinkKind[];

/** Decided by single names: a pattern that closes nothing else was not meant to guard, and happens to leave those names out. */
const byNameOnly: readonly SinkKind[] = ['property-key', 'env-name'];

/** @returns the kinds of sink to which every text of the language is harmless. */
export function harmlessKinds(language: Language): readonly SinkKind[] {
  const kinds = textKinds.filter(kind => harmlessTo[kind]!(language));
  return kinds.every(kind => byNameOnly.includes(kind)) ? [] : kinds;
}
