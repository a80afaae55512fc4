import path from 'node:path';
import ignore from 'ignore';
import { isInside } from './display-name.js';
import type { Excludes } from './find-files.js';

/** Patterns in .gitignore's grammar, and the folder they count from; without one, from the scanned folder. */
export interface ExcludeSet {
  patterns: readonly string[];
  folder?: string;
}

/**
 * Makes the test for what the user excludes.
 *
 * @param setsFor the sets that hold for a scanned folder
 */
export function excludesOf(setsFor: (root: string) => readonly ExcludeSet[]): Excludes {
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const compile = (root: string) => setsFor(root).map(set => ({ folder: set.folder ?? root, patterns: ignore().add([...set.patterns]) }));
  return (file, root, isFolder) => {
    let sets = compiled.get(root);
    if (sets === undefined) compiled.set(root, (sets = compile(root)));
    return sets.some(({ folder, patterns }) => {
      if (file === folder || !isInside(file, folder)) return false;
      const relative = path.relative(folder, file).split(path.sep).join('/');
      return patterns.ignores(isFolder ? `${relative}/` : relative);
    });
  };
}
