import css from '@eslint/css';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../lib/index.js';

const everyRule = Object.fromEntries(Object.keys(plugin.rules).map(slug => [`lambda-security/${slug}`, 'error'])) as Linter.RulesRecord;

const config: Linter.Config[] = [
  { plugins: { 'lambda-security': plugin, json, markdown: markdown as ESLint.Plugin, css: css as ESLint.Plugin }, rules: everyRule },
  { files: ['**/*.json'], language: 'json/json' },
  { files: ['**/*.jsonc'], language: 'json/jsonc' },
  { files: ['**/*.json5'], language: 'json/json5' },
  { files: ['**/*.md'], language: 'markdown/gfm' },
  { files: ['**/*.css'], language: 'css/css', languageOptions: { tolerant: true } },
];
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config });

const odd = [
  'null',
  '""',
  '[]',
  '[[{}], 1, true]',
  '{}',
  '{ "dependencies": null, "devDependencies": [1, { "a": {} }], "scripts": "build", "peerDependencies": { "a": ["*"] } }',
  '{ "dependencies": { "": "", "@": "@", "@/": "*", "a/b/c": "npm:", "\\u0000": "git+", "__proto__": "latest" }, "dependencies": {} }',
  '{ "scripts": { "__proto__": "--external:", "b": "-e " } }',
];

describe('every rule', () => {
  it.each(odd)('bears package.json with %s', async text => {
    const [result] = await eslint.lintText(text, { filePath: 'package.json' });
    expect(result?.messages.filter(({ fatal, ruleId }) => fatal === true || ruleId === null)).toEqual([]);
  });

  it.each([
    ['data.json', '{ "dependencies": { "loadsh": "*" }, "password": "Vq7-mwd4Zr2k" }'],
    ['package.jsonc', '// a comment\n{ "dependencies": { "loadsh": "*" } }'],
    ['package.json5', "{ dependencies: { loadsh: '*' } }"],
    ['readme.md', '# Title\n\n```js\nimport x from "loadsh";\neval(event.body);\n```\n\n<script>eval(1)</script>\n'],
    ['empty.md', ''],
    ['style.css', '@import url("loadsh.css");\na { color: red; background: url(https://example.com/x.png) }\n'],
    ['broken.css', 'a { color: red; } }}} @media {'],
  ])('is silent in %s', async (filePath, text) => {
    const [result] = await eslint.lintText(text, { filePath });
    expect(result?.messages).toEqual([]);
  });
});
