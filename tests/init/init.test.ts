import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { runInit } from '../../lib/init/init.js';
import { workspace } from '../scan/workspace.js';

const repository = path.resolve(import.meta.dirname, '../..');
const js = { 'handler.js': 'export const a = 1;\n' };
const ts = { 'handler.ts': 'export const a: number = 1;\n' };
const py = { 'app.py': 'a = 1\n' };
const git = { '.git/config': '[remote "origin"]\n\turl = git@github.com:someone/something.git\n' };

/** A project, and package managers that only write down what they were asked for. */
const projectOf = (files: Record<string, string>) => {
  const folder = workspace({ 'package.json': '{ "type": "module" }', ...files });
  const programs = workspace({});
  for (const name of ['npm', 'pnpm', 'yarn', 'bun']) {
    writeFileSync(path.join(programs, name), `#!/bin/sh\necho "${name} $*" >> ${programs}/log\n[ ! -e ${programs}/fail ]\n`);
    chmodSync(path.join(programs, name), 0o755);
  }
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  return {
    folder,
    read,
    has: (name: string) => existsSync(path.join(folder, name)),
    installed: () => (existsSync(path.join(programs, 'log')) ? readFileSync(path.join(programs, 'log'), 'utf8') : ''),
    breakInstall: () => writeFileSync(path.join(programs, 'fail'), ''),
    init: async (answer: 'yes' | string, hasSemgrep = false) => {
      let output = '';
      const collect = new Writable({
        write: (chunk, _, done) => {
          output += String(chunk);
          done();
        },
      });
      vi.stubEnv('PATH', `${programs}:${process.env.PATH ?? ''}`);
      const code = await runInit(folder, answer === 'yes', Readable.from(answer === 'yes' ? [] : [answer]), collect, () =>
        Promise.resolve(hasSemgrep),
      );
      vi.unstubAllEnvs();
      return { code, output };
    },
  };
};

/** The rules that hold for a file when ESLint reads the project's own configuration. */
const rulesFor = async (folder: string, name: string): Promise<string[]> => {
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  for (const scope of ['eslint', '@typescript-eslint'])
    symlinkSync(path.join(repository, 'node_modules', scope), path.join(folder, 'node_modules', scope));
  symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-lambda-security'));
  const config = (await new ESLint({ cwd: folder }).calculateConfigForFile(path.join(folder, name))) as { rules: object };
  return Object.keys(config.rules);
};

describe('init asks before it does anything', () => {
  test.each([
    ['no', 'n\n'],
    ['nothing', '\n'],
    ['the end of the input', ''],
  ])('%s is a no', async (_, answer) => {
    const project = projectOf({ ...js, ...git });
    const { code, output } = await project.init(answer);
    expect(code).toBe(0);
    expect(output).toContain('write eslint.config.js\n    | import lambdaSecurity');
    expect(output).toMatch(/Nothing was changed\.\n$/);
    if (answer === '') expect(output).toMatch(/\[y\/N\] \nNothing/);
    expect(readdirSync(project.folder).sort()).toEqual(['.git', 'handler.js', 'package.json']);
    expect(project.installed()).toBe('');
  });

  test('y goes on', async () => {
    const project = projectOf(js);
    await project.init('y\n');
    expect(project.has('eslint.config.js')).toBe(true);
  });
});

describe('a project that has nothing yet', () => {
  test('all languages on GitHub: a config, a hook, a job and the packages; the second run finds nothing to do', async () => {
    const project = projectOf({ ...js, ...ts, ...py, ...git });
    const { code, output } = await project.init('yes');
    expect({ code, installed: project.installed() }).toEqual({
      code: 0,
      installed: 'npm install --save-dev eslint eslint-plugin-lambda-security @typescript-eslint/parser typescript@6\n',
    });
    expect(output).toContain(
      'Wrote eslint.config.js.\nWrote .pre-commit-config.yaml.\nWrote .github/workflows/lambda-security.yml.\nDone. `npx lambda-security scan` checks the project.',
    );
    expect(output).toMatch(/`pre-commit install` lets the hook run at every commit .*\n$/);
    const [{ hooks }] = (parse(project.read('.pre-commit-config.yaml')) as { repos: [{ hooks: object[] }] }).repos;
    expect(hooks).toMatchObject([{ entry: 'lambda-security scan', types_or: ['javascript', 'jsx', 'ts', 'tsx', 'python'] }]);
    const { jobs } = parse(project.read('.github/workflows/lambda-security.yml')) as { jobs: { scan: { steps: { run?: string }[] } } };
    expect(jobs.scan.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'pip install semgrep==1.172.0',
      'npm ci',
      'npx --no lambda-security scan --format github',
    ]);
    expect(await rulesFor(project.folder, 'handler.ts')).toContain('lambda-security/no-command-injection');

    const packages = { eslint: '10', 'eslint-plugin-lambda-security': '1', '@typescript-eslint/parser': '8', typescript: '6' };
    writeFileSync(path.join(project.folder, 'package.json'), JSON.stringify({ devDependencies: packages }));
    const before = project.installed();
    expect((await project.init('yes')).output).toContain('Everything is set up. `npx lambda-security scan` checks the project.');
    expect(project.installed()).toBe(before);
  });

  test('Python alone: no ESLint, no package manager, and a scan through npx', async () => {
    const project = projectOf({ ...py, ...git });
    const { output } = await project.init('yes');
    expect(output).toContain('pip install semgrep==');
    expect(project.has('eslint.config.js')).toBe(false);
    expect(project.installed()).toBe('');
    expect(project.read('.github/workflows/lambda-security.yml')).toMatch(
      /npx --yes -p eslint-plugin-lambda-security@[\d.]+ lambda-security scan/,
    );
    expect(output).toMatch(/Done\. `npx --yes -p eslint-plugin-lambda-security@[\d.]+ lambda-security scan` checks the project\./);
  });

  test('Semgrep is asked for only where it is missing', async () => {
    expect((await projectOf(py).init('yes', true)).output).not.toContain('pip install semgrep');
    expect((await projectOf(js).init('yes')).output).not.toContain('pip install semgrep');
  });

  test('a folder without a package.json gets one with the install, and a job that installs from it', async () => {
    const project = projectOf({ ...ts, ...git });
    rmSync(path.join(project.folder, 'package.json'));
    await project.init('yes');
    expect(project.read('.github/workflows/lambda-security.yml')).toContain('- run: npm ci\n      - run: npx --no lambda-security scan');
  });

  test.each([
    ['the branch that is checked out', { '.git/HEAD': 'ref: refs/heads/master\n' }, 'master'],
    ['main, where a branch for a change is checked out', { '.git/HEAD': 'ref: refs/heads/fix-it\n' }, 'main'],
    ["the remote's", { '.git/HEAD': 'ref: refs/heads/x\n', '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/live\n' }, 'live'],
  ])('the job runs on %s', async (_, files, branch) => {
    const project = projectOf({ ...js, ...git, ...files });
    await project.init('yes');
    expect(project.read('.github/workflows/lambda-security.yml')).toContain(`branches: [${branch}]\n`);
  });

  test('without a package.json of modules, the config is one by its name', async () => {
    const project = projectOf({ ...js, 'package.json': '{}' });
    await project.init('yes');
    expect(project.has('eslint.config.mjs')).toBe(true);
  });

  test('nothing to check is said, and nothing is written', async () => {
    const project = projectOf({ 'README.md': '' });
    expect((await project.init('yes')).output).toMatch(/^No JavaScript, TypeScript or Python file/);
    expect(readdirSync(project.folder).sort()).toEqual(['README.md', 'package.json']);
  });

  test.each([
    ['pnpm-lock.yaml', 'pnpm add --save-dev '],
    ['yarn.lock', 'yarn add --dev '],
    ['bun.lock', 'bun add --dev '],
    ['package-lock.json', 'npm install --save-dev '],
  ])('%s: %s', async (lock, command) => {
    const project = projectOf({ ...js, [lock]: '' });
    await project.init('yes');
    expect(project.installed()).toBe(`${command}eslint eslint-plugin-lambda-security\n`);
  });

  test('beside a TypeScript that the parser does not support, the scan brings another, and ESLint is left with the JavaScript', async () => {
    const project = projectOf({ ...ts, ...git, 'package.json': '{ "type": "module", "devDependencies": { "typescript": "^7.0.2" } }' });
    const { output } = await project.init('yes');
    expect(output).toContain('typescript-eslint supports TypeScript up to 6');
    expect(project.installed()).toBe('npm install --save-dev eslint eslint-plugin-lambda-security\n');
    expect(project.read('eslint.config.js')).not.toContain('parser');
    expect(project.read('.github/workflows/lambda-security.yml')).toMatch(
      /run: npx --yes -p \S+ -p @typescript-eslint\/parser@8 -p typescript@6 lambda-security scan/,
    );
  });

  test.each([
    ['pnpm', { 'pnpm-workspace.yaml': 'packages: [a]\n' }, 'pnpm add --save-dev --workspace-root ', 'pnpm install --frozen-lockfile'],
    [
      'yarn 1',
      { 'yarn.lock': '# yarn lockfile v1\n', 'package.json': '{ "workspaces": ["a"] }' },
      'yarn add --dev --ignore-workspace-root-check ',
      'yarn install --frozen-lockfile',
    ],
    ['yarn 4', { 'yarn.lock': '__metadata:\n', 'package.json': '{ "workspaces": ["a"] }' }, 'yarn add --dev ', 'yarn install --immutable'],
  ])('the root of a workspace of %s takes packages as its version wants it', async (_, files, command, install) => {
    const project = projectOf({ ...js, ...git, ...files });
    await project.init('yes');
    expect(project.installed()).toBe(`${command}eslint eslint-plugin-lambda-security\n`);
    expect(project.read('.github/workflows/lambda-security.yml')).toContain(`run: ${install}\n`);
  });

  test('an install that fails is said, and the exit code is 2', async () => {
    const project = projectOf(js);
    project.breakInstall();
    expect((await project.init('yes')).code).toBe(2);
  });
});

describe('an ESLint config that exists', () => {
  test.each([
    ['an array', 'eslint.config.js', "import path from 'node:path';\n\nexport default [\n  { rules: { eqeqeq: 'error' } },\n];\n"],
    ['an array on one line', 'eslint.config.mjs', "export default [{ rules: { eqeqeq: 'error' } }];\n"],
    [
      'defineConfig of an array',
      'eslint.config.js',
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig([{ rules: { eqeqeq: 'error' } }]);\n",
    ],
    [
      'defineConfig of objects',
      'eslint.config.js',
      "import { defineConfig } from 'eslint/config';\nexport default defineConfig({ rules: { eqeqeq: 'error' } });\n",
    ],
    ['CommonJS', 'eslint.config.cjs', "'use strict';\nmodule.exports = [\n  { rules: { eqeqeq: 'error' } },\n];\n"],
  ])('%s gets our rules beside its own', async (_, name, text) => {
    const project = projectOf({ ...js, [name]: text });
    const { output } = await project.init('yes');
    expect(output).toContain(`Amended ${name}.`);
    expect(await rulesFor(project.folder, 'handler.js')).toEqual(
      expect.arrayContaining(['eqeqeq', 'lambda-security/no-command-injection']),
    );
    expect((await project.init('yes')).output).not.toContain(name);
  });

  test('in another form it is left as it is, and the reader is told what to add', async () => {
    const text = 'const config = [];\nexport default config;\n';
    const project = projectOf({ ...js, 'eslint.config.js': text });
    const { output } = await project.init('yes');
    expect(output).toContain("import lambdaSecurity from 'eslint-plugin-lambda-security';\n    | ...lambdaSecurity.configs.recommended,");
    expect(project.read('eslint.config.js')).toBe(text);
  });

  test('of the old kind is not read by ESLint any more: the reader is told how to turn it into a new one', async () => {
    const project = projectOf({ ...js, '.eslintrc.json': '{}' });
    expect((await project.init('yes')).output).toContain('npx @eslint/migrate-config .eslintrc.json');
    expect(project.has('eslint.config.js')).toBe(false);
  });
});

describe('hooks and jobs that exist', () => {
  test('a pre-commit config keeps its comments and hooks', async () => {
    const text =
      '# ours\nrepos:\n  # the basics\n  - repo: https://example.com/hooks # pinned\n    rev: v1\n    hooks:\n      - id: basic\n';
    const project = projectOf({ ...js, ...git, '.pre-commit-config.yaml': text });
    await project.init('yes');
    const amended = project.read('.pre-commit-config.yaml');
    expect(amended.startsWith(text)).toBe(true);
    expect((parse(amended) as { repos: { repo: string }[] }).repos.map(({ repo }) => repo)).toEqual(['https://example.com/hooks', 'local']);
  });

  test.each([
    ['with keys behind its hooks', 'repos:\n- repo: https://example.com/hooks\n  hooks: []\nci:\n  skip: []\n'],
    ['on one line', 'repos: []\n'],
    ['that does not parse', 'repos: [\n'],
  ])('a pre-commit config %s is left as it is', async (_, text) => {
    const project = projectOf({ ...js, ...git, '.pre-commit-config.yaml': text });
    expect((await project.init('yes')).output).toContain('entry: lambda-security scan');
    expect(project.read('.pre-commit-config.yaml')).toBe(text);
  });

  test('lint-staged is taken instead of pre-commit', async () => {
    const project = projectOf({ ...js, ...git, 'package.json': '{ "lint-staged": { "*.css": "x" } }' });
    expect((await project.init('yes')).output).toContain('"lambda-security scan"');
    expect(project.has('.pre-commit-config.yaml')).toBe(false);
  });

  test.each([
    [
      'a file of lint-staged',
      { '.lintstagedrc.json': '{ "*.css": "x" }', ...py },
      '"*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py}": "lambda-security scan"',
    ],
    ['husky', { '.husky/pre-commit': 'npm test\n' }, 'Add to .husky/pre-commit:\n    | git diff --cached'],
  ])('%s is taken instead of pre-commit, and left alone once it runs the scan', async (_, files, told) => {
    const project = projectOf({ ...js, ...git, ...files });
    expect((await project.init('yes')).output).toContain(told);
    expect(project.has('.pre-commit-config.yaml')).toBe(false);
    for (const name of Object.keys(files).filter(each => each.startsWith('.')))
      writeFileSync(path.join(project.folder, name), '{ "*.js": "lambda-security scan" }');
    expect((await project.init('yes')).output).not.toContain('Add to');
  });

  test('lint-staged of a project in Python alone looks at Python', async () => {
    const { output } = await projectOf({ ...py, ...git, 'package.json': '{ "lint-staged": {} }' }).init('yes');
    expect(output).toContain('"*.py": "lambda-security scan"');
  });

  test('a GitLab pipeline gets a job more', async () => {
    const text = 'stages: [test]\n\nbuild:\n  script: [make]\n  rules: !reference [.rules, main]\n';
    const project = projectOf({ ...js, '.gitlab-ci.yml': text });
    await project.init('yes');
    const amended = project.read('.gitlab-ci.yml');
    expect(amended.startsWith(text)).toBe(true);
    const pipeline = parse(amended, { logLevel: 'silent' }) as Record<string, { script: string[] }>;
    expect(pipeline['lambda-security']?.script).toEqual([
      'npm ci',
      'npx --no lambda-security scan --format gitlab --output gl-code-quality-report.json',
    ]);
    expect((await project.init('yes')).output).not.toContain('.gitlab-ci.yml');
  });

  test('a workflow of the same name is never overwritten', async () => {
    const project = projectOf({ ...js, ...git, '.github/workflows/lambda-security.yml': 'name: mine\n' });
    await project.init('yes');
    expect(project.read('.github/workflows/lambda-security.yml')).toBe('name: mine\n');
  });
});
