import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScan, skipped, workspace } from './workspace.js';

const bin = path.resolve(import.meta.dirname, '../../lib/setup/bin.mjs');
const clean = { 'a.js': 'export const a = 1;\n' };

/** Runs the built command with no other program than Node on the PATH. */
const bare = (cwd: string, ...args: string[]) => {
  const env = { PATH: workspace({}), HOME: cwd, SEMGREP_PATH: path.join(cwd, 'no-semgrep') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
};

describe('bad input is one clear line, the right exit code, and no half-written file', () => {
  test('no files', () => {
    const cwd = workspace({});
    const { code, stderr } = bare(cwd, 'scan', '--format', 'json', '--output', 'report.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: No file to check in "\.": .*\n$/);
  });

  test('a path that does not exist', () => {
    expect(bare(workspace(clean), 'scan', 'gone.js')).toMatchObject({
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
    const cwd = workspace(clean);
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
    const cwd = workspace({ ...clean, 'report/x.txt': '' });
    const { code, stderr } = bare(cwd, 'scan', '--output', 'report');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: report was not written: .*\n$/);
    expect(readdirSync(cwd).sort()).toEqual(['a.js', 'report']);
  });
});
