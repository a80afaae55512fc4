import type { Rule, SourceCode } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Hit } from '../flow/hit.js';
import type { Node } from '../flow/value.js';
import { secretRanges } from '../secrets/redaction.js';

/** Finds the safe form of a reported call, where that form follows from the code alone. */
export interface Suggester {
  /** What a suggestion does, by message id. */
  readonly messages: Readonly<Record<string, string>>;
  /** @returns null where the safe form is for the author to find. */
  suggest(hit: Hit, source: SourceCode): Rule.SuggestionReportDescriptor | null;
}

/** The call whose argument a node is, at a position; null when it is none, or when a spread makes positions uncertain. */
export function callOf(node: Node, position: number): TSESTree.CallExpression | null {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' || parent.optional || parent.arguments[position] !== node) return null;
  return parent.arguments.some(({ type }) => type === 'SpreadElement') ? null : parent;
}

/** Name of the method or function that a call names: `exec` of `cp.exec()` and of `exec()`. */
export function calleeName({ callee }: TSESTree.CallExpression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' ? callee.property.name : null;
}

/** @returns the source text of an expression. */
export function textOf(source: SourceCode, node: Node): string {
  return source.text.slice(...node.range);
}

/** @returns a literal of a text: in quotes, or in backticks when it has several lines. */
export function literalOf(text: string): string {
  if (/[\n\r]/u.test(text)) return `\`${text.replace(/[\\`]|\$(?=\{)/gu, '\\$&')}\``;
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}

/** A fixer that only says which part of the text a fix touches. */
function touching(at: (range: readonly [number, number]) => Rule.Fix): Rule.RuleFixer {
  const range = ({ range: place }: { readonly range?: [number, number] | undefined }): readonly [number, number] => place ?? [0, 0];
  return {
    insertTextAfter: place => at(range(place)),
    insertTextAfterRange: at,
    insertTextBefore: place => at(range(place)),
    insertTextBeforeRange: at,
    remove: place => at(range(place)),
    removeRange: at,
    replaceText: place => at(range(place)),
    replaceTextRange: at,
  };
}

/** Whether the text that a suggestion rewrites holds a secret: ESLint joins several fixes to one, with all that lies between them. */
export function quotesSecret(suggestion: Rule.SuggestionReportDescriptor, source: SourceCode): boolean {
  let first = Infinity;
  let last = -Infinity;
  const fixes = suggestion.fix(
    touching(([start, end]) => {
      first = Math.min(first, start);
      last = Math.max(last, end);
      return { range: [start, end], text: '' };
    }),
  );
  // A generator places its fixes while it is read.
  if (fixes !== null && Symbol.iterator in fixes) for (const fix of fixes) void fix;
  return secretRanges(source.text).some(({ start, end }) => start < last && first < end);
}
