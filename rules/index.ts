import type { Rule } from 'eslint';
import type { JsRuleId } from './catalogue.js';
import noCommandInjection from './no-command-injection.js';
import noCodeInjection from './no-code-injection.js';
import noDynamicModuleLoad from './no-dynamic-module-load.js';
import noTemplateInjection from './no-template-injection.js';
import noSqlInjection from './no-sql-injection.js';
import noNosqlInjection from './no-nosql-injection.js';
import noPathTraversal from './no-path-traversal.js';
import noXxe from './no-xxe.js';
import noSsrf from './no-ssrf.js';
import noUnsafeDeserialization from './no-unsafe-deserialization.js';
import noRegexInjection from './no-regex-injection.js';

/** Slug to ESLint rule: a rule that the catalogue calls real and that is missing here does not compile. */
export const rules = {
  'no-command-injection': noCommandInjection,
  'no-code-injection': noCodeInjection,
  'no-dynamic-module-load': noDynamicModuleLoad,
  'no-template-injection': noTemplateInjection,
  'no-sql-injection': noSqlInjection,
  'no-nosql-injection': noNosqlInjection,
  'no-path-traversal': noPathTraversal,
  'no-xxe': noXxe,
  'no-ssrf': noSsrf,
  'no-unsafe-deserialization': noUnsafeDeserialization,
  'no-regex-injection': noRegexInjection,
} satisfies Record<JsRuleId, Rule.RuleModule>;
