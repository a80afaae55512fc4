import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, run } from './process.mjs';

/**
 * What vitest's JSON report counts. A file that could not be loaded has no tests to count and is one failure; so is a run
 * that failed with no test to blame.
 *
 * @param {any} report the parsed report; undefined when vitest wrote none
 * @param {number} code vitest's exit code
 * @returns {{passed: number, failed: number}}
 */
export function countVitest(report, code) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/**
 * What `semgrep --test --json` counts: one per rule, and one failure per rule file without a test or with an error, and per test file
 * that could not be read to its end. A run that failed with nothing to blame is one failure.
 *
 * @param {any} report the parsed report; undefined when Semgrep wrote none
 * @param {number} code its exit code
 * @param {string[]} unread what a scan says about test files that do not parse, which `--test` passes over
 * @returns {{passed: number, failed: number, problems: string[]}}
 */
export function countSemgrep(report, code, unread) {
  if (report === undefined) return { passed: 0, failed: 1, problems: ['semgrep --test wrote no report'] };
  const checks = Object.entries(report.results).flatMap(([file, { checks }]) =>
    Object.entries(checks).map(([rule, check]) => ({ file, rule, check })),
  );
  const lines = matches =>
    Object.entries(matches).map(([file, { expected_lines: expected, reported_lines: reported }]) => {
      const missed = expected.filter(line => !reported.includes(line));
      const wrong = reported.filter(line => !expected.includes(line));
      return `${file}: missed lines [${missed.join(', ')}], wrong lines [${wrong.join(', ')}]`;
    });
  const failing = checks.filter(({ check }) => !check.passed);
  const problems = [
    ...failing.flatMap(({ rule, check }) => [`${rule}:`, ...lines(check.matches), ...check.errors.map(error => JSON.stringify(error))]),
    ...report.config_missing_tests.map(file => `${file}: no test beside it`),
    ...report.config_with_errors.map(error => `${JSON.stringify(error)}: not a valid rule file`),
    ...unread,
  ];
  const failed = failing.length + report.config_missing_tests.length + report.config_with_errors.length + unread.length;
  return { passed: checks.length - failing.length, failed: failed === 0 && code !== 0 ? 1 : failed, problems };
}

const parse = text => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const vitest = async (root, args) => {
  const folder = mkdtempSync(join(root, '.cache', 'vitest-'));
  const report = join(folder, 'report.json');
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await handOver(
    process.execPath,
    [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: root },
  );
  let text = '';
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    // Nothing to count: vitest has said why.
  }
  rmSync(folder, { recursive: true, force: true });
  return countVitest(parse(text), code);
};

/** Asked for in a scan of the tests to have each of them parsed. */
const anyCall = { id: 'any-call', languages: ['python'], severity: 'INFO', message: 'A call.', pattern: '$FUNCTION(...)' };

const semgrepTest = async root => {
  const program = join(root, '.venv', process.platform === 'win32' ? 'Scripts/semgrep.exe' : 'bin/semgrep');
  const options = ['scan', '--experimental', '--json', '--metrics', 'off', '--disable-version-check'];
  // The runner in OCaml starts once for all rules and gives up on none; the one in Python, which is the default, takes six times as long.
  const scan = (...args) => run(program, [...options, ...args, 'semgrep-rules'], { cwd: root });
  const folder = mkdtempSync(join(root, '.cache', 'semgrep-test-'));
  const probe = join(folder, 'any-call.json');
  writeFileSync(probe, JSON.stringify({ rules: [anyCall] }));
  const parsed = parse((await scan('--quiet', '--config', probe)).stdout);
  rmSync(folder, { recursive: true, force: true });
  const unread = parsed === undefined ? ['The tests could not be scanned.'] : parsed.errors.map(({ message }) => message);
  const { code, stdout, output } = await scan('--test');
  const report = parse(stdout);
  if (report === undefined) console.log(output);
  const counted = countSemgrep(report, code, unread);
  for (const problem of counted.problems) console.log(problem);
  console.log(`semgrep --test: ${counted.passed} passed, ${counted.failed} failed`);
  return counted;
};

/**
 * Runs vitest and `semgrep --test`, and prints `N passed, N failed` over both as the last line. With arguments, runs vitest alone with them.
 *
 * @param {string} root the checkout
 * @param {string[]} args for vitest
 * @returns {Promise<number>} 0 when nothing failed, else 1
 */
export async function runTests(root, args) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const counts = [await vitest(root, args.length === 0 ? ['--project', '!browser'] : args)];
  if (args.length === 0) counts.push(await semgrepTest(root));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
