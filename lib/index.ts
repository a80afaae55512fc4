import type { Linter, Rule } from 'eslint';
import { entryOf, ruleIds, type catalogue, type JsRuleId } from '../rules/catalogue.js';
import { rules } from '../rules/index.js';
import { name, version } from './manifest.js';

export type { Settings as LambdaSecuritySettings } from './settings.js';

const namespace = 'lambda-security';

/** A category that has an ESLint rule. */
type JsCategory = (typeof catalogue)[JsRuleId]['category'];

/** The plugin as ESLint reads it: configs are arrays of flat config objects, without files, parser or language options. */
interface LambdaSecurityPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<JsRuleId, Rule.RuleModule>;
  configs: Record<'recommended' | 'all' | JsCategory, Linter.Config[]>;
}

const plugin = { meta: { name, version, namespace }, rules, configs: {} } as LambdaSecurityPlugin;

const isReal = (slug: string): slug is JsRuleId => slug in rules;
const jsRuleIds = ruleIds.filter(isReal);

const ruleEntry = (slug: JsRuleId, everywhere: boolean): Linter.RuleEntry => {
  const { severity, dynamic } = entryOf(slug);
  const level = severity === 'warning' ? 'warn' : 'error';
  return everywhere && dynamic ? [level, { dynamic: 'always' }] : level;
};

const config = (configName: string, slugs: readonly JsRuleId[], everywhere = false): Linter.Config[] => [
  {
    name: `${namespace}/${configName}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(slugs.map(slug => [`${namespace}/${slug}`, ruleEntry(slug, everywhere)])),
  },
];

const categories = [...new Set(jsRuleIds.map(slug => entryOf(slug).category))];

// The configs hold the plugin, so they are made after it.
Object.assign(plugin.configs, {
  recommended: config(
    'recommended',
    jsRuleIds.filter(slug => entryOf(slug).recommended),
  ),
  all: config('all', jsRuleIds, true),
  ...Object.fromEntries(
    categories.map(category => [
      category,
      config(
        category,
        jsRuleIds.filter(slug => entryOf(slug).category === category),
      ),
    ]),
  ),
});

export default plugin;
// What `require()` returns, so that CommonJS configs need no `.default`.
export { plugin as 'module.exports' };
