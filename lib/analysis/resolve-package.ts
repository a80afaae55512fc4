import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keptForRound } from './round.js';

interface Manifest {
  readonly name?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly source?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly workspaces?: unknown;
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Conditions of `exports` and `imports`, as Node and bundlers know them; sources are what is read here. */
const conditions = ['source', 'development', 'import', 'module', 'node', 'require', 'default', 'types'];
const built = /^(?:\.\/)?(?:dist|build|lib|out|esm|cjs)\//u;
const maxFolders = 200;

const packages = keptForRound<string, Package | null>();
const above = keptForRound<string, readonly Package[]>();
const workspaces = keptForRound<string, ReadonlyMap<string, Package>>();

function packageIn(folder: string): Package | null {
  let found = packages.get(folder);
  if (found === undefined) {
    try {
      const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as unknown;
      found = typeof manifest === 'object' && manifest !== null ? { folder, manifest } : null;
    } catch {
      // No manifest, or one that is not JSON.
      found = null;
    }
    packages.set(folder, found);
  }
  return found;
}

/** The packages that a folder lies in, up to the repository's own, the innermost first. */
function packagesAbove(folder: string): readonly Package[] {
  let found = above.get(folder);
  if (found === undefined) {
    const own = packageIn(folder);
    const isTop = folder === path.dirname(folder) || existsSync(path.join(folder, '.git'));
    found = [...(own === null ? [] : [own]), ...(isTop ? [] : packagesAbove(path.dirname(folder)))];
    above.set(folder, found);
  }
  return found;
}

/** The patterns of a workspace's packages: npm's and Yarn's in the manifest, pnpm's in a file of its own. */
function workspacePatterns({ folder, manifest }: Package): readonly string[] {
  const own = manifest.workspaces;
  const listed = Array.isArray(own) ? own : typeof own === 'object' && own !== null ? (own as { packages?: unknown }).packages : null;
  if (Array.isArray(listed)) return listed.filter(item => typeof item === 'string');
  try {
    const text = readFileSync(path.join(folder, 'pnpm-workspace.yaml'), 'utf8');
    return [...text.matchAll(/^\s*-\s*['"]?([^'"#\s]+)/gmu)].map(([, pattern = '']) => pattern);
  } catch {
    return [];
  }
}

/** Folders that a pattern names: `packages/*`, `apps/api`; what stands behind `**` is looked for one level down. */
function foldersOf(root: string, pattern: string): readonly string[] {
  if (pattern.startsWith('!')) return [];
  return pattern.split('/').reduce<string[]>(
    (folders, part) => {
      if (part === '' || part === '.') return folders;
      if (!part.includes('*')) return folders.map(folder => path.join(folder, part));
      return folders.flatMap(childFolders).slice(0, maxFolders);
    },
    [root],
  );
}

function childFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** The packages of the workspace that a manifest is the root of, by name. */
function workspaceOf(root: Package): ReadonlyMap<string, Package> {
  let members = workspaces.get(root.folder);
  if (members === undefined) {
    const found = workspacePatterns(root)
      .flatMap(pattern => foldersOf(root.folder, pattern))
      .flatMap(folder => packageIn(folder) ?? []);
    members = new Map(found.flatMap(member => (typeof member.manifest.name === 'string' ? [[member.manifest.name, member] as const] : [])));
    workspaces.set(root.folder, members);
  }
  return members;
}

/** What a target of `exports` or `imports` leads to: a path, the first condition that leads to one, or the first of a list. */
function targetsOf(target: unknown, star: string): readonly string[] {
  if (typeof target === 'string') return [target.replaceAll('*', star)];
  if (Array.isArray(target)) return target.flatMap(item => targetsOf(item, star));
  if (typeof target !== 'object' || target === null) return [];
  return conditions.flatMap(condition => targetsOf((target as Record<string, unknown>)[condition], star));
}

/** The targets of a name in a map of subpaths, whose names may hold one `*`. */
function mapped(map: unknown, name: string): readonly string[] {
  if (typeof map !== 'object' || map === null) return [];
  return Object.entries(map).flatMap(([pattern, target]) => {
    if (pattern === name) return targetsOf(target, '');
    const [start = '', end] = pattern.split('*');
    if (end === undefined || !name.startsWith(start) || !name.endsWith(end) || name.length < pattern.length) return [];
    return targetsOf(target, name.slice(start.length, name.length - end.length));
  });
}

/** Where a package's own files may lie that an import of it, or of a path in it, leads to. */
function entriesOf({ manifest }: Package, subpath: string): readonly string[] {
  const { exports } = manifest;
  const isMap = typeof exports === 'object' && exports !== null && Object.keys(exports).some(key => key.startsWith('.'));
  const exported = isMap ? mapped(exports, subpath) : subpath === '.' ? targetsOf(exports, '') : [];
  if (exported.length > 0) return exported;
  if (subpath !== '.') return [subpath, `./src/${subpath.slice(2)}`];
  return [manifest.source, manifest.module, manifest.main, 'index', 'src/index'].filter(entry => typeof entry === 'string');
}

function filesIn(folder: string, targets: readonly string[]): readonly string[] {
  return targets.flatMap(target => {
    // What a build will write lies among the sources under the same name.
    const source = built.test(target) ? [target.replace(built, './src/'), target.replace(built, './')] : [];
    return [target, ...source].map(each => path.join(folder, each));
  });
}

/**
 * Where the file may lie that a specifier leads to which is no path: `#lib/db` of the package's own `imports`, or a package of the workspace.
 * @param from absolute path of the importing file
 */
export function packageCandidates(specifier: string, from: string): readonly string[] {
  const around = packagesAbove(path.dirname(from));
  if (specifier.startsWith('#')) {
    const [own] = around;
    return own === undefined ? [] : filesIn(own.folder, mapped(own.manifest.imports, specifier));
  }
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+|[^@/][^/]*)(\/.*)?$/u.exec(specifier) ?? [];
  for (const root of around) {
    const member = root.manifest.name === name ? root : workspaceOf(root).get(name);
    if (member !== undefined) return filesIn(member.folder, entriesOf(member, `.${rest}`));
  }
  return [];
}
