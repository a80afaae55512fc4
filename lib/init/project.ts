import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { excludesOf } from '../scan/excludes.js';
import { findFiles } from '../scan/find-files.js';
import { resolveTargets } from '../scan/targets.js';

/** How a package manager installs and runs. */
export interface PackageManager {
  name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Adds development dependencies; their names follow. */
  add: readonly string[];
  /** Installs what the lock file names. */
  install: string;
  /** Runs a package's program; the program follows. */
  run: string;
  /** The same without a person to ask: what is not installed must not be fetched by its bare name. */
  runInJob: string;
}

const managers: readonly (PackageManager & { locks: readonly string[] })[] = [
  {
    name: 'pnpm',
    locks: ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    add: ['add', '--save-dev'],
    install: 'pnpm install --frozen-lockfile',
    run: 'pnpm exec',
    runInJob: 'pnpm exec',
  },
  {
    name: 'yarn',
    locks: ['yarn.lock'],
    add: ['add', '--dev'],
    install: 'yarn install --immutable',
    run: 'yarn run',
    runInJob: 'yarn run',
  },
  {
    name: 'bun',
    locks: ['bun.lock', 'bun.lockb'],
    add: ['add', '--dev'],
    install: 'bun install --frozen-lockfile',
    run: 'bunx',
    runInJob: 'bunx --no-install',
  },
];

/** Where no lock file names another. */
const npm: PackageManager = {
  name: 'npm',
  add: ['install', '--save-dev'],
  install: 'npm ci',
  run: 'npx',
  runInJob: 'npx --no',
};

/** The package manager of a folder, with what its version and its workspaces ask for. */
const managerOf = (names: readonly string[], manifest: Manifest | undefined, read: Project['read']): PackageManager => {
  const named = manifest?.packageManager?.split('@')[0];
  const found =
    managers.find(({ name }) => name === named) ?? managers.find(({ locks }) => locks.some(lock => names.includes(lock))) ?? npm;
  const isClassic = found.name === 'yarn' && /^# yarn lockfile v1$/m.test(read('yarn.lock') ?? '');
  const isPnpmRoot = found.name === 'pnpm' && names.includes('pnpm-workspace.yaml');
  return {
    ...found,
    ...(isClassic ? { install: 'yarn install --frozen-lockfile' } : {}),
    // Both refuse to add to the root of a workspace unless told that it is meant.
    ...(isPnpmRoot ? { add: [...found.add, '--workspace-root'] } : {}),
    ...(isClassic && manifest?.workspaces !== undefined ? { add: [...found.add, '--ignore-workspace-root-check'] } : {}),
  };
};

interface Manifest {
  type?: string;
  packageManager?: string;
  workspaces?: unknown;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  'lint-staged'?: unknown;
}

/** What init needs to know of a project. `read` gives a file's text, or undefined when there is none. */
export interface Project {
  folder: string;
  read: (name: string) => string | undefined;
  /** Of package.json; undefined when there is none, or when it is no JSON. */
  manifest: Manifest | undefined;
  packageManager: PackageManager;
  languages: ReadonlySet<'js' | 'ts' | 'py'>;
  /** Whether TypeScript is installed in a version that typescript-eslint does not support yet. */
  isBeyondParser: boolean;
  /** The names of ESLint's configuration files, of both kinds. */
  eslintConfigs: string[];
  /** The text of lint-staged's configuration; undefined when there is none. */
  lintStaged: string | undefined;
  isGitRepository: boolean;
  /** The branch that the others go into. */
  mainBranch: string;
  /** Where its CI runs; undefined when nothing tells. */
  host: 'github' | 'gitlab' | undefined;
}

const reader =
  (folder: string): Project['read'] =>
  name => {
    try {
      return readFileSync(path.join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };

const readManifest = (text: string | undefined): Manifest | undefined => {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Manifest) : undefined;
  } catch {
    return undefined;
  }
};

/** The languages of the files that a scan of the folder would check. */
const languagesIn = (folder: string): Project['languages'] => {
  const { targets } = resolveTargets(['.'], folder);
  const { files } = findFiles(
    targets,
    excludesOf(() => []),
  );
  // A configuration file is no code of the project.
  const code = files.filter(file => !/^[\w-]+\.config\.[cm]?[jt]s$/.test(path.relative(folder, file.path)));
  return new Set(code.map(({ kind }) => kind).filter(kind => kind !== 'other'));
};

const hostOf = (folder: string, read: Project['read']): Project['host'] => {
  if (read('.gitlab-ci.yml') !== undefined) return 'gitlab';
  if (existsSync(path.join(folder, '.github'))) return 'github';
  const remotes = /url\s*=.*\b(github|gitlab)\b/.exec(read('.git/config') ?? '');
  return remotes?.[1] as Project['host'];
};

const lintStagedOf = (names: readonly string[], manifest: Manifest | undefined, read: Project['read']): string | undefined => {
  if (manifest?.['lint-staged'] !== undefined) return JSON.stringify(manifest['lint-staged']);
  const file = names.find(name => /^(\.lintstagedrc(\.\w+)?|lint-staged\.config\.[cm]?[jt]s)$/.test(name));
  return file === undefined ? undefined : read(file);
};

const mainBranchOf = (read: Project['read']): string => {
  const ofRemote = /^ref: refs\/remotes\/origin\/(\S+)/.exec(read('.git/refs/remotes/origin/HEAD') ?? '')?.[1];
  // Any other branch that is checked out may be one for a change.
  const present = /^ref: refs\/heads\/(main|master|trunk|develop)\s/.exec(read('.git/HEAD') ?? '')?.[1];
  return ofRemote ?? present ?? 'main';
};

/** Looks at a project; changes nothing. */
export function lookAt(folder: string): Project {
  const read = reader(folder);
  const names = readdirSync(folder);
  const manifest = readManifest(read('package.json'));
  return {
    folder,
    read,
    manifest,
    packageManager: managerOf(names, manifest, read),
    languages: languagesIn(folder),
    isBeyondParser: /^\D*([7-9]|[1-9]\d+)\b/.test({ ...manifest?.dependencies, ...manifest?.devDependencies }['typescript'] ?? ''),
    eslintConfigs: names.filter(name => /^(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/.test(name)),
    lintStaged: lintStagedOf(names, manifest, read),
    isGitRepository: names.includes('.git'),
    mainBranch: mainBranchOf(read),
    host: hostOf(folder, read),
  };
}
