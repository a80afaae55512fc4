import type { TSESTree } from '@typescript-eslint/utils';
import { binary, logical, negate, prove } from './conditions.js';
import { comparedName, memberOfEntry } from './compared-names.js';
import { evaluateCall, evaluateImport, evaluateTagged } from './calls.js';
import { makeClass, superMember } from './classes.js';
import { makeFunction } from './functions.js';
import { arrayLiteral, objectLiteral } from './literals.js';
import { mayFail } from './failing.js';
import type { Machine } from './machine.js';
import { elementsOf } from './iteration.js';
import { getMember, setMember } from './members.js';
import { provenByMark } from './own-errors.js';
import { assign, keyOf } from './patterns.js';
import { checkEnvironmentName } from './sinks.js';
import { inText } from './text.js';
import type { Node, Value, Way } from './value.js';
import {
  coercedValue,
  concatenate,
  constantValue,
  joinValues,
  libraryValue,
  mayBeFalsy,
  mayBeTruthy,
  mapTaints,
  narrowTruth,
  never,
  noFacts,
  ownValue,
  provenValue,
  referenceValue,
  undefinedValue,
} from './values.js';
import { readVariable } from './variables.js';
import { meet, proofOfWays } from './ways.js';

/** Evaluates an expression in the current state, with its effects. @returns what it may be */
export function evaluate(m: Machine, node: Node): Value {
  if (!m.enter()) return m.unknown(node);
  const value = evaluateNode(m, node);
  m.leave();
  return value;
}

function evaluateNode(m: Machine, node: Node): Value {
  switch (node.type) {
    case 'Identifier':
      return memberOfEntry(m, node, readVariable(m, node));
    case 'Literal':
      return literal(node);
    case 'TemplateLiteral':
      return template(m, node);
    case 'TaggedTemplateExpression':
      return evaluateTagged(m, node);
    case 'MemberExpression':
      return member(m, node);
    case 'CallExpression':
    case 'NewExpression':
      return evaluateCall(m, node);
    case 'ImportExpression':
      return evaluateImport(m, node);
    case 'AssignmentExpression':
      return assignment(m, node);
    case 'BinaryExpression':
      return binary(m, node);
    case 'LogicalExpression':
      return logical(m, node);
    case 'ConditionalExpression':
      return conditional(m, node);
    case 'UnaryExpression':
      return unary(m, node);
    case 'UpdateExpression':
      assign(m, node.argument, coercedValue, node, null);
      return coercedValue;
    case 'ObjectExpression':
      return objectLiteral(m, node);
    case 'ArrayExpression':
      return arrayLiteral(m, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return makeFunction(m, node);
    case 'ClassExpression':
      return makeClass(m, node);
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      // What is waited for was begun elsewhere.
      if (node.type === 'AwaitExpression' && node.argument.type !== 'CallExpression') mayFail(m);
      return evaluate(m, node.type === 'AwaitExpression' ? node.argument : node.expression);
    case 'YieldExpression':
      return yielded(m, node);
    case 'SequenceExpression':
      return node.expressions.reduce<Value>((_, expression) => evaluate(m, expression), undefinedValue);
    case 'ThisExpression':
      return m.environment.self ?? m.unknown(node);
    case 'Super':
      return m.environment.self ?? never;
    case 'MetaProperty':
      return ownValue;
    case 'JSXElement':
    case 'JSXFragment':
      for (const child of node.children) if (child.type === 'JSXExpressionContainer') evaluate(m, child.expression);
      return libraryValue;
    case 'SpreadElement':
      return evaluate(m, node.argument);
    default:
      return m.unknown(node);
  }
}

function literal(node: TSESTree.Literal): Value {
  if ('regex' in node) return constantValue({ pattern: node.regex.pattern, flags: node.regex.flags });
  return constantValue(typeof node.value === 'bigint' ? String(node.value) : (node.value as string | number | boolean | null));
}

function template(m: Machine, node: TSESTree.TemplateLiteral): Value {
  const pieces: Value[] = [];
  node.quasis.forEach((quasi, i) => {
    // A quasi with a broken escape has no cooked text.
    pieces.push(constantValue((quasi.value.cooked as string | null) ?? quasi.value.raw));
    const expression = node.expressions[i];
    if (expression !== undefined) pieces.push(inText(m, evaluate(m, expression)));
  });
  return concatenate(pieces);
}

function member(m: Machine, node: TSESTree.MemberExpression): Value {
  if (node.object.type === 'Super') return superMember(m, node);
  const object = evaluate(m, node.object);
  let key = keyOf(m, node.property, node.computed);
  if (key.name === null) checkEnvironmentName(m, object, key, node);
  else if (key.name !== 'length' && !/^\d+$/u.test(key.name)) for (const { origin } of object.taints) origin.hasMembers = true;
  if (key.name === null && object.taints.length > 0) key = { ...key, name: comparedName(m, node.property) };
  if (node.optional && object.constants.some(constant => constant === undefined || constant === null)) {
    return provenByMark(m, object, key.name, joinValues(getMember(m, object, key, node), undefinedValue));
  }
  return provenByMark(m, object, key.name, getMember(m, object, key, node));
}

function assignment(m: Machine, node: TSESTree.AssignmentExpression): Value {
  if (node.operator === '=') {
    const value = evaluate(m, node.right);
    assign(m, node.left, value, node, node.right);
    return value;
  }
  const before = evaluate(m, node.left);
  switch (node.operator) {
    case '+=': {
      const right = evaluate(m, node.right);
      const value = isNumeric(before) && isNumeric(right) ? coercedValue : concatenate([inText(m, before), inText(m, right)]);
      assign(m, node.left, value, node, node.right);
      return value;
    }
    case '||=':
    case '&&=':
    case '??=': {
      const skips = node.operator === '||=' ? mayBeTruthy(before) : node.operator === '&&=' ? mayBeFalsy(before) : isPresent(before);
      let value = before;
      const base = m.state;
      const layer = m.branch(() => {
        const right = evaluate(m, node.right);
        assign(m, node.left, right, node, node.right);
        value = right;
      });
      if (!skips) {
        base.commit(layer);
        return value;
      }
      base.merge([m.branch(() => undefined), layer]);
      const kept =
        node.operator === '||=' ? narrowTruth(before, true) : node.operator === '??=' ? withoutNullish(before) : narrowTruth(before, false);
      return joinValues(kept, value);
    }
    default:
      evaluate(m, node.right);
      assign(m, node.left, coercedValue, node, null);
      return coercedValue;
  }
}

/** Whether the value may be something else than null and undefined. */
function isPresent(value: Value): boolean {
  return (
    value.references.length > 0 ||
    value.taints.length > 0 ||
    value.nature !== 0 ||
    value.constants.some(constant => constant !== null && constant !== undefined)
  );
}

/** @returns the value behind a test that it is neither null nor undefined. */
export function withoutNullish(value: Value): Value {
  const constants = value.constants.filter(constant => constant !== null && constant !== undefined);
  return constants.length === value.constants.length ? value : { ...value, constants };
}

/** Whether adding such values is arithmetic. */
export function isNumeric(value: Value): boolean {
  return (
    value.references.length === 0 &&
    value.taints.length === 0 &&
    (value.nature & ~2) === 0 &&
    value.constants.every(constant => typeof constant !== 'string')
  );
}

function conditional(m: Machine, node: TSESTree.ConditionalExpression): Value {
  const test = evaluate(m, node.test);
  let result = never;
  const base = m.state;
  const layers: ReturnType<Machine['branch']>[] = [];
  const ways: Way[] = [];
  const take = (arm: Node, facts: ReadonlyMap<number, number> | undefined): void => {
    layers.push(
      m.branch(() => {
        if (facts !== undefined) m.state.addFacts(facts);
        const value = settled(m, evaluate(m, arm));
        result = joinValues(result, value);
        ways.push({ facts: facts ?? noFacts, value });
      }),
    );
  };
  if (mayBeTruthy(test)) take(node.consequent, test.proof?.whenTrue);
  if (mayBeFalsy(test)) take(node.alternate, test.proof?.whenFalse);
  meet(m, base, layers);
  return provenValue(result, proofOfWays(ways));
}

/** @returns the value with what is proven of it here and now: the proof goes with it when it leaves the branch. */
export function settled(m: Machine, value: Value): Value {
  if (value.taints.length === 0) return value;
  return mapTaints(value, taint => {
    const cleared = taint.cleared | m.provenOf(taint.origin);
    return cleared === taint.cleared ? taint : { ...taint, cleared };
  });
}

/** `!event.id`: where a place of the event is empty, there is nothing in it. */
function whenAbsent(m: Machine, node: Node, value: Value): Value {
  const { taints, references, constants, nature, proof } = value;
  const isPlace = node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'ChainExpression';
  if (!isPlace || proof !== null || taints.length !== 1 || references.length > 0 || constants.length > 0 || nature !== 0) return value;
  return provenValue(value, { whenTrue: noFacts, whenFalse: prove(m, value, m.knowledge.allKinds) });
}

function unary(m: Machine, node: TSESTree.UnaryExpression): Value {
  const value = evaluate(m, node.argument);
  switch (node.operator) {
    case '!':
      return negate(whenAbsent(m, node.argument, value));
    case 'void':
      return undefinedValue;
    case '-': {
      const constant = value.constants.length === 1 && value.nature === 0 && value.taints.length === 0 ? value.constants[0] : undefined;
      return typeof constant === 'number' ? constantValue(-constant) : coercedValue;
    }
    case 'delete':
      if (node.argument.type === 'MemberExpression') {
        setMember(
          m,
          evaluate(m, node.argument.object),
          keyOf(m, node.argument.property, node.argument.computed),
          undefinedValue,
          node,
          null,
        );
      }
      return coercedValue;
    default:
      return coercedValue;
  }
}

function yielded(m: Machine, node: TSESTree.YieldExpression): Value {
  const value = node.argument ? evaluate(m, node.argument) : undefinedValue;
  m.yields[m.yields.length - 1]?.push(node.delegate ? elementsOf(m, value, node) : value);
  return m.unknown(node);
}

/** A reference to something the engine knows by name. */
export function nativeValue(name: string): Value {
  return referenceValue({ type: 'native', name, self: null, bound: [] });
}
