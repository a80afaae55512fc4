import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupFailure } from './failure.mjs';
import { filesAsTexts, fingerprint, readText, writeText } from './fingerprint.mjs';
import { run } from './process.mjs';

const stampFile = root => join(root, 'node_modules', '.cache', 'lambda-security', 'build');

const expectedStamp = root =>
  fingerprint([
    ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'lib/setup/bundle.mjs'].map(name => readText(join(root, name)) ?? ''),
    ...filesAsTexts(root, ['lib', 'rules'], '.ts'),
    ...filesAsTexts(root, packFolders(root), '.yaml'),
  ]);

/** Packs of Semgrep that are also one JSON file: it reads YAML in Python, which takes it longer than most scans. */
const jsonPacks = ['python', 'python-opt-in'];
const packFolders = root => jsonPacks.map(pack => join('semgrep-rules', pack)).filter(folder => existsSync(join(root, folder)));

const writePacks = async (root, fresh) => {
  const { writeRules } = await import(pathToFileURL(join(fresh, 'lib', 'scan', 'write-rules.js')).href);
  mkdirSync(join(fresh, 'semgrep-rules'), { recursive: true });
  for (const folder of packFolders(root)) writeRules([join(root, folder)], join(fresh, `${folder}.json`));
};

/** Whether `dist` was built from the sources as they are. */
export const hasBuild = root => existsSync(join(root, 'dist', 'lib', 'index.js')) && readText(stampFile(root)) === expectedStamp(root);

/**
 * Compiles lib and rules to dist and joins them into a few files. Types are left to `npm run check`: that halves the time. A failed build leaves the previous one
 * in place. Throws a SetupFailure.
 *
 * @param {string} root the checkout
 * @param {string} [lone] the script of a compiler that was installed without the packages whose types it would read
 */
export async function build(root, lone) {
  // Taken first: what is edited while the compiler runs is built the next time.
  const stamp = expectedStamp(root);
  const fresh = join(root, '.cache', 'dist');
  const dist = join(root, 'dist');
  rmSync(fresh, { recursive: true, force: true });
  const compiler = lone ?? join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = ['-p', 'tsconfig.build.json', '--outDir', fresh, '--pretty', 'false', '--noCheck', ...(lone ? ['--types', 'null'] : [])];
  const { code, output } = await run(process.execPath, [compiler, ...args], { cwd: root });
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new SetupFailure(
      'The sources do not compile.',
      'Mend the errors above, or go back to a released version, then run this again.',
      output,
    );
  }
  // An install from git, which only runs the program, has no reader of YAML yet.
  if (packFolders(root).length > 0 && existsSync(join(root, 'node_modules', 'yaml', 'package.json'))) await writePacks(root, fresh);
  // Without the bundler what tsc wrote works as it is, only slower to load.
  if (existsSync(join(root, 'node_modules', 'rolldown', 'package.json'))) {
    const bundled = await run(process.execPath, [join(root, 'lib', 'setup', 'bundle.mjs'), fresh], { cwd: root });
    if (bundled.code !== 0) {
      rmSync(fresh, { recursive: true, force: true });
      throw new SetupFailure(
        'The compiled sources cannot be joined.',
        'Install the packages anew with `npm ci`, then run this again.',
        bundled.output,
      );
    }
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  writeText(stampFile(root), stamp);
}
