import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../flow/value.js';

function exportedName(node: TSESTree.Expression, fn: FunctionNode): string | null {
  if (node.type !== 'AssignmentExpression' || node.right !== fn) return null;
  const { left } = node;
  if (left.type === 'Identifier') return left.name;
  return left.type === 'MemberExpression' && left.property.type === 'Identifier' && !left.computed ? left.property.name : null;
}

/** The name by which the rest of its file calls a function of the top level: its own, its variable's, or its member's of `exports`. */
export function functionName(fn: FunctionNode, program: TSESTree.Program): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) if (init === fn && id.type === 'Identifier') return id.name;
    } else if (node?.type === 'ExpressionStatement') {
      const name = exportedName(node.expression, fn);
      if (name !== null) return name;
    }
  }
  return null;
}
