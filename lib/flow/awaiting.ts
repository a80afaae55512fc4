import type { Node } from './value.js';

const wrappers: ReadonlySet<string> = new Set(['ChainExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

/** Whether nobody waits for the promise that an expression gives: it is dropped, or taken for a truth value itself. */
export function isNotAwaited(node: Node): boolean {
  const parent: Node | null | undefined = node.parent;
  if (!parent) return false;
  if (wrappers.has(parent.type)) return isNotAwaited(parent);
  switch (parent.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'void';
    case 'IfStatement':
    case 'WhileStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    case 'LogicalExpression':
      return parent.operator !== '??' && (parent.left === node || isNotAwaited(parent));
    default:
      return false;
  }
}
