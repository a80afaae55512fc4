import { readerOf } from '../flow/reader.js';
import type { Machine } from '../flow/machine.js';
import { isInModule, recordHit } from '../flow/sinks.js';
import { Nature, type FunctionNode, type Node, type Value } from '../flow/value.js';
import { concatenate, constantValue, isNever, joinAll, referenceValue } from '../flow/values.js';
import { eventModels } from '../models/events/registry.js';
import { contentType, isNegotiated } from '../responses/content-type.js';
import { isAnswer, isPresent } from '../responses/presence.js';
import { responseParts } from '../responses/response.js';
import { opensHtml } from '../strings/text-parts.js';
import { exportPlace } from './export-place.js';
import type { HandlerRoot } from './handler-roots.js';

/** A header that a handler sends, when it is one that a rule looks at by its constant. */
export interface HeaderSeen {
  readonly name: string;
  readonly node: Node;
  /** The texts that the program itself may give it; what the environment or another module gives may replace them. */
  readonly constants: readonly unknown[];
  /** Copied from a header of the request. */
  readonly echoed: boolean;
  /** File of the node. */
  readonly module: string;
}

/** A response that a handler gives. */
export interface ResponseSeen {
  readonly node: Node;
  readonly handler: HandlerRoot;
  readonly headers: readonly HeaderSeen[];
}

/** The expression in the linted module that gave a part of a response its value. */
function nodeOf(m: Machine, response: Value, part: Value, fallback: Node, depth = 4): Node {
  const written = m.writtenAt.get(part);
  if (written !== undefined && isInModule(m, written)) return written;
  for (const reference of response.references) {
    if (reference.type !== 'object' || depth === 0) continue;
    for (const property of m.object(reference.id).properties.values()) {
      const own = property.node !== null && isInModule(m, property.node) ? property.node : fallback;
      if (property.value === part) return own;
      const inner = nodeOf(m, property.value, part, own, depth - 1);
      if (inner !== own) return inner;
    }
  }
  return fallback;
}

/** The objects that a value may be, each by itself: `load().then(…).catch(…)` answers with one or the other, never with the type of one and the body of the other. */
function answersIn(value: Value): readonly Value[] {
  const objects = value.references.filter(({ type }) => type === 'object');
  if (objects.length < 2) return [value];
  const rest = { ...value, references: value.references.filter(({ type }) => type !== 'object') };
  return [...objects.map(reference => referenceValue(reference)), ...(isNever(rest) ? [] : [rest])];
}

/** Whether the event is of a type of the program's own, as the other functions of a workflow send it, and not of a request's. */
function hasOwnType({ params: [parameter] }: FunctionNode): boolean {
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target === undefined || target.type === 'TSParameterProperty') return false;
  const type = target.typeAnnotation?.typeAnnotation;
  if (type?.type === 'TSTypeLiteral') return true;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && !ofRequests.test(type.typeName.name);
}

const ofRequests = /api|gateway|alb|http|request|resolver|appsync|graphql|query|websocket|lex|alexa|connect|agent|cognito|edge|^Record$/iu;

/** Those texts of a body that are markup, where others are sent under another type. */
function markupIn(body: Value): Value {
  const isJson = (body.nature & Nature.json) !== 0;
  if (!isJson) return body;
  const texts = (body.texts ?? []).filter(text => opensHtml(text));
  return joinAll(texts.map(text => concatenate(text.map(part => (typeof part === 'string' ? constantValue(part) : part)))));
}

/** Records what goes out with a handler's responses. */
export function observeResponses(m: Machine, handler: HandlerRoot, seen: ResponseSeen[]): void {
  const kind = handler.event === null ? null : (eventModels[handler.event]?.responds ?? null);
  const isInternal = handler.event === null && hasOwnType(handler.node);
  const observe = (given: Value, node: Node): void => {
    for (const response of answersIn(given)) observeOne(response, node);
  };
  const observeOne = (response: Value, node: Node): void => {
    const read = readerOf(m);
    const parts = responseParts(response, read, kind);
    if (parts === null) return;
    if (parts.body !== null) {
      const bodyNode = nodeOf(m, response, parts.body, node);
      const internal = parts.shape === 'data' && isInternal ? true : undefined;
      recordHit(m, { kind: 'response', label: 'The response', node: bodyNode, internal }, parts.body);
      const type = contentType(parts, read);
      const isHtml = type === 'html' || ((type === 'missing' || type === 'unknown') && (parts.body.texts?.some(opensHtml) ?? false));
      const markup = type === 'html' && isNegotiated(parts, read) ? markupIn(parts.body) : parts.body;
      if (isHtml) recordHit(m, { kind: 'html', label: 'The response', node: bodyNode }, markup);
    }
    const statuses = parts.status === null ? null : read.constants(parts.status);
    // A record without a status is sent as it is: what is called headers in it is no header.
    const isRecord = parts.status === null && isPresent(read.member(response, 'headers'));
    const stays = isRecord || (statuses?.every(status => /^(?:2(?!01)|[45])\d\d$/u.test(String(status))) ?? false);
    const headers = parts.headers.map(({ name, value }): HeaderSeen => {
      // The answer that came with the event is no object of the program's, but the header in it may be.
      const holder = isAnswer(response) ? read.member(read.member(response, 'headers'), name) : response;
      const place = nodeOf(m, holder, value, node);
      // No browser follows a Location beside a status like 200.
      if (name === 'location' && stays) return { name, node: place, constants: [], echoed: false, module: m.module.file };
      if (name === 'location' || name === 'refresh') recordHit(m, { kind: 'redirect', label: 'The Location header', node: place }, value);
      else recordHit(m, { kind: 'response', label: 'The response', node: place }, value);
      return {
        name,
        node: place,
        constants: value.nature === 0 ? value.constants : [],
        echoed: value.taints.some(taint => /origin/iu.test(taint.origin.path) && !m.isCleared(taint, m.knowledge.bit('redirect'))),
        module: m.module.file,
      };
    });
    seen.push({ node, handler, headers });
  };
  const responds =
    handler.event === null || eventModels[handler.event] === undefined
      ? handler.verdict.responds
      : handler.verdict.responds && kind !== null;
  m.onResponse = responds ? observe : null;
  m.onExit = exits => {
    if (!responds) return;
    for (const { state, value, node } of exits) {
      const before = m.state;
      m.state = state;
      if (node !== null) observe(value, isInModule(m, node) ? node : exportPlace(m.module, handler.exportName ?? ''));
      m.state = before;
    }
  };
}
