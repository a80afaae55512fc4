import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npmTopDependents, npmTopDownloads } from 'npm-high-impact';
import { type Ecosystem, namesFile, type PopularNames } from '../dependencies/popular-names.js';
import { formatSections, type Sections } from '../dependencies/sections.js';
import { lookalikesOf, normalizedPython } from '../dependencies/typosquat.js';
import type { SyncResult } from './tree.js';

/** How many names count as popular enough to be imitated; the rest of a list only tells which names are nobody's slip. */
const targetCount = 5_000;

/**
 * Reduces a list of popular names: a name below the first ones is kept only when it would be reported without.
 *
 * @param names the most popular first
 */
export function reduceNames(ecosystem: Ecosystem, names: readonly string[]): Sections<keyof PopularNames> {
  const targets = names.slice(0, targetCount);
  const wordsOf = (name: string): string[] => [...new Set(name.split(/[-_./@]+/).filter(word => word !== ''))];
  const counts = new Map<string, number>();
  for (const word of names.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ofTargets = new Set(targets.flatMap(wordsOf));
  const words = [...counts].filter(([word, count]) => count > 1 && !ofTargets.has(word)).map(([word]) => word);
  const twinOf = lookalikesOf(ecosystem, { targets, known: [], words });
  const scopes = new Set(targets.filter(name => name.startsWith('@')).map(name => name.split('/', 1)[0]));
  const known = names.slice(targetCount).filter(name => twinOf(name) !== null);
  // One name stands for a scope.
  const foundScopes = names.slice(targetCount).filter(name => {
    const scope = name.startsWith('@') ? name.split('/', 1)[0] : undefined;
    return scope !== undefined && !scopes.has(scope) && scopes.add(scope) !== undefined;
  });
  return { targets, known: [...new Set([...known, ...foundScopes])].sort(), words: words.sort() };
}

/** A name counts by what puts it higher: the packages that depend on it, or its downloads. */
function npmNames(): string[] {
  const rank = new Map<string, number>();
  for (const list of [npmTopDownloads, npmTopDependents]) {
    for (const [index, name] of list.entries()) rank.set(name, Math.min(rank.get(name) ?? Infinity, index));
  }
  return [...rank].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([name]) => name);
}

/** The version of GuardDog whose list is used. */
const guardDogVersion = (root: string): string =>
  /^guarddog==(\S+)/m.exec(readFileSync(path.join(root, 'requirements-names.txt'), 'utf8'))?.[1] ?? '';

/** Downloads GuardDog, without what it depends on, and reads its list of the top packages of PyPI. */
function pythonNames(root: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lambda-security-names-'));
  const python =
    [path.join(root, '.venv', 'bin', 'python'), path.join(root, '.venv', 'Scripts', 'python.exe')].find(existsSync) ?? 'python3';
  const run = (...args: string[]): void =>
    void execFileSync(python, ['-m', ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    run('pip', 'download', '--quiet', '--no-deps', '--require-hashes', '-r', path.join(root, 'requirements-names.txt'), '-d', folder);
    const wheel = readdirSync(folder).find(name => name.endsWith('.whl')) ?? '';
    run('zipfile', '-e', wheel, 'wheel');
    const list = path.join(folder, 'wheel/guarddog/analyzer/metadata/resources/top_pypi_packages.json');
    const { packages } = JSON.parse(readFileSync(list, 'utf8')) as { packages: string[] };
    return [...new Set(packages.map(normalizedPython))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const body = (text: string): string => text.slice(text.indexOf('\n') + 1);

/**
 * Compares the files of popular names with their sources: npm's in full, PyPI's by the version that its file names, because its source is
 * downloaded.
 *
 * @param mayDownload whether to fetch the source of a file that is out of date
 */
export function comparePopularNames(root: string, mayDownload: boolean): SyncResult {
  const result: SyncResult = { outdated: [], problems: [] };
  const textOf = (ecosystem: Ecosystem): string => {
    const file = path.join(root, namesFile(ecosystem));
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const comment = (source: string): string => `${source}; reduced by \`npm run sync\` on ${new Date().toISOString().slice(0, 10)}.`;
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/npm-high-impact/package.json'), 'utf8')) as { version: string };

  const npm = formatSections(
    comment(`npm-high-impact ${version}, the packages of npm with the most downloads or dependents`),
    reduceNames('npm', npmNames()),
  );
  if (body(npm) !== body(textOf('npm'))) result.outdated.push({ file: namesFile('npm'), text: npm });

  const source = `GuardDog ${guardDogVersion(root)}, the packages of PyPI with the most downloads`;
  const present = textOf('pypi');
  if (!present.startsWith(`# ${source};`)) {
    try {
      const text = mayDownload ? formatSections(comment(source), reduceNames('pypi', pythonNames(root))) : '';
      result.outdated.push({ file: namesFile('pypi'), text });
    } catch (error) {
      result.problems.push(`${namesFile('pypi')} could not be made from ${source}: ${(error as Error).message}`);
    }
  }
  return result;
}
