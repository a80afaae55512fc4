import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What is read of a package.json. */
export interface Manifest {
  readonly name?: unknown;
  readonly workspaces?: unknown;
  readonly [section: string]: unknown;
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const objectIn = (file: string): Manifest | null => {
  try {
    const value: unknown = JSON.parse(textOf(file).replace(/^\uFEFF/, ''));
    return typeof value === 'object' ? (value as Manifest | null) : null;
  } catch {
    return null;
  }
};

/** The package.json of a folder; null where there is none that can be read. */
export const readManifest = (folder: string): Manifest | null => objectIn(path.join(folder, 'package.json'));

const listOf = (value: unknown): string[] => {
  const listed: unknown = Array.isArray(value) ? value : (value as { packages?: unknown } | null | undefined)?.packages;
  return Array.isArray(listed) ? listed.filter(entry => typeof entry === 'string') : [];
};

/** The list `packages` of a pnpm-workspace.yaml, which is written a line an entry. https://pnpm.io/pnpm-workspace_yaml */
const pnpmPatterns = (text: string): string[] => {
  const lines = /^packages:[ \t]*\r?\n((?:[ \t]*(?:#.*|-.*)?\r?\n?)*)/m.exec(text)?.[1] ?? '';
  return Array.from(lines.matchAll(/^[ \t]*-[ \t]*(["']?)([^"'#\r\n]+?)\1[ \t]*(?:#.*)?$/gm), match => match[2]!);
};

/** The patterns by which a folder lists its workspaces: npm, Yarn and Bun in package.json, pnpm and Lerna in files of their own. */
function patternsOf(folder: string): string[] {
  const listed = [
    ...listOf(readManifest(folder)?.workspaces),
    ...pnpmPatterns(textOf(path.join(folder, 'pnpm-workspace.yaml'))),
    ...listOf(objectIn(path.join(folder, 'lerna.json'))),
  ];
  return listed.filter(pattern => !pattern.startsWith('!')).map(pattern => pattern.replace(/^\.\//, '').replace(/\/+$/, ''));
}

const expressions: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '{': '(?:', '}': ')', ',': '|' };
const matcherOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/\*\*\/|\*\*|[*{},]|[.+?^$()|[\]\\]/g, found => expressions[found] ?? `\\${found}`)}$`);

/** Whether a folder is one of the workspaces of another. */
export function isWorkspace(root: string, folder: string): boolean {
  const name = path.relative(root, folder).replaceAll('\\', '/');
  return patternsOf(root).some(pattern => matcherOf(pattern).test(name));
}

const deepest = 6;
const baseOf = (pattern: string): string =>
  pattern
    .split('/')
    .filter((_, index, all) => !all.slice(0, index + 1).some(part => /[*{]/.test(part)))
    .join('/');

function* foldersBelow(folder: string, depth: number): Generator<string> {
  yield folder;
  if (depth === 0) return;
  let names: string[];
  try {
    names = readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? entry.name : []));
  } catch {
    return;
  }
  for (const name of names) if (name !== 'node_modules' && name !== '.git') yield* foldersBelow(path.join(folder, name), depth - 1);
}

function namesFrom(root: string, patterns: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const pattern of patterns) {
    const base = baseOf(pattern);
    const matcher = matcherOf(pattern);
    const depth = pattern.includes('**') ? deepest : pattern.split('/').length - (base === '' ? 0 : base.split('/').length);
    for (const folder of foldersBelow(path.join(root, base), depth)) {
      const name = matcher.test(path.relative(root, folder).replaceAll('\\', '/')) ? readManifest(folder)?.name : undefined;
      if (typeof name === 'string') names.add(name);
    }
  }
  return names;
}

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const known = new Map<string, { readonly state: string; readonly names: ReadonlySet<string> }>();

/** The names of the packages in the workspaces of a folder; none where it lists none. */
export function workspaceNames(root: string): ReadonlySet<string> {
  const patterns = patternsOf(root);
  if (patterns.length === 0) return new Set();
  // A package that comes or goes changes the folder it lies in.
  const state = [...patterns, ...patterns.map(pattern => modified(path.join(root, baseOf(pattern))))].join('\n');
  const last = known.get(root);
  if (last?.state === state) return last.names;
  const names = namesFrom(root, patterns);
  known.set(root, { state, names });
  return names;
}
