import type { Rule } from 'eslint';
import type { JsRuleId } from './catalogue.js';

/** Slug to ESLint rule: a rule that the catalogue calls real and that is missing here does not compile. */
export const rules = {} satisfies Record<JsRuleId, Rule.RuleModule>;
