import type { ApiNode } from './api-graph.js';
import type { Hit } from './hit.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { elementsOf } from './iteration.js';
import { getMember, type Key, namedKey } from './members.js';
import type { Origin } from './origin.js';
import { mayHoldCredentials } from './sent-credentials.js';
import { conditionHolds } from './when.js';
import type { Node, Part, Taint, Value } from './value.js';
import { Nature } from './value.js';
import { joinValues, sameTaint } from './values.js';

/** Where a value meets a sink. */
export interface SinkPlace {
  readonly kind: string;
  readonly label: string;
  readonly node: Node;
  /** The module or global whose place it is. */
  readonly library?: string;
  /** It goes to another function of the program. */
  readonly internal?: true | undefined;
  /** Text of unknown origin is no weakness here. */
  readonly proven?: true | undefined;
}

/** Records that a value reaches a sink, if anything in it could matter to a rule. */
export function recordHit(m: Machine, place: SinkPlace, given: Value, only?: 'object' | 'literal'): boolean {
  if (!m.state.live) return false;
  const value = m.knowledge.takesObjects(place.kind) ? given : textOf(m, given, only);
  const bit = m.knowledge.bit(place.kind);
  const open = openTaints(m, place.kind, bit, value);
  const taints = only === 'object' ? open.filter(({ origin }) => origin.form === 'json' && value.texts === null) : open;
  if (taints.length === 0) return false;
  const kinds = m.hits.get(place.node) ?? new Map<string, Hit>();
  // A sink in another module is reported at each call of the linted file that leads to it.
  const boundary = m.module === m.entry ? undefined : m.calls.findLast(call => call.module === m.entry);
  const key = `${place.kind} ${boundary?.node.range[0] ?? ''}`;
  const before = kinds.get(key);
  const merged = [...(before?.taints ?? [])];
  for (const taint of taints)
    if (!merged.some(other => sameTaint(other, taint) || isPartOf(taint.origin, other.origin))) merged.push(taint);
  if (before !== undefined && merged.length === before.taints.length) return true;
  const assembled = value.texts?.some(text => text.length > 1) ?? false;
  kinds.set(key, {
    ...place,
    module: m.module,
    taints: merged,
    value: before?.value ?? value,
    calls: before !== undefined && before.calls.length > 0 ? before.calls : [...m.calls],
    assembled: assembled || (before?.assembled ?? false),
    dynamic: place.proven !== true && merged.some(({ origin }) => origin.kind === 'unknown') ? m.knowledge.dynamicTier(place.kind) : null,
    invocation: m.invocation > 0 || (before?.invocation ?? false),
  });
  m.hits.set(place.node, kinds);
  return true;
}

/** Where the whole is reported, its parts add nothing. */
function isPartOf(origin: Origin, whole: Origin): boolean {
  for (let above = origin.parent; above !== null; above = above.parent) if (above === whole) return true;
  return false;
}

/** What a value is as text, a URL's `href`, or as an object, a copy of another. What its properties hold are places of their own. */
function textOf(m: Machine, value: Value, only: 'object' | 'literal' | undefined): Value {
  let result = value;
  for (const reference of value.references) {
    if (reference.type !== 'object') continue;
    const { kind, properties, base } = m.object(reference.id);
    const href = kind === 'url' ? properties.get('href')?.value : undefined;
    if (href !== undefined) result = joinValues(result, href);
    else if (only === 'object' && base.taints.length > 0) result = joinValues(result, { ...base, references: [] });
  }
  return result;
}

/** The taints that no sanitizer, no guard and no place in the text makes harmless. */
function openTaints(m: Machine, kind: string, bit: number, value: Value): readonly Taint[] {
  const all = m.knowledge.takesObjects(kind) ? m.deepTaints(value) : value.taints;
  if (all.length === 0) return all;
  const open = all.filter(taint => taint.origin.facts.trust !== 'trusted' && !m.isCleared(taint, bit)).map(taint => asItIs(m, taint));
  if (value.texts === null && kind === 'text-log') return open.filter(({ origin }) => origin.facts.object !== true);
  if (open.length === 0 || value.texts === null) return open;
  return open.filter(taint =>
    value.texts!.some(text => text.some((part, i) => holds(part, taint) && m.knowledge.pieceMatters(kind, text, i))),
  );
}

/** The taint with what is proven of it here: that stays with it where it goes. */
export function asItIs(m: Machine, taint: Taint): Taint {
  const cleared = taint.cleared | m.provenOf(taint.origin);
  return cleared === taint.cleared ? taint : { ...taint, cleared };
}

function holds(part: Part, taint: Taint): boolean {
  return typeof part !== 'string' && part.taints.some(other => other.origin === taint.origin);
}

/** Looks at every argument that the model of a callee names. */
export function checkSinks(m: Machine, callee: ApiNode, call: LibraryCall): void {
  for (const edge of callee.arguments) {
    const from = edge.from === -1 ? 0 : edge.from;
    if (edge.from === -1) {
      if (call.receiver !== null) checkPlace(m, edge.node.actual, call.receiver, call.node, call, 0);
      continue;
    }
    for (let i = from; i <= Math.min(edge.to, call.args.length - 1); i++) {
      checkPlace(m, edge.node.actual, call.args[i]!, call.argumentNodes[i] ?? call.node, call, 0);
    }
  }
}

/** @param seen kinds that the value around this one reached as a whole: its parts add nothing @param isData the place is a part of data, not one that the program writes */
function checkPlace(
  m: Machine,
  api: ApiNode,
  value: Value,
  node: Node,
  call: LibraryCall,
  depth: number,
  seen: ReadonlySet<string> = noKinds,
  isData = false,
): void {
  // What holds no data and leads to none has nothing for a sink.
  if ((value.taints.length === 0 && value.references.length === 0) || depth > 8) return;
  const reached = api.sinks.length === 0 ? seen : new Set(seen);
  for (const sink of api.sinks) {
    if (seen.has(sink.kind) || (isData && sink.only === 'literal')) continue;
    if (sink.when !== undefined && !conditionHolds(m, sink.when, call)) continue;
    if (sink.lasting === true && !lasts(call.receiver)) continue;
    // A member that options of unknown origin may have is not text of unknown origin.
    if (isData && value.taints.every(({ origin }) => origin.kind === 'unknown')) continue;
    if (sink.kind === 'request' && mayHoldCredentials(m, call)) continue;
    if (
      recordHit(
        m,
        { kind: sink.kind, label: sink.label ?? labelOf(call), node, library: api.module, proven: sink.proven },
        value,
        sink.only,
      ) &&
      (value.taints.length > 0 || sink.only === 'object')
    )
      (reached as Set<string>).add(sink.kind);
  }
  const bag = bagOf(value);
  for (const [name, member] of api.members) {
    const { value: part, node: partNode, written } = partOf(m, bag, name, node);
    checkPlace(m, member.actual, part, partNode, call, depth + 1, reached, !written);
  }
  if (api.anyMember !== null) checkParts(m, api.anyMember.actual, bag, node, call, depth, reached);
  if (api.element !== null) checkParts(m, api.element.actual, listsOf(m, bag), node, call, depth, reached);
}

/** What can have elements: an object literal has none. */
function listsOf(m: Machine, value: Value): Value {
  return {
    ...value,
    references: value.references.filter(reference => reference.type !== 'object' || m.object(reference.id).kind !== 'object'),
  };
}

const noKinds: ReadonlySet<string> = new Set();

/** What can have members: text has none. */
function bagOf(value: Value): Value {
  const taints = value.texts === null ? value.taints.filter(({ origin }) => origin.form === 'json') : [];
  return { ...value, taints, texts: null };
}

/** A property's value, and the expression that gave it. */
function partOf(
  m: Machine,
  value: Value,
  name: string,
  node: Node,
): { readonly value: Value; readonly node: Node; readonly written: boolean } {
  const [reference] = value.references;
  const property = reference?.type === 'object' ? m.object(reference.id).properties.get(name) : undefined;
  const own = property?.node ?? null;
  return {
    value: property?.value ?? getMember(m, value, namedKey(name), node),
    node: own !== null && isInModule(m, own) ? own : node,
    written: property !== undefined,
  };
}

/** Whether an expression stands in the file of the call at hand (and not in that of a caller's or helper's). */
export function isInModule(m: Machine, node: Node): boolean {
  let top: Node = node;
  while (top.parent) top = top.parent;
  return top === m.module.program;
}

function checkParts(m: Machine, api: ApiNode, value: Value, node: Node, call: LibraryCall, depth: number, seen: ReadonlySet<string>): void {
  for (const reference of value.references) {
    if (reference.type !== 'object') continue;
    for (const property of m.object(reference.id).properties.values())
      checkPlace(m, api, property.value, property.node ?? node, call, depth + 1, seen);
  }
  checkPlace(
    m,
    api,
    elementsOf(m, { ...value, references: value.references.filter(reference => reference.type === 'object'), nature: 0 }, node),
    node,
    call,
    depth + 1,
    seen,
    true,
  );
}

const longestCallee = 40;

/** A chain of plain names as it is written: `console.log`, `this.db.query`. */
function chainOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null;
  const object = chainOf(node.object);
  return object === null ? null : `${object}.${node.property.name}`;
}

/** How a message names a call: `exec()`, `new Function()`, `console.log()`. */
function labelOf({ node, name, isNew }: LibraryCall): string {
  if (isNew) return `new ${name}()`;
  const written = node.type === 'CallExpression' ? chainOf(node.callee) : null;
  // A library may carry the call out for another one: the name decides.
  return written !== null && written.endsWith(`.${name}`) && written.length <= longestCallee ? `${written}()` : `${name}()`;
}

/** A write under a name from outside, to what may be Object.prototype. */
export function checkPropertyKey(m: Machine, object: Value, key: Key, node: Node & { readonly property: Node }): void {
  if (key.value === null || key.value.taints.length === 0 || (object.nature & Nature.prototype) === 0) return;
  recordHit(m, { kind: 'property-key', label: 'this assignment', node: node.property }, key.value);
}

/** A write to a place of a library that takes it in: `axios.defaults.baseURL = x`, `context.body = x`. */
export function checkAssignment(m: Machine, object: Value, key: Key, value: Value, node: Node): void {
  if (key.name === null) return;
  for (const reference of object.references) {
    if (reference.type !== 'api') continue;
    for (const sink of reference.node.member(key.name)?.sinks ?? []) {
      // That it lasts is told where all writes are.
      const holds =
        sink.when === undefined || conditionHolds(m, sink.when, { args: [value], receiver: null, node } as unknown as LibraryCall);
      if (sink.kind !== 'module-state' && holds)
        recordHit(m, { kind: sink.kind, label: sink.label ?? 'this assignment', node }, value, sink.only);
    }
  }
}

/** A read of the environment under a name from outside. */
export function checkEnvironmentName(m: Machine, object: Value, key: Key, node: Node & { readonly property: Node }): void {
  if (key.value === null || key.value.taints.length === 0) return;
  if (object.taints.some(taint => taint.origin.kind === 'environment'))
    recordHit(m, { kind: 'env-name', label: 'process.env', node: node.property }, key.value);
}

/** Notes a call that a model names for its form. */
export function checkShapes(m: Machine, call: LibraryCall): void {
  if (!m.state.live) return;
  for (const { kind, when, label } of call.api.shapes) {
    if (when !== undefined && !conditionHolds(m, when, call)) continue;
    // The process ends here: nothing after it is reached.
    if (kind === 'exit') m.state.live = false;
    m.shapes.push({
      kind,
      label: label ?? labelOf(call),
      node: call.node,
      argumentNodes: call.argumentNodes,
      module: call.module,
      calls: [...m.calls],
      invocation: m.invocation > 0,
      handled: m.invocation > 0 && !m.rough,
    });
  }
}

/** A request that the module made once and an invocation sends: it is carried out where it is sent. @param node the call that sends it */
export function checkSentShapes(m: Machine, command: Value, node: Node): void {
  if (!m.state.live || m.invocation === 0) return;
  const made = command.references.flatMap(reference => (reference.type === 'api' && reference.call !== null ? [reference.call.node] : []));
  for (const shape of m.shapes.filter(({ node: at, invocation }) => !invocation && made.includes(at)))
    m.shapes.push({ ...shape, node, argumentNodes: [], module: m.module, calls: [...m.calls], invocation: true, handled: !m.rough });
}

function lasts(receiver: Value | null): boolean {
  return receiver === null || receiver.references.some(reference => reference.type !== 'api' || (reference.call?.lasting ?? true));
}
