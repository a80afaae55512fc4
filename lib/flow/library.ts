import type { ApiNode } from './api-graph.js';
import { callbackArguments } from './calls.js';
import { booleanValue, prove } from './conditions.js';
import { callBack, type CallOptions } from './functions.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { elementsOf } from './iteration.js';
import { failLibrary, failureOf, memberBySecretName, sourceValue } from './library-sources.js';
import { getMember, type Key, namedKey } from './members.js';
import { functionMember, isFunctionMethod } from './natives/functions.js';
import { nativeOfModule } from './natives/table.js';
import { chainOf, noteEventShapes, validate } from './schema-use.js';
import { placed, stepsOf, summarize } from './summaries.js';
import { checkShapes, checkSinks } from './sinks.js';
import { isGivenByService } from './service-fields.js';
import { asText, clearKinds } from './text.js';
import type { Node, Reference, Value } from './value.js';
import { isNever, joinAll, joinValues, ownValue, never, provenValue, referenceValue } from './values.js';
import { conditionHolds } from './when.js';

/** Calls a function of a library as its model says. */
export function callLibrary(m: Machine, reference: Reference & { type: 'api' }, args: readonly Value[], options: CallOptions): Value {
  const callee = reference.node.callable;
  const call: LibraryCall = {
    api: callee,
    name: callee.names[callee.names.length - 1] ?? calleeName(options.node) ?? callee.module,
    isNew: options.isNew ?? false,
    args,
    receiver: reference.self ?? (callee.names.length === 0 && reference.call !== null ? referenceValue(reference) : options.self),
    node: options.node,
    argumentNodes: options.argumentNodes,
    module: m.module,
    returned: new Map(),
  };
  m.onCall?.(call);
  checkSinks(m, callee, call);
  checkShapes(m, call);
  const validated = callee.opaque ? validate(m, call) : null;
  if (validated !== null) return validated;
  failLibrary(m, call);
  const returns = callee.result(call.isNew);
  const info = { callee, name: call.name, args, receiver: call.receiver, node: options.node, lasting: m.invocation === 0 };
  const made = returns === null ? never : referenceValue({ type: 'api', node: returns, call: info, self: null });
  let result = returns === null ? never : joinValues(made, sourceValue(m, returns, call, options.node));
  for (const summary of callee.summaries) result = joinValues(result, summarize(m, summary, call));
  result = joinValues(result, sanitize(m, call));
  const returned = runCallbacks(m, call);
  noteEventShapes(m, call);
  // `metricScope(metrics => async event => …)`: what a function that is passed in returns is called in the end.
  const wrapped = joinValues(registerHandlers(m, call), returns === null ? handlerFunctions(returned) : never);
  if (!isNever(wrapped)) result = joinValues(result, referenceValue({ type: 'wrapped', inner: wrapped }));
  return guard(m, isNever(result) ? ownValue : result, call);
}

/** The name by which the code calls a module's own function: `execa`, where the module is the function. */
function calleeName(node: Node): string | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  return node.callee.type === 'Identifier' ? node.callee.name : null;
}

/** Reads a member of a place of a library. */
export function memberOfLibrary(m: Machine, reference: Reference & { type: 'api' }, object: Value, key: Key, node: Node): Value {
  const { node: api, call } = reference;
  const any = key.name === null ? (api.chosenMember ?? api.anyMember)?.actual : undefined;
  if (any !== undefined) return joinValues(sourceValue(m, any, null, node), libraryMember(reference, any, object));
  const native = key.name !== null && api.names.length === 0 && call === null ? nativeOfModule(api.module, key.name) : null;
  if (native !== null) return native;
  const member = key.name === null ? null : api.member(key.name);
  if (member !== null) return joinValues(sourceValue(m, member, call, node), libraryMember(reference, member, object));
  // What has elements is an array: `pages[0]`, `entries.forEach(…)`.
  if (api.element !== null && key.name !== 'length') {
    const list = m.allocateFresh({ kind: 'array', rest: elementsOf(m, referenceValue(reference), node) });
    return getMember(m, list, key, node);
  }
  if (key.name === null) return m.unknown(node);
  if (isFunctionMethod(key.name)) return functionMember(key.name, { ...never, references: [reference] });
  // Where a model tells which members hold data, the others hold none.
  return object.taints.length > 0 ? memberBySecretName(m, api, key.name, node) : unmodelled(m, reference, node, key.name);
}

/** What no model describes: of a library itself a function of no interest, of an object that a library made perhaps data. */
function unmodelled(m: Machine, reference: Reference & { type: 'api' }, node: Node, name: string | null = null): Value {
  if (name !== null && isGivenByService(reference.node.module, name)) return ownValue;
  return reference.node.names.length === 0 && reference.call === null ? ownValue : m.unknown(node);
}

export function libraryMember(reference: Reference & { type: 'api' }, member: ApiNode, object: Value): Value {
  return referenceValue({ type: 'api', node: member, call: reference.call, self: object });
}

/** What `client.send(command)` resolves to, from the command. */
export function sentResult(m: Machine, command: Value, node: Node): Value {
  let result = never;
  for (const reference of command.references) {
    if (reference.type !== 'api' || reference.node.sent === null) continue;
    const sent = reference.node.sent.actual;
    result = joinValues(result, referenceValue({ type: 'api', node: sent, call: reference.call, self: null }));
    result = joinValues(result, sourceValue(m, sent, reference.call, node));
  }
  return result;
}

function sanitize(m: Machine, call: LibraryCall): Value {
  let result = never;
  for (const { argument = 0, clears, to = 'ReturnValue', when } of call.api.sanitizers) {
    if (when !== undefined && !conditionHolds(m, when, call)) continue;
    const value = argument === 'this' ? (call.receiver ?? never) : (call.args[argument] ?? never);
    result = joinValues(result, placed(m, stepsOf(to).slice(1), clearKinds(m, asText(m, value, call.name), maskOf(m, clears)), call.node));
  }
  return result;
}

function maskOf(m: Machine, clears: 'all' | readonly string[]): number {
  return clears === 'all' ? m.knowledge.allKinds : clears.reduce((mask, kind) => mask | m.knowledge.bit(kind), 0);
}

function guard(m: Machine, result: Value, call: LibraryCall): Value {
  let value = result;
  for (const spec of call.api.guards) {
    if (spec.when !== undefined && !conditionHolds(m, spec.when, call)) continue;
    const tested = spec.argument === 'this' ? (call.receiver ?? never) : (call.args[spec.argument] ?? never);
    const facts = prove(m, tested, maskOf(m, spec.clears));
    if (spec.on === 'return') m.state.addFacts(facts);
    else value = spec.on ? booleanValue(facts) : provenValue(booleanValue(new Map(), facts), { whenTrue: new Map(), whenFalse: facts });
  }
  return value;
}

/** Calls the functions that were passed in, with what the model gives them. @returns what they return */
function runCallbacks(m: Machine, call: LibraryCall): Value {
  let returned = never;
  call.args.forEach((arg, i) => {
    const places = call.api.arguments.filter(edge => edge.from <= i && i <= edge.to).map(edge => edge.node.actual);
    if (!call.api.summaries.some(summary => summary.to.startsWith(`Argument[${i}].Parameter`)))
      returned = joinValues(returned, runCallback(m, arg, places, call));
    // Options objects carry callbacks too: `{ success: data => … }`.
    for (const reference of arg.references) {
      if (reference.type !== 'object') continue;
      const { properties, rest, kind } = m.object(reference.id);
      if (kind === 'array') runCallback(m, rest, [], call);
      for (const [name, property] of properties) {
        runCallback(
          m,
          property.value,
          places.flatMap(place => place.member(name) ?? []),
          call,
        );
      }
    }
  });
  return returned;
}

/** @param places where the models know the function @returns what it returns */
function runCallback(m: Machine, arg: Value, places: readonly ApiNode[], call: LibraryCall): Value {
  const functions = arg.references.filter(reference => reference.type === 'function');
  if (functions.length === 0 || places.some(place => place.handler !== null)) return never;
  const fn: Value = { ...never, references: functions };
  const args = [...callbackArguments(m, fn, call.node)];
  if (args[0] !== undefined && call.api.errors.length > 0) args[0] = joinValues(args[0], failureOf(m, call));
  for (const place of places) {
    for (const [position, parameter] of place.parameters) {
      const node = parameter.actual;
      while (args.length <= position) args.push(never);
      args[position] = joinValues(
        referenceValue({
          type: 'api',
          node,
          call: { callee: call.api, name: call.name, args: call.args, receiver: call.receiver, node: call.node, lasting: false },
          self: null,
        }),
        sourceValue(m, node, call, call.node),
      );
    }
  }
  return callBack(m, fn, args, call.node);
}

/** Notes the functions that the library will call with events. @returns them */
function registerHandlers(m: Machine, call: LibraryCall): Value {
  let wrapped = never;
  for (const edge of call.api.arguments) {
    registerAt(edge.node.actual, call.args.slice(Math.max(edge.from, 0), edge.to + 1));
  }
  function registerAt(api: ApiNode, values: readonly Value[]): void {
    for (const value of values) {
      const spec = api.handler;
      if (spec !== null) {
        const inner = handlerFunctions(value, spec.event !== undefined && spec.parameters?.[0] !== 'event');
        if (!isNever(inner)) {
          m.registered.push({
            fn: inner,
            spec,
            chain: chainOf(call),
            api,
            node: call.node,
            module: call.module.file,
          });
          wrapped = joinValues(wrapped, inner);
        }
      }
      if (api.adapter) m.adapted = true;
      for (const [name, member] of api.members) registerAt(member.actual, [getMember(m, value, namedKey(name), call.node)]);
      const each = api.element?.actual ?? api.anyMember?.actual;
      if (each !== undefined) registerAt(each, [partsOf(m, value)]);
    }
  }
  return wrapped;
}

/** What an array or an object literal holds. */
function partsOf(m: Machine, value: Value): Value {
  const objects = value.references.flatMap(reference => (reference.type === 'object' ? [m.object(reference.id)] : []));
  return joinAll(objects.flatMap(object => [...[...object.properties.values()].map(property => property.value), object.rest]));
}

/** @param ofRequests what stands in a route: of the functions that were given to a call which is not known, those that take a request */
function handlerFunctions(value: Value, ofRequests = false): Value {
  let result = never;
  for (const reference of value.references) {
    if (reference.type === 'function') result = joinValues(result, referenceValue(reference));
    if (reference.type === 'wrapped')
      result = joinValues(result, {
        ...reference.inner,
        references: reference.inner.references.filter(fn => !ofRequests || takesRequest(fn)),
      });
  }
  return result;
}

const requests = /^_*(?:req(?:uest)?|ctx|context|c|err(?:or)?|e|ev|evt|event|opts)$/iu;

/** Whether a function calls its first parameter as one does who means a request, or takes it apart. */
function takesRequest(fn: Reference): boolean {
  const [first] = fn.type === 'function' ? fn.node.params : [];
  return first?.type !== 'Identifier' || requests.test(first.name);
}
