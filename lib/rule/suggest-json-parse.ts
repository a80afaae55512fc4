import type { Rule, SourceCode } from 'eslint';
import type { Hit } from '../flow/hit.js';
import type { Node } from '../flow/value.js';
import { callOf, type Suggester, textOf } from './suggester.js';
import { piecesOf } from './text-pieces.js';

/** The expression that stands in brackets or behind `return`, when nothing else does: how JSON was read before JSON.parse. */
function wrapped(node: Node, isBody: boolean): Node | null {
  const pieces = piecesOf(node);
  if (pieces === null || pieces.length < 2 || pieces.length > 3) return null;
  const [before, value, after = ''] = pieces;
  if (typeof before !== 'string' || typeof value === 'string' || value === undefined || typeof after !== 'string') return null;
  const form = `${before.trim()} ${after.trim()}`;
  const isData = isBody ? /^return ;?$|^return ?\( \);?$/u.test(form) : /^\( \);?$/u.test(form);
  return isData ? value : null;
}

/** The call to replace and the text that it reads, when code is run to read JSON. */
function reading(hit: Hit): { readonly call: Node; readonly text: Node } | null {
  const { node } = hit;
  const { parent } = node;
  if (hit.library === 'eval') {
    const call = callOf(node, 0);
    if (call === null) return null;
    const text = wrapped(node, false);
    if (text !== null) return { call, text };
    // A message's text whose value is used is data; what else might be run is not for us to say.
    const isData = hit.taints.every(({ origin }) => origin.facts.form === 'text' && origin.operation === null);
    return isData && hit.taints.length > 0 && call.parent.type !== 'ExpressionStatement' ? { call, text: node } : null;
  }
  if (hit.library !== 'Function' || (parent?.type !== 'NewExpression' && parent?.type !== 'CallExpression')) return null;
  const run = parent.parent;
  const isRun = run?.type === 'CallExpression' && run.callee === parent && run.arguments.length === 0;
  const text = isRun && parent.arguments.length === 1 ? wrapped(node, true) : null;
  return text === null ? null : { call: run as Node, text };
}

/** `eval('(' + text + ')')` reads JSON, and so does JSON.parse, which runs nothing. */
export const jsonParse: Suggester = {
  messages: { parseJson: 'Read the text as JSON, which runs nothing.' },
  suggest(hit: Hit, source: SourceCode): Rule.SuggestionReportDescriptor | null {
    const found = reading(hit);
    if (found === null) return null;
    return {
      messageId: 'parseJson',
      fix: fixer => fixer.replaceTextRange(found.call.range, `JSON.parse(${textOf(source, found.text)})`),
    };
  },
};
