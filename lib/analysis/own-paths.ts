import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TsConfigJson, TsConfigResult } from 'get-tsconfig';
import { parseTsconfig } from './parse-tsconfig.js';

/** As many files may extend each other. */
const maxDepth = 8;

/**
 * The `paths` that a tsconfig has itself, or from a file of the program that it extends, where another that it extends is not there: the packages
 * are not installed.
 */
export function ownPaths(file: string, depth = 0): TsConfigResult | null {
  const config = read(file);
  if (config === null || depth > maxDepth) return null;
  const { baseUrl, paths } = config.compilerOptions ?? {};
  if (paths !== undefined) return { path: file, config: { compilerOptions: { paths, ...(baseUrl !== undefined && { baseUrl }) } } };
  // The last of them wins.
  for (const parent of [config.extends ?? []].flat().reverse()) {
    if (!/^\.{1,2}\//u.test(parent)) continue;
    const found = ownPaths(path.resolve(path.dirname(file), parent.endsWith('.json') ? parent : `${parent}.json`), depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function read(file: string): TsConfigJson | null {
  try {
    const value = parseTsconfig(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as TsConfigJson) : null;
  } catch {
    return null;
  }
}
