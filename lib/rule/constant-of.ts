import type { Rule, SourceCode } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';

/** What the `const` of a name is initialised with; null when it is no constant of the linted file. */
export function constantOf(sourceCode: SourceCode, name: TSESTree.Identifier): TSESTree.Node | null {
  const { references } = sourceCode.getScope(name as unknown as Rule.Node);
  const variable = references.find(({ identifier }) => (identifier as unknown) === name)?.resolved;
  const [definition] = variable?.defs ?? [];
  if (variable?.defs.length !== 1 || definition?.type !== 'Variable' || definition.parent.kind !== 'const') return null;
  const { id, init } = definition.node as unknown as TSESTree.VariableDeclarator;
  return id.type === 'Identifier' ? init : null;
}
