import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { secretInLiteral } from '../lib/secrets/literal-secret.js';

const slug = 'no-hardcoded-secret';

/** A password, key or token written in the code: by its format, by the place it stands in, or by its name and its shape. Never shown. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} is written in the code. {{advice}}' } },
  create(context) {
    if (!isScript(context)) return {};
    const found: { readonly node: TSESTree.Node; readonly what: string }[] = [];
    const check = (node: unknown): void => {
      const literal = node as TSESTree.Literal | TSESTree.TemplateLiteral;
      const what = secretInLiteral(literal);
      if (what !== null) found.push({ node: literal, what });
    };
    return {
      Literal: check,
      TemplateLiteral: check,
      'Program:exit': guarded(slug, context, () => {
        if (found.length === 0 || isTestSource(context)) return;
        for (const { node, what } of found) reportShape(context, slug, { node }, { sink: what, advice: entryOf(slug).advice });
      }),
    };
  },
};

export default rule;
