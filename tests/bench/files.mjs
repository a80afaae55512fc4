import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const javascript = /\.[cm]?[jt]sx?$/u;

/** @returns the source files under a folder, in a fixed order; minified files and those above 500 kB are no source. */
export function filesUnder(folder, isSource = javascript) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && isSource.test(entry.name) && !/\.d\.[cm]?ts$|[.-]min\.[cm]?js$/u.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => statSync(file).size < 500_000)
    .sort();
}
