import type { Variable } from './module-record.js';
import type { Node } from './value.js';

const equalities: ReadonlySet<string> = new Set(['===', '==', '!==', '!=']);

/** Whether a variable is read for nothing but to see whether what is put there now is there already: `if (key !== last) { …; last = key; }`. */
export function isOnlyCompared(variable: Variable, assigned: Node): boolean {
  const reads = variable.references.flatMap(({ identifier, init }) =>
    init === true || isWritten(identifier as Node) ? [] : [identifier as Node],
  );
  return reads.length > 0 && reads.every(read => isCompared(read, assigned));
}

function isWritten(node: Node): boolean {
  return node.parent?.type === 'AssignmentExpression' && node.parent.left === node && node.parent.operator === '=';
}

function isCompared({ parent }: Node, assigned: Node): boolean {
  if (parent?.type !== 'BinaryExpression' || !equalities.has(parent.operator)) return false;
  let node: Node | null | undefined = assigned.parent;
  while (node != null && !(node.type === 'IfStatement' && contains(node.test, parent))) node = node.parent;
  return node != null;
}

const contains = (outer: Node, inner: Node): boolean => outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
