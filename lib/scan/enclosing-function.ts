import type { TSESTree } from '@typescript-eslint/utils';

/** A named function and the lines it takes, from 1. */
export interface FunctionRange {
  name: string;
  first: number;
  last: number;
}

const keyName = (key: TSESTree.Node, computed: boolean): string | undefined => {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Literal' ? String(key.value) : undefined;
};

/** What a function is called, by itself or by what it is assigned to; undefined for a callback. */
export function functionName(node: TSESTree.FunctionLike): string | undefined {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  const { parent } = node;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return keyName(parent.key, parent.computed);
    case 'AssignmentExpression':
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' ? keyName(parent.left.property, parent.left.computed) : undefined;
    default:
      return undefined;
  }
}

/** The innermost named function around a line; empty at the top of a file. */
export function enclosingFunction(functions: readonly FunctionRange[], line: number): string {
  const around = functions.filter(({ first, last }) => first <= line && line <= last);
  around.sort((a, b) => b.first - a.first || a.last - b.last);
  return around[0]?.name ?? '';
}

const indentOf = (line: string): number => line.search(/\S|$/);

/**
 * The innermost Python function around a line, told by indentation; empty at the top of a file.
 *
 * @param lines the file's lines
 * @param line from 1
 */
export function enclosingPythonFunction(lines: readonly string[], line: number): string {
  let indent = indentOf(lines[line - 1] ?? '');
  for (let index = line - 1; index >= 0; index -= 1) {
    const text = lines[index] ?? '';
    const name = /^\s*(?:async\s+)?def\s+(\w+)/.exec(text)?.[1];
    if (name !== undefined && (indentOf(text) < indent || index === line - 1)) return name;
    if (text.trim() !== '' && !/^\s*[#)\]}]/.test(text)) indent = Math.min(indent, indentOf(text));
  }
  return '';
}
