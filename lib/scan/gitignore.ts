import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './display-name.js';

/** One `.gitignore`: its folder, and its patterns. */
interface IgnoreFile {
  folder: string;
  patterns: Ignore;
}

/** The `.gitignore`s that hold for one folder, the outermost first. */
export type IgnoreStack = readonly IgnoreFile[];

const read = (folder: string): IgnoreFile[] => {
  const file = path.join(folder, '.gitignore');
  try {
    return [{ folder, patterns: ignore().add(readFileSync(file, 'utf8')) }];
  } catch {
    return [];
  }
};

/** The stack for a folder inside one that has a stack. */
export const enterFolder = (stack: IgnoreStack, folder: string): IgnoreStack => [...stack, ...read(folder)];

/**
 * Whether git would ignore a path. The innermost `.gitignore` that has an opinion decides, as in git.
 *
 * @param file absolute
 * @param isFolder patterns that end in `/` hold for folders only
 */
export function isIgnored(stack: IgnoreStack, file: string, isFolder: boolean): boolean {
  for (const { folder, patterns } of stack.toReversed()) {
    if (file === folder || !isInside(file, folder)) continue;
    const relative = path.relative(folder, file).split(path.sep).join('/');
    const { ignored, unignored } = patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The `.gitignore`s above a folder, up to the top of its git repository. None when there is no repository, and none when they
 * ignore the folder itself: who names an ignored folder wants it scanned.
 */
export function outerIgnores(root: string): IgnoreStack {
  const above: string[] = [];
  let folder = root;
  while (!existsSync(path.join(folder, '.git'))) {
    const parent = path.dirname(folder);
    if (parent === folder) return [];
    folder = parent;
    above.unshift(folder);
  }
  const stack = above.flatMap(read);
  const hidden = [...above.slice(1), root].some(entry => isIgnored(stack, entry, true));
  return hidden ? [] : stack;
}
