import type { Linter } from 'eslint';
import type { catalogue, LintRuleId } from '../rules/catalogue.js';

interface OptionValues {
  dynamic: 'handler' | 'always' | 'never';
  allowValidationErrors: boolean;
  jsonLogs: boolean;
  tenantKeys: readonly string[];
  allFiles: boolean;
  buildStages: 'allow' | 'report';
}

type Entry<Slug extends LintRuleId> = (typeof catalogue)[Slug];

type OptionName<Slug extends LintRuleId> =
  | (Entry<Slug> extends { readonly dynamic: object } ? 'dynamic' : never)
  | (Entry<Slug> extends { readonly options: readonly (infer Name extends keyof OptionValues)[] } ? Name : never);

/**
 * What the `rules` of an ESLint config may say about this plugin's rules, with the options of each: for `satisfies` in an
 * `eslint.config.ts`, because ESLint's own type takes any name and any option.
 */
export type LambdaSecurityRules = {
  [Slug in LintRuleId as `lambda-security/${Slug}`]?: [OptionName<Slug>] extends [never]
    ? Linter.RuleSeverity | [Linter.RuleSeverity]
    : Linter.RuleSeverity | [Linter.RuleSeverity, Partial<Pick<OptionValues, OptionName<Slug>>>?];
};
