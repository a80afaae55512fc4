import { createRequire } from 'node:module';
import path from 'node:path';
import type { ESLint, Linter } from 'eslint';

/** A parser as ESLint takes it, with where it was found: two copies of it do not mix. */
export interface FoundParser {
  parser: Linter.Parser;
  file: string;
}

/** ESLint's class from the user's installation; undefined when there is none. It is a peer: what the package manager put beside this package. */
export async function loadEslint(): Promise<typeof ESLint | undefined> {
  try {
    return (await import('eslint')).ESLint;
  } catch {
    return undefined;
  }
}

const parserName = '@typescript-eslint/parser';

const parserFrom = (folder: string): FoundParser | undefined => {
  const require = createRequire(path.join(folder, 'resolve.js'));
  try {
    const file = require.resolve(parserName);
    const parser = require(file) as Linter.Parser & { version?: string };
    // Older parsers do not know this ESLint's scope manager.
    return Number.parseInt(parser.meta?.version ?? parser.version ?? '', 10) >= 8 ? { parser, file } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Makes the function that finds the TypeScript parser for a file: the nearest one that its project installed, else the one beside
 * this package, else none.
 */
export function typescriptParsers(): (file: string) => FoundParser | undefined {
  const byFolder = new Map<string, FoundParser | undefined>();
  return file => {
    const folder = path.dirname(file);
    if (!byFolder.has(folder)) byFolder.set(folder, parserFrom(folder) ?? parserFrom(import.meta.dirname));
    return byFolder.get(folder);
  };
}
