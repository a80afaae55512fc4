import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
    init: async (answer: 'yes' | string) => {
      let output = '';
      const collect = new Writable({
        write: (chunk, _, done) => {
          output += String(chunk);
          done();
        },
      });
      vi.stubEnv('PATH', `${programs}:${process.env.PATH ?? ''}`);
      const code = await runInit(folder, answer === 'yes', Readable.from(answer === 'yes' ? [] : [answer]), collect);
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
      installed: 'npm install --save-dev eslint eslint-plugin-lambda-security @typescript-eslint/parser typescript\n',
    });
    expect(output).toContain(
      'Wrote eslint.config.js.\nWrote .pre-commit-config.yaml.\nWrote .github/workflows/lambda-security.yml.\nDone.',
    );
    const [{ hooks }] = (parse(project.read('.pre-commit-config.yaml')) as { repos: [{ hooks: object[] }] }).repos;
    expect(hooks).toMatchObject([{ entry: 'lambda-security scan', types_or: ['javascript', 'jsx', 'ts', 'tsx', 'python'] }]);
    const { jobs } = parse(project.read('.github/workflows/lambda-security.yml')) as { jobs: { scan: { steps: { run?: string }[] } } };
    expect(jobs.scan.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'pip install semgrep==1.172.0',
      'npm ci',
      'npx lambda-security scan --format github',
    ]);
    expect(await rulesFor(project.folder, 'handler.ts')).toContain('lambda-security/no-command-injection');

    const packages = { eslint: '10', 'eslint-plugin-lambda-security': '1', '@typescript-eslint/parser': '8', typescript: '6' };
    writeFileSync(path.join(project.folder, 'package.json'), JSON.stringify({ devDependencies: packages }));
    const before = project.installed();
    expect((await project.init('yes')).output).toContain('Everything is set up.');
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

  test('a GitLab pipeline gets a job more', async () => {
    const text = 'stages: [test]\n\nbuild:\n  script: [make]\n  rules: !reference [.rules, main]\n';
    const project = projectOf({ ...js, '.gitlab-ci.yml': text });
    await project.init('yes');
    const amended = project.read('.gitlab-ci.yml');
    expect(amended.startsWith(text)).toBe(true);
    const pipeline = parse(amended, { logLevel: 'silent' }) as Record<string, { script: string[] }>;
    expect(pipeline['lambda-security']?.script).toEqual([
      'npm ci',
      'npx lambda-security scan --format gitlab --output gl-code-quality-report.json',
    ]);
    expect((await project.init('yes')).output).not.toContain('.gitlab-ci.yml');
  });

  test('a workflow of the same name is never overwritten', async () => {
    const project = projectOf({ ...js, ...git, '.github/workflows/lambda-security.yml': 'name: mine\n' });
    await project.init('yes');
    expect(project.read('.github/workflows/lambda-security.yml')).toBe('name: mine\n');
  });
});
