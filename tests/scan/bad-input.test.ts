import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeSemgrep, runScan, skipped, workspace } from './workspace.js';

const bin = path.resolve(import.meta.dirname, '../../lib/setup/bin.mjs');
const clean = { 'a.js': 'export const a = 1;\n' };
/** No code, for which ESLint would be loaded. */
const withoutCode = { 'package.json': '{}\n' };

/** Runs the built command with no other program than Node on the PATH. */
const bare = (cwd: string, ...args: string[]) => {
  const env = { PATH: workspace({}), HOME: cwd, SEMGREP_PATH: path.join(cwd, 'no-semgrep') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
};

/** Permissions mean nothing to root: then somebody else runs the command, if it can be read by others. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const isReadable = spawnSync(process.execPath, [bin, '--version'], { ...somebody, cwd: '/' }).status === 0;

describe('bad input is one clear line, the right exit code, and no half-written file', () => {
  test('no files', () => {
    const cwd = workspace({});
    const { code, stderr } = bare(cwd, 'scan', '--format', 'json', '--output', 'report.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: No file to check in "\.": .*\n$/);
  });

  test('a path that does not exist', () => {
    expect(bare(workspace(withoutCode), 'scan', 'gone.js')).toMatchObject({
      code: 2,
      stderr: 'error: gone.js: there is no such file or folder\n',
    });
  });

  test('a binary under the name of a source file is left out, and counted', async () => {
    const cwd = workspace(clean);
    writeFileSync(path.join(cwd, 'b.js'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]));
    expect(skipped(await runScan(cwd, []))).toEqual(['b.js: binary']);
  });

  test("a broken ESLint configuration of the project's own changes nothing", () => {
    const cwd = workspace({ ...clean, 'eslint.config.mjs': 'throw new Error("broken");\n' });
    expect(bare(cwd, 'scan')).toEqual({ code: 0, stdout: 'No findings in 2 files.\n', stderr: '' });
  });

  test('no git: --since says so', () => {
    const cwd = workspace(withoutCode);
    const { code, stderr } = bare(cwd, 'scan', '--since', 'main');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: .*git.*\n$/i);
  });

  test('no Semgrep where it should be: the JavaScript is checked, and one line says what is missing', () => {
    const { code, stdout, stderr } = bare(workspace({ ...clean, 'b.py': 'x\n' }), 'scan');
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'No findings in 1 file.\n' });
    expect(stderr).toMatch(/^error: Python was not checked: SEMGREP_PATH names .*no-semgrep, which does not exist\.\n$/);
  });

  test('a folder in place of the output file', () => {
    const cwd = workspace({ ...withoutCode, 'report/x.txt': '' });
    const { code, stderr } = bare(cwd, 'scan', '--output', 'report');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: report was not written: .*\n$/);
    expect(readdirSync(cwd).sort()).toEqual(['package.json', 'report']);
  });

  test.skipIf(!isReadable)('a file and a folder without permission are named, and the rest is checked', () => {
    const cwd = workspace({ ...withoutCode, 'requirements.txt': '', 'closed/package.json': '', 'one/package.json': '{}' });
    for (const name of ['requirements.txt', 'closed']) chmodSync(path.join(cwd, name), 0);
    chmodSync(cwd, 0o755);
    const options = { ...somebody, cwd, env: { PATH: '', HOME: cwd }, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'scan'], options);
    chmodSync(path.join(cwd, 'closed'), 0o755);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'No findings in 2 files.\nNot, or only in part, checked: 2 files.\n' });
    expect(stderr).toBe('warning: closed: no permission to read it\nwarning: requirements.txt: no permission to read it\n');
  });

  test.skipIf(!isReadable)('a folder that may not be written to: the report that was there stays', () => {
    const cwd = workspace({ ...withoutCode, 'reports/report.json': 'old' });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'reports'), 0o555);
    const args = [bin, 'scan', 'package.json', '--format', 'json', '--output', 'reports/report.json'];
    const { status, stderr } = spawnSync(process.execPath, args, { ...somebody, cwd, env: { PATH: '', HOME: cwd }, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'error: reports/report.json was not written: no permission to write there\n' });
    expect(readdirSync(path.join(cwd, 'reports'))).toEqual(['report.json']);
  });

  test.each([
    ['no JSON', '{bad', /^error: .*baseline\.json: .*`--update-baseline` makes a baseline\.\n$/],
    ['of another shape', '[]', /^error: .*baseline\.json is not a baseline of this version\. `--update-baseline` makes a new one\.\n$/],
    ['of entries that are none', '{"version":1,"findings":[null]}', /^error: .*baseline\.json is not a baseline of this version\..*\n$/],
  ])('a baseline that is %s; --update-baseline writes over it', (_, text, expected) => {
    const cwd = workspace({ ...withoutCode, 'baseline.json': text });
    const { code, stdout, stderr } = bare(cwd, 'scan', 'package.json', '--baseline', 'baseline.json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(expected);
    expect(bare(cwd, 'scan', 'package.json', '--baseline', 'baseline.json', '--update-baseline').code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(cwd, 'baseline.json'), 'utf8'))).toEqual({ version: 1, findings: [] });
  });

  test('a revision that git does not know', () => {
    const cwd = workspace(withoutCode);
    spawnSync('git', ['init', '--quiet'], { cwd });
    for (const revision of ['no-such', '--output=x', '0123456']) {
      const { status, stderr } = spawnSync(process.execPath, [bin, 'scan', `--since=${revision}`], { cwd, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `error: --since ${revision}: git knows no such revision here. In CI the checkout may have to bring the history along.\n`,
      });
    }
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'package.json']);
  });

  test('links in a circle are left out below a folder, and named when they are asked for', () => {
    const cwd = workspace(clean);
    symlinkSync('.', path.join(cwd, 'self'));
    symlinkSync('c.js', path.join(cwd, 'b.js'));
    symlinkSync('b.js', path.join(cwd, 'c.js'));
    expect(bare(cwd, 'scan')).toEqual({
      code: 0,
      stdout: 'No findings in 1 file.\nSkipped: link (3). (--verbose lists them)\n',
      stderr: '',
    });
    expect(bare(cwd, 'scan', 'b.js')).toMatchObject({ code: 2, stderr: 'error: b.js: it is a link that leads in a circle\n' });
  });

  test('a bundle of 2 MB is left out below a folder, and read when it is asked for', () => {
    const cwd = workspace({ ...clean, 'big.js': `// ${'a line of a bundle\\n// '.repeat(100_000)}` });
    expect(bare(cwd, 'scan').stdout).toContain('Skipped: too large (1).');
    expect(bare(cwd, 'scan', 'big.js')).toMatchObject({ code: 0, stdout: 'No findings in 1 file.\n' });
  });

  test('a mark of UTF-8, lines that end as on Windows, and Latin-1 are read; what shows of them is at the right place', () => {
    const line = "export const handler = async event => require('child_process').exec('ls ' + event.file);";
    const cwd = workspace({ 'mark.js': `\u{feff}${line}\n`, 'windows.js': `// a\r\n${line}\r\n` });
    writeFileSync(path.join(cwd, 'latin.js'), Buffer.from(`// caf\u00e9\n${line}\n`, 'latin1'));
    const { code, stdout } = bare(cwd, 'scan');
    expect(code).toBe(1);
    const frames = [...stdout.matchAll(/^ {2}> \d \| (.*)\n {6}\| ( *)(\^+)$/gm)];
    expect(frames).toHaveLength(3);
    for (const [, shown = '', lead = '', mark = ''] of frames)
      expect(shown.slice(lead.length, lead.length + mark.length)).toBe("'ls ' + event.file");
  });

  test('Python that is not UTF-8 is a named warning, because Semgrep passes over it in silence', async () => {
    const cwd = workspace({});
    writeFileSync(path.join(cwd, 'latin.py'), Buffer.from('# -*- coding: latin-1 -*-\n# caf\u00e9\n', 'latin1'));
    const scanned = '{"results":[],"errors":[],"paths":{"scanned":["latin.py"]}}';
    const report = await runScan(cwd, [], { findSemgrep: () => Promise.resolve({ program: fakeSemgrep(`echo '${scanned}'`) }) });
    expect(report.problems.map(({ message }) => message)).toEqual(['it is not UTF-8, and Semgrep finds nothing in it']);
    expect(report.checked).toBe(0);
  });
});
