import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A registry of packages. */
export type Ecosystem = 'npm' | 'pypi';

/** What `npm run sync` keeps of the published lists of popular packages. */
export interface PopularNames {
  /** The names that are worth imitating, the most popular first. */
  readonly targets: readonly string[];
  /** Further popular names that look like one of those. */
  readonly known: readonly string[];
  /** Words that more than one popular name is made of, and no target. */
  readonly words: readonly string[];
}

/** The file of an ecosystem's names, below the package's folder. */
export const namesFile = (ecosystem: Ecosystem): string => `lib/dependencies/popular-${ecosystem}.txt`;

const sections = ['targets', 'known', 'words'] as const;

/** Writes names: a comment, then the sections, a name a line. */
export const formatNames = (comment: string, names: PopularNames): string =>
  [`# ${comment}`, ...sections.flatMap(section => [`[${section}]`, ...names[section]]), ''].join('\n');

/** Reads what `formatNames` wrote. */
function parseNames(text: string): PopularNames {
  const names = { targets: [] as string[], known: [] as string[], words: [] as string[] };
  let section: string[] = [];
  for (const line of text.split('\n')) {
    const title = sections.find(entry => line === `[${entry}]`);
    if (title !== undefined) section = names[title];
    else if (line !== '' && !line.startsWith('#')) section.push(line);
  }
  return names;
}

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-lambda-security/package.json'));

/** Loads the names of an ecosystem. */
export const loadNames = (ecosystem: Ecosystem): PopularNames =>
  parseNames(readFileSync(path.join(packageRoot, namesFile(ecosystem)), 'utf8'));
