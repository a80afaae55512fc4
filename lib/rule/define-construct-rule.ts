import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf, type JsRuleId } from '../../rules/catalogue.js';
import { isTestSource } from '../analysis/file-kinds.js';
import { fileNames } from '../analysis/file-names.js';
import { isScript } from '../analysis/linted-file.js';
import { guarded } from './guarded.js';
import { reportShape } from './report.js';
import { ruleMeta } from './rule-meta.js';

/** A construct of a CDK program that is wrong by its form. */
interface ConstructQuery {
  /** What a file that makes such a construct names. */
  readonly mention: RegExp;
  /** What is wrong, as a whole sentence. */
  readonly problem: string;
  readonly isWrong: (node: TSESTree.NewExpression, names: ReturnType<typeof fileNames>, text: string) => boolean;
}

/** Makes a rule that reports a construct at its class. */
export function defineConstructRule(slug: JsRuleId, { mention, problem, isWrong }: ConstructQuery): Rule.RuleModule {
  return {
    meta: { ...ruleMeta(slug), messages: { shape: `${problem} {{advice}}` } },
    create(context) {
      const { text } = context.sourceCode;
      if (!isScript(context) || !mention.test(text)) return {};
      const constructs: TSESTree.NewExpression[] = [];
      return {
        NewExpression(node) {
          constructs.push(node as unknown as TSESTree.NewExpression);
        },
        'Program:exit': guarded(slug, context, () => {
          if (constructs.length === 0 || isTestSource(context)) return;
          const names = fileNames(context);
          for (const node of constructs) {
            if (isWrong(node, names, text)) reportShape(context, slug, { node: node.callee }, { advice: entryOf(slug).advice });
          }
        }),
      };
    },
  };
}
