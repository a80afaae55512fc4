import { expect, test } from 'vitest';
import { batches } from '../../lib/scan/run-semgrep.js';
import { fakeSemgrep, runScan, workspace } from './workspace.js';

test('names are split where a command line would become too long, and keep their order', () => {
  expect(batches(['aaaa', 'bbbb', 'cc', 'd', 'eeee'], 10)).toEqual([
    ['aaaa', 'bbbb'],
    ['cc', 'd', 'eeee'],
  ]);
});

test('a name that is too long for any batch has one of its own', () => {
  expect(batches(['a', 'b'.repeat(20), 'c'], 10)).toEqual([['a'], ['b'.repeat(20)], ['c']]);
});

test('no names, no batch', () => {
  expect(batches([], 10)).toEqual([]);
});

test('a batch that fails takes no other with it', { timeout: 60_000 }, async () => {
  const folder = 'long-folder-name-'.repeat(12);
  const names = Array.from({ length: 900 }, (_, index) => `${folder}/${index}.py`);
  // The first batch fails; the second reads everything and finds nothing.
  const state = workspace({});
  const report = `node -e 'console.log(JSON.stringify({results:[],errors:[],paths:{scanned:process.argv.slice(1).filter(a=>a.endsWith(".py"))}}))' -- "$@"`;
  const program = fakeSemgrep(`if [ ! -e ${state}/first ]; then echo > ${state}/first; exit 2; fi; ${report}`);
  const result = await runScan(workspace(Object.fromEntries(names.map(name => [name, '']))), [], {
    env: { ...process.env, SEMGREP_PATH: program },
  });
  expect(result.failures).toHaveLength(1);
  expect(result.checked).toBeGreaterThan(0);
  expect(result.checked).toBeLessThan(900);
});
