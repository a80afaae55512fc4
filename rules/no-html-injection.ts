import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** HTML that a function answers or mails, with event data in it. */
export default defineTaintRule('no-html-injection', {
  sources: ['event', 'stored'],
  sinks: ['html'],
  harm: 'is HTML that contains',
});
