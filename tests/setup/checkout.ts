import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

/** Stands for tsc: copies the sources to the folder that --outDir names; text that begins with `error` does not compile. */
const compiler = `
const fs = require('node:fs');
const out = process.argv[process.argv.indexOf('--outDir') + 1];
if (fs.readFileSync('lib/index.ts', 'utf8').startsWith('error')) {
  console.log('lib/index.ts(1,1): error TS1005: expected.');
  process.exit(2);
}
fs.mkdirSync(out + '/lib/scan', { recursive: true });
fs.copyFileSync('lib/index.ts', out + '/lib/index.js');
fs.writeFileSync(out + '/lib/scan/main.js', fs.readFileSync('lib/scan/main.ts'));
`;

/** Stands for the scan: says what it was given and where it runs. */
const scanProgram = 'export const main = args => console.log(JSON.stringify({ args, cwd: process.cwd() }));\n';

/** Stands for Python: makes what `venv` and `pip` would make, and keeps a log of what it was asked for. */
const python = (log: string) => `#!/bin/sh
echo "$*" >> '${log}'
case "$*" in
  *version_info*) echo "3 11" ;;
  *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo "version = 3.11" > .venv/pyvenv.cfg ;;
  *"pip install"*) sleep 0.2; echo > .venv/bin/semgrep ;;
esac
`;

const manifest = {
  name: 'eslint-plugin-lambda-security',
  version: '0.0.0',
  type: 'module',
  engines: { node: '>=20' },
  scripts: { scan: 'node lib/setup/bootstrap.mjs scan', test: 'node lib/setup/bootstrap.mjs test' },
  devDependencies: { typescript: 'file:compiler' },
};

const lock = {
  name: manifest.name,
  version: manifest.version,
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': manifest,
    compiler: { name: 'typescript', version: '1.0.0' },
    'node_modules/typescript': { resolved: 'compiler', link: true },
  },
};

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A small checkout with the real set-up, a compiler and a Python that only pretend, and no need for a network. */
export class Checkout {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lambda-security-checkout-')));
  readonly #programs = path.join(this.folder, 'programs');
  readonly #log = path.join(this.folder, 'python.log');

  /** @param installed whether `npm ci` has run already */
  constructor(installed = true) {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    cpSync(path.join(repository, 'lib/setup'), path.join(this.folder, 'lib/setup'), { recursive: true });
    this.write('package.json', JSON.stringify(manifest));
    this.write('package-lock.json', JSON.stringify(lock));
    this.write('compiler/package.json', JSON.stringify({ name: 'typescript', version: '1.0.0' }));
    this.write('compiler/bin/tsc', compiler);
    this.write('lib/index.ts', 'export {};\n');
    this.write('lib/scan/main.ts', scanProgram);
    this.write('rules/index.ts', '');
    this.write('tsconfig.json', '{}');
    this.write('tsconfig.build.json', '{}');
    this.write('requirements.txt', 'semgrep==1.0.0\n');
    this.write('python.log', '');
    this.program('python3', python(this.#log));
    if (installed) this.#install();
  }

  /** Leaves what npm leaves: the packages, and its record of them. */
  #install(): void {
    this.write('node_modules/.package-lock.json', JSON.stringify({ ...lock, packages: { ...lock.packages, '': undefined } }));
    symlinkSync(path.join('..', 'compiler'), path.join(this.folder, 'node_modules/typescript'));
  }

  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Puts a program on the PATH of this checkout. */
  program(name: string, script: string): void {
    this.write(`programs/${name}`, script);
    chmodSync(path.join(this.#programs, name), 0o755);
  }

  /** What Python was asked for since the last call. */
  pythonCalls(): string[] {
    const calls = this.read('python.log').trim().split('\n');
    this.write('python.log', '');
    return calls.filter(call => call !== '');
  }

  /** Starts the set-up as npm would. */
  start(args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string; script?: string } = {}): ChildProcess {
    const { env, cwd = this.folder, script = 'bootstrap.mjs' } = options;
    const ownNames = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name));
    return spawn(process.execPath, [path.join(this.folder, 'lib/setup', script), ...args], {
      cwd,
      env: { ...Object.fromEntries(ownNames), PATH: `${this.#programs}:/usr/bin:/bin`, ...env },
    });
  }

  run(args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string; script?: string } = {}): Promise<Outcome> {
    return outcomeOf(this.start(args, options));
  }
}

/** Waits for a program to end. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', chunk => (output.stdout += String(chunk)));
  child.stderr?.on('data', chunk => (output.stderr += String(chunk)));
  return new Promise(resolve => child.on('close', code => resolve({ code, ...output })));
}
