#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, hasBuild } from './build.mjs';
import { SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { hasPackages, installPackages } from './node-packages.mjs';
import { isSupported } from './node-version.mjs';
import { handOver } from './process.mjs';
import { hasSemgrep, hasTestTools, installSemgrep, installTestTools } from './python.mjs';
import { runTests } from './run-tests.mjs';

// `npm run scan`, `npm test`, `npm run check` and `npm run sync` start here: set up what is missing, then do it.

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
const note = text => process.stderr.write(`${text}\n`);

const steps = {
  packages: { done: hasPackages, work: installPackages, text: 'Installing npm packages (npm ci)' },
  build: { done: hasBuild, work: build, text: 'Compiling' },
  semgrep: { done: hasSemgrep, work: installSemgrep, text: 'Installing Semgrep into .venv' },
  testTools: { done: hasTestTools, work: installTestTools, text: 'Installing pre-commit and pip-audit into .venv' },
};

/** Does the named steps in order, each only when it is not done; the lock is taken only when something is missing. */
const ensure = async names => {
  const missing = () => names.map(name => steps[name]).filter(step => !step.done(root));
  if (missing().length === 0) return;
  const work = async () => {
    for (const step of missing()) {
      note(`${step.text} ...`);
      await step.work(root);
    }
  };
  await withLock(join(root, '.cache', 'setup.lock'), work, pid =>
    note(`Another run${pid ? ` (process ${pid})` : ''} is setting up; waiting for it ...`),
  );
};

const tell = error => {
  if (!(error instanceof SetupFailure)) throw error;
  note(error.describe());
};

/** npm starts us in the checkout; a path the user typed counts from where the user stands. */
const userFolder = () => {
  const throughNpm = process.env.npm_lifecycle_event === 'scan' && process.cwd() === root;
  return throughNpm && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
};

const scan = async args => {
  await ensure(['packages', 'build']);
  if (!args.some(arg => arg === '--no-python' || arg === '--help' || arg === '-h')) {
    // Without Semgrep the JavaScript is still checked; the scan itself says what it could not do.
    await ensure(['semgrep']).catch(tell);
  }
  return handOver(process.execPath, [join(root, 'lib', 'setup', 'bin.mjs'), 'scan', ...args], { cwd: userFolder() });
};

const commands = {
  scan,
  test: async args => {
    await ensure(['packages', 'build', 'semgrep', 'testTools']);
    return runTests(root, args);
  },
  'test:browser': async args => {
    await ensure(['packages', 'build']);
    return runTests(root, ['--project', 'browser', ...args]);
  },
  check: async args => {
    await ensure(['packages', 'build']);
    return handOver(process.execPath, [join(root, 'lib', 'setup', 'check.mjs'), ...args], { cwd: root });
  },
  sync: async args => {
    await ensure(['packages', 'build']);
    return handOver(process.execPath, [join(root, 'dist', 'lib', 'sync', 'main.js'), ...args], { cwd: root });
  },
};

const [name = '', ...args] = process.argv.slice(2);
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
if (!isSupported(process.versions.node, engines.node)) {
  note(
    `Node ${process.versions.node} is not supported: this needs ${engines.node}.\nInstall a newer Node from https://nodejs.org, then run this again.`,
  );
  process.exitCode = 2;
} else if (!Object.hasOwn(commands, name) || !existsSync(join(root, 'package-lock.json'))) {
  note(`Usage: npm run ${Object.keys(commands).join('|')} -- [ARGUMENTS], in a checkout.`);
  process.exitCode = 2;
} else {
  process.exitCode = await commands[name](args).catch(error => {
    tell(error);
    return 2;
  });
}
