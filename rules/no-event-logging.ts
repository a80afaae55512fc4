import { isBehindDebugFlag } from '../lib/rule/debug-guard.js';
import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** The event, its body or its records in a log, or a library that is told to log them. A sensitive part by itself is no-sensitive-logging's. */
export default defineTaintRule('no-event-logging', {
  sources: ['event'],
  sinks: ['log'],
  harm: 'logs all of',
  // Who sets a flag of debugging asks for the event.
  select: (taint, hit) => taint.whole && taint.origin.facts.sensitive === null && !isBehindDebugFlag(hit.node),
  shapes: ['event-logging'],
  shapeHarm: 'logs the whole event.',
});
