import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareMaliciousNames } from './malicious-names.js';
import { comparePopularNames } from './popular-names.js';
import { compareTree, type SyncResult } from './tree.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const check = process.argv.includes('--check');
let rewritten = 0;

/** Writes what is out of date, or says that it is. */
function settle({ outdated, problems }: SyncResult): void {
  for (const { file, text } of outdated) {
    if (check) console.error(`${file} is out of date: run \`npm run sync\``);
    else writeFileSync(join(root, file), text);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0 || (check && outdated.length > 0)) process.exitCode = 1;
  rewritten += outdated.length;
}

settle(compareTree(root));
settle(comparePopularNames(root, !check));
// Reads the files that were written just now.
settle(compareMaliciousNames(root, !check));
if (!check) console.log(`${rewritten} ${rewritten === 1 ? 'file' : 'files'} rewritten`);
