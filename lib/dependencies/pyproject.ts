import { createRequire } from 'node:module';
import path from 'node:path';
import type { AST } from 'toml-eslint-parser';
import { BrokenFileError, type FileFinding } from '../readers/file-reader.js';
import { hasPythonLock } from './lockfiles.js';
import { floatingMessage, type Looseness, looseMessage, twinMessage } from './messages.js';
import { readRequirement, requiredTwin } from './requirements.js';

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

/** How firmly Poetry's entry holds: a version, or a table with where it comes from. */
function poetrySource(value: unknown): Pick<ProjectDependency, 'looseness' | 'fromRegistry'> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { version, git, rev, url, path: folder } = value as Record<string, unknown>;
    if (git !== undefined) return { looseness: /^[0-9a-f]{40}$/i.test(String(rev)) ? null : 'a git reference', fromRegistry: false };
    if (url !== undefined) return { looseness: 'a URL without a hash', fromRegistry: false };
    if (folder !== undefined) return { looseness: null, fromRegistry: false };
    return poetrySource(version);
  }
  if (typeof value === 'string' && value.trim() === '*') return { looseness: 'any version', fromRegistry: true };
  const isPinned = typeof value === 'string' && /^={0,3}\s*\d+\.\d+[\w.!+-]*$/.test(value.trim()) && value.trim().startsWith('==');
  return { looseness: isPinned ? null : 'a range', fromRegistry: true };
}

function* dependenciesOf(program: AST.TOMLProgram): Generator<ProjectDependency> {
  for (const [key, node] of entriesOf(program.body[0].body, [])) {
    if (lists.some(list => list.test(key))) yield* listed(key, node);
    const [, section, name] = poetryTable.exec(key) ?? [];
    if (section !== undefined && name !== undefined && name !== 'python') {
      yield { name, node: node.key, section, ...poetrySource(toml().getStaticTOMLValue(node.value)) };
    }
  }
}

const parse = (text: string): AST.TOMLProgram => {
  const { ParseError, parseTOML } = toml();
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError) throw new BrokenFileError(`${error.message} (line ${error.lineNumber})`);
    throw error;
  }
};

/** What is wrong in a pyproject.toml. @param file absolute: lockfiles lie beside it; throws a BrokenFileError */
export function projectFindings(text: string, file: string): ProjectFinding[] {
  const found: ProjectFinding[] = [];
  const ranges = new Map<string, { first: AST.TOMLNode; names: string[] }>();
  for (const { name, node, section, looseness, fromRegistry } of dependenciesOf(parse(text))) {
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
  if (ranges.size === 0 || hasPythonLock(file)) return found;
  for (const { first, names } of ranges.values()) {
    found.push({ kind: 'floating-version', message: floatingMessage(names), ...placeOf(first) });
  }
  return found;
}
