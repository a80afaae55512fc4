import { KEYS } from 'eslint-visitor-keys';
import type { TSESTree } from '@typescript-eslint/utils';

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

const notChildren = new Set(['parent', 'type', 'loc', 'range', 'typeAnnotation', 'returnType', 'typeArguments', 'typeParameters']);

const keysOfType = new Map<string, readonly string[]>();

/** The names under which a node has others: of JavaScript's from ESLint's table, of TypeScript's, which one parser makes, from the first of them. */
function keysOf(node: TSESTree.Node): readonly string[] {
  let keys = keysOfType.get(node.type);
  if (keys === undefined) {
    const known: readonly string[] | undefined = KEYS[node.type];
    keys = known === undefined ? Object.keys(node).filter(key => !notChildren.has(key)) : [...known, 'decorators'];
    keysOfType.set(node.type, keys);
  }
  return keys;
}

/** The nodes right below a node, types left out, in source order for all but decorators. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const key of keysOf(node)) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (!Array.isArray(value)) {
      if (isNode(value)) children.push(value);
    } else for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}
