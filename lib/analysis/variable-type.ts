import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../flow/value.js';

/** The declared type of the variable or field that a function is the value of: `const handler: Handler = wrap(async event => …)`. */
export function variableTypeOf(node: FunctionNode): TSESTree.TypeNode | null {
  let current: Node | undefined = node.parent;
  while (current && (current.type === 'TSAsExpression' || current.type === 'TSSatisfiesExpression' || current.type === 'CallExpression')) {
    if (current.type !== 'CallExpression') return current.typeAnnotation;
    current = current.parent;
  }
  if (current?.type === 'VariableDeclarator' && current.id.type === 'Identifier') return current.id.typeAnnotation?.typeAnnotation ?? null;
  return current?.type === 'PropertyDefinition' ? (current.typeAnnotation?.typeAnnotation ?? null) : null;
}
