import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNetworkFailure, SetupFailure } from './failure.mjs';
import { readText, writeText } from './fingerprint.mjs';
import { run } from './process.mjs';

/** Some packages hold programs for one system; a folder that two systems share is installed anew for each. */
const platform = `${process.platform}-${process.arch}`;
const platformFile = root => join(root, 'node_modules', '.cache', 'lambda-security', 'platform');

/** Whether npm's own record of what it installed holds every package of the lock file; optional ones may be missing. */
const matchesLock = root => {
  const installed = readText(join(root, 'node_modules', '.package-lock.json'));
  const locked = readText(join(root, 'package-lock.json'));
  if (installed === undefined || locked === undefined) return false;
  const present = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(locked).packages).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || isSame(present[path], entry),
  );
};

const isSame = (present, wanted) => present?.version === wanted.version && present?.integrity === wanted.integrity;

/** Whether `node_modules` is what the lock file asks for, on this system. */
export const hasPackages = root => (readText(platformFile(root)) ?? platform) === platform && matchesLock(root);

/** npm as a script for this Node: the one that runs us, else the one beside Node; a shell would be needed for `npm.cmd`. */
const npmScript = () => {
  const folder = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  return places.find(place => place !== undefined && basename(place) === 'npm-cli.js' && existsSync(place));
};

/**
 * Runs npm in a folder, without the settings that an outer `npm install --global` hands down.
 *
 * @returns {Promise<{code: number, output: string, missing: boolean}>}
 */
export const npm = (args, cwd) => {
  const inherited = new Set(['global', 'location', 'prefix', 'install_links', 'omit', 'loglevel'].map(name => `npm_config_${name}`));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.has(name.toLowerCase())));
  const script = npmScript();
  return script === undefined ? run('npm', args, { cwd, env }) : run(process.execPath, [script, ...args], { cwd, env });
};

/** What to say about a failed npm run. */
const npmFailure = ({ output, missing }) => {
  if (missing) return new SetupFailure('npm was not found.', 'Install Node with npm from https://nodejs.org, then run this again.');
  if (isNetworkFailure(output)) {
    return new SetupFailure(
      'npm could not reach its registry.',
      'Check the network or proxy (`npm config get registry`, `npm config get proxy`), then run this again.',
      output,
    );
  }
  if (/code EUSAGE/.test(output)) {
    return new SetupFailure('package.json and package-lock.json disagree.', 'Run `npm install`, then run this again.', output);
  }
  if (/code (EACCES|EPERM|EROFS)/.test(output)) {
    return new SetupFailure(
      'npm may not write to node_modules.',
      'Check who owns the checkout and node_modules, then run this again.',
      output,
    );
  }
  return new SetupFailure('`npm ci` failed.', 'Run `npm ci` by hand to see more, mend what it names, then run this again.', output);
};

/** Installs what package-lock.json asks for. Throws a SetupFailure. */
export async function installPackages(root) {
  const result = await npm(['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'], root);
  if (result.code !== 0) throw npmFailure(result);
  writeText(platformFile(root), platform);
}

/**
 * Installs the compiler alone, as package-lock.json has it, into a folder of its own. Throws a SetupFailure.
 *
 * @returns {Promise<string>} the compiler's script
 */
export async function installCompiler(root) {
  const folder = join(root, '.cache', 'compiler');
  const { integrity, version } = JSON.parse(readText(join(root, 'package-lock.json')) ?? '{}').packages['node_modules/typescript'];
  const manifest = { private: true, dependencies: { typescript: version } };
  const packages = { '': manifest, 'node_modules/typescript': { version, integrity } };
  writeText(join(folder, 'package.json'), JSON.stringify(manifest));
  writeText(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
  const result = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  if (result.code !== 0) throw npmFailure(result);
  return join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
}
