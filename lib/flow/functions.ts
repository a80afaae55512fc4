import type { TSESTree } from '@typescript-eslint/utils';
import { construct } from './classes.js';
import { evaluate, settled } from './expressions.js';
import { callLibrary } from './library.js';
import { type Machine, maxCallDepth } from './machine.js';
import type { CallSite, JumpTarget } from './machine-types.js';
import type { Environment } from './module-record.js';
import { callNative } from './natives/table.js';
import { assign } from './patterns.js';
import { emptyObject } from './state.js';
import { execute } from './statements.js';
import type { FunctionNode, Node, Reference, Value } from './value.js';
import { addStep, isNever, joinAll, joinValues, libraryValue, never, provenValue, referenceValue, undefinedValue } from './values.js';
import { isNotAwaited } from './awaiting.js';
import { annotatedValue } from './annotations.js';
import { meet, proofOfWays } from './ways.js';

/** How a function is called. */
export interface CallOptions {
  readonly self: Value | null;
  /** The call expression (or what causes the call). */
  readonly node: Node;
  readonly argumentNodes: readonly Node[];
  readonly isNew?: boolean;
}

export function makeFunction(m: Machine, node: FunctionNode, environment: Environment = m.environment): Value {
  const self = node.type === 'ArrowFunctionExpression' ? environment.self : null;
  m.captured.add(environment.cells);
  return referenceValue({ type: 'function', node, environment, self, bound: [] });
}

/** Calls whatever a value refers to. What is not understood gives `never`: the caller decides. */
export function callFunction(m: Machine, callee: Value, args: readonly Value[], options: CallOptions): Value {
  const { references } = callee;
  if (references.length === 1) return callReference(m, references[0]!, args, options);
  let result = never;
  const base = m.state;
  const layers = references.slice(0, 6).map(reference =>
    m.branch(() => {
      result = joinValues(result, callReference(m, reference, args, options));
    }),
  );
  if (layers.length > 0) base.merge(layers);
  return result;
}

function callReference(m: Machine, reference: Reference, args: readonly Value[], options: CallOptions): Value {
  switch (reference.type) {
    case 'function':
      if (options.isNew === true) return constructFunction(m, reference, args, options);
      return invoke(m, reference, [...reference.bound, ...args], options);
    case 'class':
      return construct(m, reference, args, options);
    case 'api':
      return callLibrary(m, reference, args, options);
    case 'native':
      return callNative(m, reference, [...reference.bound, ...args], options);
    case 'object':
    case 'namespace':
    case 'wrapped':
      return never;
  }
}

/** `new` on a function: an object that finds its methods on the function's prototype. */
function constructFunction(m: Machine, reference: Reference & { type: 'function' }, args: readonly Value[], options: CallOptions): Value {
  const self = m.allocate(options.node, { type: prototypeOf(m, reference) });
  const result = invoke(m, reference, args, { ...options, self });
  const objects = result.references.filter(({ type }) => type === 'object');
  // `if (!(this instanceof F)) return new F()`: which of them it is, is not known.
  return objects.length === 0 ? self : joinValues(self, { ...never, references: objects });
}

/** The `prototype` object of a function. */
export function prototypeOf(m: Machine, reference: Reference & { type: 'function' }): Value {
  const id = m.functionIds(reference.node).prototype;
  if (m.root.object(id) === undefined) m.root.setObject(id, { ...emptyObject, lasting: true });
  return referenceValue({ type: 'object', id });
}

/** The object that a function is, for what is written to its properties. */
export function functionObject(m: Machine, reference: Reference & { type: 'function' }): number {
  const id = m.functionIds(reference.node).own;
  if (m.root.object(id) === undefined) m.root.setObject(id, { ...emptyObject, lasting: reference.environment.lasting });
  return id;
}

/** Runs a local function's body with these arguments, on the current state. */
function invoke(m: Machine, fn: Reference & { type: 'function' }, args: readonly Value[], options: CallOptions): Value {
  const { node } = fn;
  m.visited.add(node);
  const active = m.calls.reduce((count, call) => (call.callee === node ? count + 1 : count), 0);
  if (active >= 2) return returnedSoFar(m, node);
  if (m.calls.length >= maxCallDepth || m.exhausted) {
    m.giveUp(m.exhausted ? 'steps' : 'call depth');
    return never;
  }
  const key = m.rough ? roughKey(args) : null;
  const known = key === null ? undefined : m.roughResults.get(node)?.get(key);
  if (known !== undefined) return known;
  const self = node.type === 'ArrowFunctionExpression' ? fn.environment.self : (fn.self ?? options.self);
  const environment: Environment = {
    owner: node,
    parent: fn.environment,
    module: fn.environment.module,
    cells: new Map(),
    self,
    args,
    lasting: m.invocation === 0,
  };
  const site: CallSite = {
    node: options.node,
    module: m.module,
    args,
    argumentNodes: options.argumentNodes,
    callee: node,
    ownSelf: isOfInvocation(m, self),
  };
  const before = { environment: m.environment, module: m.module };
  const base = m.state;
  const target: JumpTarget = { ...m.target('function'), callee: node };
  const entered = args.map(arg => enterStep(arg, site, node));
  if (environment.module !== m.module && m.state.live) m.onEntry?.(fn, args);
  m.calls.push(site);
  m.environment = environment;
  m.module = environment.module;
  if (node.generator) m.yields.push([]);
  const body = m.branch(() => {
    m.withTarget(target, () => {
      bindParameters(m, node, entered);
      if (node.body.type === 'BlockStatement') {
        execute(m, node.body);
        if (m.state.live) target.exits.push({ state: m.state.flattenOver(base), value: undefinedValue, node: null });
      } else {
        const value = settled(m, evaluate(m, node.body));
        if (m.state.live) target.exits.push({ state: m.state.flattenOver(base), value, node: node.body });
      }
    });
  });
  m.environment = before.environment;
  m.module = before.module;
  m.calls.pop();
  const yields = node.generator ? m.yields.pop() : undefined;
  body.live = false;
  if (m.calls.length === 0) m.onExit?.(target.exits);
  if (!m.captured.has(environment.cells)) for (const exit of target.exits) exit.state.forgetValues(environment.cells.values());
  const isForgotten = node.async && !node.generator && options.node.type === 'CallExpression' && isNotAwaited(options.node);
  if (isForgotten) for (const exit of target.exits) exit.state.forgetFacts();
  const returned = leave(m, target);
  // A promise is never false.
  const result = isForgotten && m.state.live ? libraryValue : returned;
  const value = yields === undefined ? result : m.allocateFresh({ kind: 'set', rest: joinAll(yields) });
  if (key !== null && m.state.live) m.rememberRough(node, key, value);
  return value;
}

/** Whether an object was made by the invocation under way. */
function isOfInvocation(m: Machine, object: Value | null): boolean {
  return (
    object?.references.some(reference => reference.type === 'object' && !m.object(reference.id).lasting && !m.kept.has(reference.id)) ??
    false
  );
}

/** What arguments are, roughly: for calls whose callers are unknown anyway. Null when a function is among them. */
function roughKey(args: readonly Value[]): string | null {
  if (args.some(arg => arg.references.some(({ type }) => type === 'function' || type === 'wrapped'))) return null;
  return args.map(arg => (arg.taints.length > 0 ? 'u' : arg.references.length > 0 ? 'o' : 'c')).join('');
}

/** Joins the ways out of a function into the caller's state. @returns what it returns, with what that proves */
function leave(m: Machine, target: JumpTarget): Value {
  const base = m.state;
  const { exits } = target;
  const value = joinAll(exits.map(exit => exit.value));
  const ways = exits.map(exit => ({ facts: exit.state.factsSince(base), value: exit.value }));
  const proof = exits.length > 1 ? proofOfWays(ways) : (exits[0]?.value.proof ?? null);
  meet(
    m,
    base,
    exits.map(exit => exit.state),
  );
  return isNever(value) ? never : provenValue(value, proof);
}

/** What the outer run of a recursive function has returned up to now. */
function returnedSoFar(m: Machine, node: FunctionNode): Value {
  const values = m.jumps.filter(jump => jump.callee === node).flatMap(jump => jump.exits.map(exit => exit.value));
  return joinAll(values);
}

function enterStep(value: Value, site: CallSite, node: FunctionNode): Value {
  // Lambda's own call of the handler is no hop.
  if (value.taints.length === 0 || site.node === node) return value;
  const name = nameOf(node, site.node);
  return addStep(value, {
    node: site.node,
    module: site.module,
    message: name === null ? 'passed to a function' : `passed to ${name}()`,
    enters: name,
  });
}

/** Name of a function: its own, or what the call calls it. */
function nameOf(node: FunctionNode, call: Node): string | null {
  if (node.id) return node.id.name;
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return null;
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : null;
}

function bindParameters(m: Machine, node: FunctionNode, args: readonly Value[]): void {
  node.params.forEach((parameter, i) => {
    if (parameter.type === 'RestElement') {
      const properties = new Map(args.slice(i).map((value, j) => [String(j), { value, node: null, getter: false }] as const));
      assign(m, parameter.argument, m.allocate(parameter, { kind: 'array', properties }), parameter, null);
      return;
    }
    const value = args[i] ?? undefinedValue;
    assign(m, parameter, annotatedValue(m, parameter, value), parameter, null);
    if (parameter.type === 'TSParameterProperty') keepParameterProperty(m, parameter);
  });
}

function keepParameterProperty(m: Machine, parameter: TSESTree.TSParameterProperty): void {
  const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
  if (inner.type !== 'Identifier' || m.environment.self === null) return;
  assign(
    m,
    { type: 'MemberExpression', object: thisOf(parameter), property: inner, computed: false, optional: false } as Node,
    evaluate(m, inner),
    parameter,
    inner,
  );
}

function thisOf(node: Node): Node {
  return { type: 'ThisExpression', loc: node.loc, range: node.range, parent: node } as Node;
}

/**
 * Calls a function that a library or an unknown function was given: perhaps later, perhaps never.
 * @returns what it returns
 */
export function callBack(m: Machine, fn: Value, args: readonly Value[], node: Node): Value {
  let result = never;
  const base = m.state;
  const layer = m.branch(() => {
    result = callFunction(m, fn, args, { self: null, node, argumentNodes: [] });
  });
  base.merge([m.branch(() => undefined), layer]);
  return result;
}
