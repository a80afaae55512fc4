import { recordHit } from '../sinks.js';
import { callbackArguments, unknownCall } from '../calls.js';
import { booleanValue, prove } from '../conditions.js';
import { callBack, type CallOptions } from '../functions.js';
import type { Machine } from '../machine.js';
import { provenByWords } from '../own-errors.js';
import { asText, clearKinds, inText } from '../text.js';
import type { Part, Value } from '../value.js';
import { Nature } from '../value.js';
import {
  coercedValue,
  concatenate,
  constantText,
  constantValue,
  joinValues,
  mapTaints,
  never,
  noFacts,
  ownValue,
  provenValue,
  singleConstant,
  taintValue,
  uniteFacts,
  withNature,
} from '../values.js';
import { arrayMethods, onlyOfArrays } from './array.js';
import { isAllowlist } from './array-search.js';
import { matched, regExpMethod } from './text.js';

/** `c.req.query('page')`: what a request object's own methods read is a place in it, where its model lists one. */
function getterOfSource(self: Value, name: string, [first]: readonly Value[]): Value | null {
  if (self.taints.length === 0 || name in Object.prototype) return null;
  const member = first === undefined ? null : constantText(first);
  const taints = self.taints.flatMap(taint => {
    const origin = taint.origin.member(name);
    // The names of its members are texts.
    if (origin.facts.label === null || taint.origin.operation === 'keys') return [];
    return [{ ...taint, origin: member === null ? origin : origin.member(member), whole: origin.facts.whole && member === null }];
  });
  return taints.length === 0 ? null : taintValue(taints);
}

/** Methods of arrays that a text has not. */
const iterators = new Set(['entries', 'keys', 'values']);

/** A method of a plain value: a string, a number, or data from outside that is used as a string or an array. */
export function callMethodOfData(m: Machine, self: Value, name: string | null, args: readonly Value[], options: CallOptions): Value {
  const { node } = options;
  if (name === null) return unknownCall(m, args, node);
  const regExp = regExpMethod(m, self, name, args);
  if (regExp !== null) return regExp;
  if (self.taints.length > 0 || (self.nature & (Nature.own | Nature.unknown)) !== 0) {
    if (onlyOfArrays.has(name)) return arrayMethods[name]!(m, self, args, options);
  }
  const read = getterOfSource(self, name, args);
  if (read !== null) return read;
  if (self.taints.length > 0 && args.length === 0 && iterators.has(name)) return arrayMethods[name]!(m, self, args, options);
  if (name === 'includes' || name === 'has' || name === 'indexOf' || name === 'lastIndexOf')
    return membership(m, self, name, args, options);
  const special = textMethod(m, self, name, args, options);
  if (special !== null) return special;
  const kind = Object.hasOwn(m.knowledge.stringMethods, name) ? m.knowledge.stringMethods[name] : undefined;
  switch (kind) {
    case 'same':
      return name === 'toString' ? textOf(m, self, args) : self;
    case 'clean':
      return coercedValue;
    case 'text': {
      const constant = constantText(self);
      if (constant !== null && Object.hasOwn(folded, name)) return constantValue(folded[name]!(constant));
      const text = asText(m, self, name, argumentKey(args));
      return isFewCharacters(name, args) ? clearKinds(m, text, m.knowledge.bit('log')) : text;
    }
    case 'list':
      return m.allocate(node, { kind: 'array', rest: pieces(m, self, name, args) });
    case undefined:
      break;
  }
  if (name === 'call' || name === 'apply' || name === 'bind') return never;
  if (self.taints.length === 0 && (self.nature & (Nature.unknown | Nature.library)) === 0) {
    unknownCall(m, args, node);
    return ownValue;
  }
  if (self.taints.length > 0 && name in Object.prototype) return coercedValue;
  return unknownCall(m, args, node);
}

/** What is made of a constant is one. */
const folded: Readonly<Record<string, (text: string) => string>> = {
  toLowerCase: text => text.toLowerCase(),
  toUpperCase: text => text.toUpperCase(),
  trim: text => text.trim(),
};

/** What encodings leave of any text; hexadecimal digits are harmless everywhere. */
const alphabets: Readonly<Record<string, string>> = { base64: '^[A-Za-z0-9+/=]*$', base64url: '^[A-Za-z0-9_-]*$' };

/** `toString()`: a text, so no object of operators. */
function textOf(m: Machine, self: Value, args: readonly Value[]): Value {
  const encoding = args[0] === undefined ? null : constantText(args[0]);
  if (encoding === 'hex') return ownValue;
  const text = mapTaints(inText(m, self), taint => ({ ...taint, origin: taint.origin.derived('String') }));
  const alphabet = encoding === null ? undefined : alphabets[encoding];
  return alphabet === undefined ? text : clearKinds(m, text, m.knowledge.patternClears(alphabet, ''));
}

function argumentKey(args: readonly Value[]): string {
  return args.map(arg => (arg.constants.length === 1 && arg.taints.length === 0 ? JSON.stringify(arg.constants[0]) : '?')).join(',');
}

const few = 8;

/** `token.slice(0, 4)`, `key.slice(-4)`: enough to tell which one it was, and no more. */
function isFewCharacters(name: string, [first, second]: readonly Value[]): boolean {
  const [from, to] = [first, second].map(value => (value === undefined ? undefined : singleConstant(value)?.constant));
  if (typeof from !== 'number' || !/^(?:slice|substring|substr)$/u.test(name)) return false;
  if (from < 0) return name !== 'substring' && from >= -few;
  return typeof to === 'number' && to >= 0 && (name === 'substr' ? to : to - from) <= few;
}

/** `split('/')` gives segments: none of them holds a separator. */
function pieces(m: Machine, self: Value, name: string, args: readonly Value[]): Value {
  const text = asText(m, self, name, argumentKey(args));
  const separator = args[0] === undefined ? null : constantText(args[0]);
  if (name === 'split' && (separator === '/' || separator === '\\')) return clearKinds(m, text, m.knowledge.bit('path'));
  return text;
}

function membership(m: Machine, self: Value, name: string, args: readonly Value[], options: CallOptions): Value {
  const [item] = args;
  const isPosition = name === 'indexOf' || name === 'lastIndexOf';
  const base = isPosition ? withNature(coercedValue, Nature.position) : coercedValue;
  const own = name === 'includes' ? provenByWords(m, self, item === undefined ? null : constantText(item), name) : noFacts;
  if (own.size > 0) return booleanValue(own);
  const leaving =
    item === undefined ? null : (leavesFolder(m, self, item) ?? (name === 'includes' ? segmentTest(m, self, constantText(item)) : null));
  if (leaving !== null) return leaving;
  if (item === undefined || self.taints.length > 0 || !isAllowlist(m, self, options.node)) return base;
  return provenValue(base, booleanValue(prove(m, item, m.knowledge.allKinds)).proof);
}

function patternOf(value: Value | undefined): { readonly pattern: string; readonly flags: string } | null {
  const constant = value?.constants.length === 1 ? value.constants[0] : undefined;
  return typeof constant === 'object' && constant !== null ? constant : null;
}

function partsOf(value: Value): readonly Part[] {
  return value.texts?.[0] ?? [constantText(value) ?? value];
}

function receiverOperation(self: Value): string | null {
  return self.taints[0]?.origin.operation ?? null;
}

/** `path.relative(root, file).startsWith('..')`: a file is below the root where it is false. On Lambda's systems no such path is absolute. */
function leavesFolder(m: Machine, relative: Value, start: Value): Value | null {
  if (!/(?:^|\.)relative$/u.test(receiverOperation(relative) ?? '') || !/^\.\.[/\\]?$/u.test(constantText(start) ?? '')) return null;
  const files = { ...relative, taints: relative.taints.map(taint => ({ ...taint, origin: taint.origin.parent ?? taint.origin })) };
  const mask = m.knowledge.bit('path');
  return booleanValue(noFacts, uniteFacts(prove(m, relative, mask), prove(m, files, mask)));
}

/** `x.startsWith('/') && !x.startsWith('//')`, in any order: a path of the own site. */
function slashTest(m: Machine, self: Value, prefix: string | null): Value | null {
  if (prefix !== '/' && prefix !== '//') return null;
  const { bit } = m.knowledge;
  const [mark, other] = prefix === '/' ? [bit('slash first'), bit('one slash')] : [bit('one slash'), bit('slash first')];
  const isKnown = self.taints.every(({ origin }) => (m.state.fact(origin.id) & other) !== 0);
  const facts = prove(m, self, isKnown ? mark | bit('redirect') | bit('url') : mark);
  return prefix === '/' ? booleanValue(facts) : booleanValue(noFacts, facts);
}

/** `x.includes('..') || x.includes('/')`, in any order: where both are false, a name that stays in its folder. */
function segmentTest(m: Machine, self: Value, text: string | null): Value | null {
  if (self.taints.length === 0 || (text !== '..' && text !== '/')) return null;
  const { bit } = m.knowledge;
  const [mark, other] = text === '/' ? [bit('no slash'), bit('no dots')] : [bit('no dots'), bit('no slash')];
  const isKnown = self.taints.every(({ origin }) => (m.state.fact(origin.id) & other) !== 0);
  return booleanValue(noFacts, prove(m, self, isKnown ? mark | bit('path') | bit('object-key') : mark));
}

/** `origin.endsWith('.example.com')`: the header of that name ends with a host, and a dot in front leaves no other domain. */
function endsOrigin({ taints }: Value, suffix: Value): boolean {
  const isHeader = taints.length > 0 && taints.every(({ origin: { kind, path } }) => kind === 'event' && originHeader.test(path));
  const text = constantText(suffix);
  return isHeader && (text === null ? suffix.taints.every(({ origin }) => origin.kind === 'unknown') : /^(?:\.|https?:\/\/)/u.test(text));
}

const originHeader = /headers(?:\.origin|\.Origin|\['origin'\]|\['Origin'\])$/u;

function textMethod(m: Machine, self: Value, name: string, args: readonly Value[], options: CallOptions): Value | null {
  const [first, second] = args;
  switch (name) {
    case 'concat':
      return concatenate([self, ...args.map(arg => m.flat(arg))]);
    case 'startsWith':
    case 'endsWith': {
      if (first === undefined) return coercedValue;
      const own = provenByWords(m, self, constantText(first), name);
      if (own.size > 0) return booleanValue(own);
      const leaving = leavesFolder(m, self, first);
      if (leaving !== null) return leaving;
      const slashes = name === 'startsWith' ? slashTest(m, self, constantText(first)) : null;
      if (slashes !== null) return slashes;
      const clears = name === 'startsWith' ? m.knowledge.prefixClears : m.knowledge.suffixClears;
      const mask = (first.texts ?? [partsOf(first)]).reduce(
        (all, parts) => all & clears(parts, receiverOperation(self)),
        m.knowledge.allKinds,
      );
      const ofOrigin = name === 'endsWith' && endsOrigin(self, first) ? m.knowledge.bit('redirect') : 0;
      return booleanValue(prove(m, self, (mask & chosenBy(m, first)) | ofOrigin));
    }
    case 'replace':
    case 'replaceAll':
      return replaced(m, self, name, first, second, options);
    case 'match':
    case 'matchAll':
    case 'search': {
      const pattern = patternOf(first);
      // Many things have a method of that name; a text of unknown origin is seldom searched.
      const isText = name !== 'search' || self.nature !== Nature.unknown || self.taints.some(({ origin }) => origin.kind !== 'unknown');
      const isObject = first !== undefined && first.taints.every(({ origin }) => origin.facts.whole && origin.facts.form === 'json');
      if (first !== undefined && pattern === null && isText && !isObject)
        recordHit(m, { kind: 'regex', label: `${name}()`, node: options.argumentNodes[0] ?? options.node }, first);
      const proof =
        pattern === null
          ? null
          : {
              // Unlike test(), these do not go on from where the last match of a global pattern ended.
              whenTrue: prove(m, self, m.knowledge.patternClears(pattern.pattern, pattern.flags.replace('g', ''))),
              whenFalse: prove(m, self, m.knowledge.absenceClears(pattern.pattern, pattern.flags.replace('g', ''))),
            };
      if (name === 'search') return provenValue(withNature(coercedValue, Nature.position), proof);
      if (pattern === null) return asText(m, self, 'match');
      if (name === 'matchAll')
        return m.allocateFresh({ kind: 'array', rest: matched(m, self, { ...pattern, flags: pattern.flags.replace('g', '') }) });
      return provenValue(joinValues(matched(m, self, pattern), constantValue(null)), proof);
    }
    default:
      return null;
  }
}

/** The kinds for which a prefix may count, by who chose it: below the folder of whoever is signed in lies what is theirs. */
function chosenBy(m: Machine, { taints }: Value): number {
  if (taints.length === 0) return m.knowledge.allKinds;
  return taints.every(({ origin }) => origin.kind === 'identity') ? m.knowledge.bit('object-key') : 0;
}

function replaced(
  m: Machine,
  self: Value,
  name: string,
  search: Value | undefined,
  replacement: Value | undefined,
  options: CallOptions,
): Value {
  const pattern = patternOf(search);
  const text = search === undefined ? null : constantText(search);
  const inserted = replacement === undefined ? null : constantText(replacement);
  const flags = pattern?.flags ?? (name === 'replaceAll' ? 'g' : '');
  const source = pattern?.pattern ?? (text === null ? null : escapePattern(text));
  const isFunction = replacement?.references.some(reference => reference.type === 'function') ?? false;
  const mask = source === null || (inserted === null && !isFunction) ? 0 : m.knowledge.replacementClears(source, flags, inserted);
  let result = clearKinds(m, asText(m, self, name, argumentKey([search ?? never, replacement ?? never])), mask);
  if (replacement !== undefined && inserted === null) {
    const more = isFunction
      ? callBack(m, replacement, [asText(m, self, 'match'), ...callbackArguments(m, replacement, options.node).slice(1)], options.node)
      : m.flat(replacement);
    if (more.taints.length > 0) result = concatenate([result, m.flat(more)]);
  }
  return result;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
