import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { sdkScriptsIn } from '../lib/dependencies/manifest.js';
import { leftOutMessage } from '../lib/dependencies/messages.js';
import { sdkLeftOut } from '../lib/dependencies/sdk-externals.js';
import { constantOf } from '../lib/rule/constant-of.js';
import { guarded } from '../lib/rule/guarded.js';
import { manifestVisitor, problemMessages } from '../lib/rule/manifest-visitor.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'require-bundled-sdk';

/** A file with such a setting names one of these. */
const bundlerSettings = /\bexternal|\bexclude\b|\bforceExclude\b|\bbundleAwsSDK\b/u;

/** A bundler's setting that leaves the AWS SDK to the runtime, in a build script, an infrastructure program or package.json. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: problemMessages },
  create(context) {
    if (!isScript(context)) return manifestVisitor(slug, context, sdkScriptsIn);
    if (!bundlerSettings.test(context.sourceCode.text)) return {};
    return {
      Property(node: unknown) {
        guarded(slug, context, () => {
          const found = sdkLeftOut(node as TSESTree.Property, name => constantOf(context.sourceCode, name));
          if (found === null) return;
          reportShape(context, slug, { node: found.node }, { problem: leftOutMessage(found.name), advice: entryOf(slug).advice });
        })();
      },
    };
  },
};

export default rule;
