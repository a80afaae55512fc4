import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isInside } from './display-name.js';
import { compareText } from './finding.js';
import { isWanted } from './file-readers.js';
import { enterFolder, type IgnoreStack, isIgnored, outerIgnores } from './gitignore.js';
import { contentSkipReason, folderSkipReason, nameSkipReason, sizeLimit, type SkipReason } from './skip-list.js';
import { readFailure, type Target } from './targets.js';

/** What a file is written in, as far as the engines differ; `other` is for the file readers alone. */
export type FileKind = 'js' | 'ts' | 'py' | 'other';

/** A file to check. `root` is the scanned folder it was found under; both are absolute. */
export interface SourceFile {
  path: string;
  root: string;
  kind: FileKind;
}

/** A file or folder that was left out; `path` is absolute. */
export interface Skipped {
  path: string;
  reason: SkipReason;
}

/** A file or folder that should have been checked and could not be; `file` is absolute. */
export interface FileProblem {
  file: string;
  message: string;
}

export interface FoundFiles {
  files: SourceFile[];
  skipped: Skipped[];
  problems: FileProblem[];
}

/** Whether the user excludes a path. */
export type Excludes = (file: string, root: string, isFolder: boolean) => boolean;

const kinds: Record<string, FileKind> = {
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.jsx': 'js',
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'ts',
  '.py': 'py',
};

const kindOf = (file: string): FileKind | undefined => kinds[path.extname(file).toLowerCase()] ?? (isWanted(file) ? 'other' : undefined);

/** What a path leads to; undefined when a link leads nowhere or in a circle. */
const statusOf = (file: string): Stats | undefined => {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
};

/** Packages that `pip install --target` put beside the sources: each `*.dist-info` lists what it installed. */
function installedBeside(folder: string, entries: readonly Dirent[]): Set<string> {
  const installed = entries
    .filter(entry => entry.isDirectory() && entry.name.endsWith('.dist-info'))
    .flatMap(entry => {
      try {
        return readFileSync(path.join(folder, entry.name, 'RECORD'), 'utf8').split('\n');
      } catch {
        return [];
      }
    });
  return new Set(installed.map(line => line.split(/[/,]/, 1)[0] ?? ''));
}

/** One walk over the targets; each file is taken once, whatever ways lead to it. */
class FileSearch {
  readonly found: FoundFiles = { files: [], skipped: [], problems: [] };
  readonly #seen = new Set<string>();
  readonly #excludes: Excludes;

  constructor(excludes: Excludes) {
    this.#excludes = excludes;
  }

  /** What the user names is taken, whatever .gitignore and the skip list say. */
  add(target: Target): void {
    if (target.isFolder) this.#walk(target.path, target.root, outerIgnores(target.path));
    else this.#addNamedFile(target);
  }

  #addNamedFile({ path: file, root }: Target): void {
    const kind = kindOf(file);
    if (kind === undefined) this.found.problems.push({ file, message: 'not a kind of file that is checked' });
    else if (this.#excludes(file, root, false)) this.#skip(file, 'excluded');
    else this.#take(file, root, kind);
  }

  #walk(folder: string, root: string, outer: IgnoreStack): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.found.problems.push({ file: folder, message: readFailure(error) });
      return;
    }
    const stack = enterFolder(outer, folder);
    const installed = installedBeside(folder, entries);
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) this.#visitFolder(file, root, stack, installed.has(entry.name));
      else if (entry.isSymbolicLink() && !this.#isForeignFile(file, root)) this.#skip(file, 'link');
      else if (kindOf(file) !== undefined) this.#visitFile(file, root, stack, installed.has(entry.name));
    }
  }

  /** A link to a folder could lead in a circle, and a link to a file of the project shows it twice: only files elsewhere are new. */
  #isForeignFile(link: string, root: string): boolean {
    return statusOf(link)?.isFile() === true && !isInside(realpathSync(link), realpathSync(root));
  }

  #visitFolder(folder: string, root: string, stack: IgnoreStack, installed: boolean): void {
    const has = (name: string): boolean => statusOf(path.join(folder, name)) !== undefined;
    const reason = installed ? 'installed packages' : folderSkipReason(path.basename(folder), has);
    if (reason !== undefined) this.#skip(folder, reason);
    else if (isIgnored(stack, folder, true)) this.#skip(folder, 'ignored by .gitignore');
    else if (this.#excludes(folder, root, true)) this.#skip(folder, 'excluded');
    else this.#walk(folder, root, stack);
  }

  #visitFile(file: string, root: string, stack: IgnoreStack, installed: boolean): void {
    const kind = kindOf(file) as FileKind;
    const status = statusOf(file);
    if (status?.isFile() !== true) return;
    const reason =
      (installed ? 'installed packages' : undefined) ??
      nameSkipReason(path.basename(file)) ??
      (isIgnored(stack, file, false) ? 'ignored by .gitignore' : undefined) ??
      (this.#excludes(file, root, false) ? 'excluded' : undefined) ??
      (status.size > sizeLimit ? 'too large' : undefined);
    if (reason !== undefined) this.#skip(file, reason);
    else this.#takeReadable(file, root, kind);
  }

  #takeReadable(file: string, root: string, kind: FileKind): void {
    try {
      const text = readFileSync(file, 'utf8');
      const hasTypeScript = /\.[cm]?js$/i.test(file) && statusOf(file.replace(/js$/i, 'ts')) !== undefined;
      const reason = text.includes('\0') ? 'binary' : kind === 'js' ? contentSkipReason(text, hasTypeScript) : undefined;
      if (reason !== undefined) this.#skip(file, reason);
      else this.#take(file, root, kind);
    } catch (error) {
      this.found.problems.push({ file, message: readFailure(error) });
    }
  }

  #take(file: string, root: string, kind: FileKind): void {
    const real = realpathSync(file);
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    this.found.files.push({ path: file, root, kind });
  }

  #skip(file: string, reason: SkipReason): void {
    this.found.skipped.push({ path: file, reason });
  }
}

/** Finds the files of a scan: one list, which every engine gets. */
export function findFiles(targets: readonly Target[], excludes: Excludes): FoundFiles {
  const search = new FileSearch(excludes);
  for (const target of targets) search.add(target);
  return search.found;
}
