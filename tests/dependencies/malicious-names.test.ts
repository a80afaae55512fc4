import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadMalicious, maliciousFile } from '../../lib/dependencies/malicious-names.js';
import { ownNpmNames } from '../../lib/dependencies/npm-names.js';
import { type Ecosystem, loadNames, type PopularNames } from '../../lib/dependencies/popular-names.js';
import { popularTwin } from '../../lib/dependencies/popular-twin.js';
import { fetchIndex, reduceMalicious } from '../../lib/sync/malicious-names.js';
import { workspace } from '../scan/workspace.js';

const ecosystems: Ecosystem[] = ['npm', 'pypi'];

describe.each(ecosystems)('the names on record in %s', ecosystem => {
  const malicious = loadMalicious(ecosystem);
  const { targets, known } = loadNames(ecosystem);

  test('are near a popular one, and none is popular or well used itself', () => {
    const honest = new Set([...targets, ...known, ...(ecosystem === 'npm' ? ownNpmNames : [])]);
    expect([...malicious.keys()].filter(name => honest.has(name))).toEqual([]);
    expect([...malicious.values()].filter(twin => !targets.includes(twin))).toEqual(ecosystem === 'npm' ? [] : ['tensorflow-gpu']);
  });

  test('are reported as such, all of them', () => {
    const found = [...malicious].filter(([name, twin]) => {
      const answer = popularTwin(name, ecosystem);
      return answer?.isOnRecord !== true || answer.name !== twin;
    });
    expect(found).toEqual([]);
  });
});

test('the file is small, and says where its names are from, by which licence and as of when', () => {
  const text = readFileSync(maliciousFile, 'utf8');
  expect(text.length).toBeLessThan(20_000);
  expect(text).toMatch(/^# GuardDog v[\d.]+, .*DataDog.* \(Apache-2\.0\); .*; as of \d{4}-\d{2}-\d{2}, .* on \d{4}-\d{2}-\d{2}\.\n/);
});

describe('what a record decides', () => {
  test.each<[string, Ecosystem, string | null]>([
    // Names that no heuristic tells from honest ones.
    ['fdir1', 'npm', 'fdir'],
    ['debug11', 'npm', 'debug'],
    ['wb3', 'npm', 'web3'],
    ['yupjs', 'npm', 'yup'],
    ['cschalk', 'npm', 'chalk'],
    ['ongose', 'npm', 'mongoose'],
    ['crpto', 'pypi', 'crypto'],
    ['httpxc', 'pypi', 'httpx'],
    // Written as a registry does not: it is the same package.
    ['FDIR1', 'npm', 'fdir'],
    ['Ritch', 'pypi', 'rich'],
    // As near, and not on record: names of their own.
    ['fdir6', 'npm', null],
    ['debug12', 'npm', null],
    ['wb4', 'npm', null],
    ['mychalk', 'npm', null],
    ['crpt', 'pypi', null],
    ['httpxs', 'pypi', null],
    ['fich', 'pypi', null],
    // On record in the other registry.
    ['fdir1', 'pypi', null],
    ['httpxc', 'npm', null],
  ])('%s of %s is on record beside %s', (name, ecosystem, twin) => {
    const found = popularTwin(name, ecosystem);
    expect(found?.isOnRecord === true ? found.name : null).toBe(twin);
  });
});

describe('reducing the names on record', () => {
  const npm = loadNames('npm');

  test.each([
    ['loadsh', 'lodash', 'a name that would be reported without'],
    ['wrb3', 'web3', 'one edit of a short name'],
    ['Yarsg', 'yargs', 'in capitals, which the registry does not keep'],
    ['boby_parser', 'body-parser', 'a letter, and another separator'],
    ['jsonweqjoken', 'jsonwebtoken', 'two letters of a long name'],
    ['puppetewebr', 'puppeteer', 'two letters more in a long name'],
    ['coldbox', 'confbox', 'two letters of a short one that begins alike'],
    ['zodjs', 'zod', 'a js that hangs on a short name'],
    ['tailwindcss-forms', '@tailwindcss/forms', 'a scope forgotten'],
  ])('keeps %s beside %s: %s', (name, twin) => expect(reduceMalicious('npm', [name], npm)).toEqual([`${name.toLowerCase()} ${twin}`]));

  test.each<[string, string, PopularNames?]>([
    ['preact', 'popular itself'],
    ['loadash', 'no popular name, but one that the list knows', { ...npm, known: [...npm.known, 'loadash'] }],
    ['pargs', 'given back to an honest owner'],
    ['company-billing-web', 'near nothing'],
    ['aog3', 'two of three letters are another'],
    ['wc', 'two letters are near to everything'],
    ['berga', 'two plain other letters of a short name'],
    ['auth-types', 'the word that differs is short'],
    ['@example/express', 'below a scope of its own'],
  ])('leaves out %s: %s', (name, _reason, names = npm) => expect(reduceMalicious('npm', [name], names)).toEqual([]));

  test('names each once, in order, as PyPI compares names', () => {
    expect(reduceMalicious('pypi', ['Requ_sts', 'requ-sts', 'aiopbotocore'], loadNames('pypi'))).toEqual([
      'aiopbotocore aiobotocore',
      'requ-sts requests',
    ]);
  });
});

describe('the index', () => {
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, encoding: 'utf8' }).trim();
  const index = { created_at: '2026-04-13T15:52:07Z', fingerprints: { 'npm/malicious_intent/loadsh': 'a' } };

  function repository(): { repository: string; tag: string; commit: string; file: string } {
    const folder = workspace({ 'evals/index.json': JSON.stringify(index) });
    git(folder, 'init', '--quiet');
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'first');
    git(folder, 'tag', 'v1');
    return { repository: pathToFileURL(folder).href, tag: 'v1', commit: git(folder, 'rev-parse', 'HEAD'), file: 'evals/index.json' };
  }

  test('is read from the state that was looked at', () => expect(fetchIndex(repository())).toEqual(index));

  test('is not read from another, whatever the tag says by now', () => {
    const source = repository();
    expect(() => fetchIndex({ ...source, commit: '0'.repeat(40) })).toThrow(`v1 is ${source.commit} by now`);
  });
});
