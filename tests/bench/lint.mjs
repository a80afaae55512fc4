// Lints the files of a list with one set of rules. Prints what it cost: CPU seconds of the process, and of the rules alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

const [kind, list, timed = ''] = process.argv.slice(2);
const files = readFileSync(list, 'utf8').split('\n');
const ours = async () => (await import('../../dist/lib/index.js')).default.configs;
/** What looks in the code for what is deployed with it: dependencies, and resources of the CDK. */
const isAround = (configs, rule) => [configs.dependencies, configs.detection].flat().some(({ rules }) => rule in (rules ?? {}));
const rulesOf = {
  empty: async () => [{ plugins: { bench: { rules: { empty: { create: () => ({}) } } } }, rules: { 'bench/empty': 'error' } }],
  recommended: async () => (await ours()).recommended,
  all: async () => (await ours()).all,
  code: async () => {
    const configs = await ours();
    const kept = rules => Object.fromEntries(Object.entries(rules ?? {}).filter(([rule]) => !isAround(configs, rule)));
    return configs.all.map(config => ({ ...config, rules: kept(config.rules) }));
  },
  security: async () => [(await import('eslint-plugin-security')).default.configs.recommended],
  sonarjs: async () => [(await import('eslint-plugin-sonarjs')).default.configs.recommended],
};
const every = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const eslint = new ESLint({
  cwd: path.parse(files[0]).root,
  overrideConfigFile: true,
  globInputPaths: false,
  errorOnUnmatchedPattern: false,
  stats: timed !== '',
  allowInlineConfig: false,
  overrideConfig: [
    { files: every, languageOptions: { parser, sourceType: 'module' } },
    { files: ['**/*.{js,mjs,cjs,jsx,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    ...(await rulesOf[kind]()),
  ],
});
let rules = 0;
// In batches: the results of thousands of files at once are no part of what is measured.
const batch = 200;
for (let i = 0; i < files.length; i += batch) {
  for (const { stats } of await eslint.lintFiles(files.slice(i, i + batch))) {
    for (const pass of stats?.times.passes ?? []) for (const { total } of Object.values(pass.rules ?? {})) rules += total;
  }
}
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1e6, rules: rules / 1000 }));
