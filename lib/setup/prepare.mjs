import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, hasBuild } from './build.mjs';
import { SetupFailure } from './failure.mjs';
import { installCompiler } from './node-packages.mjs';

// npm runs this before it packs the package, which it also does to install it from a git repository, as pre-commit asks it to.
// There the devDependencies are missing, because npm hands the outer command's `--global` down. A program that is installed globally is
// only run, so the compiler is all that it takes: without types it writes the same JavaScript.

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

const prepare = async () => {
  // `npm ci` is followed by the bootstrap, which builds.
  if (process.env.npm_command === 'ci') return;
  const hasCompiler = existsSync(join(root, 'node_modules', 'typescript', 'bin', 'tsc'));
  if (!hasBuild(root)) await build(root, hasCompiler ? undefined : await installCompiler(root));
};

try {
  await prepare();
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  process.stderr.write(`${error.describe()}\n`);
  process.exitCode = 1;
}
