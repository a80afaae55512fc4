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

/** Loads a parser without what it prints when it refuses to: the scan says that in one line. */
const loadQuietly = (require: NodeJS.Require, file: string): Linter.Parser & { version?: string } => {
  const { error } = console;
  console.error = () => undefined;
  try {
    return require(file) as Linter.Parser & { version?: string };
  } finally {
    console.error = error;
  }
};

const parserFrom = (folder: string, onFailure: (reason: string) => void): FoundParser | undefined => {
  const require = createRequire(path.join(folder, 'resolve.js'));
  let file: string;
  try {
    file = require.resolve(parserName);
  } catch {
    return undefined;
  }
  try {
    const parser = loadQuietly(require, file);
    const version = parser.meta?.version ?? parser.version ?? '';
    // Older parsers do not know this ESLint's scope manager.
    if (Number.parseInt(version, 10) >= 8) return { parser, file };
    onFailure(`it is version ${version}, older than 8`);
  } catch (error) {
    onFailure((error as Error).message.split('\n', 1)[0] ?? '');
  }
  return undefined;
};

/** How a scan gets its TypeScript parsers. */
export interface TypescriptParsers {
  /** The nearest parser that a file's project installed, else the one beside this package, else none. */
  parserFor: (file: string) => FoundParser | undefined;
  /** Why a parser that is installed could not be used; undefined while there is no such. */
  parserFailure: () => string | undefined;
}

/** Makes the functions that find the TypeScript parser for a file. */
export function typescriptParsers(): TypescriptParsers {
  const byFolder = new Map<string, FoundParser | undefined>();
  let failure: string | undefined;
  const onFailure = (reason: string): void => void (failure ??= reason);
  return {
    parserFor: file => {
      const folder = path.dirname(file);
      if (!byFolder.has(folder)) byFolder.set(folder, parserFrom(folder, onFailure) ?? parserFrom(import.meta.dirname, onFailure));
      return byFolder.get(folder);
    },
    parserFailure: () => failure,
  };
}
