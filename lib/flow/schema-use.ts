import { isNotAwaited } from './awaiting.js';
import { booleanValue, prove } from './conditions.js';
import { nearestTry } from './failing.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { elementsOf } from './iteration.js';
import { keysOf } from './loops.js';
import { getMember, namedKey } from './members.js';
import { callViewOf, readerOf } from './reader.js';
import type { Shape, Validation } from './schema.js';
import { clearKinds } from './text.js';
import type { HeapObject } from './state.js';
import type { Node, Value } from './value.js';
import { intersectFacts, joinAll, libraryValue, never, noFacts, ownValue, provenValue, uniteFacts } from './values.js';

/** Carries out a call that checks a value against a schema. @returns its result, or null when it is no such call */
export function validate(m: Machine, call: LibraryCall): Value | null {
  const view = callViewOf({ callee: call.api, name: call.name, args: call.args, receiver: call.receiver, node: call.node });
  const library = m.knowledge.schemaLibraries.find(({ modules }) => modules.includes(view.module));
  const validation = library?.validation(view, readerOf(m)) ?? null;
  if (validation === null) return null;
  const isPromise = view.name.endsWith('Async') || (library?.promises?.includes(view.name) ?? false);
  // What is not waited for has not been checked yet; a promise is never false.
  return isPromise && isNotAwaited(call.node) ? libraryValue : applyValidation(m, validation, call);
}

function applyValidation(m: Machine, { shape, inputShape = shape, input, outcome }: Validation, call: LibraryCall): Value {
  const value = typeof input === 'number' ? (call.args[input] ?? never) : input;
  const unread = checkedByUnread(m, shape);
  const facts = uniteFacts(provenBy(m, value, inputShape, call.node), prove(m, value, unread));
  if (outcome === 'tests') return booleanValue(facts);
  if (outcome === 'asserts' || outcome === 'returns') {
    // What it throws says what is wrong with the value, to whoever sent it.
    nearestTry(m)?.failures.push(libraryValue);
    m.state.addFacts(facts);
    return outcome === 'asserts' ? booleanValue(noFacts) : clearKinds(m, shaped(m, value, shape, call.node), unread);
  }
  const property = (member: Value): { value: Value; node: null; getter: false } => ({ value: member, node: null, getter: false });
  const properties = new Map([
    ...(outcome.ok === undefined ? [] : [[outcome.ok, property(booleanValue(facts))] as const]),
    ...(outcome.error === undefined
      ? []
      : [[outcome.error, property(provenValue(m.unknown(call.node), { whenTrue: noFacts, whenFalse: facts }))] as const]),
    // Until the outcome is tested the copy is only as good as the original.
    ...(outcome.data === undefined ? [] : [[outcome.data, property(fieldsOf(m, value, shape, call.node))] as const]),
  ]);
  return m.allocateFresh({ properties });
}

/** The fields that a schema lets through, as they are. */
function fieldsOf(m: Machine, value: Value, shape: Shape, node: Node): Value {
  if (shape.type === 'array') return m.allocateFresh({ kind: 'array', rest: fieldsOf(m, elementsOf(m, value, node), shape.element, node) });
  if (shape.type !== 'object') return value;
  const properties = [...shape.fields].map(([name, field]) => {
    const member = fieldsOf(m, getMember(m, value, namedKey(name), node), field, node);
    return [name, { value: member, node: null, getter: false }] as const;
  });
  return m.allocateFresh({ properties: new Map(properties), ...unlisted(m, value, shape.rest) });
}

/** What the members of a checked object hold that its schema does not list by name: those of a record, or whatever else it lets through. */
function unlisted(m: Machine, value: Value, rest: Shape): Pick<Partial<HeapObject>, 'base' | 'keys' | 'rest'> {
  const data = { ...value, references: [] };
  if (rest.type !== 'safe') return { base: clearKinds(m, data, maskOf(m, rest)) };
  return namesNothingElse(rest) ? {} : { keys: keysOf(m, data), rest: ownValue };
}

/** What holds of a value once it has passed. */
function provenBy(m: Machine, value: Value, shape: Shape, node: Node): ReadonlyMap<number, number> {
  switch (shape.type) {
    case 'any':
      return noFacts;
    case 'safe':
    case 'text':
    case 'cleared':
      return prove(m, value, maskOf(m, shape));
    case 'array':
      // A text that was split into such elements is harmless in one piece.
      return uniteFacts(
        provenBy(m, elementsOf(m, value, node), shape.element, node),
        shape.element.type === 'array' || shape.element.type === 'object' ? noFacts : provenBy(m, value, shape.element, node),
      );
    case 'object': {
      let facts = namesNothingElse(shape.rest) ? prove(m, keysOf(m, value), m.knowledge.allKinds) : noFacts;
      for (const [name, field] of shape.fields)
        facts = uniteFacts(facts, provenBy(m, getMember(m, value, namedKey(name), node), field, node));
      return facts;
    }
    case 'union':
      return sameFields(shape.members)
        .map(member => provenBy(m, value, member, node))
        .reduce(intersectFacts);
  }
}

/** Members that are not listed are refused: what the checked value's members are called is what the schema calls them. */
function namesNothingElse(rest: Shape): boolean {
  return rest.type === 'safe' && rest.underAnyName !== true;
}

/** Alternatives of a union, each with the fields of all of them: what an alternative says of a field that it does not list counts too. */
function sameFields(members: readonly Shape[]): readonly Shape[] {
  const names = new Set(members.flatMap(member => (member.type === 'object' ? [...member.fields.keys()] : [])));
  return members.map(member =>
    member.type === 'object'
      ? { ...member, fields: new Map([...names].map(name => [name, member.fields.get(name) ?? member.rest])) }
      : member,
  );
}

/** The kinds for which a value of a shape is harmless as a whole: what has members answers for each of them. */
function maskOf(m: Machine, shape: Shape): number {
  switch (shape.type) {
    case 'safe':
      return m.knowledge.allKinds;
    case 'text':
      return textMask(m);
    case 'cleared':
      return shape.kinds.reduce((mask, kind) => mask | m.knowledge.bit(kind), textMask(m));
    default:
      return 0;
  }
}

/** What a schema makes sure to be text is no object of operators, and fit to be stored. */
function textMask(m: Machine): number {
  return m.knowledge.bit('nosql') | m.knowledge.bit('write');
}

/** A schema that cannot be read is a schema all the same: whoever wrote it decided what may be stored. */
function checkedByUnread(m: Machine, shape: Shape): number {
  return shape.type === 'any' ? m.knowledge.bit('write') : 0;
}

/** The checked copy of a value. */
function shaped(m: Machine, value: Value, shape: Shape, node: Node): Value {
  switch (shape.type) {
    case 'any':
      return value;
    case 'safe':
      return ownValue;
    case 'text':
    case 'cleared':
      return clearKinds(m, value, maskOf(m, shape));
    case 'array':
      return m.allocateFresh({ kind: 'array', rest: shaped(m, elementsOf(m, value, node), shape.element, node) });
    case 'object': {
      const properties = new Map(
        [...shape.fields].map(
          ([name, field]) =>
            [name, { value: shaped(m, getMember(m, value, namedKey(name), node), field, node), node: null, getter: false }] as const,
        ),
      );
      return m.allocateFresh({ properties, ...unlisted(m, value, shape.rest) });
    }
    case 'union':
      return joinAll(shape.members.map(member => shaped(m, value, member, node)));
  }
}

/** The first call of a chain: `middy(f)` of `middy(f).use(a).use(b)`. */
function chainStart(receiver: Value | null, node: Node): Node {
  for (const reference of receiver?.references ?? []) {
    if (reference.type === 'api' && reference.call !== null) return chainStart(reference.call.receiver, reference.call.node);
  }
  return node;
}

/** What stands for the middleware in front of a handler: the chain that it is used in, or the call that makes a route of it. */
export function chainOf({ api, receiver, node }: Pick<LibraryCall, 'api' | 'receiver' | 'node'>): Node {
  const isRoute = api.arguments.some(edge => edge.node.actual.handler?.parameters?.[0] === 'router-context');
  return isRoute ? node : chainStart(receiver, node);
}

/** Middleware that checks the event: what a handler behind it gets is what the schema allows. */
export function noteEventShapes(m: Machine, call: LibraryCall): void {
  const chain = chainOf(call);
  for (const check of chain === call.node && call.receiver !== null ? [call.receiver, ...call.args] : call.args) {
    const shape = checkedShape(m, check);
    if (shape !== undefined) m.eventShapes.set(chain, bothShapes(m.eventShapes.get(chain), shape));
  }
}

/** Two checks of different members: both hold. */
function bothShapes(before: Shape | undefined, shape: Shape): Shape {
  if (before?.type !== 'object' || shape.type !== 'object') return shape;
  const fields = new Map(before.fields);
  for (const [name, field] of shape.fields) fields.set(name, bothShapes(fields.get(name), field));
  return { ...shape, fields };
}

/** What holds of a request that middleware with this shape has let through. */
export function admit(m: Machine, request: Value, shape: Shape | undefined, node: Node): void {
  if (shape !== undefined) m.state.addFacts(provenBy(m, request, shape, node));
}

/** The shape of the event behind a piece of middleware or a decorator that checks it. */
export function checkedShape(m: Machine, check: Value): Shape | undefined {
  const read = readerOf(m);
  for (const reference of check.references) {
    if (reference.type !== 'api' || reference.call === null) continue;
    const view = callViewOf(reference.call);
    const shape = m.knowledge.schemaLibraries.find(({ modules }) => modules.includes(view.module))?.eventShape?.(view, read) ?? null;
    if (shape !== null) return shape;
  }
  return undefined;
}

/** The event as a schema of the middleware in front of its handler shapes it. */
export function shapedEvent(m: Machine, event: Value, shape: Shape | undefined, node: Node): Value {
  return shape === undefined ? event : clearKinds(m, shaped(m, event, shape, node), checkedByUnread(m, shape));
}
