import path from 'node:path';
import { UsageError } from './config-file.js';
import type { Finding } from './finding.js';
import { runProcess } from './process.js';

/** Lines of a file, from 1, the last one included. */
export interface LineRange {
  first: number;
  last: number;
}

/** What changed, by absolute file name. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>;

const everyLine: readonly LineRange[] = [{ first: 1, last: Number.POSITIVE_INFINITY }];

/** A file name of a diff: in quotes, with C escapes, where it holds unusual characters. */
const unquote = (name: string): string => {
  if (!name.startsWith('"')) return name;
  const escapes: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
  const bytes: Buffer[] = [];
  for (const [, octal, letter, plain] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
    bytes.push(
      plain === undefined
        ? Buffer.from([octal === undefined ? (escapes[letter ?? ''] ?? 0) : Number.parseInt(octal, 8)])
        : Buffer.from(plain),
    );
  }
  return Buffer.concat(bytes).toString('utf8');
};

/**
 * Reads `git diff --unified=0`. Where lines were only taken away, the lines around the gap count as changed: a check that is gone shows there.
 *
 * @param top the folder that the names count from; absolute
 */
export function readDiff(diff: string, top: string): Map<string, LineRange[]> {
  const changes = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let inHeader = false;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) inHeader = true;
    const name = inHeader ? /^\+\+\+ (.+?)\t?$/.exec(line)?.[1] : undefined;
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (name !== undefined) {
      ranges = [];
      if (name !== '/dev/null') changes.set(path.join(top, unquote(name).replace(/^b\//, '')), ranges);
    } else if (hunk) {
      inHeader = false;
      const [first, size] = [Number(hunk[1]), Number(hunk[2] ?? 1)];
      ranges.push(size === 0 ? { first, last: first + 1 } : { first, last: first + size - 1 });
    }
  }
  return changes;
}

/**
 * The lines that differ from a revision, uncommitted and untracked ones included, in the repository around a folder. Throws a UsageError.
 *
 * @param folder absolute
 * @param revision anything that git understands
 */
export async function changedLines(folder: string, revision: string, env: NodeJS.ProcessEnv): Promise<ChangedLines> {
  const run = (...args: string[]): ReturnType<typeof runProcess> => runProcess('git', args, { cwd: folder, env });
  const git = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr, error } = await run(...args);
    if (error) throw new UsageError('--since needs git, which was not found.');
    if (code !== 0) throw new UsageError(`--since ${revision}: ${stderr.trim().split('\n')[0] ?? 'git failed'}`);
    return stdout;
  };
  const top = path.resolve(folder, (await git('rev-parse', '--show-cdup')).replace(/\r?\n$/, ''));
  // A name that begins with a dash would be an option of git diff.
  const found = await run('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  if (found.code !== 0)
    throw new UsageError(`--since ${revision}: git knows no such revision here. In CI the checkout may have to bring the history along.`);
  const commit = found.stdout.trim();
  const format = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/'];
  const changes = new Map<string, readonly LineRange[]>(readDiff(await git('-C', top, 'diff', ...format, commit, '--'), top));
  const untracked = await git('-C', top, 'ls-files', '--others', '--exclude-standard', '-z');
  for (const name of untracked.split('\0').filter(entry => entry !== '')) changes.set(path.join(top, name), everyLine);
  return changes;
}

/** Marks the findings none of whose hops lies on a changed line. */
export function markUnchanged(findings: readonly Finding[], changes: ChangedLines): Finding[] {
  const isChanged = ({ file, line, endLine = line }: { file: string; line: number; endLine?: number }): boolean =>
    changes.get(file)?.some(({ first, last }) => line <= last && endLine >= first) === true;
  return findings.map(finding =>
    finding.suppressed || isChanged(finding) || finding.flow.some(isChanged) ? finding : { ...finding, known: 'unchanged' },
  );
}
