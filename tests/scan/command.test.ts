import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeSemgrep, workspace } from './workspace.js';

const bin = path.resolve(import.meta.dirname, '../../lib/setup/bin.mjs');

/** Runs the built command as a user would. */
const run = (
  cwd: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, env });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', chunk => (output.stdout += String(chunk)));
    child.stderr.on('data', chunk => (output.stderr += String(chunk)));
    child.on('close', code => resolve({ code, ...output }));
  });

/** Nothing to report, and no code, for which ESLint would be loaded. */
const clean = { 'package.json': '{}\n' };
const report = (severity: string): string =>
  `echo '{"results":[{"check_id":"no-command-injection","path":"b.py","start":{"line":1,"col":1},"end":{"line":1,"col":2},"extra":{"message":"m","severity":"${severity}","metadata":{"slug":"no-${severity === 'ERROR' ? 'command-injection' : 'event-logging'}","tier":"tainted"}}}],"errors":[],"paths":{"scanned":["b.py"]}}'`;

describe('the command', { timeout: 60_000 }, () => {
  test.each([
    ['ERROR', 'error', 1],
    ['ERROR', 'warning', 1],
    ['ERROR', 'never', 0],
    ['WARNING', 'error', 0],
    ['WARNING', 'warning', 1],
  ])('a finding of severity %s with --fail-on %s: exit code %i', async (severity, bar, code) => {
    const cwd = workspace({ ...clean, 'b.py': 'x\n' });
    const env = { ...process.env, SEMGREP_PATH: fakeSemgrep(report(severity)) };
    expect((await run(cwd, ['scan', '--fail-on', bar], env)).code).toBe(code);
  });

  test('nothing found: exit code 0, and not a word on stderr in a pipe', async () => {
    expect(await run(workspace(clean), ['scan'])).toEqual({ code: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
  });

  test("an ignore file of older ESLint versions is not read, and ESLint's warning about it is not shown", async () => {
    expect(await run(workspace({ 'a.js': 'export const a = 1;\n', '.eslintignore': '*.js' }), ['scan'])).toEqual({
      code: 0,
      stdout: 'No findings in 1 file.\n',
      stderr: '',
    });
  });

  test('nothing asks for the network', async () => {
    const noNetwork = "import net from 'node:net'; net.Socket.prototype.connect = () => process.exit(99);";
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(noNetwork)}`,
      SEMGREP_PATH: fakeSemgrep(report('ERROR')),
    };
    const code = "import { exec } from 'node:child_process';\nexport const handler = async event => exec(event.a);\n";
    const cwd = workspace({ 'package.json': '{ "dependencies": { "loadsh": "1.0.0" } }\n', 'a.js': code, 'b.py': 'import os\n' });
    const { code: exitCode, stdout } = await run(cwd, ['scan', '--format', 'json'], env);
    expect(exitCode).toBe(1);
    const rules = (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule);
    expect(rules.toSorted()).toEqual(['no-command-injection', 'no-command-injection', 'no-typosquat-dependency']);
  });

  test('NO_COLOR is stronger than a wish for colours', async () => {
    const cwd = workspace({ 'a.js': "import { exec } from 'node:child_process';\nexport const handler = async event => exec(event.a);\n" });
    const env = { ...process.env, FORCE_COLOR: '1' };
    const escape = String.fromCharCode(27);
    expect((await run(cwd, ['scan'], env)).stdout).toContain(`${escape}[31merror`);
    expect((await run(cwd, ['scan'], { ...env, NO_COLOR: '1' })).stdout).not.toContain(escape);
  });

  test('json on stdout is json alone', async () => {
    expect(await run(workspace(clean), ['scan', '--format', 'json'])).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  test('the results come out although the exit code is 2', async () => {
    const cwd = workspace({ ...clean, 'b.py': 'x\n' });
    const { code, stdout, stderr } = await run(cwd, ['scan', '--format', 'json', '--fail-on', 'never'], {
      ...process.env,
      SEMGREP_PATH: '/gone',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '[]\n' });
    expect(stderr).toBe('error: Python was not checked: SEMGREP_PATH names /gone, which does not exist.\n');
  });

  test('a mistake on the command line is one line and exit code 2', async () => {
    expect(await run(workspace(clean), ['scan', '--format', 'xml'])).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: --format must be one of pretty, json, sarif, .*\.\n$/) as string,
    });
  });

  test('explain finds the pages of the package; a rule that does not exist is one line and exit code 2', async () => {
    const cwd = workspace({});
    expect(await run(cwd, ['explain', 'no-xxe'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✗ JavaScript, reported') as string,
    });
    expect(await run(cwd, ['explain', 'no-xse'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: There is no rule no-xse. Did you mean no-xxe? `lambda-security rules` lists them.\n',
    });
  });

  test('a broken config file is one line and exit code 2', async () => {
    const cwd = workspace({ ...clean, 'lambda-security.config.json': '{' });
    const { code, stderr } = await run(cwd, ['scan']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: .*lambda-security\.config\.json: .*\n$/);
  });

  test('--output writes the whole report and leaves no draft behind', async () => {
    const cwd = workspace({ ...clean, 'report.json': 'old' });
    const { code, stdout } = await run(cwd, ['scan', '--format', 'json', '--output', 'report.json']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings in 1 file.\n' });
    expect(readFileSync(path.join(cwd, 'report.json'), 'utf8')).toBe('[]\n');
    expect(readdirSync(cwd).sort()).toEqual(['package.json', 'report.json']);
  });

  test('--output into a folder that does not exist: one line and exit code 2', async () => {
    const cwd = workspace(clean);
    const { code, stderr } = await run(cwd, ['scan', '--output', 'gone/report.txt']);
    expect(code).toBe(2);
    expect(stderr).toBe('error: gone/report.txt was not written: there is no such file or folder\n');
  });

  test.skipIf(!existsSync('/dev/full'))('--output on a full disk: one line, exit code 2', async () => {
    const { code, stderr } = await run(workspace(clean), ['scan', '--output', '/dev/full']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: \/dev\/full was not written: the disk is full\n$/);
  });

  test('a reader that stops reading is no error', async () => {
    const cwd = workspace(clean);
    for (let index = 0; index < 3_000; index += 1) writeFileSync(path.join(cwd, `${'long-name-'.repeat(8)}${index}.min.js`), '');
    const child = spawn(process.execPath, [bin, 'scan', '--verbose'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', chunk => (stderr += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise(resolve => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends the engines, writes nothing and says so', async (signal, expected) => {
    const cwd = workspace({ 'b.py': 'x\n' });
    const [started, ended] = [path.join(cwd, 'started'), path.join(cwd, 'ended')];
    const script = `trap 'echo > ${ended}; exit' TERM; echo > ${started}; while :; do sleep 0.1; done`;
    const env = { ...process.env, SEMGREP_PATH: fakeSemgrep(script) };
    const child = spawn(process.execPath, [bin, 'scan', '--output', 'report.txt'], { cwd, env });
    let stderr = '';
    child.stderr.on('data', chunk => (stderr += String(chunk)));
    await expect.poll(() => existsSync(started), { timeout: 30_000 }).toBe(true);
    child.kill(signal);
    const code = await new Promise(resolve => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: expected, stderr: 'Interrupted: nothing was reported.\n' });
    await expect.poll(() => existsSync(ended), { timeout: 30_000 }).toBe(true);
    expect(existsSync(path.join(cwd, 'report.txt'))).toBe(false);
  });
});
