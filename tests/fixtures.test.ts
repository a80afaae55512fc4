import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../lib/index.js';

const root = path.join(import.meta.dirname, 'fixtures/js');
const scripts = /\.[cm]?[jt]sx?$/u;
// A pattern that ends in a star does not take in TypeScript.
const every = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}';
const annotation = /^\s*\/\/ (ruleid|ok|sinkid): ([\w-]+(?:, [\w-]+)*)\s*$/u;

interface Region {
  readonly kind: string;
  readonly slug: string;
  readonly line: number;
  readonly end: number;
}

/** Last line of the statement that starts in a line: where it holds a block, the line in which the block opens. */
function lastLine(program: TSESTree.Program, line: number): number {
  let end = line;
  const visit = (node: TSESTree.Node): void => {
    if (node.loc.start.line === line && node.type !== 'Program') end = Math.max(end, openingLine(node));
    for (const key of parserKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | TSESTree.Node[] | null>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (item) visit(item);
    }
  };
  visit(program);
  return end;
}

const { visitorKeys: parserKeys } = parser.parseForESLint('') as unknown as { visitorKeys: Record<string, string[]> };

function openingLine(node: TSESTree.Node): number {
  let opening = node.loc.end.line;
  const visit = (inner: TSESTree.Node): void => {
    if ((inner.type === 'BlockStatement' || inner.type === 'ClassBody') && inner.loc.end.line > inner.loc.start.line) {
      opening = Math.min(opening, inner.loc.start.line);
    }
    for (const key of parserKeys[inner.type] ?? []) {
      const child = (inner as unknown as Record<string, TSESTree.Node | TSESTree.Node[] | null>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (item) visit(item);
    }
  };
  visit(node);
  return opening;
}

function regionsOf(file: string, text: string): readonly Region[] {
  const lines = text.split('\n');
  const jsx = file.endsWith('x');
  const program = parser.parseForESLint(text, { sourceType: 'module', loc: true, range: true, ecmaFeatures: { jsx } })
    .ast as TSESTree.Program;
  return lines.flatMap((content, i) => {
    const match = annotation.exec(content);
    if (match === null) return [];
    let start = i + 1;
    while (annotation.test(lines[start] ?? '')) start++;
    const end = lastLine(program, start + 1);
    return match[2]!.split(', ').map(slug => ({ kind: match[1]!, slug, line: start + 1, end }));
  });
}

/** What `all` reports in a file: line and slug. */
function reports(file: string, text: string): readonly { readonly line: number; readonly slug: string; readonly message: string }[] {
  const jsx = /[jt]sx$/u.test(file);
  const messages = new Linter({ cwd: root }).verify(
    text,
    [
      { files: [every], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx } } } },
      ...plugin.configs.all.map(config => ({ ...config, files: [every] })),
    ],
    { filename: file, allowInlineConfig: false },
  );
  return messages.map(({ line, ruleId, message }) => ({ line, slug: ruleId?.split('/')[1] ?? 'fatal', message }));
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => scripts.test(name))
  .sort();

describe.each(files)('%s', name => {
  const file = path.join(root, name);
  const text = readFileSync(file, 'utf8');
  const regions = regionsOf(file, text);
  const found = reports(file, text);
  const inside = ({ line, end, slug }: Region): boolean =>
    found.some(report => report.slug === slug && report.line >= line && report.line <= end);
  const slugs = new Set(regions.map(({ slug }) => slug));

  it('is reported in each place that says so', () => {
    const missed = regions.filter(region => region.kind === 'ruleid' && !inside(region));
    expect(missed.map(({ line, slug }) => `${line}: ${slug}`)).toEqual([]);
  });

  it('is reported nowhere else', () => {
    const wanted = regions.filter(({ kind }) => kind !== 'ok');
    const others = found.filter(
      ({ line, slug }) =>
        (slugs.has(slug) || slug === 'fatal') && !wanted.some(region => region.slug === slug && line >= region.line && line <= region.end),
    );
    expect(others.map(({ line, slug, message }) => `${line}: ${slug}: ${message}`)).toEqual([]);
  });

  it('gets messages that a reader can take in', () => {
    for (const { message } of found) {
      expect(message.length).toBeLessThanOrEqual(240);
      expect(message).toMatch(/\.$/u);
    }
  });
});
