import { existsSync, rmSync, utimesSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Checkout, outcomeOf } from './checkout.js';

const compiling = 'Compiling ...\n';
const all = `Installing npm packages (npm ci) ...\n${compiling}Installing Semgrep into .venv ...\n`;

describe('setting up a checkout', { timeout: 120_000 }, () => {
  test('the first run installs everything, the second does nothing but scan', async () => {
    const checkout = new Checkout(false);
    const first = await checkout.run(['scan', 'a b', '--verbose']);
    expect(first).toMatchObject({ code: 0, stderr: all });
    expect(JSON.parse(first.stdout)).toEqual({ args: ['scan', 'a b', '--verbose'], cwd: checkout.folder });
    expect(checkout.pythonCalls()).toContain('-m pip install --no-input --disable-pip-version-check --require-hashes -r requirements.txt');
    expect(await checkout.run(['scan', 'a b', '--verbose'])).toMatchObject({ code: 0, stderr: '' });
    expect(checkout.pythonCalls()).toEqual([]);
  });

  test('a changed source is compiled, and nothing else is done', async () => {
    const checkout = new Checkout();
    await checkout.run(['scan']);
    checkout.write('lib/index.ts', 'export const a = 1;\n');
    expect((await checkout.run(['scan'])).stderr).toBe('Compiling ...\n');
    expect(checkout.read('dist/lib/index.js')).toBe('export const a = 1;\n');
  });

  test('a deleted source leaves dist', async () => {
    const checkout = new Checkout();
    await checkout.run(['scan']);
    checkout.write('dist/lib/old.js', '');
    checkout.write('lib/index.ts', 'export const a = 1;\n');
    await checkout.run(['scan']);
    expect(existsSync(path.join(checkout.folder, 'dist/lib/old.js'))).toBe(false);
  });

  test('changed locks are installed', async () => {
    const checkout = new Checkout();
    await checkout.run(['scan']);
    for (const name of ['package-lock.json', 'compiler/package.json']) {
      checkout.write(name, checkout.read(name).replace('"name":"typescript","version":"1.0.0"', '"name":"typescript","version":"1.0.1"'));
    }
    checkout.write('requirements.txt', 'semgrep==1.0.1\n');
    expect((await checkout.run(['scan'])).stderr).toBe(all);
  });

  test('a virtual environment whose Python is gone is made again', async () => {
    const checkout = new Checkout();
    await checkout.run(['scan']);
    rmSync(path.join(checkout.folder, '.venv/bin/python'));
    expect((await checkout.run(['scan'])).stderr).toBe('Installing Semgrep into .venv ...\n');
    expect(checkout.pythonCalls()).toContain('-m venv --clear .venv');
  });

  test('--no-python asks for no Python', async () => {
    const checkout = new Checkout();
    expect(await checkout.run(['scan', '--no-python'])).toMatchObject({ code: 0 });
    expect(checkout.pythonCalls()).toEqual([]);
  });

  test('through npm a path counts from where the user stands', async () => {
    const checkout = new Checkout();
    const env = { INIT_CWD: tmpdir(), npm_lifecycle_event: 'scan' };
    expect(JSON.parse((await checkout.run(['scan', 'src'], { env })).stdout)).toMatchObject({ cwd: tmpdir() });
  });

  test('an INIT_CWD that an outer npm left behind is not followed', async () => {
    const checkout = new Checkout();
    const env = { INIT_CWD: '/', npm_lifecycle_event: 'test' };
    expect(JSON.parse((await checkout.run(['scan', 'src'], { env })).stdout)).toMatchObject({ cwd: checkout.folder });
  });
});

describe('a set-up that fails says what failed and how to mend it', { timeout: 120_000 }, () => {
  const failing = (onPip: string, onVenv = 'exit 1') => `#!/bin/sh
case "$*" in
  *version_info*) echo "3 11" ;;
  *"-m venv"*) ${onVenv} ;;
  *) ${onPip} ;;
esac
`;
  const makeVenv = 'mkdir -p .venv/bin && cp "$0" .venv/bin/python';
  const nothing = 'exit 127\n';

  test.each([
    ['no Python', nothing, 'Python was not found.', 'python.org'],
    ['a Python that is too old', '#!/bin/sh\necho "3 9"\n', 'Python 3.9 is too old', 'Install a newer Python'],
    [
      'a Debian Python without ensurepip',
      failing('exit 1', 'echo "The virtual environment was not created successfully because ensurepip is not available."; exit 1'),
      'cannot make a virtual environment',
      'sudo apt install python3-venv',
    ],
    [
      'no network',
      failing('echo "ERROR: NewConnectionError: Temporary failure in name resolution" >&2; exit 1', makeVenv),
      'pip could not reach PyPI.',
      'Check the network',
    ],
    [
      'a package that was tampered with',
      failing('echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." >&2; exit 1', makeVenv),
      'its hash differs',
      'Do not install it by hand',
    ],
    [
      'anything else',
      failing('echo "gcc: not found"; exit 1', makeVenv),
      'gcc: not found\npip could not install Semgrep.',
      'delete `.venv`',
    ],
  ])('%s; JavaScript is scanned all the same, and the tests are not run', async (_, script, message, remedy) => {
    const checkout = new Checkout();
    for (const name of ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10']) checkout.program(name, script);
    const scan = await checkout.run(['scan']);
    expect(scan.stderr).toContain(message);
    expect(scan.stderr).toContain(remedy);
    expect(scan.stderr).toContain('--no-python');
    expect(scan).toMatchObject({ code: 0, stdout: expect.stringContaining('"args"') as string });
    expect((await checkout.run(['test'])).code).toBe(2);
  });

  test('a Python that is too old is passed over for a newer one', async () => {
    const checkout = new Checkout();
    checkout.program('python3.12', checkout.read('programs/python3'));
    checkout.program('python3', '#!/bin/sh\necho "3 9"\n');
    checkout.program('python', '#!/bin/sh\necho "2 7"\n');
    checkout.program('python3.13', nothing);
    expect((await checkout.run(['scan'])).stderr).toBe(`${compiling}Installing Semgrep into .venv ...\n`);
  });

  test('no registry', async () => {
    const checkout = new Checkout(false);
    const manifest = JSON.parse(checkout.read('package.json')) as { dependencies?: object };
    const lock = JSON.parse(checkout.read('package-lock.json')) as { packages: Record<string, object> };
    const dependencies = { cac: '7.1.0' };
    checkout.write('package.json', JSON.stringify({ ...manifest, dependencies }));
    lock.packages[''] = { ...manifest, dependencies };
    lock.packages['node_modules/cac'] = {
      version: '7.1.0',
      resolved: 'http://127.0.0.1:9/cac.tgz',
      integrity: `sha512-${'A'.repeat(86)}==`,
    };
    checkout.write('package-lock.json', JSON.stringify(lock));
    checkout.write('.npmrc', 'fetch-retries=0\nregistry=http://127.0.0.1:9/\n');
    const { code, stderr } = await checkout.run(['scan']);
    expect(code).toBe(2);
    expect(stderr).toContain('npm could not reach its registry.\nCheck the network or proxy');
  });

  test('a lock file that does not fit package.json', async () => {
    const checkout = new Checkout(false);
    const manifest = JSON.parse(checkout.read('package.json')) as object;
    checkout.write('package.json', JSON.stringify({ ...manifest, dependencies: { missing: 'file:missing' } }));
    const { code, stderr } = await checkout.run(['scan']);
    expect(code).toBe(2);
    expect(stderr).toContain('package.json and package-lock.json disagree.\nRun `npm install`');
  });

  test('sources that do not compile leave the last build in place', async () => {
    const checkout = new Checkout();
    await checkout.run(['scan']);
    checkout.write('lib/index.ts', 'error');
    const { code, stderr } = await checkout.run(['scan']);
    expect(code).toBe(2);
    expect(stderr).toContain('lib/index.ts(1,1): error TS1005');
    expect(stderr).toContain('The sources do not compile.');
    expect(checkout.read('dist/lib/index.js')).toBe('export {};\n');
  });
});

describe('two runs at once', { timeout: 120_000 }, () => {
  test('the second waits for the first and finds everything done', async () => {
    const checkout = new Checkout(false);
    const outcomes = await Promise.all([checkout.start(['scan']), checkout.start(['scan'])].map(outcomeOf));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(checkout.pythonCalls().filter(call => call.includes('pip install'))).toHaveLength(1);
    expect(outcomes.filter(({ stderr }) => stderr.includes('is setting up; waiting for it'))).toHaveLength(1);
    expect(existsSync(path.join(checkout.folder, '.cache/setup.lock'))).toBe(false);
  });

  test('a lock whose process is gone is taken over', async () => {
    const checkout = new Checkout();
    checkout.write('.cache/setup.lock', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    expect(await checkout.run(['scan', '--no-python'])).toMatchObject({ code: 0 });
    expect(existsSync(path.join(checkout.folder, '.cache/setup.lock'))).toBe(false);
  });

  test.each([
    ['of another machine', JSON.stringify({ pid: 1, host: 'elsewhere' })],
    ['that was never written to the end', ''],
  ])('a lock %s that nobody renews is taken over', async (_, text) => {
    const checkout = new Checkout();
    checkout.write('.cache/setup.lock', text);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(path.join(checkout.folder, '.cache/setup.lock'), longAgo, longAgo);
    expect(await checkout.run(['scan', '--no-python'])).toMatchObject({ code: 0 });
  });

  test('a lock that is held is waited for', async () => {
    const checkout = new Checkout(false);
    checkout.write('.cache/setup.lock', JSON.stringify({ pid: process.pid, host: hostname() }));
    const child = checkout.start(['scan', '--no-python']);
    const ended = outcomeOf(child);
    let stderr = '';
    child.stderr?.on('data', chunk => (stderr += String(chunk)));
    await expect.poll(() => stderr, { timeout: 30_000 }).toBe(`Another run (process ${process.pid}) is setting up; waiting for it ...\n`);
    expect(existsSync(path.join(checkout.folder, 'node_modules'))).toBe(false);
    rmSync(path.join(checkout.folder, '.cache/setup.lock'));
    expect((await ended).code).toBe(0);
  });
});

describe('prepare', { timeout: 120_000 }, () => {
  test('does nothing under `npm ci`, which the bootstrap runs before it builds', async () => {
    const checkout = new Checkout();
    expect(await checkout.run([], { script: 'prepare.mjs', env: { npm_command: 'ci' } })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(path.join(checkout.folder, 'dist'))).toBe(false);
  });

  test('installs the compiler alone, as the lock has it, and builds for an install from git, where npm hands down --global', async () => {
    const checkout = new Checkout(false);
    const entry = { version: '1.0.0', integrity: 'sha512-abc', dev: true };
    checkout.write('package-lock.json', JSON.stringify({ packages: { 'node_modules/typescript': entry } }));
    checkout.write(
      'npm/npm-cli.js',
      `import fs from 'node:fs';
fs.writeFileSync('log.json', JSON.stringify({ args: process.argv.slice(2), global: process.env.npm_config_global }));
fs.cpSync('../../compiler', 'node_modules/typescript', { recursive: true });`,
    );
    const outer = { npm_config_global: 'true', npm_config_location: 'global', npm_config_prefix: '/nowhere' };
    const env = { npm_command: 'install', npm_execpath: path.join(checkout.folder, 'npm/npm-cli.js'), ...outer };
    expect(await checkout.run([], { script: 'prepare.mjs', env })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(path.join(checkout.folder, 'dist/lib/index.js'))).toBe(true);
    expect(JSON.parse(checkout.read('.cache/compiler/log.json'))).toEqual({
      args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    });
    const { packages } = JSON.parse(checkout.read('.cache/compiler/package-lock.json')) as { packages: object };
    expect(packages).toMatchObject({ 'node_modules/typescript': { version: '1.0.0', integrity: 'sha512-abc' } });
  });

  test('says what failed when the compiler cannot be installed', async () => {
    const checkout = new Checkout(false);
    checkout.write('package-lock.json', JSON.stringify({ packages: { 'node_modules/typescript': { version: '1.0.0' } } }));
    checkout.write('npm/npm-cli.js', "console.error('getaddrinfo ENOTFOUND registry'); process.exit(1);");
    const env = { npm_command: 'install', npm_execpath: path.join(checkout.folder, 'npm/npm-cli.js') };
    const { code, stderr } = await checkout.run([], { script: 'prepare.mjs', env });
    expect(code).toBe(1);
    expect(stderr).toContain('npm could not reach its registry.');
  });
});
