import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmSource } from './npm-range.js';

interface Manifest {
  readonly name?: unknown;
  readonly workspaces?: unknown;
  readonly [section: string]: unknown;
}

const readManifest = (folder: string): Manifest | null => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' ? (manifest as Manifest | null) : null;
  } catch {
    return null;
  }
};

/** Whether a manifest says that a name leads to a folder of the repository, or to another package. */
const isRedirected = (manifest: Manifest, name: string): boolean =>
  ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].some(section => {
    const value = (manifest[section] as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'string' && npmSource(name, value).registryName !== name;
  });

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(folder, entry.name));
  } catch {
    return [];
  }
};

/** Whether a name is that of a package in the workspaces of a manifest: folders by name, or all below one. */
function isInWorkspaces(folder: string, { workspaces }: Manifest, name: string): boolean {
  const listed: unknown = Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown } | undefined)?.packages;
  const patterns = Array.isArray(listed) ? listed.filter(entry => typeof entry === 'string') : [];
  return patterns.some(pattern => {
    const base = path.join(folder, pattern.replace(/\/?\*.*$/, ''));
    return (pattern.includes('*') ? foldersIn(base) : [base]).some(member => readManifest(member)?.name === name);
  });
}

const isLink = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** pnpm links every package into its own store: only a link that leaves `node_modules` shows a workspace. */
const isLinkedWorkspace = (folder: string, name: string): boolean =>
  isLink(path.join(folder, 'node_modules', name)) && !existsSync(path.join(folder, 'node_modules', '.pnpm'));

/**
 * Whether a name leads to a package of the same repository, or by an alias to another one.
 *
 * @param folder absolute; it and those above it, up to the top of the git repository, are asked
 */
export function isLocalPackage(name: string, folder: string): boolean {
  const manifest = readManifest(folder);
  if (manifest !== null && (manifest.name === name || isRedirected(manifest, name) || isInWorkspaces(folder, manifest, name))) return true;
  if (isLinkedWorkspace(folder, name)) return true;
  const parent = path.dirname(folder);
  return parent !== folder && !existsSync(path.join(folder, '.git')) && isLocalPackage(name, parent);
}
