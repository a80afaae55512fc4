import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

/** Whether a folder, or one above it, has packages that Node would find from inside. */
const seesPackages = (folder: string): boolean =>
  existsSync(path.join(folder, 'node_modules')) || (path.dirname(folder) !== folder && seesPackages(path.dirname(folder)));

const base = [tmpdir(), '/var/tmp', homedir()].find(place => existsSync(place) && !seesPackages(place)) ?? tmpdir();
const folder = realpathSync(mkdtempSync(path.join(base, 'lambda-security-package-')));
const vulnerable = `import { exec } from 'node:child_process';\nexport const handler = async event => exec('ls ' + event.file);\n`;
let tarball = '';

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program as a user's shell would: without what the outer npm set. */
const run = (cwd: string, program: string, ...args: string[]): Promise<Outcome> =>
  new Promise(resolve => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|VITEST|NODE_ENV|LAMBDA_)/i.test(name)));
    const child = spawn(program, args, { cwd, env });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', chunk => (output.stdout += String(chunk)));
    child.stderr.on('data', chunk => (output.stderr += String(chunk)));
    child.on('close', code => resolve({ code, ...output }));
  });

/** A project with one handler in JavaScript and one in TypeScript. */
const project = (name: string): string => {
  const cwd = path.join(folder, name);
  mkdirSync(cwd);
  writeFileSync(path.join(cwd, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(path.join(cwd, 'handler.js'), vulnerable);
  writeFileSync(path.join(cwd, 'typed.ts'), vulnerable);
  return cwd;
};

const expectHandlerReportedAndTypeScriptNamed = ({ code, stdout, stderr }: Outcome): void => {
  expect(stdout).toContain('no-command-injection');
  expect(stdout).toContain('handler.js');
  expect(stderr).toContain('no parser is installed: typed.ts');
  expect(code).toBe(2);
};

// Real installs from the registry: slow, but each happens once.
describe('the packed package', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    const packed = await run(repository, 'npm', 'pack', '--silent', '--pack-destination', folder);
    expect(packed.code, packed.stderr).toBe(0);
    tarball = path.join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

  test('holds what a user needs and nothing else', async () => {
    const { stdout } = await run(folder, 'tar', '-tzf', tarball);
    const names = stdout
      .trim()
      .split('\n')
      .map(name => name.replace(/^package\//, ''));
    const expected = [
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
      /^dist\/(lib|rules)\/[\w/-]+\.(js|d\.ts)$/,
      /^dist\/semgrep-rules\/python(-opt-in)?\.json$/,
      /^lib\/setup\/bin\.mjs$/,
      /^lib\/dependencies\/(popular-(npm|pypi)|malicious-names)\.txt$/,
      /^semgrep-rules\/([\w/-]+\.yaml|\.semgrepignore)$/,
      /^docs\/(rules\/[\w-]+|how-it-works)\.md$/,
    ];
    expect(names.filter(name => !expected.some(pattern => pattern.test(name)))).toEqual([]);
    expect(names.filter(name => name.startsWith('dist/lib/sync/'))).toEqual([]);
    expect(names).toContain('lib/dependencies/malicious-names.txt');
  });

  test.each(['python', 'python-opt-in'])('holds the pack %s as one JSON file too, which Semgrep reads quicker', async pack => {
    const { stdout } = await run(folder, 'tar', '-xzOf', tarball, `package/dist/semgrep-rules/${pack}.json`);
    const { rules } = JSON.parse(stdout) as { rules: { id: string }[] };
    const yaml = readdirSync(path.join(repository, 'semgrep-rules', pack)).filter(name => name.endsWith('.yaml'));
    expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(yaml.map(name => name.replace(/\.yaml$/, ''))));
  });

  describe('installed by npm, in a project without TypeScript', () => {
    let cwd = '';
    beforeAll(async () => {
      cwd = project('npm');
      const installed = await run(cwd, 'npm', 'install', '--no-audit', '--no-fund', 'eslint@9', tarball);
      expect(installed.code, installed.stderr).toBe(0);
    }, 300_000);

    test('brings no TypeScript along', () => {
      expect(readdirSync(path.join(cwd, 'node_modules'))).not.toContain('typescript');
    });

    test('the scan reports the JavaScript and names the TypeScript that it skipped', async () => {
      expectHandlerReportedAndTypeScriptNamed(await run(cwd, 'npx', 'lambda-security', 'scan'));
    });

    test('ESLint reports the same without any configuration file', async () => {
      const rule = 'lambda-security/no-command-injection: error';
      const args = ['eslint', '--no-config-lookup', '--plugin', 'lambda-security', '--rule', rule, 'handler.js'];
      const { code, stdout } = await run(cwd, 'npx', ...args);
      expect(code).toBe(1);
      expect(stdout).toContain('lambda-security/no-command-injection');
    });

    test('ESLint reports it with a configuration that spreads `recommended`, from ESM and from CommonJS', async () => {
      const spread = 'module.exports = [...require("eslint-plugin-lambda-security").configs.recommended];\n';
      writeFileSync(path.join(cwd, 'eslint.config.cjs'), spread);
      expect((await run(cwd, 'npx', 'eslint', 'handler.js')).stdout).toContain('lambda-security/no-command-injection');
      rmSync(path.join(cwd, 'eslint.config.cjs'));
      const imported = "import plugin from 'eslint-plugin-lambda-security';\nexport default [...plugin.configs.recommended];\n";
      writeFileSync(path.join(cwd, 'eslint.config.mjs'), imported);
      expect((await run(cwd, 'npx', 'eslint', 'handler.js')).stdout).toContain('lambda-security/no-command-injection');
    });

    test('with the parser installed, TypeScript is checked too', async () => {
      const typed = await run(cwd, 'npm', 'install', '--no-audit', '--no-fund', '@typescript-eslint/parser@8', 'typescript@~6.0.3');
      expect(typed.code, typed.stderr).toBe(0);
      const { code, stdout } = await run(cwd, 'npx', 'lambda-security', 'scan');
      expect(code).toBe(1);
      expect(stdout).toContain('typed.ts');
    });
  });

  test('installed by pnpm, whose node_modules show a package nothing but its own dependencies', async () => {
    const cwd = project('pnpm');
    const store = path.join(folder, 'pnpm-store');
    const installed = await run(cwd, 'npx', '--yes', 'pnpm@10.34.9', 'add', '--store-dir', store, 'eslint@10', tarball);
    expect(installed.code, installed.stdout + installed.stderr).toBe(0);
    expectHandlerReportedAndTypeScriptNamed(await run(cwd, 'npx', 'lambda-security', 'scan'));
  });

  test('npx runs it in a folder that has no project', async () => {
    const cwd = path.join(folder, 'empty');
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'handler.js'), vulnerable);
    const { code, stdout } = await run(cwd, 'npx', '--yes', '-p', tarball, 'lambda-security', 'scan', '.');
    expect(stdout).toContain('no-command-injection');
    expect(code).toBe(1);
    expect(readdirSync(cwd)).toEqual(['handler.js']);
  });
});
