import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lambda-security-pre-commit-')));
const [source, project] = [path.join(folder, 'source'), path.join(folder, 'project')];

/** What npm and pip install from; nothing that is built, as in a fresh clone. One rule for Python: Semgrep takes seconds to read them all. */
const cloned = [
  ...[
    'lib',
    'rules',
    'semgrep-rules/python/no-command-injection.yaml',
    'docs/rules',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ],
  ...['.npmrc', '.pre-commit-hooks.yaml', 'pyproject.toml', 'setup.py', 'README.md', 'LICENSE', 'CHANGELOG.md'],
];

/** Of the devDependencies, which pre-commit installs before it packs, those that the build takes: that the lock file installs whole, this checkout shows. */
const building = /^(@types\/|eslint$|rolldown$|typescript$)/;

const outer = /^(npm_|INIT_CWD|VITEST|NODE_ENV|LAMBDA_|GIT_|PRE_COMMIT)/i;
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name))),
  PATH: `${path.join(repository, '.venv/bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  PRE_COMMIT_HOME: path.join(folder, 'cache'),
  // Semgrep is in .venv, hashes checked; pip would bring the same version a second time.
  PIP_NO_DEPS: '1',
  // Where CI is set, colours are on without a terminal.
  NO_COLOR: '1',
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
  GIT_CONFIG_GLOBAL: path.join(folder, 'no-such-file'),
};

const git = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, env, encoding: 'utf8' }).trim();

/** Writes files and commits them through the hooks. */
const commit = (files: Record<string, string>): { code: number | null; output: string } => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, name), text);
  git(project, 'add', '-A');
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'a change'], { cwd: project, env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
};

const vulnerable = "import { exec } from 'node:child_process';\nexport const handler = async event => exec('ls ' + event.file);\n";
const safe = "import { execFile } from 'node:child_process';\nexport const handler = async event => execFile('ls', [event.file]);\n";

test('the hooks bring the versions that this repository is tested with', () => {
  const read = (name: string) => readFileSync(path.join(repository, name), 'utf8');
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  for (const name of ['@typescript-eslint/parser', 'typescript']) {
    const versions = [...read('.pre-commit-hooks.yaml').matchAll(new RegExp(`'${name}@([\\d.]+)'`, 'g'))].map(([, version]) => version);
    expect(versions).toEqual([devDependencies[name], devDependencies[name]]);
  }
  expect(read('pyproject.toml')).toContain(`"${/^semgrep==.*$/m.exec(read('requirements.in'))?.[0]}"`);
});

// Real installs of the hooks, once for all cases.
describe('the hooks, run by pre-commit from a git repository', { timeout: 900_000 }, () => {
  beforeAll(() => {
    for (const name of cloned) cpSync(path.join(repository, name), path.join(source, name), { recursive: true });
    const manifest = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { devDependencies: object };
    const devDependencies = Object.fromEntries(Object.entries(manifest.devDependencies).filter(([name]) => building.test(name)));
    writeFileSync(path.join(source, 'package.json'), JSON.stringify({ ...manifest, devDependencies }));
    git(source, 'init', '--quiet');
    git(source, 'add', '-A');
    git(source, 'commit', '--quiet', '-m', 'source');
    mkdirSync(project);
    git(project, 'init', '--quiet');
    const revision = git(source, 'rev-parse', 'HEAD');
    const configOf = (...ids: string[]) =>
      `repos:\n  - repo: ${source}\n    rev: ${revision}\n    hooks:\n${ids.map(id => `      - id: ${id}\n`).join('')}`;
    writeFileSync(path.join(project, '.pre-commit-config.yaml'), configOf('lambda-security-eslint', 'lambda-security-semgrep'));
    writeFileSync(path.join(folder, 'combined.yaml'), configOf('lambda-security'));
    writeFileSync(path.join(project, 'old.js'), vulnerable);
    git(project, 'add', '-A');
    git(project, 'commit', '--quiet', '-m', 'before there were hooks');
    execFileSync('pre-commit', ['install', '--install-hooks'], { cwd: project, env, stdio: 'pipe' });
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

  test('a commit with findings in all three languages is stopped, with a report; a file that it does not touch is not read', () => {
    const python = 'import os\ndef handler(event, context):\n    os.system("ls " + event["file"])\n';
    const { code, output } = commit({ 'handler.js': vulnerable, 'typed.ts': vulnerable, 'app.py': python });
    expect(code).toBe(1);
    expect(output).toContain('handler.js\n  2:44  error  no-command-injection\n  exec() runs a command line');
    expect(output).toContain('typed.ts\n  2:44');
    expect(output).toMatch(/app\.py\n.*no-command-injection\n[^]*3┆ os\.system/);
    expect(output).not.toContain('old.js');
    expect(git(project, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('the mended commit passes', () => {
    const python = 'import subprocess\ndef handler(event, context):\n    subprocess.run(["ls", event["file"]])\n';
    const { code, output } = commit({ 'handler.js': safe, 'typed.ts': safe, 'app.py': python });
    expect({ code, passed: output.match(/\.Passed$/gm)?.length }, output).toEqual({ code: 0, passed: 2 });
  });

  test('the combined hook: one report for the changed files of all languages, and silence once they are mended', () => {
    const run = (files: Record<string, string>) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, name), text);
      git(project, 'add', '-A');
      const args = ['run', '--config', path.join(folder, 'combined.yaml')];
      const { status, stdout, stderr } = spawnSync('pre-commit', args, { cwd: project, env, encoding: 'utf8' });
      return { code: status, output: stdout + stderr };
    };
    const python = 'import os\ndef handler(event, context):\n    os.system("ls " + event["name"])\n';
    const stopped = run({ 'both.js': vulnerable, 'both.ts': vulnerable, 'both.py': python });
    expect(stopped.code, stopped.output).toBe(1);
    const files = stopped.output.split('\n').filter(line => /^\S+\.(js|ts|py)$/.test(line));
    expect(files, stopped.output).toEqual(['both.js', 'both.py', 'both.ts']);
    expect(stopped.output).toContain('3 findings (3 errors) in 3 files.');
    const passed = run({ 'both.js': safe, 'both.ts': safe, 'both.py': python.replace('"ls " + event["name"]', '"ls"') });
    expect(passed.code, passed.output).toBe(0);
    expect(passed.output).toMatch(/\.Passed$/m);
  });
});
