import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate } from '../candidate.js';
import { functionName } from '../function-name.js';
import { callGiven, isNamedAgain, usesIn } from '../program-uses.js';

/** Methods that call what they are given with something of their own: emitters, lists, promises, servers. */
const listenerMethods = new Set(
  (
    'on once off addListener prependListener removeListener addEventListener removeEventListener subscribe watch listen ' +
    'map forEach filter flatMap some every find findIndex reduce sort then catch finally createServer setTimeout setInterval setImmediate nextTick'
  ).split(' '),
);

/** Whether a call hands a function to something that calls it with arguments of its own. */
export function listens(call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  return listenerMethods.has(name);
}

/** Given to an emitter, a list method, a promise or a server in its own file: those call it, not Lambda. */
export function emitterListener(candidate: Candidate): boolean {
  const { fn, program, method } = candidate;
  const given = callGiven(fn);
  if (given !== null && listens(given)) return true;
  const name = functionName(fn, program) ?? (method?.key.type === 'Identifier' ? `this.${method.key.name}` : null);
  if (name === null || !isNamedAgain(name.replace('this.', ''), candidate.text(program))) return false;
  return usesIn(program).passedTo.get(name)?.some(listens) ?? false;
}
