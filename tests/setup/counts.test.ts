import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

interface Counts {
  passed: number;
  failed: number;
  problems?: string[];
}
const { countVitest, countSemgrep } = (await import(String(new URL('../../lib/setup/run-tests.mjs', import.meta.url)))) as {
  countVitest: (report: unknown, code: number) => Counts;
  countSemgrep: (report: unknown, code: number, unread: readonly string[]) => Counts;
};
const { isSupported } = (await import(String(new URL('../../lib/setup/node-version.mjs', import.meta.url)))) as {
  isSupported: (version: string, range: string) => boolean;
};

describe('what vitest counts', () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map(result => ({ status: result })) });

  test('tests, passed and failed', () => {
    const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] };
    expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('a test file that cannot be loaded is a failure', () => {
    expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: [file('failed'), file('passed')] }, 1)).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  test('an error outside of any test is a failure', () => {
    expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: [file('passed')] }, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('no report is a failure', () => {
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('what semgrep --test counts', () => {
  const check = (passed: boolean) => ({
    passed,
    errors: [],
    matches: { '/a.py': { expected_lines: [3], reported_lines: passed ? [3] : [5] } },
  });
  const report = (checks: object, missing: string[] = []) => ({
    results: { 'a.yaml': { checks } },
    config_missing_tests: missing,
    config_with_errors: [],
  });

  test('rules, passed and failed, with the lines', () => {
    expect(countSemgrep(report({ one: check(true), two: check(false) }), 1, [])).toEqual({
      passed: 1,
      failed: 1,
      problems: ['two:', '/a.py: missed lines [3], wrong lines [5]'],
    });
  });

  test('a rule file without a test is a failure', () => {
    expect(countSemgrep(report({ one: check(true) }, ['b.yaml']), 0, [])).toEqual({
      passed: 1,
      failed: 1,
      problems: ['b.yaml: no test beside it'],
    });
  });

  test('no report is a failure', () => {
    expect(countSemgrep(undefined, 7, [])).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a test that Semgrep cannot read to its end is a failure, although the rule passed on the rest', () => {
    expect(countSemgrep(report({ one: check(true) }), 0, ['Syntax error at line a.py:3'])).toEqual({
      passed: 1,
      failed: 1,
      problems: ['Syntax error at line a.py:3'],
    });
  });

  test('an exit code that no rule explains is a failure', () => {
    expect(countSemgrep(report({ one: check(true) }), 2, [])).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('.ci/run', { timeout: 60_000 }, () => {
  /**
   * Runs it with an npm that prints and returns what is given, for `npm test`, `npm run check` and `npm run test:browser`, and with no
   * program that is not named here.
   */
  const runCi = (
    onTest: string,
    onCheck: string,
    onBrowser = 'echo "4 passed, 0 failed"',
    chromium: 'installed' | 'missing' = 'installed',
  ) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lambda-security-ci-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(path.join(folder, 'programs'));
    cpSync(path.join(repository, '.ci'), path.join(folder, '.ci'), { recursive: true });
    const npm = path.join(folder, 'programs/npm');
    const cases = `test*) ${onTest} ;;\n*test:browser) ${onBrowser} ;;\n*) ${onCheck} ;;`;
    writeFileSync(npm, `#!/bin/sh\npwd\ncase "$*" in\n${cases}\nesac\n`);
    writeFileSync(path.join(folder, 'programs/apt-get'), `#!/bin/sh\necho "$*" >> ${folder}/apt.log\nexit 100\n`);
    if (chromium === 'installed') writeFileSync(path.join(folder, 'programs/chromium'), '#!/bin/sh\n');
    for (const name of readdirSync(path.join(folder, 'programs'))) chmodSync(path.join(folder, 'programs', name), 0o755);
    for (const name of ['dirname', 'grep', 'mktemp', 'rm', 'tail', 'tee']) {
      const found = (process.env.PATH ?? '').split(path.delimiter).map(place => path.join(place, name));
      symlinkSync(found.find(file => existsSync(file)) ?? name, path.join(folder, 'programs', name));
    }
    const env = { PATH: path.join(folder, 'programs') };
    const { status, stdout } = spawnSync('/bin/bash', [path.join(folder, '.ci/run')], { cwd: tmpdir(), env, encoding: 'utf8' });
    const lines = stdout.trim().split('\n');
    return { status, last: lines.at(-1), first: lines[0], lines, folder };
  };

  test('sums up the counts of all three, in the checkout, wherever it is started', () => {
    const { folder, ...outcome } = runCi('echo "7 passed, 0 failed"', 'echo "8 passed, 0 failed"');
    expect(outcome).toMatchObject({ status: 0, last: '19 passed, 0 failed' });
    expect(outcome.first?.endsWith(path.basename(folder))).toBe(true);
  });

  test.each([
    ['a failed test', 'echo "7 passed, 2 failed"; exit 1', 'echo "8 passed, 0 failed"', '19 passed, 2 failed'],
    ['a failed check', 'echo "7 passed, 0 failed"', 'echo "6 passed, 2 failed"; exit 1', '17 passed, 2 failed'],
    ['tests that could not start', 'echo "Python was not found."; exit 2', 'echo "8 passed, 0 failed"', '12 passed, 1 failed'],
    [
      'an exit code that the counts do not explain',
      'echo "7 passed, 0 failed"; exit 3',
      'echo "8 passed, 0 failed"',
      '19 passed, 1 failed',
    ],
  ])('%s fails it', (_, onTest, onCheck, last) => {
    expect(runCi(onTest, onCheck)).toMatchObject({ status: 1, last });
  });

  test('a browser that cannot be installed is a failed count, never a silent skip', () => {
    const { folder, ...outcome } = runCi(
      'echo "7 passed, 0 failed"',
      'echo "8 passed, 0 failed"',
      'echo "0 passed, 1 failed"; exit 1',
      'missing',
    );
    expect(outcome).toMatchObject({ status: 1, last: '15 passed, 1 failed' });
    expect(outcome.lines).toContain('Chromium could not be installed.');
    expect(readFileSync(path.join(folder, 'apt.log'), 'utf8')).toBe('update -qq\n');
  });
});

describe('the versions of Node that are supported', () => {
  const range = '^20.19.0 || ^22.13.0 || >=24';

  test.each(['20.19.0', '20.20.2', '22.13.1', '24.0.0', '26.1.0'])('%s is one', version => expect(isSupported(version, range)).toBe(true));

  test.each(['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.9.0'])('%s is none', version =>
    expect(isSupported(version, range)).toBe(false),
  );
});
