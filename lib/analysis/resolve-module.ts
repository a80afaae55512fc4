import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ownPaths } from './own-paths.js';
import { packageCandidates } from './resolve-package.js';
import { keptForRound } from './round.js';

const require = createRequire(import.meta.url);

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** TypeScript sources are imported under the names of what they compile to. */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A file where the path says folder, or one that may not be looked at.
    return false;
  }
}

function asFile(base: string): string | null {
  const extension = path.extname(base);
  if (extensions.includes(extension) && isFile(base)) return base;
  for (const source of sourceOf[extension] ?? []) {
    const file = base.slice(0, -extension.length) + source;
    if (isFile(file)) return file;
  }
  return extensions.map(end => base + end).find(isFile) ?? extensions.map(end => path.join(base, `index${end}`)).find(isFile) ?? null;
}

type PathsMatcher = (specifier: string) => string[];

/** A tsconfig that imports were resolved by. */
export interface UsedTsconfig {
  /** Absolute. */
  file: string;
  /** Why it resolves nothing; undefined when it could be read. */
  failure?: string;
}

const matchers = keptForRound<string, { matcher: PathsMatcher | null; used?: UsedTsconfig }>();
let used = new Map<string, UsedTsconfig>();

/** Returns every tsconfig that was asked for since the last call, and forgets them. */
export function takeUsedTsconfigs(): UsedTsconfig[] {
  const taken = [...used.values()];
  used = new Map();
  return taken;
}

/** By what a tsconfig and those of the project that it extends say, without the packages that it extends. */
function ownMatcher(file: string, createPathsMatcher: typeof import('get-tsconfig').createPathsMatcher): PathsMatcher | null {
  const own = ownPaths(file);
  try {
    return own === null ? null : createPathsMatcher(own);
  } catch {
    return null;
  }
}

function readMatcher(folder: string): { matcher: PathsMatcher | null; used?: UsedTsconfig } {
  // Loaded when the first import is looked up.
  const { createPathsMatcher, findTsconfig, getTsconfig } = require('get-tsconfig') as typeof import('get-tsconfig');
  try {
    const config = getTsconfig(folder);
    return config === null ? { matcher: null } : { matcher: createPathsMatcher(config), used: { file: config.path } };
  } catch (error) {
    const file = findTsconfig(folder);
    if (file === undefined) return { matcher: null };
    const matcher = ownMatcher(file, createPathsMatcher);
    // A tsconfig that cannot be read resolves nothing.
    return matcher === null ? { matcher, used: { file, failure: (error as Error).message } } : { matcher };
  }
}

/** The `paths` of the tsconfig that a folder belongs to. */
function pathsMatcher(folder: string): PathsMatcher | null {
  let known = matchers.get(folder);
  if (known === undefined) matchers.set(folder, (known = readMatcher(folder)));
  if (known.used !== undefined) used.set(known.used.file, known.used);
  return known.matcher;
}

/**
 * The file of the program that an import leads to.
 * @param specifier as written
 * @param from absolute path of the importing file
 * @returns an absolute path; null for packages and for what is not there
 */
export function resolveModule(specifier: string, from: string): string | null {
  const folder = path.dirname(from);
  if (specifier.startsWith('.')) return asFile(path.resolve(folder, specifier));
  if (specifier.startsWith('/') || specifier.startsWith('node:')) return null;
  const matcher = pathsMatcher(folder);
  for (const candidate of matcher?.(specifier) ?? []) {
    const file = candidate.includes(`${path.sep}node_modules${path.sep}`) ? null : asFile(candidate);
    if (file !== null) return file;
  }
  for (const candidate of packageCandidates(specifier, from)) {
    const file = asFile(candidate);
    if (file !== null) return file;
  }
  return null;
}
