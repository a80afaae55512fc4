import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { resolveModule } from '../analysis/resolve-module.js';
import { isLocalPackage } from './local-packages.js';
import type { Twin } from './messages.js';
import { popularTwin } from './popular-twin.js';

const packageName = /^(?:@[^/@\s]+\/)?[^/@\s:!#~$?&%.][^/@\s:!#?&%]*/u;

/** The npm package that an import names; null for files, aliases, protocols and Node's own modules. */
function packageOf(specifier: string): string | null {
  if (/^(?:@\/|@@|[\w-]+:)/.test(specifier) || /[!\0\\]/.test(specifier) || isBuiltin(specifier)) return null;
  const name = packageName.exec(specifier)?.[0] ?? null;
  // The registry takes no capitals any more: they are the sign of an alias.
  return name === null || isBuiltin(name) || /[A-Z]/.test(name) ? null : name;
}

/** Whether a folder or module of this name lies in a folder or above it: jsconfig.json, bundlers and NODE_PATH make such folders a root. */
function liesAbove(name: string, folder: string): boolean {
  if (['', '.js', '.mjs', '.ts', '.jsx', '.tsx'].some(ending => existsSync(path.join(folder, name + ending)))) return true;
  const parent = path.dirname(folder);
  return parent !== folder && !existsSync(path.join(folder, '.git')) && liesAbove(name, parent);
}

/**
 * The popular package that an import is one slip away from.
 *
 * @param specifier as written
 * @param from absolute path of the importing file
 * @returns the package's name as written and the one that was probably meant; null when there is nothing to say
 */
export function importedTwin(specifier: string, from: string): { name: string; twin: Twin } | null {
  const name = packageOf(specifier);
  const twin = name === null ? null : popularTwin(name, 'npm');
  if (name === null || twin === null) return null;
  const folder = path.dirname(from);
  return resolveModule(specifier, from) !== null || isLocalPackage(name, folder) || liesAbove(name, folder) ? null : { name, twin };
}
