import { existsSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import parser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import globals from 'globals';

const root = import.meta.dirname;
const inRepository = path => relative(root, path).split(sep).join('/');

/** From the engine, which knows nothing, up to the rules and what is built from them. A file may import its own layer and those before it. */
const layers = [
  ['lib/flow/'],
  [
    'lib/handlers/',
    'lib/models/',
    'lib/validators/',
    'lib/responses/',
    'lib/secrets/',
    'lib/strings/',
    'lib/readers/',
    'lib/templates/',
    'lib/images/',
    'lib/workflows/',
  ],
  ['lib/settings', 'lib/analysis/', 'lib/dependencies/'],
  ['lib/rule/'],
  ['rules/'],
  ['lib/index', 'lib/scan/', 'lib/init/', 'lib/sync/', 'tests/'],
];
/** Leaves that anyone may import. */
const leaves = ['rules/catalogue', 'lib/manifest'];
/** The only files that may see every rule at once. */
const readers = ['lib/index', 'lib/scan/', 'lib/sync/', 'tests/'];

const startsWithOne = (path, prefixes) => prefixes.some(prefix => path.startsWith(prefix));
const layerOf = path => layers.findIndex(prefixes => startsWithOne(path, prefixes));

const directionProblem = (from, to, typesOnly) => {
  if (startsWithOne(to, leaves)) return undefined;
  if (to.startsWith('rules/index') && !startsWithOne(from, readers)) return 'only lib/index, lib/scan and lib/sync see every rule';
  const [own, other] = [layerOf(from), layerOf(to)];
  if (own < 0 || other < 0) return undefined;
  if (own < other) return `${layers[own][0]} comes before ${layers[other][0]}`;
  if (own === 1 && other === 0 && !typesOnly) return 'models and the code beside them take types from lib/flow, nothing else';
  return undefined;
};

const importDirections = {
  meta: { type: 'problem', schema: [], messages: { direction: "'{{from}}' must not import '{{to}}': {{why}}." } },
  create: context => {
    const from = inRepository(context.filename);
    const check = node => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = posix.join(posix.dirname(from), source);
      const typesOnly = (node.importKind ?? node.exportKind) === 'type';
      const why = directionProblem(from, to, typesOnly);
      if (why) context.report({ node, messageId: 'direction', data: { from, to, why } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

// The built catalogue, because Node 20 reads no TypeScript; `npm run check` builds it first.
const builtCatalogue = new URL('dist/rules/catalogue.js', import.meta.url);
const { ruleIds } = existsSync(builtCatalogue) ? await import(builtCatalogue.href) : { ruleIds: [] };

const noSlugs = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { slug: "'{{slug}}' is a rule's name: what lib does for one rule, it must be told by that rule." },
  },
  create: context => {
    const slugIn = text => ruleIds.find(slug => new RegExp(`(^|[^\\w-])${slug}($|[^\\w-])`).test(text));
    const check = (node, text) => {
      const slug = typeof text === 'string' && slugIn(text);
      if (slug) context.report({ node, messageId: 'slug', data: { slug } });
    };
    return { Literal: node => check(node, node.value), TemplateElement: node => check(node, node.value.cooked) };
  },
};

const local = { rules: { 'import-directions': importDirections, 'no-slugs': noSlugs } };
const maxLines = max => ['error', { max, skipBlankLines: false, skipComments: false }];

export default defineConfig([
  globalIgnores([
    'dist/',
    '.venv/',
    '.cache/',
    'docs/examples/',
    'tests/fixtures/',
    'tests/flow/constructs/',
    'semgrep-rules/',
    'coverage/',
  ]),
  {
    name: 'local/code',
    files: ['**/*.{js,mjs,ts}'],
    languageOptions: { parser, globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-dupe-keys': 'error',
      'no-else-return': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-fallthrough': 'error',
      'no-new-func': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unused-expressions': 'error',
      'no-useless-escape': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'no-warning-comments': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-object-has-own': 'error',
      'prefer-template': 'error',
    },
  },
  {
    name: 'local/javascript',
    files: ['**/*.{js,mjs}'],
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    name: 'local/layers',
    files: ['lib/**/*.ts', 'rules/**/*.ts'],
    plugins: { local },
    rules: { 'local/import-directions': 'error' },
  },
  {
    name: 'local/lib',
    files: ['lib/**/*.{ts,mjs}'],
    plugins: { local },
    rules: { 'max-lines': maxLines(300), 'local/no-slugs': 'error' },
  },
  { name: 'local/sync', files: ['lib/sync/**'], rules: { 'local/no-slugs': 'off' } },
  {
    name: 'local/rules',
    files: ['rules/*.ts'],
    ignores: ['rules/catalogue.ts', 'rules/index.ts'],
    rules: { 'max-lines': maxLines(80) },
  },
  {
    name: 'local/rule-tests',
    files: ['tests/rules/**/*.test.ts'],
    plugins: { 'eslint-plugin': eslintPlugin },
    rules: {
      ...eslintPlugin.configs.tests.rules,
      // A message with its data says more than a position, and engine tests cover positions.
      'eslint-plugin/require-test-error-positions': 'off',
    },
  },
]);
