import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** XML from outside, parsed by a parser that expands entities or loads DTDs. */
export default defineTaintRule('no-xxe', {
  sources: ['event', 'stored'],
  sinks: ['xml'],
  harm: 'parses with entities or DTDs on',
});
