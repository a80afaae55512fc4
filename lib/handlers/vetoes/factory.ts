import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate } from '../candidate.js';

function isFunction(node: TSESTree.Node | null | undefined): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

/** Makes a handler instead of being one: all it does in the end is to return a function. */
export function factory(candidate: Candidate): boolean {
  const { body } = candidate.fn;
  if (body?.type !== 'BlockStatement') return isFunction(body);
  const last = body.body[body.body.length - 1];
  return last?.type === 'ReturnStatement' && isFunction(last.argument);
}
