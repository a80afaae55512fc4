import { loadSections } from './sections.js';

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

/** Loads the names of an ecosystem. */
export const loadNames = (ecosystem: Ecosystem): PopularNames => loadSections(namesFile(ecosystem), ['targets', 'known', 'words']);
