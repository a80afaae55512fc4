import type { Machine } from '../flow/machine.js';
import { partOf, recordHit } from '../flow/sinks.js';
import type { Node, Value } from '../flow/value.js';
import type { HandlerRoot } from './handler-roots.js';

/** A response that a handler gives. */
export interface ResponseSeen {
  readonly node: Node;
  readonly handler: HandlerRoot;
}

/** Records what goes out with a handler's responses. */
export function observeResponses(m: Machine, handler: HandlerRoot, seen: ResponseSeen[]): void {
  const observe = (value: Value, node: Node): void => {
    seen.push({ node, handler });
    const body = partOf(m, value, 'body', node);
    recordHit(m, { kind: 'response', label: 'the response', node: body.node }, body.value);
  };
  m.onResponse = handler.verdict.responds ? observe : null;
  m.onExit = exits => {
    if (!handler.verdict.responds) return;
    for (const { state, value, node } of exits) {
      const before = m.state;
      m.state = state;
      if (node !== null) observe(value, node);
      m.state = before;
    }
  };
}
