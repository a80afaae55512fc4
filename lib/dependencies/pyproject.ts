import { createRequire } from 'node:module';
import path from 'node:path';
import type { AST } from 'toml-eslint-parser';
import { BrokenFileError, type FileFinding } from '../readers/file-reader.js';
import { hasPythonLock } from './lockfiles.js';
import { floatingMessage, type Looseness, looseMessage, twinMessage } from './messages.js';
import { readRequirement } from './requirement.js';
import { requiredTwin } from './requirements.js';
import { normalizedPython } from './typosquat.js';

const require = createRequire(import.meta.url);
/** The parser, loaded when there is something to parse: most scans have nothing. */
const toml = (): typeof import('toml-eslint-parser') => require('toml-eslint-parser') as typeof import('toml-eslint-parser');

type ProjectFinding = FileFinding<'typosquat' | 'floating-version'>;

/** One dependency of a pyproject.toml: `section` is what holds it, for the one report on all that float. */
interface ProjectDependency {
  name: string;
  node: AST.TOMLNode;
  section: string;
  looseness: Looseness | null;
  fromRegistry: boolean;
}

export const isProject = (file: string): boolean => path.basename(file) === 'pyproject.toml';

/** Lists of requirements as PEP 508 writes them, by their keys; what only builds the package is not deployed. */
const lists = [
  /^project\.dependencies$/,
  /^project\.optional-dependencies\.[^.]+$/,
  /^dependency-groups\.[^.]+$/,
  /^tool\.pdm\.dev-dependencies\.[^.]+$/,
  /^tool\.uv\.dev-dependencies$/,
];
/** Tables of Poetry, from name to version. https://python-poetry.org/docs/pyproject/ */
const poetryTable = /^(tool\.poetry\.(?:dev-)?dependencies|tool\.poetry\.group\.[^.]+\.dependencies)\.([^.]+)$/;

const placeOf = ({ loc: { start, end } }: AST.TOMLNode) => ({
  line: start.line,
  column: start.column + 1,
  endLine: end.line,
  endColumn: end.column + 1,
});

const keyOf = ({ keys }: AST.TOMLKey): string[] => keys.map(key => (key.type === 'TOMLBare' ? key.name : key.value));

/** Every key with a value, by its full name; tables are opened up, arrays are not. */
function* entriesOf(body: readonly (AST.TOMLKeyValue | AST.TOMLTable)[], prefix: readonly string[]): Generator<[string, AST.TOMLKeyValue]> {
  for (const node of body) {
    const full = [...prefix, ...keyOf(node.key)];
    if (node.type === 'TOMLTable') yield* entriesOf(node.body, full);
    else {
      yield [full.join('.'), node];
      if (node.value.type === 'TOMLInlineTable') yield* entriesOf(node.value.body, full);
    }
  }
}

function* listed(section: string, { value }: AST.TOMLKeyValue): Generator<ProjectDependency> {
  if (value.type !== 'TOMLArray') return;
  for (const node of value.elements) {
    const text = node.type === 'TOMLValue' && node.kind === 'string' ? node.value.trim() : '';
    const requirement = readRequirement(text);
    if (requirement?.name) yield { ...requirement, name: requirement.name, node, section };
  }
}

type Source = Pick<ProjectDependency, 'looseness' | 'fromRegistry'>;

/** Where a table says that a dependency comes from; undefined where it leaves that to the registry. */
function sourceIn({ git, rev, url, path: folder, workspace }: Readonly<Record<string, unknown>>): Source | undefined {
  if (git !== undefined) return { looseness: /^[0-9a-f]{40}$/i.test(String(rev)) ? null : 'a git reference', fromRegistry: false };
  if (url !== undefined) return { looseness: 'a URL without a hash', fromRegistry: false };
  return folder !== undefined || workspace === true ? { looseness: null, fromRegistry: false } : undefined;
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firmness: readonly (Looseness | null)[] = ['any version', 'a git reference', 'a URL without a hash', 'a range', null];

/** How firmly Poetry's entry holds: a version, a table with where it comes from, or a list of such for several environments. */
function poetrySource(value: unknown): Source {
  if (Array.isArray(value)) {
    const sources = value.map(poetrySource);
    const loosest = firmness.find(entry => sources.some(({ looseness }) => looseness === entry)) ?? null;
    return { looseness: loosest, fromRegistry: sources.some(({ fromRegistry }) => fromRegistry) };
  }
  if (isTable(value)) return sourceIn(value) ?? poetrySource(value['version']);
  if (typeof value === 'string' && value.trim() === '*') return { looseness: 'any version', fromRegistry: true };
  const isPinned = typeof value === 'string' && /^={0,3}\s*\d+(?:\.\d+)*(?:[\w.!+-]*)$/.test(value.trim());
  return { looseness: isPinned ? null : 'a range', fromRegistry: true };
}

/** What the project says of itself, and where uv takes dependencies from. https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources */
interface ProjectFacts {
  readonly name: string | undefined;
  readonly isPublished: boolean;
  readonly sources: ReadonlyMap<string, Source>;
}

function factsOf(program: AST.TOMLProgram): ProjectFacts {
  let name: string | undefined;
  let isPublished = false;
  const sources = new Map<string, Source>();
  for (const [key, node] of entriesOf(program.body[0].body, [])) {
    const value: unknown = /^(?:project|tool\.poetry)\.(?:name|classifiers)$|^tool\.uv\.sources\.[^.]+$/.test(key)
      ? toml().getStaticTOMLValue(node.value)
      : undefined;
    if (key.endsWith('.name') && typeof value === 'string') name = normalizedPython(value);
    // What is not for the index says so among its classifiers.
    if (key.endsWith('.classifiers') && Array.isArray(value))
      isPublished = value.length > 0 && !value.some(entry => String(entry).startsWith('Private ::'));
    const source = key.startsWith('tool.uv.sources.') && isTable(value) ? sourceIn(value) : undefined;
    if (source !== undefined) sources.set(normalizedPython(key.slice('tool.uv.sources.'.length)), source);
  }
  return { name, isPublished, sources };
}

function* dependenciesOf(program: AST.TOMLProgram, { name: own, sources }: ProjectFacts): Generator<ProjectDependency> {
  for (const [key, node] of entriesOf(program.body[0].body, [])) {
    for (const dependency of lists.some(list => list.test(key)) ? listed(key, node) : []) {
      const name = normalizedPython(dependency.name);
      // An extra of the project that takes in others names the project.
      if (name !== own) yield { ...dependency, ...sources.get(name) };
    }
    const [, section, name] = poetryTable.exec(key) ?? [];
    if (section !== undefined && name !== undefined && name !== 'python') {
      yield { name, node: node.key, section, ...poetrySource(toml().getStaticTOMLValue(node.value)) };
    }
  }
}

const parse = (text: string): AST.TOMLProgram => {
  const { ParseError, parseTOML } = toml();
  try {
    return parseTOML(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ParseError) throw new BrokenFileError(`${error.message} (line ${error.lineNumber})`);
    throw error;
  }
};

/** What is wrong in a pyproject.toml. @param file absolute: lockfiles lie beside it; throws a BrokenFileError */
export function projectFindings(text: string, file: string): ProjectFinding[] {
  const found: ProjectFinding[] = [];
  const ranges = new Map<string, { first: AST.TOMLNode; names: string[] }>();
  const program = parse(text);
  const facts = factsOf(program);
  for (const { name, node, section, looseness, fromRegistry } of dependenciesOf(program, facts)) {
    const twin = fromRegistry ? requiredTwin(name) : null;
    if (twin !== null) found.push({ kind: 'typosquat', message: twinMessage(name, twin), ...placeOf(node) });
    if (looseness !== null && looseness !== 'a range') {
      found.push({ kind: 'floating-version', message: looseMessage(name, looseness), ...placeOf(node) });
    } else if (looseness === 'a range') {
      const open = ranges.get(section) ?? { first: node, names: [] };
      open.names.push(name);
      ranges.set(section, open);
    }
  }
  // Those who install a published package choose its versions.
  if (ranges.size === 0 || facts.isPublished || hasPythonLock(file)) return found;
  for (const { first, names } of ranges.values()) {
    found.push({ kind: 'floating-version', message: floatingMessage(names), ...placeOf(first) });
  }
  return found;
}
