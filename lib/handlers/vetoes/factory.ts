import { type Candidate, isFunctionExpression } from '../candidate.js';

/** Makes a handler instead of being one: all it does in the end is to return a function. */
export function factory(candidate: Candidate): boolean {
  const { body } = candidate.fn;
  if (body?.type !== 'BlockStatement') return isFunctionExpression(body);
  const last = body.body[body.body.length - 1];
  return last?.type === 'ReturnStatement' && isFunctionExpression(last.argument);
}
