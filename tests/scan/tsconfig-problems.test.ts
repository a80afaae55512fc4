import { expect, test } from 'vitest';
import plugin from '../../lib/index.js';
import { exitCode } from '../../lib/scan/exit-code.js';
import { found, runScan, workspace } from './workspace.js';

/** A handler that hands event data to a module by an alias, which runs it in a shell. */
const files = {
  'src/handler.js': "import { run } from '@app/run';\nexport const handler = async event => run(event.file);\n",
  'src/lib/run.js': "import { exec } from 'node:child_process';\nexport const run = file => exec('ls ' + file);\n",
};
const paths = '"compilerOptions": { "paths": { "@app/*": ["./src/lib/*"] } }';
const until = 'until then imports by its "paths" may not be followed';

const scanWith = async (changes: Record<string, string>) => {
  const report = await runScan(workspace({ ...files, ...changes }), ['.'], { rules: plugin.configs });
  const { problems, nameOf } = report;
  return {
    warnings: problems.map(({ file, message }) => `${nameOf(file)}: ${message}`),
    across: found(report).filter(entry => entry.startsWith('src/handler.js')),
    code: exitCode(report, 'error'),
  };
};

test.each([
  ['as it should be', `{ ${paths} }`],
  ['with comments and commas at the end, as TypeScript takes them', `{\n  // aliases\n  ${paths.replace(']', ',]')},\n}\n`],
  ['with a byte order mark', `\uFEFF{ ${paths} }`],
])('a tsconfig %s is followed without a word', async (_, text) => {
  expect(await scanWith({ 'tsconfig.json': text })).toEqual({ warnings: [], across: ['src/handler.js:2 no-command-injection'], code: 1 });
});

test('without a tsconfig, and with an empty one, there is nothing to say', async () => {
  expect(await scanWith({})).toEqual({ warnings: [], across: [], code: 0 });
  expect(await scanWith({ 'tsconfig.json': '' })).toEqual({ warnings: [], across: [], code: 0 });
});

test.each([
  ['of which the half is missing', `{ ${paths.slice(0, 40)}`, 'it is not valid JSON (line 1). Mend it'],
  ['with a key that is none', '{\n  "compilerOptions": { paths }\n}', 'it is not valid JSON (line 2). Mend it'],
  [
    'that extends a file that is gone, and has no paths',
    '{ "extends": "./base.json" }',
    'it extends ./base.json, which is not there. Install the packages, or mend "extends"',
  ],
  [
    'that extends a package that is not installed, and has no paths',
    '{ "extends": "@example/tsconfig" }',
    'it extends @example/tsconfig, which is not there. Install the packages, or mend "extends"',
  ],
  [
    'whose paths begin with neither a dot nor a base',
    '{ "compilerOptions": { "paths": { "@app/*": ["src/lib/*"] } } }',
    'its "paths" lead to folders without "./", and no "baseUrl" is set. Write "./" in front of them',
  ],
])('a tsconfig %s is one warning, and the scan goes on without it', async (_, text, problem) => {
  expect(await scanWith({ 'tsconfig.json': text })).toEqual({ warnings: [`tsconfig.json: ${problem}: ${until}`], across: [], code: 0 });
});

test.each([
  ['its own', { 'tsconfig.json': `{ "extends": "@example/tsconfig", ${paths} }` }],
  ['its own, beside comments', { 'tsconfig.json': `{ // of the company\n"extends": "@example/tsconfig", ${paths}, }` }],
  [
    'those of a file that it extends',
    { 'tsconfig.json': '{ "extends": ["@example/tsconfig", "./base"] }', 'base.json': `{ "extends": "@example/tsconfig", ${paths} }` },
  ],
])('a tsconfig that extends a package that is not installed: imports follow %s', async (_, files) => {
  expect(await scanWith(files)).toEqual({ warnings: [], across: ['src/handler.js:2 no-command-injection'], code: 1 });
});
