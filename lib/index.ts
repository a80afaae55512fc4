import type { ESLint, Linter, Rule } from 'eslint';
import { entryOf, realLanguages, ruleIds, type catalogue, type JsRuleId, type LintRuleId } from '../rules/catalogue.js';
import { rules } from '../rules/index.js';
import { crossFileCache } from './cross-file-cache.js';
import { name, version } from './manifest.js';

export type { LambdaSecurityRules } from './rule-options.js';
export type { Settings as LambdaSecuritySettings } from './settings.js';

const namespace = 'lambda-security';

/** A category that has an ESLint rule. */
type JsCategory = (typeof catalogue)[JsRuleId]['category'];

/** Also a config in name, because ESLint's type of a plugin holds nothing else under `configs`. */
type ConfigMaker = ((json: ESLint.Plugin) => Linter.Config[]) & Linter.Config;

/**
 * The plugin as ESLint reads it: configs are arrays of flat config objects, without files, parser or language options. JSON is never
 * touched by them: `packageJson` makes the config of the rules for package.json from the user's own `@eslint/json`.
 */
interface LambdaSecurityPlugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<LintRuleId, Rule.RuleModule>;
  configs: Record<'recommended' | 'all' | JsCategory, Linter.Config[]> & { packageJson: ConfigMaker };
  /** For projects that run `eslint --cache`. */
  crossFileCache: typeof crossFileCache;
}

const configs = {} as LambdaSecurityPlugin['configs'];
const plugin: LambdaSecurityPlugin = { meta: { name, version, namespace }, rules, configs, crossFileCache };

const jsRuleIds = ruleIds.filter((slug): slug is JsRuleId => realLanguages(slug).includes('js'));
const manifestRuleIds = ruleIds.filter((slug): slug is LintRuleId => realLanguages(slug).includes('pkg'));

const ruleEntry = (slug: LintRuleId, everywhere: boolean): Linter.RuleEntry => {
  const { severity, dynamic } = entryOf(slug);
  const level = severity === 'warning' ? 'warn' : 'error';
  return everywhere && dynamic ? [level, { dynamic: 'always' }] : level;
};

const config = (configName: string, slugs: readonly LintRuleId[], everywhere = false): [Linter.Config] => [
  {
    name: `${namespace}/${configName}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(slugs.map(slug => [`${namespace}/${slug}`, ruleEntry(slug, everywhere)])),
  },
];

const categories = [...new Set(jsRuleIds.map(slug => entryOf(slug).category))];

// The configs hold the plugin, so they are made after it.
Object.assign(configs, {
  recommended: config(
    'recommended',
    jsRuleIds.filter(slug => entryOf(slug).recommended),
  ),
  all: config('all', jsRuleIds, true),
  packageJson: (json: ESLint.Plugin): Linter.Config[] => {
    const [shared] = config('package-json', manifestRuleIds);
    return [{ ...shared, files: ['**/package.json'], plugins: { ...shared.plugins, json }, language: 'json/json' }];
  },
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
