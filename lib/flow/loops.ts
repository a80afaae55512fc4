import type { TSESTree } from '@typescript-eslint/utils';
import { evaluate } from './expressions.js';
import type { Machine } from './machine.js';
import type { Environment, Variable } from './module-record.js';
import { elementsOf } from './iteration.js';
import { assign } from './patterns.js';
import type { State } from './state.js';
import { execute } from './statements.js';
import type { Node, Value } from './value.js';
import { joinValues, mayBeTruthy, never, ownValue, taintValue } from './values.js';

const maxRounds = 4;

/** Runs a body until nothing it does is new. @param inner the node whose variables each round has anew */
function rounds(m: Machine, inner: Node, label: string | null, mayNotRun: boolean, round: () => void): State[] {
  const base = m.state;
  const breaks: State[] = [];
  for (let i = 0; i < maxRounds; i++) {
    const target = m.target('loop', label);
    const layer = m.branch(() => m.withTarget(target, round));
    breaks.push(...target.breaks);
    const arriving = [layer, ...target.continues];
    const over = variablesOf(m, inner);
    for (const state of arriving) state.forgetValues(over);
    if (mayNotRun || i > 0) arriving.push(base);
    if (!arriving.some(state => state.live && state !== base)) break;
    const isFirst = hasNewVariable(m, base, arriving);
    const isMore = base.mergeRound(arriving);
    if ((!isMore && !isFirst) || m.exhausted) break;
  }
  return breaks;
}

/** Whether a variable that the loop sees got its first value in a round: the next one may read it. */
function hasNewVariable({ environment }: Machine, base: State, arriving: readonly State[]): boolean {
  const changed = new Set(
    arriving.flatMap(state => (state === base ? [] : state.changedValues)).filter(id => base.value(id) === undefined),
  );
  if (changed.size === 0) return false;
  for (let scope: Environment | null = environment; scope !== null; scope = scope.parent)
    for (const id of scope.cells.values()) if (changed.has(id)) return true;
  return false;
}

/** The cells of the variables of a block and of those in it, unless a closure may still see them. */
function variablesOf({ environment, captured }: Machine, inner: Node): readonly number[] {
  if (captured.has(environment.cells)) return [];
  const [start, end] = inner.range;
  const isInside = ({ scope }: Variable): boolean =>
    scope !== scope.variableScope && start <= scope.block.range[0] && scope.block.range[1] <= end;
  return [...environment.cells].flatMap(([variable, id]) => (isInside(variable) ? [id] : []));
}

export function loop(m: Machine, label: string | null, test: Node | null, body: Node, update: Node | null, testFirst: boolean): void {
  const base = m.state;
  let last: Value | null = null;
  const breaks = rounds(m, body, label, testFirst && test !== null, () => {
    const condition = test === null || !testFirst ? null : evaluate(m, test);
    if (condition !== null && !mayBeTruthy(condition)) {
      m.state.live = false;
      return;
    }
    if (condition?.proof) m.state.addFacts(condition.proof.whenTrue);
    execute(m, body);
    if (m.state.live && update !== null) evaluate(m, update);
    if (m.state.live && !testFirst && test !== null) evaluate(m, test);
  });
  const endless = test === null || (test.type === 'Literal' && test.value === true);
  if (endless) {
    base.live = false;
    if (breaks.length > 0) base.live = true;
    base.merge(breaks);
    return;
  }
  const exit = m.branch(() => {
    last = evaluate(m, test);
    if (last.proof) m.state.addFacts(last.proof.whenFalse);
  });
  base.merge([exit, ...breaks]);
}

export function forEach(m: Machine, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, label: string | null): void {
  const collection = evaluate(m, node.right);
  const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
  if (pattern === undefined) return;
  const base = m.state;
  const breaks = rounds(m, node, label, true, () => {
    const item = node.type === 'ForOfStatement' ? elementsOf(m, collection, node) : keysOf(m, collection);
    assign(m, pattern, item, node.left, null);
    execute(m, node.body);
  });
  base.merge([m.branch(() => undefined), ...breaks]);
}

/** Names of an object's properties. */
export function keysOf(m: Machine, value: Value): Value {
  let result = never;
  for (const reference of value.references) {
    if (reference.type !== 'object') continue;
    const object = m.object(reference.id);
    result = joinValues(result, object.keys);
    if (object.properties.size > 0) result = joinValues(result, ownValue);
    result = joinValues(result, keysOf(m, object.base));
  }
  for (const taint of value.taints) {
    if (taint.origin.facts.fixedNames) continue;
    const origin = taint.origin.derived('keys');
    result = joinValues(result, taintValue([{ ...taint, origin, whole: false }]));
  }
  return result === never ? ownValue : result;
}
