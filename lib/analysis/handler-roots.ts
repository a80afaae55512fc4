import type { ApiNode } from '../flow/api-graph.js';
import { callFunction, makeFunction } from '../flow/functions.js';
import { exportOf, moduleObject } from '../flow/exports.js';
import { sourceValue } from '../flow/library.js';
import { isInModule } from '../flow/sinks.js';
import { exportPlace } from './export-place.js';
import { variableTypeOf } from './variable-type.js';
import type { Machine } from '../flow/machine.js';
import { getMember, namedKey } from '../flow/members.js';
import type { ModuleRecord } from '../flow/module-record.js';
import { Origin } from '../flow/origin.js';
import { shapedEvent } from '../flow/schema-use.js';
import type { ClassNode, FunctionNode, Node, Reference, Value } from '../flow/value.js';
import { constantValue, joinValues, never, referenceValue, taintValue } from '../flow/values.js';
import type { Candidate, ParameterRole, Verdict } from '../handlers/candidate.js';
import { inferEvent } from '../handlers/event-type.js';
import { judgeCandidate } from '../handlers/judge.js';
import type { TSESTree } from '@typescript-eslint/utils';

/** A function that Lambda calls, as a value that can be called. */
export interface HandlerRoot {
  readonly fn: Value;
  readonly node: FunctionNode;
  readonly verdict: Verdict;
  readonly event: string | null;
  /** The name that the module exports it under. */
  readonly exportName?: string;
  /** The place where a library takes it: what the library passes to it. */
  readonly api?: ApiNode;
}

interface Export {
  readonly name: string;
  readonly value: Value;
}

/** All that a module exports, by name. */
function exportsOf(m: Machine, module: ModuleRecord): readonly Export[] {
  const names = new Set(module.exports.keys());
  if (module.defaultExport !== null) names.add('default');
  const result: Export[] = [...names].map(name => ({ name, value: exportOf(m, module, name) }));
  const commonJs = getMember(m, moduleObject(m, module), namedKey('exports'), module.program);
  for (const reference of commonJs.references) {
    if (reference.type !== 'object') result.push({ name: 'module.exports', value: referenceValue(reference) });
    else for (const [name, property] of m.object(reference.id).properties) result.push({ name, value: property.value });
  }
  result.push(
    ...replacedExports(
      m,
      module,
      new Set(result.flatMap(({ value }) => value.references.map(reference => (reference.type === 'function' ? reference.node : null)))),
    ),
  );
  if (module.exportAssignment !== null) result.push({ name: 'module.exports', value: module.exportAssignment });
  return result;
}

/** Functions that were exported under a name which got another one later: who wrote them meant each to be a handler. */
function replacedExports(m: Machine, module: ModuleRecord, known: ReadonlySet<Node | null>): Export[] {
  return module.program.body.flatMap(statement => {
    const assignment =
      statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : null;
    if (assignment?.left.type !== 'MemberExpression' || assignment.left.property.type !== 'Identifier') return [];
    const { left, right } = assignment;
    if (right.type !== 'FunctionExpression' && right.type !== 'ArrowFunctionExpression') return [];
    const isExport = /^(?:module\s*\.\s*)?exports$/u.test(module.text.slice(...left.object.range));
    return isExport && !known.has(right) ? [{ name: (left.property as TSESTree.Identifier).name, value: makeFunction(m, right) }] : [];
  });
}

/** The handlers of a module: judged by what its exports are, and by what it gives to libraries that call it with events. */
export function handlerRoots(
  m: Machine,
  module: ModuleRecord,
  imports: Candidate['imports'],
  templateHandlers: ReadonlySet<string>,
): readonly HandlerRoot[] {
  const roots = new Map<FunctionNode, HandlerRoot>();
  const exported = new Set<FunctionNode>();
  const shared = {
    imports,
    program: module.program,
    filename: module.file,
    templateHandlers,
    text: (node: Node) => module.text.slice(...node.range),
  };
  const judge = (fn: Value, node: FunctionNode, own: Pick<Candidate, 'exportName' | 'method' | 'classNode' | 'viaWrapper'>): void => {
    if (roots.has(node)) return;
    const verdict = judgeCandidate({ ...shared, ...own, fn: node, variableType: variableTypeOf(node) });
    if (verdict === null) return;
    roots.set(node, {
      fn,
      node,
      verdict,
      event: verdict.event ?? inferEvent(node, verdict),
      exportName: own.exportName ?? '',
    });
  };
  const visit = (value: Value, exportName: string, viaWrapper: boolean, depth: number): void => {
    for (const reference of value.references) {
      if (reference.type === 'function') exported.add(reference.node);
      // What another module exports is judged there.
      if (reference.type === 'function' && !(reference.environment.owner.type === 'Program' && reference.environment.module !== module))
        judge(referenceValue(reference), reference.node, {
          exportName,
          viaWrapper,
          method: methodOf(reference.node),
          classNode: classOf(reference.node),
        });
      if (reference.type === 'wrapped') visit(reference.inner, exportName, true, depth);
      if (reference.type === 'class') visitClass(reference, exportName);
      if (reference.type === 'object' && depth < 2) {
        const object = m.object(reference.id);
        for (const [name, property] of object.properties) visit(property.value, `${exportName}.${name}`, viaWrapper, depth + 1);
        for (const type of object.type?.references ?? [])
          if (type.type === 'class') visitClass(type, exportName, referenceValue(reference));
      }
    }
  };
  const visitClass = (reference: Reference & { type: 'class' }, exportName: string, instance?: Value): void => {
    for (const member of reference.node.body.body) {
      if (
        member.type !== 'MethodDefinition' ||
        member.kind !== 'method' ||
        member.key.type !== 'Identifier' ||
        member.value.type !== 'FunctionExpression'
      )
        continue;
      const self = instance ?? m.allocate(member, { type: referenceValue(reference) });
      const fn = getMember(m, self, namedKey(member.key.name), member);
      const bound: Value = { ...fn, references: fn.references.map(method => (method.type === 'function' ? { ...method, self } : method)) };
      judge(bound, member.value, {
        exportName: `${exportName}.${member.key.name}`,
        viaWrapper: false,
        method: member,
        classNode: reference.node,
      });
    }
  };
  for (const { name, value } of exportsOf(m, module)) visit(value, name, false, 0);
  for (const value of moduleValues(m, module)) {
    for (const reference of value.references) {
      if (reference.type === 'class') visitClass(reference, '');
      if (reference.type === 'function' && variableTypeOf(reference.node) !== null)
        judge(referenceValue(reference), reference.node, { exportName: null, viaWrapper: false, method: null, classNode: null });
    }
  }
  registeredRoots(m, module, roots, exported);
  return [...roots.values()];
}

/** What the variables of a module's top level hold. */
export function moduleValues(m: Machine, module: ModuleRecord): readonly Value[] {
  return [...(module.environment?.cells.values() ?? [])].map(id => m.state.value(id) ?? never);
}

/** Functions that were given to a router, a wrapper or a batch processor. */
function registeredRoots(
  m: Machine,
  module: ModuleRecord,
  roots: Map<FunctionNode, HandlerRoot>,
  exported: ReadonlySet<FunctionNode>,
): void {
  for (const { fn, spec, api, module: file } of m.registered) {
    if (file !== module.file || (spec.needs === 'adapter' && !m.adapted)) continue;
    for (const reference of fn.references) {
      if (reference.type !== 'function' || (spec.exported === true && !exported.has(reference.node))) continue;
      const parameters = (spec.parameters ?? ['event', 'context', 'callback']) as readonly ParameterRole[];
      const typed = roots.get(reference.node);
      if (typed !== undefined && typed.verdict.evidence !== 'wrapper') continue;
      const verdict: Verdict = { evidence: 'registered', parameters, event: spec.event ?? null, responds: spec.responds !== false };
      roots.set(reference.node, {
        fn: referenceValue(reference),
        node: reference.node,
        verdict,
        event: spec.event ?? inferEvent(reference.node, verdict),
        api,
      });
    }
  }
}

function methodOf(node: FunctionNode): TSESTree.MethodDefinition | null {
  return node.parent.type === 'MethodDefinition' ? node.parent : null;
}

function classOf(node: FunctionNode): ClassNode | null {
  const method = methodOf(node);
  return method === null ? null : method.parent.parent;
}

/** Calls a handler as Lambda would. */
export function runHandler(m: Machine, root: HandlerRoot): void {
  const { node, verdict } = root;
  const chain = m.registered.find(({ fn }) =>
    fn.references.some(reference => reference.type === 'function' && reference.node === node),
  )?.chain;
  const shape = chain === undefined ? undefined : m.eventShapes.get(chain);
  const args = verdict.parameters.map((role, i) => {
    const given = argumentFor(m, role, node, i, root.event);
    return withLibrary(m, role === 'event' ? shapedEvent(m, given, shape, node) : given, root, role, i);
  });
  m.invocation++;
  const layer = m.branch(() => {
    const place = isInModule(m, node) ? node : exportPlace(m.module, root.exportName ?? '');
    callFunction(m, root.fn, args, { self: null, node: place, argumentNodes: [] });
  });
  m.invocation--;
  // The next handler finds what this one left behind, or did not.
  m.state.merge([m.branch(() => undefined), layer]);
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

function argumentFor(m: Machine, role: ParameterRole, node: FunctionNode, index: number, event: string | null): Value {
  const parameter = node.params[index] ?? node;
  switch (role) {
    case 'event':
    case 'record':
    case 'request':
    case 'router-context':
      return sourceParameter(m, parameter, role, event);
    case 'context':
      return contextObject(m, parameter);
    case 'callback':
      return native('lambda.callback');
    case 'response':
      return responseObject(m);
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

function sourceParameter(m: Machine, parameter: Node, role: ParameterRole, event: string | null): Value {
  const name =
    parameter.type === 'Identifier'
      ? parameter.name
      : parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier'
        ? parameter.left.name
        : (plainNames[role] ?? 'event');
  const origin = m.sourceOrigin('event', parameter, () => Origin.root('event', name, m.knowledge.fieldModel(event), parameter, m.module));
  return taintValue([{ origin, cleared: 0, whole: true, steps: null }]);
}

function native(name: string): Value {
  return referenceValue({ type: 'native', name, self: null, bound: [] });
}

function contextObject(m: Machine, parameter: Node): Value {
  const origin = m.sourceOrigin('event', parameter, () =>
    Origin.root('event', 'context', m.knowledge.fieldModel('Context'), parameter, m.module),
  );
  const property = (value: Value): { value: Value; node: null; getter: false } => ({ value, node: null, getter: false });
  return m.allocateFresh({
    lasting: false,
    base: taintValue([{ origin, cleared: 0, whole: false, steps: null }]),
    properties: new Map([
      ['succeed', property(native('lambda.succeed'))],
      ['fail', property(native('lambda.fail'))],
      ['done', property(native('lambda.done'))],
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
