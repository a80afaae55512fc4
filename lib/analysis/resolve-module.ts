import { statSync } from 'node:fs';
import path from 'node:path';
import { createPathsMatcher, getTsconfig } from 'get-tsconfig';
import { packageCandidates } from './resolve-package.js';
import { keptForRound } from './round.js';

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
const matchers = keptForRound<string, PathsMatcher | null>();

/** The `paths` of the tsconfig that a folder belongs to. */
function pathsMatcher(folder: string): PathsMatcher | null {
  let matcher = matchers.get(folder);
  if (matcher === undefined) {
    try {
      const config = getTsconfig(folder);
      matcher = config === null ? null : createPathsMatcher(config);
    } catch {
      // A tsconfig that cannot be read resolves nothing.
      matcher = null;
    }
    matchers.set(folder, matcher);
  }
  return matcher;
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
