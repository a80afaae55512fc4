import type { Rule, Scope } from 'eslint';
import { entryOf } from './catalogue.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { isInfrastructureFile, isTestSource } from '../lib/analysis/file-kinds.js';
import { environmentReads } from '../lib/secrets/environment-reads.js';
import { isSecretEnvironmentName } from '../lib/secrets/names.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-env-secret';

/** A secret that is read from an environment variable, by the variable's name. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} keeps a secret in an environment variable. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !/\benv\b/u.test(context.sourceCode.text)) return {};
    return {
      'Program:exit': guarded(slug, context, () => {
        if (isTestSource(context) || isInfrastructureFile(context)) return;
        for (const { name, node } of environmentReads(context.sourceCode.scopeManager.scopes as Scope.Scope[])) {
          if (isSecretEnvironmentName(name))
            reportShape(context, slug, { node }, { sink: `process.env.${name}`, advice: entryOf(slug).advice });
        }
      }),
    };
  },
};

export default rule;
