import type { Ecosystem } from './popular-names.js';
import { loadSections } from './sections.js';

/** The file of the names on record, below the package's folder. */
export const maliciousFile = 'lib/dependencies/malicious-names.txt';

/** Loads what `npm run sync` keeps of the packages on record as malicious: each name and the popular one that it is near. */
export function loadMalicious(ecosystem: Ecosystem): ReadonlyMap<string, string> {
  const lines = loadSections(maliciousFile, ['npm', 'pypi'])[ecosystem];
  return new Map(lines.map(line => line.split(' ', 2) as [string, string]));
}
