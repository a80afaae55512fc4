import type { Rule } from 'eslint';
import type { LintRuleId, RuleId } from './catalogue.js';
import noBroadSecretAccess from './no-broad-secret-access.js';
import noCodeInjection from './no-code-injection.js';
import noCommandInjection from './no-command-injection.js';
import noCredentialExposure from './no-credential-exposure.js';
import noDynamicModuleLoad from './no-dynamic-module-load.js';
import noEnvSecret from './no-env-secret.js';
import noErrorDisclosure from './no-error-disclosure.js';
import noEventLogging from './no-event-logging.js';
import noHardcodedSecret from './no-hardcoded-secret.js';
import noHtmlInjection from './no-html-injection.js';
import noLogInjection from './no-log-injection.js';
import noNosqlInjection from './no-nosql-injection.js';
import noOpenRedirect from './no-open-redirect.js';
import noPathTraversal from './no-path-traversal.js';
import noPermissiveCors from './no-permissive-cors.js';
import noPrototypePollution from './no-prototype-pollution.js';
import noRegexInjection from './no-regex-injection.js';
import noSensitiveLogging from './no-sensitive-logging.js';
import noSharedInvocationState from './no-shared-invocation-state.js';
import noSqlInjection from './no-sql-injection.js';
import noSsrf from './no-ssrf.js';
import noStaleSecretVersion from './no-stale-secret-version.js';
import noTemplateInjection from './no-template-injection.js';
import noTyposquatDependency from './no-typosquat-dependency.js';
import noUncachedSecret from './no-uncached-secret.js';
import noUnsafeDeserialization from './no-unsafe-deserialization.js';
import noXxe from './no-xxe.js';
import requireInvokeAudit from './require-invoke-audit.js';
import requireThreatDetection from './require-threat-detection.js';
import requireTracing from './require-tracing.js';
import requireBundledSdk from './require-bundled-sdk.js';
import requireEventValidation from './require-event-validation.js';
import requirePinnedDependency from './require-pinned-dependency.js';

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
  'no-log-injection': noLogInjection,
  'no-html-injection': noHtmlInjection,
  'no-ssrf': noSsrf,
  'no-unsafe-deserialization': noUnsafeDeserialization,
  'no-prototype-pollution': noPrototypePollution,
  'no-open-redirect': noOpenRedirect,
  'no-regex-injection': noRegexInjection,
  'require-event-validation': requireEventValidation,
  'no-event-logging': noEventLogging,
  'no-sensitive-logging': noSensitiveLogging,
  'no-credential-exposure': noCredentialExposure,
  'no-error-disclosure': noErrorDisclosure,
  'no-permissive-cors': noPermissiveCors,
  'no-hardcoded-secret': noHardcodedSecret,
  'no-env-secret': noEnvSecret,
  'no-uncached-secret': noUncachedSecret,
  'no-broad-secret-access': noBroadSecretAccess,
  'no-stale-secret-version': noStaleSecretVersion,
  'no-shared-invocation-state': noSharedInvocationState,
  'no-typosquat-dependency': noTyposquatDependency,
  'require-pinned-dependency': requirePinnedDependency,
  'require-bundled-sdk': requireBundledSdk,
  'require-tracing': requireTracing,
  'require-invoke-audit': requireInvokeAudit,
  'require-threat-detection': requireThreatDetection,
} satisfies Record<LintRuleId, Rule.RuleModule>;

/** The rule that each kind of finding in a file belongs to that is neither linted nor matched by patterns. */
export const fileRules = {
  typosquat: 'no-typosquat-dependency',
  'floating-version': 'require-pinned-dependency',
  'runtime-sdk': 'require-bundled-sdk',
  'unaudited-deployment': 'require-dependency-audit',
  'unpinned-base-image': 'require-pinned-base-image',
  'root-user': 'require-non-root-user',
  'full-base-image': 'prefer-minimal-base-image',
  'hardcoded-secret': 'no-hardcoded-secret',
  'env-secret': 'no-env-secret',
  'broad-secret-access': 'no-broad-secret-access',
  'untraced-function': 'require-tracing',
  'silent-trail': 'require-invoke-audit',
  'partial-detector': 'require-threat-detection',
} as const satisfies Record<string, RuleId>;
