import { execFileSync } from 'node:child_process';
import json from '@eslint/json';
import { ESLint, Linter, type Rule } from 'eslint';
import { defineConfig } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { describe, expect, it } from 'vitest';
import plugin from '../lib/index.js';
import { catalogue, entryOf, realLanguages, ruleIds, type JsRuleId, type LintRuleId } from '../rules/catalogue.js';

const allSlugs = Object.keys(plugin.rules) as LintRuleId[];
const slugs = allSlugs.filter((slug): slug is JsRuleId => realLanguages(slug).includes('js'));
const { packageJson, ...codeConfigs } = plugin.configs;
const configs = Object.entries(codeConfigs);
const rulesOf = (config: Linter.Config[]) => Object.assign({}, ...config.map(({ rules }) => rules)) as Linter.RulesRecord;
const named = (ids: readonly string[]) => ids.map(slug => `lambda-security/${slug}`).sort();

describe('the configs', () => {
  it('are recommended, all and the categories that have a rule', () => {
    const categories = new Set(slugs.map(slug => catalogue[slug].category));
    expect(Object.keys(codeConfigs).sort()).toEqual(['all', 'recommended', ...categories].sort());
  });

  it.each(configs)('%s names itself, registers the plugin and leaves files, parser and language to the user', (name, config) => {
    for (const object of config) {
      expect(Object.keys(object).sort()).toEqual(['name', 'plugins', 'rules']);
      expect(object.name).toBe(`lambda-security/${name}`);
      expect(object.plugins).toEqual({ 'lambda-security': plugin });
    }
  });

  it('recommended holds what the catalogue recommends', () => {
    expect(Object.keys(rulesOf(plugin.configs.recommended)).sort()).toEqual(named(slugs.filter(slug => entryOf(slug).recommended)));
  });

  it('all holds every rule, and asks rules with a dynamic tier to look everywhere', () => {
    const all = rulesOf(plugin.configs.all);
    expect(Object.keys(all).sort()).toEqual(named(slugs));
    for (const slug of slugs) {
      const level = entryOf(slug).severity === 'warning' ? 'warn' : 'error';
      expect(all[`lambda-security/${slug}`]).toEqual(entryOf(slug).dynamic ? [level, { dynamic: 'always' }] : level);
    }
  });

  it.each(configs)('%s is accepted by ESLint', async (_, config) => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: defineConfig([config]) });
    const [result] = await eslint.lintText('export const handler = async () => 1;');
    expect(result?.messages).toEqual([]);
  });

  it('packageJson holds every rule for package.json, with the JSON language that the user brings', () => {
    const [config, ...rest] = packageJson(json);
    expect(rest).toEqual([]);
    expect(config).toMatchObject({ files: ['**/package.json'], language: 'json/json', plugins: { json, 'lambda-security': plugin } });
    expect(Object.keys(config?.rules ?? {}).sort()).toEqual(named(ruleIds.filter(slug => realLanguages(slug).includes('pkg'))));
  });

  it('extend by name through defineConfig', () => {
    const config = defineConfig([{ files: ['**/*.js'], plugins: { 'lambda-security': plugin }, extends: ['lambda-security/recommended'] }]);
    const [extended] = config;
    expect(extended?.rules).toEqual(rulesOf(plugin.configs.recommended));
  });
});

describe('the package', () => {
  it('is what CommonJS gets from require()', () => {
    const script =
      "const p = require('eslint-plugin-lambda-security'); console.log(p.meta.namespace, Array.isArray(p.configs.recommended))";
    expect(execFileSync(process.execPath, ['--input-type=commonjs', '-e', script], { encoding: 'utf8' }).trim()).toBe(
      'lambda-security true',
    );
  });
});

describe('the built rules', () => {
  /** A rule made by a factory, written out so that a linter of rules can read it. */
  const asSource = ({ meta }: Rule.RuleModule) => {
    const reports = Object.entries(meta?.messages ?? {}).map(([messageId, message]) => {
      const data = [...message.matchAll(/{{\s*([\w-]+)\s*}}/g)].map(([, name]) => `${name}: ''`);
      return `context.report({ node, messageId: '${messageId}', data: { ${data.join(', ')} }${meta?.hasSuggestions ? ', suggest: suggestions' : ''} });`;
    });
    return `export default {\nmeta: ${JSON.stringify(meta)},\ncreate(context) { return { Program(node) { ${reports.join('\n')} } }; },\n};`;
  };

  const rules = {
    ...eslintPlugin.configs.rules.rules,
    'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^(Disallow|Require) .+[^.]$' }],
    // A rule that names its languages is refused in a config that also covers JSON or CSS; ours return no visitor there.
    'eslint-plugin/require-meta-languages': 'off',
    // The order of keys is the factory's.
    'eslint-plugin/meta-property-ordering': 'off',
  } as Linter.RulesRecord;

  it.each(allSlugs)('%s passes the linter of ESLint rules', slug => {
    const messages = new Linter().verify(asSource(plugin.rules[slug]), [
      { plugins: { 'eslint-plugin': eslintPlugin as unknown as ESLint.Plugin }, rules },
    ]);
    expect(messages).toEqual([]);
  });

  it.each(allSlugs)('%s says what the catalogue says and links to the page of this version', slug => {
    expect(plugin.rules[slug].meta?.docs).toEqual({
      description: entryOf(slug).title,
      recommended: entryOf(slug).recommended,
      url: `https://unpkg.com/eslint-plugin-lambda-security@${plugin.meta.version}/docs/rules/${slug}.md`,
    });
  });

  it('come in the order of the catalogue, so that the index is easy to read', () => {
    expect(allSlugs).toEqual(ruleIds.filter(slug => slug in plugin.rules));
  });
});
