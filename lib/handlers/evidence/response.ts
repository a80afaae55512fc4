import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate, Finding } from '../candidate.js';
import { parametersOf } from '../candidate.js';
import { childrenOf } from '../children.js';
import { isStatus } from '../ordinary-function.js';

function isResponse(node: TSESTree.Node | null): boolean {
  return node?.type === 'ObjectExpression' && node.properties.some(isStatus);
}

function answers(node: TSESTree.Node): boolean {
  if (node.type === 'ReturnStatement') return isResponse(node.argument);
  // What a function inside returns is another's answer.
  if (/Function/u.test(node.type)) return false;
  return childrenOf(node).some(answers);
}

/** Exported, async and without parameters, and returns a response as it is written: `{ statusCode: 200, body }`. */
export function response({ fn, exportName, viaWrapper }: Candidate): Finding | null {
  if ((exportName === null && !viaWrapper) || !fn.async || parametersOf(fn).length > 0 || fn.body === null) return null;
  return isResponse(fn.body) || answers(fn.body) ? {} : null;
}
