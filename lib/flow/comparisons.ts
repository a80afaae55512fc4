import { booleanValue } from './conditions.js';
import { memberName } from './module-record.js';
import { Nature, type Constant, type Node, type Proof, type Value } from './value.js';
import { coercedValue, constantsOf, noFacts, provenValue } from './values.js';
import { proofByComparison } from './ways.js';

/** What follows from a comparison with a constant where the ways on which the other side came about tell. */
export function comparisonProof(left: Value, right: Value, holds: (left: Constant, right: Constant) => boolean): Proof | null {
  const [bound, constant] = [constantsOf(right), constantsOf(left)];
  if (bound?.length === 1) return proofByComparison(left, each => holds(each, bound[0]));
  return constant?.length === 1 ? proofByComparison(right, each => holds(constant[0], each)) : null;
}

export type Relation = '>' | '>=' | '<' | '<=';

function relates(operator: Relation, left: Constant, right: Constant): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  return operator === '>' ? left > right : operator === '>=' ? left >= right : operator === '<' ? left < right : left <= right;
}

/** `status >= 500`. */
export function relation(operator: Relation, left: Value, right: Value): Value {
  const told = comparisonProof(left, right, (x, y) => relates(operator, x, y));
  return positionTest(operator, left, right) ?? provenValue(coercedValue, told);
}

const development: ReadonlySet<string | null> = new Set(['development', 'dev', 'local', 'test']);

/** `process.env.NODE_ENV === 'development'`: Lambda sets no such thing, and who does so deploys what the program is for. */
export function asksForDevelopment(side: Node, text: string | null): boolean {
  const read = side.type === 'ChainExpression' ? side.expression : side;
  return development.has(text) && read.type === 'MemberExpression' && memberName(read) === 'NODE_ENV';
}

/** `ok === true`: the proof of the tested value. `isIP(x) === 4`: what holds where it is true, and nothing where it may be another number. */
export function truthComparison(left: Value, right: Value): Proof | null {
  const [proven, constant] = left.proof !== null ? [left, right] : [right, left];
  if (proven.proof === null || constant.constants.length !== 1 || constant.nature !== 0) return null;
  const [value] = constant.constants;
  if (value === true) return proven.proof;
  return typeof value === 'number' && value > 0 ? { whenTrue: proven.proof.whenTrue, whenFalse: noFacts } : null;
}

/** `test(x) === false`: the proof of the tested value, the other way round. */
export function comparesFalse(tested: Value, constant: Value): Proof | null {
  if (tested.proof === null || constant.constants.length !== 1 || constant.nature !== 0) return null;
  const value = constant.constants[0];
  if (value !== false && value !== null && value !== undefined && value !== 0) return null;
  return { whenTrue: tested.proof.whenFalse, whenFalse: tested.proof.whenTrue };
}

/** `list.indexOf(x) === -1`: a call that gives a position proves by its sign. */
export function indexTest(tested: Value, constant: Value): Value | null {
  if (tested.proof === null || constant.constants.length !== 1 || constant.constants[0] !== -1 || (tested.nature & Nature.position) === 0)
    return null;
  return booleanValue(tested.proof.whenFalse, tested.proof.whenTrue);
}

/** `list.indexOf(x) >= 0`, `> -1`, `< 0`; and `errors.length > 0`. */
function positionTest(operator: Relation, left: Value, right: Value): Value | null {
  const bound = right.constants.length === 1 && right.nature === 0 ? right.constants[0] : undefined;
  if (left.proof === null || (bound !== 0 && bound !== -1 && bound !== 1)) return null;
  const position = (left.nature & Nature.position) !== 0;
  const found = position
    ? (operator === '>=' && bound === 0) || (operator === '>' && bound === -1)
    : (operator === '>' && bound === 0) || (operator === '>=' && bound === 1);
  const missing = position
    ? (operator === '<' && bound === 0) || (operator === '<=' && bound === -1)
    : (operator === '<' && bound === 1) || (operator === '<=' && bound === 0);
  if (found) return booleanValue(left.proof.whenTrue, left.proof.whenFalse);
  return missing ? booleanValue(left.proof.whenFalse, left.proof.whenTrue) : null;
}
