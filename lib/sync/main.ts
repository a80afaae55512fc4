import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparePopularNames } from './popular-names.js';
import { compareTree } from './tree.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const check = process.argv.includes('--check');
const results = [compareTree(root), comparePopularNames(root, !check)];
const outdated = results.flatMap(result => result.outdated);
const problems = results.flatMap(result => result.problems);

for (const { file, text } of outdated) {
  if (check) console.error(`${file} is out of date: run \`npm run sync\``);
  else writeFileSync(join(root, file), text);
}
for (const problem of problems) console.error(problem);
if (!check) console.log(`${outdated.length} ${outdated.length === 1 ? 'file' : 'files'} rewritten`);
process.exitCode = problems.length > 0 || (check && outdated.length > 0) ? 1 : 0;
