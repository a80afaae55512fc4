import type { TSESTree } from '@typescript-eslint/utils';
import type { Machine } from './machine.js';
import type { Node } from './value.js';
import { isNever, narrowTruth, undefinedValue } from './values.js';

/** The variable that is falsy where a test turns out so: `!payload`, `payload === null`. */
function falsyIn(test: Node, holds: boolean): TSESTree.Identifier | null {
  if (test.type === 'Identifier') return holds ? null : test;
  if (test.type === 'UnaryExpression') return test.operator === '!' ? falsyIn(test.argument, !holds) : null;
  if (test.type !== 'BinaryExpression' || test.left.type !== 'Identifier' || !isNothing(test.right)) return null;
  return /^[=!]==?$/u.test(test.operator) && test.operator.startsWith('=') === holds ? test.left : null;
}

const isNothing = (node: Node): boolean =>
  (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined');

/** Carries out a branch behind a test: a variable that is falsy there holds none of its data. */
export function runBehind(m: Machine, test: Node, holds: boolean, run: () => void): void {
  const identifier = falsyIn(test, holds);
  const variable = identifier === null ? null : m.module.variableOf(identifier);
  const id = variable === null ? null : m.cell(variable).id;
  const before = id === null ? undefined : m.state.value(id);
  if (id === null || before === undefined || before.taints.length === 0) {
    run();
    return;
  }
  const falsy = narrowTruth(before, false);
  const nothing = isNever(falsy) ? undefinedValue : falsy;
  m.state.setValue(id, nothing);
  run();
  // Behind the branch all is known that was known before.
  if (m.state.live && m.state.value(id) === nothing) m.state.setValue(id, before);
}
