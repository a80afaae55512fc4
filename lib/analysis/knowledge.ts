import { ApiGraph } from '../flow/api-graph.js';
import type { Knowledge } from '../flow/knowledge.js';
import { fieldModel, fieldModels } from '../models/events/registry.js';
import type { Settings } from '../settings.js';
import { models } from '../models/index.js';
import { sinkKinds, type SinkKind } from '../models/kinds.js';
import { stringMethods } from '../models/language/string-methods.js';
import type { PredicateName, TemplateSyntax } from '../models/model.js';
import { isSecretVariable } from '../secrets/names.js';
import { judgePrefix, judgeSuffix } from '../strings/guard-text.js';
import { judgeMatch, judgeNegatedPattern, judgePattern, judgeReplacement } from '../strings/pattern.js';
import { predicate } from '../strings/predicates.js';
import { templatePieces } from '../strings/template-text.js';
import { pieceMatters } from '../strings/text-parts.js';
import { schemaLibraries } from '../validators/registry.js';

/** A mark, not a sink: an error that the program made for its caller. */
const ownError = 'own-error';

const bits = new Map<string, number>(
  [...sinkKinds, ownError, 'slash first', 'one slash', 'no slash', 'no dots'].map((kind, i) => [kind, 2 ** i]),
);
// A page that the function itself renders is HTML like any other.
bits.set('page', bit('html'));

function bit(kind: string): number {
  return bits.get(kind) ?? 0;
}

/** Mark of an error that a guard knows to be made for the caller. */
export const ownErrorBit = bit(ownError);

/** Mark of data that a check limits in some way: it is fit to be stored. */
export const checkedBit = bit('write');

function mask(kinds: readonly SinkKind[]): number {
  return kinds.reduce((sum, kind) => sum | bit(kind), 0);
}

const allKinds = mask(sinkKinds);
/** A guard on the text of a value leaves nothing to those who log it whole, or return it: they ask who sent it, not what it says. */
const textKinds = allKinds;

function memoized(judge: (pattern: string, flags: string) => readonly SinkKind[]): (pattern: string, flags: string) => number {
  const known = new Map<string, number>();
  return (pattern, flags) => {
    const key = `${flags}/${pattern}`;
    let result = known.get(key);
    if (result === undefined) {
      const kinds = judge(pattern, flags);
      known.set(key, (result = maskOf(kinds)));
    }
    return result;
  };
}

/** Text that is harmless to every sink which reads text is harmless. */
function maskOf(kinds: readonly SinkKind[]): number {
  closedByText ??= judgePattern('^[a-z]+$', '').length;
  return kinds.length >= closedByText ? textKinds : mask(kinds);
}

let closedByText: number | null = null;

const dynamicKinds: Readonly<Record<string, 'any' | 'assembled'>> = { command: 'any', code: 'any', sql: 'assembled', deserialize: 'any' };

/** Kinds whose sinks read an object to its ends; to all others an object is a bag of options. */
const objectKinds: ReadonlySet<string> = new Set<SinkKind>([
  'log',
  'response',
  'request',
  'module-state',
  'logger-keys',
  'temporary-file',
  'write',
]);

const known = new WeakMap<Settings, Knowledge>();
const noSettings: Settings = {};

/** What the engine is told of libraries, events, texts and schemas. @param settings the user's, which add to it */
export function knowledge(settings: Settings = noSettings): Knowledge {
  let result = known.get(settings);
  if (result === undefined) known.set(settings, (result = withSettings(settings)));
  return result;
}

function withSettings(settings: Settings): Knowledge {
  const opaque = new Set(schemaLibraries.flatMap(({ modules }) => [...modules]));
  return {
    graph: new ApiGraph([...models, ...(settings.models ?? [])], opaque),
    bit,
    allKinds,
    stringMethods,
    schemaLibraries,
    fieldModel: settings.events === undefined ? fieldModel : fieldModels(settings.events),
    jsonClears: bit('text-log'),
    patternClears: memoized(judgePattern),
    groupClears: (pattern, flags, group) => maskOf(judgeMatch(pattern, flags, group)),
    absenceClears: memoized(judgeNegatedPattern),
    replacementClears: (pattern, flags, replacement) => mask(judgeReplacement(pattern, flags, replacement)),
    prefixClears: (text, operation) => mask(judgePrefix(text, operation)),
    suffixClears: (text, operation) => mask(judgeSuffix(text, operation)),
    predicate: (name, value, read) =>
      name === 'versioned-name'
        ? (read.constants(value)?.some(constant => typeof constant === 'string' && /^[^:]+:\d+$/u.test(constant)) ?? false)
        : predicate(name as PredicateName, value, read),
    namesSecret: isSecretVariable,
    templatePieces: (syntax, text, escapes) => templatePieces(syntax as TemplateSyntax, text, escapes),
    takesObjects: kind => objectKinds.has(kind),
    dynamicTier: kind => dynamicKinds[kind] ?? null,
    pieceMatters: (kind, text, index) => pieceMatters(kind, text, index, bit('slash first')),
  };
}
