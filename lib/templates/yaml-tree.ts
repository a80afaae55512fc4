import { createRequire } from 'node:module';
import type { Alias, Document, Node, ParsedNode, YAMLParseError } from 'yaml';
import { entriesOf, type CallTree, type Entry, type Scalar, type Tree } from './tree.js';

const require = createRequire(import.meta.url);
/** The parser, loaded when there is something to parse: most scans have nothing. */
const yaml = (): typeof import('yaml') => require('yaml') as typeof import('yaml');

/** A text that is not what its name promises. */
export class SyntaxProblem extends Error {
  /** @param offset where reading ended */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const nesting = 100;
/** How many values of a document aliases may repeat: aliases of aliases grow without measure. */
const mostRepeated = 50_000;

/** The functions that take one text or list, and are written as a tag or as the only key of a map. */
const intrinsic = /^(?:Ref|Condition|Fn::[A-Za-z]+)$/;

const nameOfFunction = (key: string): string => key.replace(/^Fn::/, '');

class Reader {
  readonly #yaml = yaml();
  readonly #document: Document.Parsed;
  readonly #targets = new Map<Alias, unknown>();
  #repeated = 0;
  #aliases = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  read(node: unknown, depth = 0): Tree {
    const [start, end] = (node as ParsedNode | null)?.range ?? [0, 0];
    const span = { start, end };
    if (this.#aliases > 0) this.#repeated++;
    if (depth > nesting || this.#repeated > mostRepeated) return { ...span, kind: 'other' };
    if (this.#yaml.isAlias(node)) return { ...this.#aliased(node, depth), ...span };
    const tag = (node as Node | null)?.tag;
    const tree = this.#untagged(node, span, depth);
    return tag === undefined || !/^![A-Za-z]/.test(tag) ? tree : called(tag.slice(1), tree);
  }

  #aliased(alias: Alias, depth: number): Tree {
    // The parser looks through the whole document for it.
    if (!this.#targets.has(alias)) this.#targets.set(alias, alias.resolve(this.#document));
    const target = this.#targets.get(alias);
    if (target === undefined) return { start: 0, end: 0, kind: 'other' };
    this.#aliases++;
    const tree = this.read(target, depth + 10);
    this.#aliases--;
    return tree;
  }

  #untagged(node: unknown, span: { start: number; end: number }, depth: number): Tree {
    const { isMap, isScalar, isSeq } = this.#yaml;
    if (isScalar(node)) return { ...span, kind: 'scalar', value: scalarOf(node.value, node.source) };
    if (isSeq(node)) return { ...span, kind: 'list', items: node.items.map(item => this.read(item, depth + 1)) };
    if (!isMap(node)) return { ...span, kind: 'scalar', value: null };
    const read = node.items.flatMap((pair): Entry[] => this.#entry(pair.key, pair.value, depth));
    // What is merged in stands behind what the map says itself.
    const entries = read
      .filter(({ key }) => key !== '<<')
      .concat(read.flatMap(({ key, value }) => (key === '<<' ? mergedFrom(value) : [])));
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && intrinsic.test(only.key))
      return { ...called(nameOfFunction(only.key), only.value), ...span };
    return { ...span, kind: 'map', entries };
  }

  #entry(keyNode: unknown, valueNode: unknown, depth: number): Entry[] {
    const key = this.#yaml.isScalar(keyNode) ? String(keyNode.value) : undefined;
    if (key === undefined) return [];
    const [start, end] = (keyNode as ParsedNode).range;
    const value = this.read(valueNode, depth + 1);
    return [{ key, at: { start, end }, value: valueNode === null ? { kind: 'scalar', value: null, start, end } : value }];
  }
}

/** `<<` puts the entries of another map in, or those of several, the first of which counts most. */
const mergedFrom = (tree: Tree): readonly Entry[] => (tree.kind === 'list' ? tree.items.flatMap(mergedFrom) : entriesOf(tree));

function scalarOf(value: unknown, source: string | undefined): Scalar {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return typeof value === 'bigint' ? String(value) : (source ?? null);
}

/** A function with its arguments; `!GetAtt A.Arn` is the same as `[A, Arn]`. */
function called(name: string, argument: Tree): CallTree {
  const { start, end } = argument;
  if (name === 'GetAtt' && argument.kind === 'scalar' && typeof argument.value === 'string') {
    const dot = argument.value.indexOf('.');
    const parts = dot === -1 ? [argument.value] : [argument.value.slice(0, dot), argument.value.slice(dot + 1)];
    return { kind: 'call', name, args: parts.map(value => ({ kind: 'scalar', value, start, end })), start, end };
  }
  return { kind: 'call', name, args: argument.kind === 'list' ? argument.items : [argument], start, end };
}

/** How many characters are parsed again, all in all, before a text counts as broken. */
const patience = 5_000_000;

/** A text in quotes, a comment, or a bracket. */
const flowToken = /"(?:\\[^]|[^"\\])*"|'(?:''|[^'])*'|(?<=\s)#[^\n]*|[[{\]}]/g;
const asSpaces = (text: string): string => text.replaceAll(/[^ ]/g, ' ');

/** The rest of a flow collection on one line, its comments blanked: a character stays where it is. Undefined when it does not end. */
function joinedFlow(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset);
  let open = 1;
  let rest = text.slice(start);
  for (const { 0: token, index } of rest.matchAll(flowToken)) {
    if (token.startsWith('#')) rest = rest.slice(0, index) + asSpaces(token) + rest.slice(index + token.length);
    open += token === '[' || token === '{' ? 1 : token === ']' || token === '}' ? -1 : 0;
    if (open === 0) return text.slice(0, start) + rest.slice(0, index).replaceAll(/[\r\n]/g, ' ') + rest.slice(index);
  }
  return undefined;
}

/**
 * The text with what stands too far to the left joined to the line before: a part of a collection in brackets, or the rest of a text in quotes.
 * The standard forbids it, and every other parser reads it.
 */
function withoutMisplaced(text: string, { code, message, pos: [offset] }: YAMLParseError): string | undefined {
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) return joinedFlow(text, offset);
  const lineEnd = code === 'MISSING_CHAR' && message.startsWith('Missing closing') ? text.indexOf('\n', offset) : -1;
  return lineEnd === -1 ? undefined : `${text.slice(0, lineEnd)} ${text.slice(lineEnd + 1)}`;
}

function parsed(text: string): Document.Parsed[] {
  let current: string | undefined = text;
  let first: YAMLParseError | undefined;
  for (let read = 0; current !== undefined && read <= patience; read += text.length + 1) {
    const documents = yaml().parseAllDocuments(current, { logLevel: 'silent', uniqueKeys: false }) as
      Document.Parsed[] | { readonly empty: true };
    if (!Array.isArray(documents)) return [];
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error === undefined) return documents;
    first ??= error;
    current = withoutMisplaced(current, error);
  }
  throw new SyntaxProblem(first?.message.split('\n')[0] ?? 'it cannot be read', first?.pos[0] ?? 0);
}

/**
 * Reads YAML, or JSON, which is a part of it.
 *
 * @returns a tree per document; throws a SyntaxProblem
 */
export const readYaml = (text: string): Tree[] => parsed(text).map(document => new Reader(document).read(document.contents));
