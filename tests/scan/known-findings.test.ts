import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../lib/scan/arguments.js';
import { readDiff } from '../../lib/scan/changed-lines.js';
import { exitCode } from '../../lib/scan/exit-code.js';
import { settleKnown } from '../../lib/scan/known-findings.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import type { ScanReport } from '../../lib/scan/scan.js';
import { runScan, workspace } from './workspace.js';

/** A scan with its known findings settled, as the command does it. */
const settled = async (cwd: string, ...argv: string[]): Promise<ScanReport> => {
  const report = await runScan(cwd, argv);
  const request = parseArguments(['scan', ...argv]);
  if (request?.command === 'scan') await settleKnown(report, request.scan, redactedSource(), { cwd, env: process.env });
  return report;
};

/** The new findings, as `file:line`. */
const fresh = ({ findings, nameOf }: ScanReport): string[] =>
  findings.filter(({ known }) => known === undefined).map(({ file, line }) => `${nameOf(file)}:${line}`);

const baseline = ['--baseline', 'baseline.json'];
const original = 'export function save(event) {\n  exec(event.a);\n}\n';

describe('--baseline', () => {
  /** A project whose one finding is in its baseline. */
  const project = async () => {
    const cwd = workspace({ 'a.js': original });
    await settled(cwd, ...baseline, '--update-baseline');
    return { cwd, write: (name: string, text: string) => writeFileSync(path.join(cwd, name), text) };
  };

  test('what it holds does not fail the scan, and a new finding does', async () => {
    const { cwd, write } = await project();
    const before = await settled(cwd, ...baseline);
    expect(fresh(before)).toEqual([]);
    expect(exitCode(before, 'warning')).toBe(0);
    write('a.js', `${original}exec(event.b);\n`);
    const after = await settled(cwd, ...baseline);
    expect(fresh(after)).toEqual(['a.js:4']);
    expect(exitCode(after, 'error')).toBe(1);
  });

  test('moved lines and other spacing keep it', async () => {
    const { cwd, write } = await project();
    write('a.js', '// a comment\n\nexport function save(event) {\n    exec( event.a );\n}\n');
    expect(fresh(await settled(cwd, ...baseline))).toEqual([]);
  });

  test('a renamed file keeps it', async () => {
    const { cwd } = await project();
    renameSync(path.join(cwd, 'a.js'), path.join(cwd, 'b.js'));
    expect(fresh(await settled(cwd, ...baseline))).toEqual([]);
  });

  test('a copy in another file is new', async () => {
    const { cwd, write } = await project();
    write('b.js', original);
    expect(fresh(await settled(cwd, ...baseline))).toEqual(['b.js:2']);
  });

  test('the same code twice is one known finding and one new one', async () => {
    const { cwd, write } = await project();
    write('a.js', 'export function save(event) {\n  exec(event.a);\n  exec(event.a);\n}\n');
    expect(fresh(await settled(cwd, ...baseline))).toEqual(['a.js:3']);
  });

  test('the same code in another function is new', async () => {
    const { cwd, write } = await project();
    write('a.js', original.replace('save', 'load'));
    expect(fresh(await settled(cwd, ...baseline))).toEqual(['a.js:2']);
  });

  test('--update-baseline accepts what there is, and forgets what is gone', async () => {
    const { cwd, write } = await project();
    write('a.js', 'exec(event.b);\n');
    expect(fresh(await settled(cwd, ...baseline, '--update-baseline'))).toEqual([]);
    write('a.js', original);
    expect(fresh(await settled(cwd, ...baseline))).toEqual(['a.js:2']);
  });

  test('a scan that is not complete does not update it', async () => {
    const { cwd } = await project();
    const before = readFileSync(path.join(cwd, 'baseline.json'), 'utf8');
    const report = await settled(cwd, 'gone', ...baseline, '--update-baseline');
    expect(report.failures).toContain('The baseline was not updated, because the scan is not complete.');
    expect(readFileSync(path.join(cwd, 'baseline.json'), 'utf8')).toBe(before);
  });

  test('it holds no secrets and no absolute paths', async () => {
    const cwd = workspace({ 'a.js': 'exec({ password: "opensesame" });\n' });
    await settled(cwd, ...baseline, '--update-baseline');
    expect(readFileSync(path.join(cwd, 'baseline.json'), 'utf8')).not.toMatch(new RegExp(`opensesame|${cwd}`));
  });

  test.each([
    ['one that does not exist', undefined, '`--update-baseline` makes it'],
    ['one that is no JSON', '{', 'baseline.json'],
    ['one of another version', '{ "version": 2 }', 'is not a baseline of this version'],
  ])('%s is told in a line', async (_, text, message) => {
    const cwd = workspace({ 'a.js': original, ...(text === undefined ? {} : { 'baseline.json': text }) });
    await expect(settled(cwd, ...baseline)).rejects.toThrow(message);
  });

  test('--update-baseline without a name is a mistake', () => {
    expect(() => parseArguments(['scan', '--update-baseline'])).toThrow('--update-baseline needs --baseline FILE.');
  });
});

describe('--since', () => {
  const git = (cwd: string, ...args: string[]): void => {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
  };

  /** A repository with one commit. */
  const repository = (files: Record<string, string>) => {
    const cwd = workspace(files);
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '--message', 'start');
    return { cwd, write: (name: string, text: string) => writeFileSync(path.join(cwd, name), text) };
  };
  const old = '// first\nlet a;\nexec(event.a);\nexec(event.b);\n';

  test('a finding on a changed line counts, the others do not', async () => {
    const { cwd, write } = repository({ 'a.js': old });
    write('a.js', old.replace('event.b', 'event.c'));
    const report = await settled(cwd, '--since', 'HEAD');
    expect(fresh(report)).toEqual(['a.js:4']);
    expect(exitCode(report, 'error')).toBe(1);
  });

  test('a finding counts when only a hop of its flow changed', async () => {
    const { cwd, write } = repository({ 'a.js': old });
    write('a.js', old.replace('// first', '// changed'));
    expect(fresh(await settled(cwd, '--since', 'HEAD'))).toEqual(['a.js:3', 'a.js:4']);
  });

  test('where lines were only taken away, the lines around the gap count', async () => {
    const { cwd, write } = repository({ 'a.js': old });
    write('a.js', old.replace('let a;\nexec(event.a);\n', 'exec(event.a);\n'));
    expect(fresh(await settled(cwd, '--since', 'HEAD'))).toContain('a.js:2');
  });

  test('committed, staged and untracked changes count, in a folder below the top and with odd names', async () => {
    const { cwd, write } = repository({
      'src/ä "b".js': '// x\n\nexec(event.a);\n',
      'src/c.js': 'exec(event.a);\n',
      'src/d.js': 'exec(event.a);\n',
    });
    write('src/ä "b".js', '// x\n\nexec(event.b);\n');
    git(cwd, 'commit', '--all', '--quiet', '--message', 'change');
    write('src/new.js', 'exec(event.a);\n');
    write('src/c.js', 'exec(event.z);\n');
    git(cwd, 'add', 'src/c.js');
    expect(fresh(await settled(path.join(cwd, 'src'), '--since', 'HEAD~1'))).toEqual(['c.js:1', 'new.js:1', 'ä "b".js:3']);
  });

  test('a deleted file is no trouble', async () => {
    const { cwd } = repository({ 'a.js': old, 'b.js': old });
    rmSync(path.join(cwd, 'b.js'));
    expect(fresh(await settled(cwd, '--since', 'HEAD'))).toEqual([]);
  });

  test.each([
    ['a revision that does not exist', 'gone'],
    ['a revision that looks like an option', '--output=stolen'],
  ])('%s is told in a line', async (_, revision) => {
    const { cwd } = repository({ 'a.js': old });
    await expect(settled(cwd, `--since=${revision}`)).rejects.toThrow(`--since ${revision}: `);
  });

  test('without a repository it is told in a line', async () => {
    await expect(settled(workspace({ 'a.js': old }), '--since', 'HEAD')).rejects.toThrow(/--since HEAD: .*not a git repository/);
  });

  test('lines of a diff that look like its headers are not taken for them', () => {
    const diff = [
      'diff --git a/x.js b/x.js',
      '--- a/x.js',
      '+++ b/x.js',
      '@@ -1 +1 @@',
      '--- a/y.js',
      '+++ b/y.js',
      '@@ -9 +9,2 @@',
      '+a',
      '+b',
    ].join('\n');
    expect([...readDiff(diff, '/top')]).toEqual([
      [
        path.join('/top', 'x.js'),
        [
          { first: 1, last: 1 },
          { first: 9, last: 10 },
        ],
      ],
    ]);
  });
});
