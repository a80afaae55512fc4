import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './node-packages.mjs';
import { run } from './process.mjs';

// What `npm run check` does once packages are installed: every step runs, whatever the one before it found.

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The script behind a package's command, so that no shell is needed to start it. */
const script = (name, command = name) => {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
};

const node = (...args) => run(process.execPath, args, { cwd: root });

/** Packs the package and hands the tarball to a program. */
const onTarball = async check => {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-security-pack-'));
  try {
    const packed = await npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
    const [tarball] = readdirSync(folder);
    return packed.code === 0 && tarball ? await check(join(folder, tarball)) : packed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const steps = [
  ['types', () => node(script('typescript', 'tsc'), '-p', 'tsconfig.json', '--pretty', 'false')],
  ['declarations', () => node(script('typescript', 'tsc'), '-p', 'tsconfig.build.json', '--noEmit', '--pretty', 'false')],
  ['eslint', () => node(script('eslint'), '--max-warnings', '0', '.')],
  ['prettier', () => node(script('prettier'), '--check', '--log-level', 'warn', '.')],
  ['knip', () => node(script('knip'), '--no-progress')],
  ['sync', () => node(join('dist', 'lib', 'sync', 'main.js'), '--check')],
  ['publint', () => onTarball(tarball => node(script('publint'), 'run', tarball, '--strict'))],
  // The package is ESM only: CommonJS loads it through require(esm).
  [
    'attw',
    () =>
      onTarball(tarball =>
        node(script('@arethetypeswrong/cli', 'attw'), tarball, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm'),
      ),
  ],
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter(([name]) => wanted.includes(name));
let failed = 0;
for (const [name, check] of chosen) {
  const { code, output } = await check();
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code === 0) continue;
  failed += 1;
  console.log(output.trimEnd().replace(/^/gm, '  '));
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
