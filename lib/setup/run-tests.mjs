import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * What `semgrep --test --json` counts: one per rule, and one failure per rule file without a test or with an error.
 *
 * @param {any} report the parsed report; undefined when Semgrep wrote none
 * @returns {{passed: number, failed: number, problems: string[]}}
 */
export function countSemgrep(report) {
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
  ];
  const failed = failing.length + report.config_missing_tests.length + report.config_with_errors.length;
  return { passed: checks.length - failing.length, failed, problems };
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

/** A copy of the pack in JSON, which Semgrep takes for YAML and reads in a fraction of the time. */
const packAsJson = async (root, folder) => {
  const { parse: parseYaml } = await import('yaml');
  cpSync(join(root, 'semgrep-rules'), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.yaml') || entry.name.endsWith('.test.yaml')) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, JSON.stringify(parseYaml(readFileSync(file, 'utf8'))));
  }
};

const semgrepTest = async root => {
  const program = join(root, '.venv', process.platform === 'win32' ? 'Scripts/semgrep.exe' : 'bin/semgrep');
  const folder = mkdtempSync(join(root, '.cache', 'semgrep-test-'));
  try {
    await packAsJson(root, join(folder, 'semgrep-rules'));
    const args = ['scan', '--test', '--json', '--metrics', 'off', '--disable-version-check', 'semgrep-rules'];
    let counted;
    for (let left = 3; left > 0; left--) {
      const { stdout, output } = await run(program, args, { cwd: folder });
      const report = parse(stdout);
      counted = countSemgrep(report);
      if (report === undefined) console.log(output);
      for (const problem of counted.problems) console.log(problem);
      if (!counted.problems.some(problem => problem.includes('"type":"Timeout"'))) break;
      // It gives up on a rule after seconds, and takes no other limit here.
      if (left > 1) console.log('Semgrep had too little time for a rule: once more.');
    }
    console.log(`semgrep --test: ${counted.passed} passed, ${counted.failed} failed`);
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  // Not at the same time: with `--test` Semgrep gives up on a rule after seconds, which on a busy machine would be a failure.
  if (args.length === 0) counts.push(await semgrepTest(root));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
