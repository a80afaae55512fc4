import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { isPartialDetector } from '../lib/templates/cdk-detection.js';

const slug = 'require-threat-detection';

/** A GuardDuty detector of a CDK program without Lambda protection. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: 'This detector leaves Lambda functions out. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !/aws[-_]guardduty|aws-cdk-lib/u.test(context.sourceCode.text)) return {};
    const constructs: TSESTree.NewExpression[] = [];
    return {
      NewExpression(node) {
        constructs.push(node as unknown as TSESTree.NewExpression);
      },
      'Program:exit': guarded(slug, context, () => {
        if (constructs.length === 0 || isTestSource(context)) return;
        const names = fileNames(context);
        for (const node of constructs)
          if (isPartialDetector(node, names)) reportShape(context, slug, { node: node.callee }, { advice: entryOf(slug).advice });
      }),
    };
  },
};

export default rule;
