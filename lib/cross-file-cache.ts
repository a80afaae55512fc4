import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Linter } from 'eslint';
import { foldersByName, sizeLimit } from './scan/skip-list.js';

/** Code, what decides how its imports are resolved, and templates, which name handlers. */
const counts = /\.(?:[cm]?[jt]sx?|ya?ml|tf)$|^(?:package|[tj]sconfig.*|.*template)\.json$/;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') || Object.hasOwn(foldersByName, entry.name) ? [] : filesBelow(file);
      return entry.isFile() && counts.test(entry.name) && statSync(file).size <= sizeLimit ? [file] : [];
    });

/** One SHA-256 over the names and contents of the files, in hexadecimal. */
const hashOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) {
    const text = readFileSync(file);
    hash.update(`${path.relative(folder, file).split(path.sep).join('/')}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
};

/**
 * A config object that makes `eslint --cache` right for findings that depend on other modules. ESLint's cache knows a file by its own text
 * and its configuration, so a mended import would leave an old finding in place; here the configuration holds a hash of the project, and
 * any change of it makes ESLint look at every file again. Throws what the file system throws.
 *
 * @param folder the project; absolute, as in `import.meta.dirname`
 */
export const crossFileCache = (folder: string): Linter.Config => ({
  name: 'lambda-security/cross-file-cache',
  settings: { 'lambda-security/project': hashOf(folder) },
});
