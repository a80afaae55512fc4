import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { exitCode } from '../../lib/scan/exit-code.js';
import { typescriptParsers } from '../../lib/scan/load-eslint.js';
import type { ScanReport } from '../../lib/scan/scan.js';
import { fakeSemgrep, found, pythonPack, runScan, skipped, workspace } from './workspace.js';

const vulnerable = 'exec(event.a);\n';
const vulnerablePython = 'import os\n\n\ndef handler(event, context):\n    os.system("ls " + event["a"])\n';

describe('JavaScript and TypeScript', () => {
  test('sloppy code, a return at the top and decorators are parsed as what they are', async () => {
    const cwd = workspace({
      'with.js': `with (a) {}\n${vulnerable}`,
      'return.js': `if (a) return;\n${vulnerable}`,
      'decorator.js': `@logged class A {}\n${vulnerable}`,
      'script.cjs': `delete a;\n${vulnerable}`,
      'view.jsx': `export const view = <p>{exec(event.a)}</p>;\n`,
    });
    const report = await runScan(cwd, []);
    expect(report.problems).toEqual([]);
    expect(found(report)).toHaveLength(5);
  });

  test('a file that does not parse is a named warning, and the rest is checked', async () => {
    const report = await runScan(workspace({ 'broken.js': 'const = 1;\n', 'a.js': vulnerable }), []);
    expect(report.problems.map(({ file, message }) => `${report.nameOf(file)}: ${message}`)).toEqual([
      'broken.js: Parsing error: Unexpected token = (line 1)',
    ]);
    expect(found(report)).toEqual(['a.js:1 no-command-injection']);
    expect(report.failures).toEqual([]);
  });

  test('when no file can be checked the scan has not done its job', async () => {
    const report = await runScan(workspace({ 'broken.js': 'const = 1;\n' }), []);
    expect(report.failures).toEqual(['None of the files could be checked.']);
    expect(exitCode(report, 'never')).toBe(2);
  });

  test('TypeScript without a parser: the files are named, JavaScript is checked, and the exit code says so', async () => {
    const cwd = workspace({ 'a.js': vulnerable, 'b.ts': vulnerable, 'c.mts': vulnerable });
    const report = await runScan(cwd, [], { parserFor: () => undefined });
    expect(found(report)).toEqual(['a.js:1 no-command-injection']);
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toContain('b.ts, c.mts');
    expect(skipped(report)).toEqual(['b.ts: no TypeScript parser', 'c.mts: no TypeScript parser']);
    expect(exitCode(report, 'never')).toBe(2);
  });

  test('a parser that refuses to load is named with its reason, and what it prints is kept off the terminal', async () => {
    const refusal = "console.error('no TS 7');\nthrow new Error('typescript-eslint does not support TS 7.0.');\n";
    const cwd = workspace({ 'b.ts': vulnerable, 'node_modules/@typescript-eslint/parser/index.js': refusal });
    const print = vi.spyOn(console, 'error');
    const { parserFor, parserFailure } = typescriptParsers();
    // The one beside this package would be taken in its place.
    const own = parserFor(path.join(cwd, 'b.ts'));
    expect(own?.file).not.toContain(cwd);
    const { failures } = await runScan(cwd, [], { parserFor: () => undefined, parserFailure });
    expect(failures).toEqual([
      'TypeScript was not checked, because @typescript-eslint/parser cannot be used (typescript-eslint does not support TS 7.0): b.ts. Install @typescript-eslint/parser@8 and typescript@6, or leave TypeScript out with --no-typescript.',
    ]);
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
  });

  test('--no-typescript leaves TypeScript out, and then no parser is missed', async () => {
    const cwd = workspace({ 'a.js': 'ok();\n', 'b.ts': vulnerable });
    const report = await runScan(cwd, ['--no-typescript'], { parserFor: () => undefined });
    expect(report.failures).toEqual([]);
    expect(skipped(report)).toEqual(['b.ts: --no-typescript']);
    expect(exitCode(report, 'warning')).toBe(0);
  });

  test('without ESLint there is one line', async () => {
    const report = await runScan(workspace({ 'a.js': vulnerable }), [], { loadEslint: () => Promise.resolve(undefined) });
    expect(report.failures).toEqual(['JavaScript was not checked: ESLint was not found. Install it with `npm install --save-dev eslint`.']);
  });

  test("the user's own ESLint configuration is not read", async () => {
    const cwd = workspace({ 'eslint.config.js': 'throw new Error("read");\n', 'a.js': vulnerable });
    expect(found(await runScan(cwd, []))).toEqual(['a.js:1 no-command-injection']);
  });

  test('a rule that fails is an internal error of that file; the other files are checked', async () => {
    vi.stubEnv('LAMBDA_SECURITY_STRICT', '');
    const report = await runScan(workspace({ 'a.js': 'debugger;\n', 'b.js': vulnerable }), []);
    vi.unstubAllEnvs();
    expect(found(report)).toEqual(['b.js:1 no-command-injection']);
    expect(report.internalErrors).toMatchObject([{ rule: 'no-xxe' }]);
    expect(report.internalErrors[0]?.stack).toContain('something it does not know');
  });

  test('a dynamic report is a warning, whatever the severity of its rule', async () => {
    const report = await runScan(workspace({ 'a.js': 'query(a);\n' }), []);
    expect(report.findings).toMatchObject([{ rule: 'no-sql-injection', tier: 'dynamic', severity: 'warning' }]);
    expect(exitCode(report, 'error')).toBe(0);
    expect(exitCode(report, 'warning')).toBe(1);
  });
});

describe('nothing to scan', () => {
  test.each([
    ['an empty folder', {}],
    ['a folder without code', { 'README.md': '#' }],
    ['a folder of which everything is left out', { 'dist/a.js': vulnerable }],
  ])('%s', async (_, files) => {
    const report = await runScan(workspace(files), []);
    expect(report.failures).toEqual([
      'No file to check in ".": JavaScript, TypeScript and Python, and what is deployed with them, are looked for.',
    ]);
    expect(exitCode(report, 'never')).toBe(2);
  });

  test('a PATH that does not exist is named, and the other one is checked', async () => {
    const report = await runScan(workspace({ 'a.js': vulnerable }), ['a.js', 'gone']);
    expect(report.failures).toEqual(['gone: there is no such file or folder']);
    expect(found(report)).toEqual(['a.js:1 no-command-injection']);
  });

  test('--no-python in a Python project leaves nothing', async () => {
    expect((await runScan(workspace({ 'a.py': '' }), ['--no-python'])).failures).toHaveLength(1);
  });
});

describe('Python', { timeout: 120_000 }, () => {
  /** One run for the three tests below, from outside of the folder: Semgrep takes seconds to start. */
  let odd: Promise<ScanReport> | undefined;
  const oddFiles = (): Promise<ScanReport> => {
    const cwd = workspace({
      'tests/a.py': vulnerablePython,
      'build/b.py': vulnerablePython,
      '-c d.py': vulnerablePython,
      'node_modules/e.py': vulnerablePython,
      'ignored/f.py': vulnerablePython,
      '.gitignore': 'ignored/',
      '.semgrepignore': 'tests/',
      'broken.py': `${vulnerablePython}    y = = 3\n`,
      'wide.py': 'import os\nx = "äöü😀"; os.system(x)\n',
    });
    return (odd ??= runScan(workspace({}), [cwd], { packs: pythonPack() }));
  };
  const isWhole = (line: string): boolean => !/^(?:broken|wide)\.py/.test(line);

  test('Semgrep gets the same files: outside the current directory, in tests and build, with odd names', async () => {
    const report = await oddFiles();
    expect(report.failures).toEqual([]);
    expect(found(report).filter(isWhole)).toEqual(['-c d.py', 'build/b.py', 'tests/a.py'].map(name => `${name}:5 no-command-injection`));
    expect(report.findings[0]).toMatchObject({ severity: 'error', tier: 'tainted', language: 'py', column: 5, endLine: 5, endColumn: 34 });
  });

  test('columns count characters, not bytes', async () => {
    const { findings } = await oddFiles();
    expect(findings.filter(({ file }) => file.endsWith('wide.py'))).toMatchObject([{ line: 2, column: 14, endColumn: 26 }]);
  });

  test('a file that Semgrep cannot parse to the end is a named warning', async () => {
    const report = await oddFiles();
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]?.message).toContain('Syntax error');
    expect(report.problems[0]?.file).toMatch(/broken\.py$/);
    expect(found(report)).toContain('build/b.py:5 no-command-injection');
  });

  test('Semgrep missing: one line, the JavaScript findings, exit code 2', async () => {
    const cwd = workspace({ 'a.js': vulnerable, 'b.py': vulnerablePython });
    const report = await runScan(cwd, [], { env: { SEMGREP_PATH: path.join(cwd, 'gone') } });
    expect(report.failures).toEqual([`Python was not checked: SEMGREP_PATH names ${path.join(cwd, 'gone')}, which does not exist.`]);
    expect(found(report)).toEqual(['a.js:1 no-command-injection']);
    expect(exitCode(report, 'never')).toBe(2);
  });

  test('Semgrep is not asked for without Python files', async () => {
    const report = await runScan(workspace({ 'a.js': 'ok();\n' }), [], { env: { SEMGREP_PATH: '/gone' } });
    expect(report.failures).toEqual([]);
  });

  test.each([
    [
      'dies half way through its report',
      'printf \'{"results": [{"check_\'; echo "out of memory" >&2; kill -9 $$',
      'it was ended by SIGKILL: out of memory',
    ],
    ['prints no report', 'echo "Fatal error: no rules" >&2; exit 2', 'exit code 2: Fatal error: no rules'],
    ['cannot start', 'exit 127', 'exit code 127'],
  ])('Semgrep that %s: one line, the JavaScript findings, exit code 2', async (_, script, reason) => {
    const cwd = workspace({ 'a.js': vulnerable, 'b.py': vulnerablePython });
    const report = await runScan(cwd, [], { env: { ...process.env, SEMGREP_PATH: fakeSemgrep(script) } });
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toContain(reason);
    expect(found(report)).toEqual(['a.js:1 no-command-injection']);
    expect(exitCode(report, 'never')).toBe(2);
  });

  test('Semgrep that fails after it reported something: what it reported is kept', async () => {
    const result = `{"check_id":"x.no-command-injection","path":"b.py","start":{"line":5,"col":15},"end":{"line":5,"col":33},"extra":{"message":"m","severity":"ERROR","metadata":{"slug":"no-command-injection","tier":"tainted"}}}`;
    const error = '{"level":"error","message":"Fatal error at rule x"}';
    const script = `echo '{"results":[${result}],"errors":[${error}],"paths":{"scanned":["b.py"]}}'; exit 2`;
    const cwd = workspace({ 'b.py': vulnerablePython });
    const report = await runScan(cwd, [], { env: { ...process.env, SEMGREP_PATH: fakeSemgrep(script) } });
    expect(found(report)).toEqual(['b.py:5 no-command-injection']);
    expect(report.failures).toEqual(['Python was not checked to the end: Fatal error at rule x']);
  });

  test('a file that Semgrep passes over in silence is named', async () => {
    const script = `echo '{"results":[],"errors":[],"paths":{"scanned":["a.py"]}}'`;
    const cwd = workspace({ 'a.py': '', 'b.py': '' });
    const report = await runScan(cwd, [], { env: { ...process.env, SEMGREP_PATH: fakeSemgrep(script) } });
    expect(report.problems).toEqual([{ file: path.join(cwd, 'b.py'), message: 'Semgrep did not read it' }]);
  });
});
