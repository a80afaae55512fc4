#!/usr/bin/env node
// `npm run bench -- PATH`: what the rules cost in whole-process CPU time, against ESLint with the same parser and one rule that does nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareAround } from './around.mjs';
import { filesUnder } from './files.mjs';
import { generatedFile } from './generated-file.mjs';
import { compareWithPeer } from './semgrep.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '7' },
    files: { type: 'string', default: '1000' },
    growth: { type: 'boolean', default: false },
    python: { type: 'string' },
    against: { type: 'string' },
    around: { type: 'boolean', default: false },
  },
});
const folder = values.python ?? positionals[0];
const root = path.join(import.meta.dirname, '../..');
const isReady = existsSync(path.join(root, 'dist/lib/index.js')) && (values.python === undefined || values.against !== undefined);
if (!isReady || (!values.around && (folder === undefined || !existsSync(folder)))) {
  process.stderr.write(
    'Usage: npm run bench -- PATH [--pairs 7] [--files 1000] [--growth], after `npm run build`. PATH is a tree of JavaScript or TypeScript.\n' +
      '       npm run bench -- --python PATH --against RULES [--pairs 7] [--files 1000]. RULES is a folder of Semgrep rules to compare with.\n' +
      '       npm run bench -- --around [--pairs 7], on files of its own making.\n',
  );
  process.exit(2);
}
const pairs = Number(values.pairs);
const worker = path.join(import.meta.dirname, 'lint.mjs');
const list = path.join(mkdtempSync(path.join(tmpdir(), 'bench-')), 'files.txt');
process.on('exit', () => rmSync(path.dirname(list), { recursive: true, force: true }));

/** @returns CPU seconds of a process that lints these files; those of the rules alone only if they are timed, which itself costs. */
function cost(kind, files, ...timed) {
  writeFileSync(list, files.join('\n'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [worker, kind, list, ...timed], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${kind}: ${stderr}`);
  return JSON.parse(stdout);
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = number => number.toFixed(3);
const print = line => process.stdout.write(`${line}\n`);

/** Runs each kind next to the base, in turn, so that a change of the machine's load meets all alike. */
function compare(files, base, others) {
  const kinds = [base, ...others];
  const ratios = new Map(kinds.map(kind => [kind, []]));
  for (let i = 0; i < pairs; i++) {
    for (const kind of kinds) {
      const order = i % 2 === 0 ? [base, kind] : [kind, base];
      const [first, second] = order.map(one => cost(one, files).cpu);
      ratios.get(kind).push(i % 2 === 0 ? second / first : first / second);
    }
  }
  for (const [kind, list] of ratios) {
    print(`${kind.padEnd(12)} median ${rounded(median(list))}   from ${rounded(Math.min(...list))} to ${rounded(Math.max(...list))}`);
  }
}

function isThere(name) {
  try {
    createRequire(import.meta.url).resolve(`eslint-plugin-${name}`);
    return true;
  } catch {
    print(`eslint-plugin-${name} is not installed: left out`);
    return false;
  }
}

/** How the time grows with the number of files, and with the length of one. */
function growth(files) {
  for (const count of [250, 1000, 4000]) {
    const { cpu } = cost(
      'all',
      Array.from({ length: count }, (_, i) => files[i % files.length]),
    );
    print(`${count} files: ${rounded(cpu)} s, ${rounded((cpu / count) * 1000)} ms each`);
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
  for (const lines of [1000, 10_000, 50_000]) {
    const file = path.join(scratch, `handler-${lines}.js`);
    writeFileSync(file, generatedFile(lines));
    const { rules } = cost('all', [file], 'timed');
    print(`a file of ${lines} lines: our rules take ${rounded(rules)} s`);
  }
  rmSync(scratch, { recursive: true });
}

/** Packages' own files are ignored by ESLint where they lie: the files are copied out. */
function copied(files, scratch = mkdtempSync(path.join(tmpdir(), 'bench-'))) {
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
  return files.map(file => {
    const target = path.join(scratch, path.relative(folder, file).replaceAll('node_modules', 'packages'));
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
    return target;
  });
}

if (values.around) {
  print(`what lies around 300 functions, in whole scans, ${pairs} interleaved runs`);
  const { lines, code } = compareAround(300, pairs);
  for (const line of lines) print(line);
  print('a project that is code alone: all rules as a ratio to the rules about code, in ESLint');
  compare(filesUnder(code), 'code', ['all']);
  process.exit();
}
const found = filesUnder(folder, values.python === undefined ? undefined : /\.py$/u);
const step = Math.max(1, Math.floor(found.length / Number(values.files)));
const taken = found.filter((_, i) => i % step === 0).slice(0, Number(values.files));
print(`${taken.length} of ${found.length} files under ${folder}, ${pairs} interleaved pairs`);
if (values.python === undefined) {
  const files = copied(taken);
  print('CPU time as a ratio to one empty rule');
  compare(files, 'empty', ['recommended', 'all', ...['security', 'sonarjs'].filter(isThere)]);
  if (values.growth) growth(files);
} else {
  const scratch = path.join(path.dirname(list), 'python');
  copied(taken, scratch);
  for (const line of compareWithPeer(scratch, values.against, pairs)) print(line);
}
