import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { importedTwin } from '../lib/dependencies/javascript-imports.js';
import { typosquatsIn } from '../lib/dependencies/manifest.js';
import { twinMessage } from '../lib/dependencies/messages.js';
import { guarded } from '../lib/rule/guarded.js';
import { manifestVisitor, problemMessages } from '../lib/rule/manifest-visitor.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-typosquat-dependency';

/** `require('x')`, `require.resolve('x')`. */
const isRequire = ({ callee }: TSESTree.CallExpression): boolean => {
  const called = callee.type === 'MemberExpression' ? callee.object : callee;
  return called.type === 'Identifier' && called.name === 'require';
};

/** A package that is named almost like a popular one, in an import or in package.json. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: problemMessages },
  create(context) {
    if (!isScript(context)) return manifestVisitor(slug, context, typosquatsIn);
    const check = (source: TSESTree.Node | null | undefined): void => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const { value } = source;
      guarded(slug, context, () => {
        const found = importedTwin(value, context.physicalFilename);
        if (found === null) return;
        reportShape(context, slug, { node: source }, { problem: twinMessage(found.name, found.twin), advice: entryOf(slug).advice });
      })();
    };
    const checkSource = (node: unknown): void => check((node as TSESTree.ImportDeclaration).source);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSExternalModuleReference: (node: unknown) => check((node as TSESTree.TSExternalModuleReference).expression),
      CallExpression: (node: unknown) => {
        const call = node as TSESTree.CallExpression;
        if (isRequire(call)) check(call.arguments[0]);
      },
    };
  },
};

export default rule;
