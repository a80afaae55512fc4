import type { Candidate } from '../candidate.js';
import { callGiven } from '../program-uses.js';

const parts: ReadonlySet<string> = new Set(['body', 'params', 'query', 'querystring']);

/** A route's function with the schemas of what it gets beside it: `.post('/orders', ctx => …, { body: t.Object({ … }) })`. */
export function checkedRoute({ fn }: Candidate): boolean {
  const call = callGiven(fn);
  if (call?.callee.type !== 'MemberExpression') return false;
  return call.arguments.some(
    argument =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        property =>
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          parts.has(property.key.name) &&
          property.value.type === 'CallExpression',
      ),
  );
}
