import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { KEYS } from 'eslint-visitor-keys';
import type { TSESTree } from '@typescript-eslint/utils';
import { ModuleRecord, type ScopeManagerLike } from '../flow/module-record.js';
import type { Node } from '../flow/value.js';

const require = createRequire(import.meta.url);

interface ParseResult {
  readonly ast: TSESTree.Program;
  readonly scopeManager?: ScopeManagerLike | null;
  readonly visitorKeys?: Readonly<Record<string, readonly string[]>>;
}

/** A parser as ESLint takes one. */
export interface Parser {
  readonly meta?: { readonly name?: string };
  readonly name?: string;
  parse?(text: string, options: object): TSESTree.Program;
  parseForESLint?(text: string, options: object): ParseResult;
}

interface Entry {
  readonly stamp: string;
  readonly record: ModuleRecord | null;
  readonly size: number;
}

/** Source text of the modules that are kept, in characters. Their trees take some twenty times as much memory. */
const maxKept = 4_000_000;
const maxFile = 300_000;
const kept = new Map<string, Entry>();
let keptSize = 0;

/**
 * Parses a module, or takes it from those that are kept.
 * @param file absolute path
 * @param parser of the linted file
 * @returns null when the file cannot be read or parsed
 */
export function parseModule(file: string, parser: Parser | undefined, parserOptions: object): ModuleRecord | null {
  const stamp = stampOf(file, parser);
  if (stamp === null) return null;
  const known = kept.get(file);
  if (known?.stamp === stamp) {
    // Last used, last dropped.
    kept.delete(file);
    kept.set(file, known);
    return known.record;
  }
  const record = read(file, parser, parserOptions);
  keep(file, { stamp, record, size: record?.text.length ?? 100 });
  return record;
}

function stampOf(file: string, parser: Parser | undefined): string | null {
  try {
    const { size, mtimeNs } = statSync(file, { bigint: true });
    return size > maxFile ? null : `${size}:${mtimeNs}:${parser?.meta?.name ?? parser?.name ?? ''}`;
  } catch {
    return null;
  }
}

function keep(file: string, entry: Entry): void {
  keptSize += entry.size - (kept.get(file)?.size ?? 0);
  kept.delete(file);
  kept.set(file, entry);
  for (const [oldest, { size }] of kept) {
    if (keptSize <= maxKept || oldest === file) break;
    kept.delete(oldest);
    keptSize -= size;
  }
}

function read(file: string, parser: Parser | undefined, parserOptions: object): ModuleRecord | null {
  const isTypeScript = /\.[cm]?tsx?$/u.test(file);
  const first = isTypeScript && !isTypeScriptParser(parser) ? typeScriptParser(file) : (parser ?? espree(file));
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
    const record = first === null ? null : parseWith(first, file, text, parserOptions);
    // Other hosts of ESLint rules hand over a parser that only says it cannot parse.
    const second = record === null && first === parser ? (typeScriptParser(file) ?? espree(file)) : null;
    return second === null ? record : parseWith(second, file, text, parserOptions);
  } catch {
    return null;
  }
}

function isTypeScriptParser(parser: Parser | undefined): boolean {
  return parser?.meta?.name?.includes('typescript') ?? false;
}

const parsers = new Map<string, Parser | null>();

/** @typescript-eslint/parser as a file's project has it installed. */
function typeScriptParser(file: string): Parser | null {
  return required('@typescript-eslint/parser', path.dirname(file));
}

function espree(file: string): Parser | null {
  return required('espree', path.dirname(file));
}

function required(name: string, folder: string): Parser | null {
  const key = `${name} ${folder}`;
  let parser = parsers.get(key);
  if (parser === undefined) {
    parser = requireFrom(name, path.join(folder, 'x.js')) ?? requireFrom(name, import.meta.url);
    parsers.set(key, parser);
  }
  return parser;
}

function requireFrom(name: string, from: string): Parser | null {
  try {
    return createRequire(from)(name) as Parser;
  } catch {
    return null;
  }
}

function parseWith(parser: Parser, file: string, text: string, parserOptions: object): ModuleRecord | null {
  const { project: _project, projectService: _service, programs: _programs, ...safe } = parserOptions as Record<string, unknown>;
  const options = {
    ecmaVersion: 'latest',
    ecmaFeatures: { jsx: /x$/u.test(file) || /\.js$/u.test(file) },
    ...safe,
    // Names of the language's own types are of no use here, and take longer to enter than most modules.
    lib: [],
    range: true,
    loc: true,
    comment: false,
    tokens: false,
    filePath: file,
  };
  const parsed = parseAs(parser, text, { ...options, sourceType: 'module' }) ?? parseAs(parser, text, { ...options, sourceType: 'script' });
  if (parsed === null) return null;
  const keys = parsed.visitorKeys ?? KEYS;
  linkParents(parsed.ast, keys);
  const scopes = parsed.scopeManager ?? scopesOf(parsed.ast, keys);
  return new ModuleRecord(file, parsed.ast, text, scopes as ScopeManagerLike);
}

function scopesOf(ast: TSESTree.Program, keys: Readonly<Record<string, readonly string[]>>): unknown {
  // Loaded for parsers that give no scopes.
  const { analyze } = require('eslint-scope') as typeof import('eslint-scope');
  return analyze(ast as never, { ecmaVersion: 2022, sourceType: 'module', childVisitorKeys: keys as never });
}

function parseAs(parser: Parser, text: string, options: object): ParseResult | null {
  try {
    if (parser.parseForESLint) return parser.parseForESLint(text, options);
    return parser.parse ? { ast: parser.parse(text, options) } : null;
  } catch {
    return null;
  }
}

/** ESLint links parents while it traverses; a module that is only read has to be linked here. */
function linkParents(root: Node, keys: Readonly<Record<string, readonly string[]>>): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of Array.isArray(child) ? child : [child]) {
        if (item === null || typeof item !== 'object' || !('type' in item)) continue;
        (item as { parent?: Node }).parent = node;
        stack.push(item as Node);
      }
    }
  }
}
