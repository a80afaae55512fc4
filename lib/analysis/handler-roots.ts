import type { ApiNode } from '../flow/api-graph.js';
import { makeFunction } from '../flow/functions.js';
import { exportOf, moduleObject } from '../flow/exports.js';
import { instanceOf } from '../flow/injected-instance.js';
import { variableTypeOf } from './variable-type.js';
import type { Machine } from '../flow/machine.js';
import { getMember, namedKey } from '../flow/members.js';
import type { Environment, ModuleRecord } from '../flow/module-record.js';
import type { ClassNode, FunctionNode, Node, Reference, Value } from '../flow/value.js';
import { never, referenceValue } from '../flow/values.js';
import type { Candidate, ParameterRole, Verdict } from '../handlers/candidate.js';
import { inferEvent } from '../handlers/event-type.js';
import { isHandlerName } from '../handlers/evidence/handler-name.js';
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
    else
      for (const name of m.object(reference.id).properties.keys())
        result.push({ name, value: getMember(m, referenceValue(reference), namedKey(name), module.program) });
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
  const roots: HandlerRoot[] = [];
  const exported = new Set<FunctionNode>();
  const shared = {
    imports,
    program: module.program,
    filename: module.file,
    templateHandlers,
    text: (node: Node) => module.text.slice(...node.range),
  };
  const judge = (
    fn: Value | (() => Value),
    node: FunctionNode,
    own: Pick<Candidate, 'exportName' | 'method' | 'classNode' | 'viaWrapper'>,
  ): void => {
    if (typeof fn === 'function' ? roots.some(root => root.node === node) : roots.some(root => isSameHandler(root, { node, fn }))) return;
    const verdict = judgeCandidate({ ...shared, ...own, fn: node, variableType: variableTypeOf(node) });
    if (verdict !== null) add(typeof fn === 'function' ? fn() : fn, node, verdict, node, own.exportName);
  };
  const add = (fn: Value, node: FunctionNode, verdict: Verdict, reader: FunctionNode, exportName: string | null): void => {
    roots.push({ fn, node, verdict, event: verdict.event ?? inferEvent(reader, verdict), exportName: exportName ?? '' });
  };
  /** What a wrapper of the program returned: a handler where the function that was given to it is one. */
  const judgeWrapper = (reference: Reference & { type: 'function' }, exportName: string): void => {
    const fn = referenceValue(reference);
    if (isTopLevel(reference.environment) || roots.some(root => isSameHandler(root, { node: reference.node, fn }))) return;
    for (const inner of capturedFunctions(m, reference)) {
      if (inner.environment.module !== module) continue;
      const own = { exportName, viaWrapper: true, method: null, classNode: null };
      const verdict = judgeCandidate({ ...shared, ...own, fn: inner.node, variableType: variableTypeOf(inner.node) });
      if (verdict !== null) return add(fn, reference.node, verdict, inner.node, exportName);
    }
  };
  const visit = (value: Value, exportName: string, viaWrapper: boolean, depth: number): void => {
    for (const reference of value.references) {
      if (reference.type === 'function') exported.add(reference.node);
      // What another module exports is judged there.
      if (reference.type === 'function' && !(isTopLevel(reference.environment) && reference.environment.module !== module)) {
        judge(referenceValue(reference), reference.node, {
          exportName,
          viaWrapper,
          method: methodOf(reference.node),
          classNode: classOf(reference.node),
        });
        judgeWrapper(reference, exportName);
      }
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
      const isMethod = member.type === 'MethodDefinition' && member.kind === 'method';
      if ((!isMethod && member.type !== 'PropertyDefinition') || member.key.type !== 'Identifier') continue;
      const { value } = member;
      if (value?.type !== 'FunctionExpression' && value?.type !== 'ArrowFunctionExpression') continue;
      const { name } = member.key;
      // Only a method that is a handler needs an instance, with what is injected into it.
      const bound = (): Value => {
        const own = instance ?? madeInModule(reference);
        const self = own ?? instanceOf(m, reference, member) ?? m.allocate(member, { type: referenceValue(reference) });
        if (own === null && !isHandlerName(name)) madeForInvocation(m, self);
        const fn = getMember(m, self, namedKey(name), member);
        return { ...fn, references: fn.references.map(method => (method.type === 'function' ? { ...method, self } : method)) };
      };
      judge(bound, value, {
        exportName: `${exportName}.${name}`,
        viaWrapper: false,
        method: isMethod ? member : null,
        classNode: reference.node,
      });
    }
  };
  /** The module's own instance of a class. */
  const madeInModule = ({ node }: Reference & { type: 'class' }): Value | null => {
    const isInstance = (reference: Reference): boolean =>
      reference.type === 'object' &&
      (m.object(reference.id).type?.references.some(type => type.type === 'class' && type.node === node) ?? false);
    const made = moduleValues(m, module).flatMap(value => value.references.filter(isInstance));
    return made.length === 1 ? referenceValue(made[0]!) : null;
  };
  for (const { name, value } of exportsOf(m, module)) visit(value, name, false, 0);
  for (const value of moduleValues(m, module)) {
    for (const reference of value.references) {
      if (reference.type === 'class') visitClass(reference, '');
      if (reference.type === 'function' && reference.environment.module === module && variableTypeOf(reference.node) !== null)
        judge(referenceValue(reference), reference.node, { exportName: null, viaWrapper: false, method: null, classNode: null });
    }
  }
  registeredRoots(m, module, roots, exported);
  return roots;
}

/** An object of which nothing says that it outlives the invocation, and what it was made with. */
function madeForInvocation(m: Machine, value: Value, depth = 0): void {
  for (const reference of value.references) {
    if (reference.type !== 'object' || depth > 2) continue;
    const object = m.object(reference.id);
    m.state.setObject(reference.id, { ...object, lasting: false });
    for (const property of object.properties.values()) madeForInvocation(m, property.value, depth + 1);
  }
}

/** Whether there is one activation only: a module's own, or that of the fields of its classes. */
function isTopLevel(environment: Environment | null): boolean {
  if (environment === null || environment.owner.type === 'Program') return true;
  const isFields = environment.owner.type === 'ClassDeclaration' || environment.owner.type === 'ClassExpression';
  return isFields && isTopLevel(environment.parent);
}

/** Two activations of a wrapper return two handlers. */
export function isSameHandler(a: Pick<HandlerRoot, 'fn' | 'node'>, b: Pick<HandlerRoot, 'fn' | 'node'>): boolean {
  const environmentOf = ({ fn: { references } }: Pick<HandlerRoot, 'fn'>): Environment | null =>
    references[0]?.type === 'function' ? references[0].environment : null;
  return a.node === b.node && (environmentOf(a) === environmentOf(b) || isTopLevel(environmentOf(a)));
}

/** Functions in the variables that a closure sees, the nearest first. */
function capturedFunctions(m: Machine, { environment }: Reference & { type: 'function' }): (Reference & { type: 'function' })[] {
  const found: (Reference & { type: 'function' })[] = [];
  for (let scope: Environment | null = environment; scope !== null && scope.owner.type !== 'Program'; scope = scope.parent) {
    for (const id of scope.cells.values())
      found.push(...(m.state.value(id)?.references ?? []).flatMap(reference => (reference.type === 'function' ? [reference] : [])));
  }
  return found;
}

/** What the variables of a module's top level hold. */
export function moduleValues(m: Machine, module: ModuleRecord): readonly Value[] {
  return [...(module.environment?.cells.values() ?? [])].map(id => m.state.value(id) ?? never);
}

/** Functions that were given to a router, a wrapper or a batch processor. */
function registeredRoots(m: Machine, module: ModuleRecord, roots: HandlerRoot[], exported: ReadonlySet<FunctionNode>): void {
  for (const { fn, spec, api, module: file } of m.registered) {
    if (file !== module.file || (spec.needs === 'adapter' && !m.adapted)) continue;
    for (const reference of fn.references) {
      if (reference.type !== 'function' || (spec.exported === true && !exported.has(reference.node))) continue;
      const usual = spec.failure?.length === reference.node.params.length ? spec.failure : spec.parameters;
      const parameters = (usual ?? ['event', 'context', 'callback']) as readonly ParameterRole[];
      const typed = roots.findIndex(root => root.node === reference.node);
      if (typed !== -1 && roots[typed]?.verdict.evidence !== 'wrapper') continue;
      const verdict: Verdict = { evidence: 'registered', parameters, event: spec.event ?? null, responds: spec.responds !== false };
      const event = spec.event ?? inferEvent(reference.node, verdict);
      const root: HandlerRoot = { fn: referenceValue(reference), node: reference.node, verdict, event, api };
      if (typed === -1) roots.push(root);
      else roots[typed] = root;
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
