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
  const linesOf = (section: string): string[] => {
    const title = `\n[${section}]\n`;
    const from = text.indexOf(title) + title.length;
    const end = text.indexOf('\n[', from);
    return text.slice(from, end === -1 ? -1 : end).split('\n');
  };
  return { targets: linesOf('targets'), known: linesOf('known'), words: linesOf('words') };
}

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-lambda-security/package.json'));

/** Loads the names of an ecosystem. */
export const loadNames = (ecosystem: Ecosystem): PopularNames =>
  parseNames(readFileSync(path.join(packageRoot, namesFile(ecosystem)), 'utf8'));
