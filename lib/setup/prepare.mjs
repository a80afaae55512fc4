import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, hasBuild } from './build.mjs';
import { SetupFailure } from './failure.mjs';
import { npm, npmFailure } from './node-packages.mjs';

// npm runs this before it packs the package, which it also does to install it from a git repository, as pre-commit asks it to.
// There the devDependencies are missing, because npm hands the outer command's `--global` down.

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

const prepare = async () => {
  // `npm ci` is followed by the bootstrap, which builds.
  if (process.env.npm_command === 'ci') return;
  if (!existsSync(join(root, 'node_modules', 'typescript', 'bin', 'tsc'))) {
    const result = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'], root);
    if (result.code !== 0) throw npmFailure(result);
  }
  if (!hasBuild(root)) await build(root);
};

try {
  await prepare();
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  process.stderr.write(`${error.describe()}\n`);
  process.exitCode = 1;
}
