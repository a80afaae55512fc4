import type { TSESTree } from '@typescript-eslint/utils';
import { superCall } from './classes.js';
import { evaluate } from './expressions.js';
import { importedModule, requiredModule } from './exports.js';
import { resolvedInstance } from './injected-instance.js';
import { callBack, callFunction, type CallOptions } from './functions.js';
import { sentResult } from './library.js';
import { mayFail } from './failing.js';
import type { Machine } from './machine.js';
import { elementsOf } from './iteration.js';
import { getMember, type Key } from './members.js';
import { callMethodOfData } from './natives/data-methods.js';
import { thenMethod } from './natives/promise.js';
import { keyOf } from './patterns.js';
import { checkSentShapes, recordHit } from './sinks.js';
import { Nature, type Node, type Value } from './value.js';
import {
  concatenate,
  constantText,
  constantValue,
  isNever,
  joinValues,
  never,
  ownValue,
  referenceValue,
  undefinedValue,
} from './values.js';

/** Values of a call's arguments, spreads laid out as far as they are known. */
function evaluateArguments(m: Machine, nodes: readonly TSESTree.CallExpressionArgument[]): readonly Value[] {
  const values: Value[] = [];
  for (const node of nodes) {
    if (node.type !== 'SpreadElement') {
      values.push(evaluate(m, node));
      continue;
    }
    const list = evaluate(m, node.argument);
    const reference = list.references.length === 1 ? list.references[0] : undefined;
    const object = reference?.type === 'object' ? m.object(reference.id) : null;
    if (object?.kind === 'array' && isNever(object.rest) && isNever(object.base))
      values.push(...[...object.properties.values()].map(property => property.value));
    else {
      const element = elementsOf(m, list, node);
      values.push(element, element, element);
    }
  }
  return values;
}

export function evaluateCall(m: Machine, node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
  const { callee } = node;
  if (callee.type === 'Super') return superCall(m, evaluateArguments(m, node.arguments), node);
  const isNew = node.type === 'NewExpression';
  if (!isNew && callee.type === 'Identifier' && callee.name === 'require' && m.module.variableOf(callee) === null)
    return requireCall(m, node);
  const member = skipWrappers(callee);
  if (member.type === 'MemberExpression' && member.object.type !== 'Super' && !isNew) {
    const object = evaluate(m, member.object);
    const key = keyOf(m, member.property, member.computed);
    const args = evaluateArguments(m, node.arguments);
    return callMethod(m, object, key, args, { self: object, node, argumentNodes: node.arguments });
  }
  const fn = evaluate(m, callee);
  const args = evaluateArguments(m, node.arguments);
  const self = member.type === 'MemberExpression' && member.object.type === 'Super' ? m.environment.self : null;
  return callValue(m, fn, args, { self, node, argumentNodes: node.arguments, isNew });
}

function skipWrappers(node: Node): Node {
  let inner = node;
  while (inner.type === 'TSNonNullExpression' || inner.type === 'ChainExpression' || inner.type === 'TSAsExpression')
    inner = inner.expression;
  return inner;
}

/** Calls a value; what is not understood is an unknown call. */
export function callValue(m: Machine, fn: Value, args: readonly Value[], options: CallOptions): Value {
  const callable = fn.references.filter(
    reference => reference.type !== 'object' && reference.type !== 'namespace' && reference.type !== 'wrapped',
  );
  // A member of Math and its like: what it makes is a number or the program's own.
  if (callable.length === 0 && isCoercedMember(fn)) {
    unknownCall(m, args, options.node);
    return ownValue;
  }
  let result = callable.length === 0 ? never : callFunction(m, { ...fn, references: callable }, args, options);
  if (callable.length === 0 || (fn.nature & 1) !== 0) result = joinValues(result, unknownCall(m, args, options.node));
  return result;
}

/** A call of something that is not known: functions that are passed in may be called, with anything. */
export function unknownCall(m: Machine, args: readonly Value[], node: Node): Value {
  mayFail(m);
  const resolved = resolvedInstance(m, args, node);
  if (resolved !== null) return resolved;
  let wrapped = never;
  for (const arg of args) {
    // What another unknown call made of a function is passed on with the function in it.
    for (const reference of arg.references) if (reference.type === 'wrapped') wrapped = joinValues(wrapped, reference.inner);
    const functions = arg.references.filter(reference => reference.type === 'function');
    if (functions.length === 0) continue;
    const inner: Value = { ...never, references: functions };
    wrapped = joinValues(wrapped, inner);
    const returned = callBack(m, inner, callbackArguments(m, inner, node), node);
    // `scope(metrics => async event => …)`: the function that is returned is what will be called in the end.
    const made = returned.references.filter(reference => reference.type === 'function');
    if (made.length > 0) wrapped = joinValues(wrapped, { ...never, references: made });
  }
  const result = m.unknown(node);
  return isNever(wrapped) ? result : joinValues(result, referenceValue({ type: 'wrapped', inner: wrapped }));
}

/** What an unknown caller gives a callback: anything, and an error where Node's convention puts one. */
export function callbackArguments(m: Machine, fn: Value, node: Node): readonly Value[] {
  const [reference] = fn.references;
  if (reference?.type !== 'function') return [];
  return reference.node.params.map((parameter, i) => {
    const isError = i === 0 && parameter.type === 'Identifier' && /^(?:err|error|e|ex)$/u.test(parameter.name);
    return isError ? joinValues(constantValue(null), m.errorAt(parameter)) : m.unknown(parameter.type === 'Identifier' ? parameter : node);
  });
}

/** Calls a method of whatever the receiver may be. */
function callMethod(m: Machine, object: Value, key: Key, args: readonly Value[], options: CallOptions): Value {
  const { node } = options;
  const name = key.name;
  let result = never;
  if (name === 'then' || name === 'catch' || name === 'finally') {
    const settledValue = thenMethod(m, object, name, args, node);
    if (settledValue !== null) return settledValue;
  }
  const resolved = name === 'send' ? sendCommand(m, args, node) : null;
  if (resolved !== null) return resolved;
  const references = object.references;
  if (references.length > 0) {
    const only = { ...never, references };
    const member = getMember(m, only, key, calleeOf(node));
    const callable = member.references
      .filter(reference => reference.type !== 'object' && reference.type !== 'namespace' && reference.type !== 'wrapped')
      // What a library made of data holds it.
      .map(reference => (reference.type === 'api' && reference.self === only ? { ...reference, self: object } : reference));
    if (callable.length > 0) result = callFunction(m, { ...never, references: callable }, args, { ...options, self: only });
    else if (isCoercedMember(member)) {
      unknownCall(m, args, node);
      result = ownValue;
    } else if (object.taints.length === 0) result = unknownCall(m, args, node);
  }
  // `wrap(handler).use(…)`: what a call that is not known made of a function may give itself back.
  const wrapped = references.filter(reference => reference.type === 'wrapped');
  if (wrapped.length > 0) result = joinValues(result, { ...never, references: wrapped });
  if (object.taints.length > 0 || object.constants.length > 0 || (references.length === 0 && object.nature !== 0)) {
    if (isNotKnown(object)) mayFail(m);
    result = joinValues(result, callMethodOfData(m, { ...object, references: [] }, name, args, options));
  }
  return isNever(result) && m.state.live ? (object.constants.length > 0 ? undefinedValue : result) : result;
}

/** Whether a value may be an object of which nothing is known. */
const isNotKnown = ({ nature, taints }: Value): boolean =>
  (nature & (Nature.unknown | Nature.library)) !== 0 || taints.some(({ origin }) => origin.kind === 'unknown');

/** `client.send(command)`, whatever is known of the client; null when it sends no command. */
function sendCommand(m: Machine, args: readonly Value[], node: Node): Value | null {
  const [command, ...rest] = args;
  const result = command === undefined ? never : sentResult(m, command, node);
  if (isNever(result)) return null;
  checkSentShapes(m, command!, node);
  for (const fn of rest)
    if (fn.references.some(reference => reference.type === 'function'))
      callBack(m, fn, [callbackArguments(m, fn, node)[0] ?? never, result], node);
  return result;
}

/** A member of Math and its like. */
function isCoercedMember(member: Value): boolean {
  return (
    member.taints.length === 0 &&
    member.references.length === 0 &&
    member.nature !== 0 &&
    (member.nature & ~(Nature.coerced | Nature.own)) === 0
  );
}

function calleeOf(node: Node): Node {
  return node.type === 'CallExpression' ? node.callee : node;
}

function requireCall(m: Machine, node: TSESTree.CallExpression): Value {
  const [first] = node.arguments;
  if (first === undefined || first.type === 'SpreadElement') return m.unknown(node);
  const value = evaluate(m, first);
  const name = constantText(value);
  if (name !== null) return requiredModule(m, name, node);
  recordHit(m, { kind: 'module', label: 'require()', node: first }, value);
  return m.unknown(node);
}

export function evaluateImport(m: Machine, node: TSESTree.ImportExpression): Value {
  const value = evaluate(m, node.source);
  const name = constantText(value);
  if (name !== null) return importedModule(m, name, node);
  recordHit(m, { kind: 'module', label: 'import()', node: node.source }, value);
  return m.unknown(node);
}

export function evaluateTagged(m: Machine, node: TSESTree.TaggedTemplateExpression): Value {
  const tag = evaluate(m, node.tag);
  const values = node.quasi.expressions.map(expression => evaluate(m, expression));
  const isRaw = tag.references.some(reference => reference.type === 'native' && reference.name === 'String.raw');
  if (isRaw) {
    return concatenate(
      node.quasi.quasis.flatMap((quasi, i) => [constantValue(quasi.value.raw), ...(values[i] === undefined ? [] : [m.flat(values[i])])]),
    );
  }
  const strings = m.allocate(node.quasi, {
    kind: 'array',
    properties: new Map(
      node.quasi.quasis.map((quasi, i) => [String(i), { value: constantValue(quasi.value.raw), node: quasi, getter: false }]),
    ),
  });
  const self = node.tag.type === 'MemberExpression' ? evaluate(m, node.tag.object) : null;
  return callValue(m, tag, [strings, ...values], { self, node, argumentNodes: [node.quasi, ...node.quasi.expressions] });
}
