import { describe } from 'vitest';
import { largeFile } from './large-file.js';
import { owners } from './owners.js';
import { pages } from './pages.js';
import { findingsOfPack, type PackSuite } from './semgrep-pack.js';
import { twins } from './twins.js';
import { words } from './words.js';

const suites: Record<string, PackSuite> = { words, owners, pages, twins, largeFile };

/** All in one run: reading the pack costs Semgrep more than any of them. */
const findings = findingsOfPack(
  Object.fromEntries(
    Object.entries(suites).flatMap(([folder, { files }]) => Object.entries(files).map(([name, code]) => [`${folder}/${name}`, code])),
  ),
);

for (const [folder, { about, check }] of Object.entries(suites)) {
  describe(about, () => check(file => findings.filter(({ path }) => path === `${folder}/${file}`)));
}
