import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Event data as the source of a template; as data of a template it is harmless here. */
export default defineTaintRule('no-template-injection', {
  sources: ['event', 'stored'],
  sinks: ['template'],
  harm: 'compiles template source that contains',
});
