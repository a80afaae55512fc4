import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { editsBetween } from '../dependencies/edits.js';
import { maliciousFile } from '../dependencies/malicious-names.js';
import { NearNames } from '../dependencies/near-names.js';
import { ownNpmNames } from '../dependencies/npm-names.js';
import { type Ecosystem, loadNames, namesFile, type PopularNames } from '../dependencies/popular-names.js';
import { wantedPythonNames } from '../dependencies/python-names.js';
import { formatSections } from '../dependencies/sections.js';
import { isSpeltAlike, lengthOfChanged, lookalikesOf, normalizedPython } from '../dependencies/typosquat.js';
import type { SyncResult } from './tree.js';

/** A file of a repository, in the state that was looked at. */
interface Source {
  readonly repository: string;
  readonly tag: string;
  readonly commit: string;
  readonly file: string;
}

/** Where GuardDog keeps an index of https://github.com/DataDog/malicious-software-packages-dataset, which itself is gigabytes. */
const source: Source = {
  repository: 'https://github.com/DataDog/guarddog',
  tag: 'v3.0.2',
  commit: 'd8ed28358e9354c4e016417f2999c21202369861',
  file: 'evals/cluster_index.json',
};

/** The part of the index that is read. */
interface Index {
  readonly created_at: string;
  /** By `npm/malicious_intent/NAME`; packages of honest owners that someone broke into are `compromised_lib`. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** Whether a name is so near another that it was made to be taken for it; further off it is on record for something else. */
function isImitation(name: string, target: string): boolean {
  if (isSpeltAlike(name.replace(/js$/, ''), target)) return true;
  const edits = editsBetween(name, target, 2) ?? [];
  if (edits.length === 0) return false;
  if (edits.filter(({ slip }) => slip !== 'separator').length < 2) return target.length > 2;
  const length = lengthOfChanged(name, target);
  if (length > 6) return true;
  return Math.min(length, lengthOfChanged(target, name)) > 4 && name[0] === target[0] && edits.some(({ slip }) => slip !== 'replace');
}

/**
 * Reduces the names on record to those that are near a popular one.
 *
 * @param malicious names of packages that were published to do harm
 * @returns lines of two names, the malicious one and the one that it is near; names that are popular by now are left out
 */
export function reduceMalicious(ecosystem: Ecosystem, malicious: readonly string[], popular: PopularNames): string[] {
  const twinOf = lookalikesOf(ecosystem, popular);
  const honest = new Set([...popular.targets, ...popular.known, ...(ecosystem === 'npm' ? ownNpmNames : wantedPythonNames)]);
  const near = new NearNames(popular.targets);
  const nearest = (name: string): string | undefined => {
    const targets = near.candidates(name, 2).map(rank => popular.targets[rank]!);
    const imitated = targets.filter(target => isImitation(name, target));
    return imitated.find(target => editsBetween(name, target, 1) !== null) ?? imitated[0];
  };
  const registered = malicious.map(name => (ecosystem === 'npm' ? name.toLowerCase() : normalizedPython(name)));
  return [...new Set(registered)]
    .filter(name => !honest.has(name))
    .sort()
    .flatMap(name => {
      const twin = twinOf(name) ?? nearest(name);
      return twin === undefined ? [] : [`${name} ${twin}`];
    });
}

/** Fetches an index, and nothing else of its repository. */
export function fetchIndex({ repository, tag, commit, file }: Source): Index {
  const folder = mkdtempSync(path.join(tmpdir(), 'lambda-security-names-'));
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    git('clone', '--quiet', '--bare', '--depth', '1', '--filter', 'blob:none', '--branch', tag, repository, 'index');
    const found = git('-C', 'index', 'rev-parse', 'HEAD').trim();
    if (found !== commit) throw new Error(`${tag} is ${found} by now`);
    return JSON.parse(git('-C', 'index', 'show', `HEAD:${file}`)) as Index;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The list and the version that a file of popular names says it is from. */
const listOf = (root: string, ecosystem: Ecosystem): string =>
  /^# ([^,;]*)/.exec(readFileSync(path.join(root, namesFile(ecosystem)), 'utf8'))?.[1] ?? '';

/**
 * Compares the file of malicious names with its source, by what its first line says, because the source is downloaded. The files of popular
 * names must be up to date.
 *
 * @param mayDownload whether to fetch the source when the file is out of date
 */
export function compareMaliciousNames(root: string, mayDownload: boolean): SyncResult {
  const file = path.join(root, maliciousFile);
  const origin = `GuardDog ${source.tag}, its index of DataDog's malicious packages (Apache-2.0)`;
  const beginning = `${origin}; what is near the names of ${listOf(root, 'npm')} and ${listOf(root, 'pypi')}`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(`# ${beginning};`)) return { outdated: [], problems: [] };
  if (!mayDownload) return { outdated: [{ file: maliciousFile, text: '' }], problems: [] };
  try {
    const { created_at: created, fingerprints } = fetchIndex(source);
    const reduced = (ecosystem: Ecosystem): string[] => {
      const prefix = `${ecosystem}/malicious_intent/`;
      const names = Object.keys(fingerprints).filter(key => key.startsWith(prefix));
      return reduceMalicious(
        ecosystem,
        names.map(key => key.slice(prefix.length)),
        loadNames(ecosystem),
      );
    };
    const today = new Date().toISOString().slice(0, 10);
    const comment = `${beginning}; as of ${created.slice(0, 10)}, reduced by \`npm run sync\` on ${today}.`;
    return {
      outdated: [{ file: maliciousFile, text: formatSections(comment, { npm: reduced('npm'), pypi: reduced('pypi') }) }],
      problems: [],
    };
  } catch (error) {
    return { outdated: [], problems: [`${maliciousFile} could not be made from ${source.repository}: ${(error as Error).message}`] };
  }
}
