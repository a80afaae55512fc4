import type { Rule } from 'eslint';
import type { FileNames } from '../secrets/literal-secret.js';
import { moduleOfContext } from './module-of.js';

/** @returns what the names of the linted file stand for, as far as its text tells. */
export function fileNames(context: Rule.RuleContext): FileNames {
  const record = moduleOfContext(context);
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
