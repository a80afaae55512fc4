import type { TSESTree } from '@typescript-eslint/utils';
import { asksForDevelopment, comparesFalse, comparisonProof, indexTest, relation, truthComparison } from './comparisons.js';
import { evaluate, isNumeric, settled, withoutNullish } from './expressions.js';
import type { Machine } from './machine.js';
import type { Origin } from './origin.js';
import { isTextOfError, provenByClass, provenByConstructor, provenByField, provenNoError, provenThrown } from './own-errors.js';
import type { Proof, Taint, Value } from './value.js';
import { inText } from './text.js';
import { Nature } from './value.js';
import {
  coercedValue,
  concatenate,
  constantsOf,
  constantText,
  constantValue,
  intersectFacts,
  joinValues,
  mayBeFalsy,
  mayBeTruthy,
  narrowTruth,
  noFacts,
  provesNothing,
  provenValue,
  uniteFacts,
} from './values.js';
import { meet, proofOfWays } from './ways.js';

/** A truth value that proves something. */
export function booleanValue(whenTrue: ReadonlyMap<number, number>, whenFalse: ReadonlyMap<number, number> = noFacts): Value {
  if (whenTrue.size === 0 && whenFalse.size === 0) return coercedValue;
  return provenValue(coercedValue, { whenTrue, whenFalse });
}

/** Facts that a value's data is harmless for the kinds of a bit set. */
export function prove(m: Machine, value: Value, mask: number): ReadonlyMap<number, number> {
  if (mask === 0 || value.taints.length === 0) return noFacts;
  const facts = new Map<number, number>();
  for (const { origin } of value.taints) {
    facts.set(origin.id, mask);
    proveWhole(m, origin, mask, facts);
    proveError(m, origin, mask, facts);
    // The text of a value is tested as the value itself, and its case changes nothing.
    for (let copy = origin; copy.parent !== null && sameText.test(copy.operation ?? ''); copy = copy.parent)
      facts.set(copy.parent.id, mask);
  }
  return facts;
}

const sameText = /^(?:String|to(?:Locale)?(?:Lower|Upper)Case)$/u;

/** A URL whose host is proven harmless is harmless as a URL; a text that is only a change of case or of spacing proves the original. */
function proveWhole(m: Machine, origin: Origin, mask: number, facts: Map<number, number>): void {
  if (origin.urlOf !== null) {
    const urlKinds = mask & (m.knowledge.bit('url') | m.knowledge.bit('redirect') | m.knowledge.bit('request'));
    for (let whole: Origin | null = origin.urlOf; whole !== null; whole = whole.operation === 'URL' ? whole.parent : null) {
      facts.set(whole.id, (facts.get(whole.id) ?? 0) | urlKinds);
    }
  }
}

/** Of whose message all is known that is said to whoever asks, that error is known. */
function proveError(m: Machine, { kind, path, parent }: Origin, mask: number, facts: Map<number, number>): void {
  if ((kind === 'error' || kind === 'client-error') && parent !== null && path === `${parent.path}.message`)
    facts.set(parent.id, (facts.get(parent.id) ?? 0) | (mask & m.knowledge.bit('response')));
}

export function negate(value: Value): Value {
  const single = constantsOf(value);
  if (single?.length === 1) return constantValue(!single[0]);
  if (value.proof === null) {
    if (!mayBeFalsy(value)) return constantValue(false);
    return mayBeTruthy(value) ? coercedValue : constantValue(true);
  }
  return provenValue(coercedValue, { whenTrue: value.proof.whenFalse, whenFalse: value.proof.whenTrue });
}

export function logical(m: Machine, node: TSESTree.LogicalExpression): Value {
  const left = evaluate(m, node.left);
  const base = m.state;
  const goesOn = node.operator === '&&' ? mayBeTruthy(left) : node.operator === '||' ? mayBeFalsy(left) : mayBeNullish(left);
  const stops = node.operator === '&&' ? mayBeFalsy(left) : node.operator === '||' ? mayBeTruthy(left) : isMoreThanNullish(left);
  if (!goesOn) return left;
  let right = left;
  const layer = m.branch(() => {
    const facts = node.operator === '&&' ? left.proof?.whenTrue : node.operator === '||' ? left.proof?.whenFalse : undefined;
    if (facts) m.state.addFacts(facts);
    right = settled(m, evaluate(m, node.right));
  });
  if (!stops) {
    base.commit(layer);
    return right;
  }
  const stopped = node.operator === '&&' ? left.proof?.whenFalse : node.operator === '||' ? left.proof?.whenTrue : undefined;
  meet(m, base, [m.branch(() => m.state.addFacts(stopped ?? noFacts)), layer]);
  const kept = node.operator === '&&' ? narrowTruth(left, false) : node.operator === '||' ? narrowTruth(left, true) : withoutNullish(left);
  if (node.operator !== '&&' && isTextOfError(kept, right)) return kept;
  const joined = joinValues(kept, right);
  const ways = [
    { facts: (node.operator === '&&' ? left.proof?.whenFalse : left.proof?.whenTrue) ?? noFacts, value: provenValue(kept, null) },
    { facts: (node.operator === '&&' ? left.proof?.whenTrue : left.proof?.whenFalse) ?? noFacts, value: right },
  ];
  if (node.operator === '??') return provenValue(joined, mayBeFalsy({ ...kept, taints: [], nature: 0 }) ? null : proofOfWays(ways));
  const proof = combine(node.operator, left.proof, right.proof, left, right);
  const told = proof === null ? undefined : proofOfWays(ways)?.ways;
  return provenValue(joined, proof === null || told === undefined ? proof : { ...proof, ways: told });
}

function combine(operator: '&&' | '||', left: Proof | null, right: Proof | null, leftValue: Value, rightValue: Value): Proof | null {
  if (left === null && right === null) return null;
  const lt = left?.whenTrue ?? noFacts;
  const lf = left?.whenFalse ?? noFacts;
  const rt = right?.whenTrue ?? noFacts;
  const rf = right?.whenFalse ?? noFacts;
  if (operator === '&&') {
    // A constant false on the left side (`x && false`) cannot make the whole true.
    return { whenTrue: uniteFacts(lt, rt), whenFalse: mayBeFalsy(rightValue) ? intersectFacts(lf, uniteFacts(lt, rf)) : lf };
  }
  return { whenTrue: mayBeTruthy(leftValue) ? intersectFacts(lt, uniteFacts(lf, rt)) : rt, whenFalse: uniteFacts(lf, rf) };
}

function mayBeNullish(value: Value): boolean {
  return (
    value.taints.length > 0 ||
    (value.nature & (Nature.unknown | Nature.own)) !== 0 ||
    value.constants.some(constant => constant === null || constant === undefined)
  );
}

function isMoreThanNullish(value: Value): boolean {
  return (
    value.references.length > 0 ||
    value.taints.length > 0 ||
    value.nature !== 0 ||
    value.constants.some(constant => constant !== null && constant !== undefined)
  );
}

export function binary(m: Machine, node: TSESTree.BinaryExpression): Value {
  const special = typeTest(m, node) ?? null;
  if (special !== null) return special;
  if (node.left.type === 'PrivateIdentifier') {
    evaluate(m, node.right);
    return coercedValue;
  }
  const left = evaluate(m, node.left);
  const right = evaluate(m, node.right);
  switch (node.operator) {
    case '+':
      if (isNumeric(left) && isNumeric(right)) return coercedValue;
      return concatenate([inText(m, left), inText(m, right)]);
    case '===':
    case '==':
      return equality(m, left, right, node);
    case '!==':
    case '!=':
      return negate(equality(m, left, right, node));
    case 'in':
      return booleanValue(prove(m, left, isProgramsOwnObject(m, right) ? m.knowledge.allKinds & ~m.knowledge.bit('property-key') : 0));
    case '>':
    case '>=':
    case '<':
    case '<=':
      return relation(node.operator, left, right);
    default:
      return coercedValue;
  }
}

/** Whether a value holds nothing but what the program itself wrote, or comes from a list that it keeps. */
function isProgramsOwn({ taints, nature, references }: Value): boolean {
  if (references.length > 0) return false;
  if ((nature & Nature.listed) !== 0) return taints.every(({ origin }) => origin.kind === 'unknown');
  return taints.length === 0 && (nature & Nature.unknown) === 0;
}

/** An object whose property names are the program's own. */
export function isProgramsOwnObject(m: Machine, value: Value): boolean {
  return (
    value.references.length > 0 &&
    value.taints.length === 0 &&
    value.references.every(reference => {
      if (reference.type === 'class' || reference.type === 'namespace' || reference.type === 'api') return true;
      if (reference.type !== 'object') return false;
      const object = m.object(reference.id);
      return object.kind !== 'array' && object.base.taints.length === 0 && object.keys.taints.length === 0;
    })
  );
}

function equality(m: Machine, left: Value, right: Value, node: TSESTree.BinaryExpression): Value {
  const [a, b] = [constantsOf(left), constantsOf(right)];
  if (a?.length === 1 && b?.length === 1 && node.operator.length === 3) return constantValue(a[0] === b[0]);
  if (asksForDevelopment(node.left, constantText(right))) return constantValue(false);
  const position = indexTest(left, right) ?? indexTest(right, left);
  if (position !== null) return position;
  const flipped = comparesFalse(left, right) ?? comparesFalse(right, left);
  const namesPrototype = [left, right].some(side => prototypeNames.has(constantText(side) ?? ''));
  // A name that is not `__proto__` cannot lead out of the object.
  const key = namesPrototype ? m.knowledge.bit('property-key') : 0;
  const known = m.knowledge.allKinds & ~key;
  const whenTrue = uniteFacts(
    isProgramsOwn(right) && !isNullishOnly(right) ? prove(m, left, known) : noFacts,
    isProgramsOwn(left) && !isNullishOnly(left) ? prove(m, right, known) : noFacts,
  );
  const ownHost = [left, right].find(isOwnHost);
  const isHome = ownHost === undefined ? noFacts : prove(m, ownHost === left ? right : left, m.knowledge.bit('redirect'));
  const whenFalse = uniteFacts(prove(m, left, key), prove(m, right, key));
  const told = comparisonProof(left, right, (x, y) => x === y) ?? provesNothing;
  if (flipped !== null) return booleanValue(uniteFacts(flipped.whenTrue, told.whenTrue), uniteFacts(flipped.whenFalse, told.whenFalse));
  const asTruth = truthComparison(left, right) ?? provesNothing;
  return booleanValue(
    [asTruth.whenTrue, told.whenTrue, provenByField(m, node, constantText(right)), provenByConstructor(m, node.left, right), isHome].reduce(
      uniteFacts,
      whenTrue,
    ),
    [asTruth.whenFalse, told.whenFalse].reduce(uniteFacts, whenFalse),
  );
}

/** The host that a request was sent to, as its browser says: whoever sends a redirect there sends it home. */
function isOwnHost({ taints }: Value): boolean {
  return taints.length > 0 && taints.every(({ origin: { kind, path } }) => kind === 'event' && ownHost.test(path));
}

const ownHost = /(?:headers(?:\.host|\.Host|\['host'\]|\['Host'\])(?:\[\d*\]\.value)?|\.requestContext\.domainName)$/u;

const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function isNullishOnly(value: Value): boolean {
  return value.nature === 0 && value.constants.every(constant => constant === null || constant === undefined);
}

/** `typeof x === 'number'`, `x instanceof Date`. */
function typeTest(m: Machine, node: TSESTree.BinaryExpression): Value | null {
  const { left, right, operator } = node;
  if (operator === 'instanceof') {
    const value = evaluate(m, left);
    const type = evaluate(m, right);
    const named = right.type === 'MemberExpression' && !right.computed ? right.property : right;
    const name = named.type === 'Identifier' ? named.name : '';
    if (name === 'Date') return booleanValue(prove(m, value, m.knowledge.allKinds));
    if (/Error$/u.test(name) && isOnlyData(value)) return constantValue(false);
    if (name === 'AxiosError') {
      const ofClient = value.taints.filter(({ origin }) => origin.kind === 'client-error');
      return booleanValue(noFacts, prove(m, { ...value, taints: ofClient }, m.knowledge.bit('log')));
    }
    // `string | Error`: where it is the error, it is not the data.
    const noData = /Error$/u.test(name) ? prove(m, { ...value, taints: value.taints.filter(isData) }, m.knowledge.allKinds) : noFacts;
    // The program says that it is made for whoever asks.
    if (/UserFacing|Friendly/u.test(name)) return booleanValue(prove(m, value, m.knowledge.bit('response')));
    const forClient =
      name === 'Array' ? provenThrown(m, value) : forCaller.test(name) ? prove(m, value, m.knowledge.bit('own-error')) : noFacts;
    return booleanValue([noData, forClient, provenByClass(m, value, type)].reduce(uniteFacts), provenNoError(m, value, name));
  }
  const equal = operator === '===' || operator === '==';
  if (!equal && operator !== '!==' && operator !== '!=') return null;
  const [typed, literal] = left.type === 'UnaryExpression' && left.operator === 'typeof' ? [left, right] : [right, left];
  if (typed.type !== 'UnaryExpression' || typed.operator !== 'typeof' || literal.type !== 'Literal') return null;
  const value = evaluate(m, typed.argument);
  const mask =
    literal.value === 'number' || literal.value === 'boolean' || literal.value === 'bigint'
      ? m.knowledge.allKinds
      : literal.value === 'string'
        ? m.knowledge.bit('nosql') | m.knowledge.bit('write')
        : 0;
  const facts = uniteFacts(prove(m, value, mask), literal.value === 'string' ? provenThrown(m, value) : noFacts);
  return equal ? booleanValue(facts) : booleanValue(noFacts, facts);
}

/** Names of errors that tell the caller what is wrong with the request. */
const forCaller = /Validation|Zod|Joi|BadRequest|Client(?!Error)|UserInput|HttpError|Expected/u;

/** Data from outside comes as text: no part of it is an instance of a class of the program. */
function isOnlyData({ taints, references, nature }: Value): boolean {
  return taints.length > 0 && references.length === 0 && nature === 0 && taints.every(isData);
}

const isData = ({ origin }: Taint): boolean => dataKinds.has(origin.kind);

const dataKinds: ReadonlySet<string> = new Set(['event', 'stored', 'secret']);

/** What entering `case TEST:` of `switch (SUBJECT)` proves. */
export function proofOfCase(m: Machine, subject: Value, test: Value): ReadonlyMap<number, number> {
  if (subject.constants.includes(true) && test.proof !== null) return test.proof.whenTrue;
  return isProgramsOwn(test) ? prove(m, subject, m.knowledge.allKinds) : noFacts;
}
