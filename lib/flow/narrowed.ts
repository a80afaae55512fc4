import type { TSESTree } from '@typescript-eslint/utils';
import type { Machine } from './machine.js';
import type { Node } from './value.js';
import { isNever, narrowTruth, undefinedValue } from './values.js';

interface Told {
  readonly variable: TSESTree.Identifier;
  readonly truthy: boolean;
}

/** The variable that a test, turned out so, tells to be falsy or truthy: `!payload`, `payload === null`. */
function toldBy(test: Node, holds: boolean): Told | null {
  if (test.type === 'Identifier') return { variable: test, truthy: holds };
  if (test.type === 'UnaryExpression') return test.operator === '!' ? toldBy(test.argument, !holds) : null;
  if (test.type !== 'BinaryExpression' || test.left.type !== 'Identifier' || !isNothing(test.right)) return null;
  if (!/^[=!]==?$/u.test(test.operator)) return null;
  // What is not null may still be undefined, or an empty text.
  return test.operator.startsWith('=') === holds ? { variable: test.left, truthy: false } : null;
}

const isNothing = (node: Node): boolean =>
  (node.type === 'Literal' && node.raw === 'null') || (node.type === 'Identifier' && node.name === 'undefined');

/** Carries out a branch behind a test: a variable that is falsy there holds none of its data, one that is not none of its falsy constants. */
export function runBehind(m: Machine, test: Node, holds: boolean, run: () => void): void {
  const told = toldBy(test, holds);
  const variable = told === null ? null : m.module.variableOf(told.variable);
  const id = variable === null ? null : m.cell(variable).id;
  const before = id === null ? undefined : m.state.value(id);
  if (told === null || id === null || before === undefined || before.taints.length === 0) {
    run();
    return;
  }
  const narrowed = narrowTruth(before, told.truthy);
  const known = isNever(narrowed) ? undefinedValue : narrowed;
  if (known !== before) m.state.setValue(id, known);
  run();
  // Behind the branch all is known that was known before.
  if (known !== before && m.state.live && m.state.value(id) === known) m.state.setValue(id, before);
}
