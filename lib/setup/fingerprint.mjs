import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The contents of a text file, or undefined when there is none. */
export const readText = file => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
};

/** Writes a text file and the folders above it. */
export const writeText = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** One SHA-256 over several texts, in hexadecimal; where one text ends and the next begins counts. */
export const fingerprint = texts => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
};

/**
 * Names and contents of the files in some folders, for `fingerprint`.
 *
 * @param {string} root names count from here
 * @param {string[]} folders below root; one that does not exist is empty
 * @param {string} extension with its dot
 */
export const filesAsTexts = (root, folders, extension) =>
  folders.flatMap(folder => {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter(entry => entry.isFile() && entry.name.endsWith(extension))
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .flatMap(file => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')]);
  });
