import { statSync } from 'node:fs';
import path from 'node:path';
import { isInside } from './display-name.js';

/** A PATH of the command line. `root` is the folder its files are scanned from: engines run there. All absolute. */
export interface Target {
  path: string;
  root: string;
  isFolder: boolean;
}

/** Why something could not be read, in words. */
export function readFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'it is a link that leads in a circle';
  if (code === 'ENOSPC') return 'the disk is full';
  return message;
}

/** Why something could not be written, in words. */
export function writeFailure(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'no permission to write there' : readFailure(error);
}

/**
 * Looks up the PATHs of the command line.
 *
 * @param paths as the user wrote them
 * @param cwd relative paths count from here; absolute
 * @returns what exists, and a line for each that does not
 */
export function resolveTargets(paths: readonly string[], cwd: string): { targets: Target[]; problems: string[] } {
  const targets: Target[] = [];
  const problems: string[] = [];
  for (const given of paths) {
    const file = path.resolve(cwd, given);
    try {
      const isFolder = statSync(file).isDirectory();
      const root = isFolder ? file : isInside(file, cwd) ? cwd : path.dirname(file);
      targets.push({ path: file, root, isFolder });
    } catch (error) {
      problems.push(`${given}: ${readFailure(error)}`);
    }
  }
  return { targets, problems };
}
