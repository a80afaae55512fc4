import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { ModuleRecord, type ScopeManagerLike } from '../flow/module-record.js';
import type { FileNames } from '../secrets/literal-secret.js';

/** @returns what the names of the linted file stand for, as far as its text tells. */
export function fileNames(context: Rule.RuleContext): FileNames {
  const { ast, text, scopeManager } = context.sourceCode;
  const record = new ModuleRecord(context.filename, ast as unknown as TSESTree.Program, text, scopeManager as unknown as ScopeManagerLike);
  return {
    initial(identifier) {
      const definition = record.variableOf(identifier)?.defs[0]?.node;
      return definition?.type === 'VariableDeclarator' && definition.parent.kind === 'const' && definition.id.type === 'Identifier'
        ? definition.init
        : null;
    },
    importedFrom: name => record.importOfName(name)?.source ?? null,
  };
}
