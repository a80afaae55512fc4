import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isSeed, isTestSource } from '../lib/analysis/file-kinds.js';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { keyInCall, secretInLiteral } from '../lib/secrets/literal-secret.js';

const slug = 'no-hardcoded-secret';

/** A password, key or token written in the code: by its format, by the place it stands in, or by its name and its shape. Never shown. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} is written in the code. {{advice}}' } },
  create(context) {
    if (!isScript(context) || isTestSource(context)) return {};
    const names = fileNames(context);
    const seeds = isSeed(context);
    const found = new Map<TSESTree.Node, string>();
    const check = (node: unknown): void => {
      const literal = node as TSESTree.Literal | TSESTree.TemplateLiteral;
      const what = secretInLiteral(literal, seeds);
      if (what !== null) found.set(literal, what);
    };
    return {
      Literal: check,
      TemplateLiteral: check,
      CallExpression(call) {
        const key = keyInCall(call as unknown as TSESTree.CallExpression, names);
        if (key !== null && !found.has(key.node)) found.set(key.node, key.what);
      },
      'Program:exit': guarded(slug, context, () => {
        for (const [node, what] of found) reportShape(context, slug, { node }, { sink: what, advice: entryOf(slug).advice });
      }),
    };
  },
};

export default rule;
