import type { SourceCode } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../flow/value.js';
import { literalOf, textOf } from './suggester.js';

/** A piece of a text that an expression builds: constant, or an expression. */
export type Piece = string | TSESTree.Expression;

/** The pieces of a template or a concatenation in order, constants joined; null for another expression. */
export function piecesOf(node: Node): readonly Piece[] | null {
  const pieces = flatten(node);
  if (pieces === null || typeof pieces[0] !== 'string') return null;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

function flatten(node: Node): Piece[] | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : null;
  if (node.type === 'TemplateLiteral') {
    return node.quasis.flatMap(({ value }, i): Piece[] => {
      const expression = node.expressions[i];
      return expression === undefined ? [value.cooked ?? value.raw] : [value.cooked ?? value.raw, expression];
    });
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const left = flatten(node.left);
  // Without a text in front, `a + b` may be a sum.
  if (left === null) return null;
  return [...left, ...(flatten(node.right) ?? [node.right])];
}

/** Whether an expression gives one value that goes where it stands as a whole: no list that was joined, no text that was made fit for the place. */
export function isPlainValue(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return true;
    case 'MemberExpression':
      return isPlainValue(node.object) && (!node.computed || node.property.type === 'Literal' || isPlainValue(node.property));
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return isPlainValue(node.expression);
    case 'CallExpression':
      return (
        (node.callee.type === 'Identifier' && /^(?:String|Number|parseInt|parseFloat)$/u.test(node.callee.name)) ||
        (node.callee.type === 'MemberExpression' &&
          node.callee.property.type === 'Identifier' &&
          /^(?:trim|toString|toLowerCase|toUpperCase|parse)$/u.test(node.callee.property.name))
      );
    default:
      return false;
  }
}

/** @returns an expression that builds a text from pieces: a literal, the only expression, or a template. */
export function writePieces(pieces: readonly Piece[], source: SourceCode): string {
  const parts = pieces.filter(piece => piece !== '');
  if (parts.every(piece => typeof piece === 'string')) return literalOf(parts.join(''));
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string') return textOf(source, first);
  const inside = parts.map(piece =>
    typeof piece === 'string' ? piece.replace(/[\\`]|\$(?=\{)/gu, '\\$&') : `\${${textOf(source, piece)}}`,
  );
  return `\`${inside.join('')}\``;
}
