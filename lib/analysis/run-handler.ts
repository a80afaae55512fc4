import { evaluate } from '../flow/expressions.js';
import { callFunction } from '../flow/functions.js';
import { sourceValue } from '../flow/library-sources.js';
import type { Machine } from '../flow/machine.js';
import type { ModuleRecord } from '../flow/module-record.js';
import { Origin } from '../flow/origin.js';
import type { Shape } from '../flow/schema.js';
import { admit, checkedShape, shapedEvent } from '../flow/schema-use.js';
import { isInModule } from '../flow/sinks.js';
import type { FunctionNode, Node, Value } from '../flow/value.js';
import { constantValue, joinValues, referenceValue, taintValue } from '../flow/values.js';
import type { ParameterRole } from '../handlers/candidate.js';
import { exportPlace } from './export-place.js';
import type { HandlerRoot } from './handler-roots.js';

/** Calls a handler as Lambda would. */
export function runHandler(m: Machine, root: HandlerRoot): void {
  const { node, verdict } = root;
  const chain = m.registered.find(({ fn }) =>
    fn.references.some(reference => reference.type === 'function' && reference.node === node),
  )?.chain;
  const shape = chain === undefined ? decoratedShape(m, node) : m.eventShapes.get(chain);
  const args = verdict.parameters.map((role, i) => {
    const given = argumentFor(m, role, root, i);
    return withLibrary(m, role === 'event' ? shapedEvent(m, given, shape, node) : given, root, role, i);
  });
  m.invocation++;
  const layer = m.branch(() => {
    verdict.parameters.forEach((role, i) => {
      if (role === 'router-context') admit(m, args[i]!, shape, node);
    });
    const place = isInModule(m, node) ? node : exportPlace(m.module, root.exportName ?? '');
    callFunction(m, root.fn, args, { self: null, node: place, argumentNodes: [] });
  });
  m.invocation--;
  // The next handler finds what this one left behind, or did not.
  m.state.merge([m.branch(() => undefined), layer]);
}

/** What a decorator of a handler method lets through. */
function decoratedShape(m: Machine, { parent }: FunctionNode): Shape | undefined {
  // Espree has no decorators.
  const decorators =
    parent.type === 'MethodDefinition' && isInModule(m, parent) ? (parent.decorators as typeof parent.decorators | undefined) : [];
  return decorators?.map(({ expression }) => checkedShape(m, evaluate(m, expression))).find(shape => shape !== undefined);
}

/** An argument that is an object of the library too: a router's response, its context. */
function withLibrary(m: Machine, value: Value, { api, node }: HandlerRoot, role: ParameterRole, index: number): Value {
  const parameter = api?.actual.parameters.get(index)?.actual;
  if (parameter === undefined) return value;
  const object = referenceValue({
    type: 'api',
    node: parameter,
    call: { callee: null, name: '', args: [], receiver: null, node, lasting: false },
    self: null,
  });
  return role === 'response' ? object : joinValues(joinValues(value, object), sourceValue(m, parameter, null, node.params[index] ?? node));
}

function argumentFor(m: Machine, role: ParameterRole, root: HandlerRoot, index: number): Value {
  const { node, event } = root;
  const parameter = node.params[index] ?? node;
  const [fn] = root.fn.references;
  // A wrapper of another module made the function.
  const module = fn?.type === 'function' ? fn.environment.module : m.module;
  switch (role) {
    case 'event':
    case 'record':
    case 'request':
    case 'router-context':
      return sourceParameter(m, parameter, role, event, module);
    case 'context':
      return contextObject(m, parameter, module);
    case 'callback':
      return native('lambda.callback');
    case 'response':
      return responseObject(m);
    case 'error':
      return m.errorAt(parameter);
    case 'unknown':
      return m.unknown(parameter);
  }
}

const plainNames: Partial<Record<ParameterRole, string>> = {
  event: 'event',
  record: 'record',
  request: 'request',
  'router-context': 'context',
};

function sourceParameter(m: Machine, parameter: Node, role: ParameterRole, event: string | null, module: ModuleRecord): Value {
  const name =
    parameter.type === 'Identifier'
      ? parameter.name
      : parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier'
        ? parameter.left.name
        : (plainNames[role] ?? 'event');
  const origin = m.sourceOrigin('event', parameter, () => Origin.root('event', name, m.knowledge.fieldModel(event), parameter, module));
  return taintValue([{ origin, cleared: 0, whole: true, steps: null }]);
}

function native(name: string): Value {
  return referenceValue({ type: 'native', name, self: null, bound: [] });
}

function contextObject(m: Machine, parameter: Node, module: ModuleRecord): Value {
  const origin = m.sourceOrigin('event', parameter, () =>
    Origin.root('event', 'context', m.knowledge.fieldModel('Context'), parameter, module),
  );
  const property = (value: Value): { value: Value; node: null; getter: false } => ({ value, node: null, getter: false });
  return m.allocateFresh({
    lasting: false,
    base: taintValue([{ origin, cleared: 0, whole: false, steps: null }]),
    properties: new Map([
      ['succeed', property(native('lambda.succeed'))],
      ['fail', property(native('lambda.fail'))],
      ['done', property(native('lambda.done'))],
      ['getRemainingTimeInMillis', property(native('lambda.remaining'))],
    ]),
  });
}

/** The response stream of `streamifyResponse`: what is written to it is the body. */
function responseObject(m: Machine): Value {
  const property = (name: string): [string, { value: Value; node: null; getter: false }] => [
    name,
    { value: native(`lambda.stream.${name}`), node: null, getter: false },
  ];
  return m.allocateFresh({ lasting: false, properties: new Map([property('write'), property('end'), property('setContentType')]) });
}

/** A value that a caller of unknown intent passes: anything, or nothing. */
export function anyArgument(m: Machine, parameter: Node): Value {
  return joinValues(m.unknown(parameter), constantValue(undefined));
}
