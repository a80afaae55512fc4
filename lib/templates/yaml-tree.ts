import { createRequire } from 'node:module';
import type { Document, Node, ParsedNode, YAMLParseError } from 'yaml';
import type { CallTree, Entry, Scalar, Tree } from './tree.js';

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

/** The functions that take one text or list, and are written as a tag or as the only key of a map. */
const intrinsic = /^(?:Ref|Condition|Fn::[A-Za-z]+)$/;

const nameOfFunction = (key: string): string => key.replace(/^Fn::/, '');

class Reader {
  readonly #yaml = yaml();
  readonly #document: Document.Parsed;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  read(node: unknown, depth = 0): Tree {
    const [start, end] = (node as ParsedNode | null)?.range ?? [0, 0];
    const span = { start, end };
    if (depth > nesting) return { ...span, kind: 'other' };
    if (this.#yaml.isAlias(node)) {
      const target = node.resolve(this.#document);
      return target === undefined ? { ...span, kind: 'other' } : { ...this.read(target, depth + 10), ...span };
    }
    const tag = (node as Node | null)?.tag;
    const tree = this.#untagged(node, span, depth);
    return tag === undefined || !/^![A-Za-z]/.test(tag) ? tree : called(tag.slice(1), tree);
  }

  #untagged(node: unknown, span: { start: number; end: number }, depth: number): Tree {
    const { isMap, isScalar, isSeq } = this.#yaml;
    if (isScalar(node)) return { ...span, kind: 'scalar', value: scalarOf(node.value, node.source) };
    if (isSeq(node)) return { ...span, kind: 'list', items: node.items.map(item => this.read(item, depth + 1)) };
    if (!isMap(node)) return { ...span, kind: 'scalar', value: null };
    const entries = node.items.flatMap((pair): Entry[] => this.#entry(pair.key, pair.value, depth));
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
    // `<<` puts the entries of another map in.
    if (key === '<<') return value.kind === 'map' ? [...value.entries] : [];
    return [{ key, at: { start, end }, value: valueNode === null ? { kind: 'scalar', value: null, start, end } : value }];
  }
}

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

const attempts = 50;

/**
 * Where a line must be joined to the one before for the parser to go on: a bracket, or the rest of a text in quotes, that stands too far to the left.
 * The standard forbids it, and every other parser reads it.
 */
function misplacedLine(text: string, { code, message, pos: [offset] }: YAMLParseError): number {
  if (code === 'BAD_INDENT' && /[}\]]/.test(text[offset] ?? '')) return text.lastIndexOf('\n', offset);
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing') ? text.indexOf('\n', offset) : -1;
}

function parsed(text: string): Document.Parsed[] {
  let current = text;
  let first: YAMLParseError | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const documents = yaml().parseAllDocuments(current, { logLevel: 'silent', uniqueKeys: false }) as
      Document.Parsed[] | { readonly empty: true };
    if (!Array.isArray(documents)) return [];
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error === undefined) return documents;
    first ??= error;
    const lineEnd = misplacedLine(current, error);
    if (lineEnd === -1) break;
    current = `${current.slice(0, lineEnd)} ${current.slice(lineEnd + 1)}`;
  }
  throw new SyntaxProblem(first?.message.split('\n')[0] ?? 'it cannot be read', first?.pos[0] ?? 0);
}

/**
 * Reads YAML, or JSON, which is a part of it.
 *
 * @returns a tree per document; throws a SyntaxProblem
 */
export const readYaml = (text: string): Tree[] => parsed(text).map(document => new Reader(document).read(document.contents));
