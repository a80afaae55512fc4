import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { expect, it } from 'vitest';
import { analysisOf, sourceFileOf, type FileAnalysis } from '../../lib/analysis/file-analysis.js';
import type { Knowledge } from '../../lib/flow/knowledge.js';
import type { Node } from '../../lib/flow/value.js';

/** A statement of a handler, and the kinds of sinks that data reaches in it, sorted; none: nothing may be found. */
export type Line = readonly [statement: string, kinds?: string];

/** Kinds that nearly every call of a client has beside what a case is about; named only where `all` is set. */
const ordinary = new Set(['request', 'write', 'log', 'text-log', 'response']);

/** @throws when the code does not parse */
function analyse(code: string, known?: Knowledge): FileAnalysis {
  const linter = new Linter({ configType: 'flat' });
  const messages = linter.verify(code, [{ files: ['**/*.ts'], languageOptions: { parser, sourceType: 'module' } }], 'handler.ts');
  const fatal = messages.find(message => message.fatal);
  if (fatal !== undefined) throw new Error(`${fatal.message} in line ${fatal.line}: ${code.split('\n')[fatal.line - 1]}`);
  return analysisOf(sourceFileOf(linter.getSourceCode(), 'handler.ts', null), known && { known });
}

/** @returns by line, `KIND SOURCE-KIND LABEL` of each taint that reaches a sink there; data of unknown origin does not count. */
export function hitsByLine(code: string): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, string[]>();
  for (const { node, kind, taints } of analyse(code).hits) {
    const { line } = node.loc.start;
    for (const { origin } of taints) {
      if (origin.kind !== 'unknown') byLine.set(line, [...(byLine.get(line) ?? []), `${kind} ${origin.kind} ${origin.root.label ?? ''}`]);
    }
  }
  return byLine;
}

function kindsByLine(code: string, all: boolean): ReadonlyMap<number, string> {
  const kinds = (hits: readonly string[]): readonly string[] =>
    [...new Set(hits.map(hit => hit.split(' ')[0]!))].filter(kind => all || !ordinary.has(kind)).sort();
  return new Map([...hitsByLine(code)].map(([line, hits]) => [line, kinds(hits).join(' ')]));
}

/** @returns the kind of event that each handler gets; null: not known. */
export function eventsOf(code: string): readonly (string | null)[] {
  return analyse(code).handlers.map(({ event }) => event);
}

/** @returns what each handler that a library is given gets, of which kind of event, and whether what it returns is the response. */
export function registeredIn(code: string): readonly string[] {
  return analyse(code)
    .handlers.filter(({ verdict }) => verdict.evidence === 'registered')
    .map(({ verdict, event }) => [...verdict.parameters, `of ${event}`, ...(verdict.responds ? ['responds'] : [])].join(' '));
}

/** @returns by line, the kinds of the calls that are worth a report by their form, sorted. */
function shapesByLine(code: string): ReadonlyMap<number, string> {
  const { shapes: found } = analyse(code);
  const on = (line: number): string =>
    [...new Set(found.filter(({ node }) => node.loc.start.line === line).map(({ kind }) => kind))].sort().join(' ');
  return new Map(found.map(({ node }) => [node.loc.start.line, on(node.loc.start.line)]));
}

/**
 * A module with what each line comes to at its end: `// sql`, `// command:stored` where the data is not the event's own, and the kinds of calls that
 * are worth a report by their form. Lines in which nothing is found have no such end.
 *
 * @param known other models than the project's own
 */
export function annotated(code: string, known?: Knowledge): string {
  const lines = code.split('\n').map(line => line.replace(/ \/\/ [a-z\d: -]+$/u, ''));
  const { hits, shapes: forms } = analyse(lines.join('\n'), known);
  const found = new Map<number, Set<string>>();
  const add = (node: Node, word: string): void => {
    const { line } = node.loc.start;
    found.set(line, (found.get(line) ?? new Set()).add(word));
  };
  for (const { node, kind, taints } of hits)
    for (const { origin } of taints) {
      if (origin.kind !== 'unknown') add(node, origin.kind === 'event' ? kind : `${kind}:${origin.kind}`);
    }
  for (const { node, kind } of forms) add(node, kind);
  return lines.map((line, i) => (found.has(i + 1) ? `${line} // ${[...found.get(i + 1)!].sort().join(' ')}` : line)).join('\n');
}

/** Statements in one handler, after a head of imports and clients; each must reach exactly the kinds it names. */
function check(head: string, lines: readonly Line[], find: (code: string) => ReadonlyMap<number, string>): void {
  const opening = [
    `import { exec } from 'node:child_process'; ${head.replaceAll('\n', ' ')}`,
    'export const handler = async (event, context) => {',
    '  const body = JSON.parse(event.body);',
  ];
  const found = find([...opening, ...lines.map(([statement]) => `  { ${statement} }`), '};'].join('\n'));
  const actual = lines.map(([statement], i) => [statement, found.get(opening.length + i + 1) ?? '']);
  expect(actual).toEqual(lines.map(([statement, kinds = '']) => [statement, kinds]));
}

/** @param head imports and clients @param lines what the library's calls reach */
export function library(name: string, head: string, lines: readonly Line[]): void {
  it(name, () => check(head, lines, code => kindsByLine(code, false)));
}

/** The same, with the kinds that nearly every call has. */
export function libraryInFull(name: string, head: string, lines: readonly Line[]): void {
  it(name, () => check(head, lines, code => kindsByLine(code, true)));
}

/** The same, with the kinds of calls that are worth a report by their form, whatever flows into them. */
export function shapes(name: string, head: string, lines: readonly Line[]): void {
  it(name, () => check(head, lines, shapesByLine));
}

/** The same, with the kinds of sources that the data comes from, whatever it reaches. */
export function origins(name: string, head: string, lines: readonly Line[]): void {
  const find = (code: string): ReadonlyMap<number, string> =>
    new Map([...hitsByLine(code)].map(([line, hits]) => [line, [...new Set(hits.map(hit => hit.split(' ')[1]!))].sort().join(' ')]));
  it(name, () => check(head, lines, find));
}

/** A whole module: lines that end in `// KINDS` must reach exactly these kinds, all other lines none. */
export function program(name: string, code: string): void {
  it(name, () => {
    const lines = code.split('\n');
    const found = kindsByLine(code, true);
    const actual = lines.map((line, i) => `${line.replace(/ *\/\/.*$/, '')} // ${found.get(i + 1) ?? ''}`.trim());
    expect(actual).toEqual(lines.map(line => `${line.replace(/ *\/\/.*$/, '')} // ${/\/\/ (.*)$/.exec(line)?.[1] ?? ''}`.trim()));
  });
}
