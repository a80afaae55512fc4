import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A regular expression out of event data: a chosen pattern can take forever. */
export default defineTaintRule('no-regex-injection', {
  sources: ['event', 'stored'],
  sinks: ['regex'],
  harm: 'compiles a pattern that contains',
});
