import { isPacked } from '../analysis/packed.js';

/** Why a file or folder was left out. */
export type SkipReason =
  | 'installed packages'
  | 'build output'
  | 'vendored'
  | 'tool data'
  | 'ignored by .gitignore'
  | 'excluded'
  | 'minified'
  | 'type declarations'
  | 'too large'
  | 'binary'
  | 'link'
  | '--no-python'
  | '--no-typescript'
  | 'no TypeScript parser';

/** Files above this are generated or bundled: no hand-written handler comes near it. In bytes. */
export const sizeLimit = 1_000_000;

/** Folders that are left out by name. `build`, `out` and `tests` are not among them: people keep sources there. */
export const foldersByName: Readonly<Record<string, SkipReason>> = {
  node_modules: 'installed packages',
  bower_components: 'installed packages',
  jspm_packages: 'installed packages',
  'site-packages': 'installed packages',
  'dist-packages': 'installed packages',
  dist: 'build output',
  '.aws-sam': 'build output',
  '.serverless': 'build output',
  '.serverless_plugins': 'vendored',
  'cdk.out': 'build output',
  'cdktf.out': 'build output',
  '.webpack': 'build output',
  '.esbuild': 'build output',
  '.next': 'build output',
  '.nuxt': 'build output',
  '.output': 'build output',
  '.svelte-kit': 'build output',
  '.sst': 'build output',
  '.vercel': 'build output',
  __pycache__: 'build output',
  vendor: 'vendored',
  vendored: 'vendored',
  _vendor: 'vendored',
  third_party: 'vendored',
  'third-party': 'vendored',
  thirdparty: 'vendored',
  '.git': 'tool data',
  '.hg': 'tool data',
  '.svn': 'tool data',
  '.yarn': 'tool data',
  '.pnpm-store': 'tool data',
  '.terraform': 'tool data',
  '.turbo': 'tool data',
  '.parcel-cache': 'tool data',
  '.cache': 'tool data',
  '.nyc_output': 'tool data',
  coverage: 'tool data',
  '.tox': 'tool data',
  '.nox': 'tool data',
  '.mypy_cache': 'tool data',
  '.pytest_cache': 'tool data',
  '.ruff_cache': 'tool data',
  '.eggs': 'tool data',
};

/**
 * Why a folder is left out, or undefined.
 *
 * @param name its own name
 * @param has whether a file of this name lies in it
 */
export function folderSkipReason(name: string, has: (file: string) => boolean): SkipReason | undefined {
  if (Object.hasOwn(foldersByName, name)) return foldersByName[name];
  if (name.endsWith('.egg-info') || name.endsWith('.dist-info')) return 'installed packages';
  // A Python virtual environment, whatever it is called.
  return has('pyvenv.cfg') ? 'installed packages' : undefined;
}

const minifiedName = /[.-](?:min|bundle)\.[cm]?js$/i;
const declarationName = /\.d\.[cm]?ts$/i;

/** Why a file is left out by its name, or undefined. */
export function nameSkipReason(name: string): SkipReason | undefined {
  if (minifiedName.test(name)) return 'minified';
  return declarationName.test(name) ? 'type declarations' : undefined;
}

/** What bundlers write into their output and nobody writes by hand. */
const bundleMarks = [
  /\b__webpack_(?:require|modules|exports)__\b/,
  /^var __(?:create = Object\.create|defProp = Object\.defineProperty|commonJS(?:Min)? = )/m,
  /^parcelRequire\b/m,
];

const compiledMark = /^\/\/# sourceMappingURL=/m;

/**
 * Why a JavaScript file is left out by what it holds, or undefined.
 *
 * @param text the whole file
 * @param hasTypeScript whether a TypeScript file of the same name lies beside it
 */
export function contentSkipReason(text: string, hasTypeScript: boolean): SkipReason | undefined {
  if (bundleMarks.some(mark => mark.test(text)) || (hasTypeScript && compiledMark.test(text))) return 'build output';
  return isPacked(text) ? 'minified' : undefined;
}
