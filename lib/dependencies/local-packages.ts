import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { npmSource } from './npm-range.js';
import { type Manifest, readManifest, workspaceNames } from './workspaces.js';

/** Whether a manifest says that a name leads to a folder of the repository, or to another package. */
const isRedirected = (manifest: Manifest, name: string): boolean =>
  ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].some(section => {
    const value = (manifest[section] as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'string' && npmSource(name, value).registryName !== name;
  });

const isLink = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** pnpm links every package into its own store: only a link that leaves `node_modules` shows a workspace. */
const isLinkedWorkspace = (folder: string, name: string): boolean =>
  isLink(path.join(folder, 'node_modules', name)) && !existsSync(path.join(folder, 'node_modules', '.pnpm'));

/**
 * Makes the test whether a name leads to a package of the same repository, or by an alias to another one.
 *
 * @param folder absolute; it and those above it, up to the top of the git repository, are asked
 */
export function localPackagesOf(folder: string): (name: string) => boolean {
  const parent = path.dirname(folder);
  const isTop = parent === folder || existsSync(path.join(folder, '.git'));
  const isAbove = isTop ? () => false : localPackagesOf(parent);
  const manifest = readManifest(folder);
  const names = workspaceNames(folder);
  return name =>
    (manifest !== null && (manifest.name === name || isRedirected(manifest, name))) ||
    names.has(name) ||
    isLinkedWorkspace(folder, name) ||
    isAbove(name);
}

/** Whether one name is such. */
export const isLocalPackage = (name: string, folder: string): boolean => localPackagesOf(folder)(name);
