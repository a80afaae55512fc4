import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { isSilentTrail } from '../lib/templates/cdk-detection.js';

const slug = 'require-invoke-audit';

/** A trail of a CDK program that does not record Lambda invocations. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: 'This trail does not record who invokes functions. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !/aws[-_]cloudtrail|aws-cdk-lib/u.test(context.sourceCode.text)) return {};
    const constructs: TSESTree.NewExpression[] = [];
    return {
      NewExpression(node) {
        constructs.push(node as unknown as TSESTree.NewExpression);
      },
      'Program:exit': guarded(slug, context, () => {
        if (constructs.length === 0 || isTestSource(context)) return;
        const names = fileNames(context);
        for (const node of constructs)
          if (isSilentTrail(node, names, context.sourceCode.text))
            reportShape(context, slug, { node: node.callee }, { advice: entryOf(slug).advice });
      }),
    };
  },
};

export default rule;
