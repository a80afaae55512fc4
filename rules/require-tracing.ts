import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isInfrastructureFile, isTestSource } from '../lib/analysis/file-kinds.js';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { isEdgeConstruct, isFunctionConstruct, isTracedConstruct } from '../lib/templates/cdk.js';

const slug = 'require-tracing';

/** Tracers of other services, by the names of their packages, layers and variables. */
const otherTracer = /datadog|dd-trace|\bDD_|new-?relic|NEW_RELIC|lumigo|\bOTEL_|opentelemetry|AWS_LAMBDA_EXEC_WRAPPER|dynatrace|\bDT_/iu;

/** A function of a CDK program that is not traced. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: 'This {{construct}} is not traced with X-Ray. {{advice}}' } },
  create(context) {
    if (!isScript(context) || (!context.sourceCode.text.includes('aws-lambda') && !context.sourceCode.text.includes('aws_lambda')))
      return {};
    const constructs: TSESTree.NewExpression[] = [];
    return {
      NewExpression(node) {
        constructs.push(node as unknown as TSESTree.NewExpression);
      },
      'Program:exit': guarded(slug, context, () => {
        if (constructs.length === 0 || otherTracer.test(context.sourceCode.text) || !isInfrastructureFile(context) || isTestSource(context))
          return;
        const names = fileNames(context);
        for (const node of constructs) {
          if (!isFunctionConstruct(node, names) || isTracedConstruct(node, names) !== false) continue;
          if (isEdgeConstruct(node, names, context.sourceCode.text)) continue;
          const construct = context.sourceCode.getText(node.callee as never);
          reportShape(context, slug, { node: node.callee }, { construct, advice: entryOf(slug).advice });
        }
      }),
    };
  },
};

export default rule;
