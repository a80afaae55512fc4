import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A Location header whose host the event chose. */
export default defineTaintRule('no-open-redirect', {
  sources: ['event', 'stored'],
  sinks: ['redirect'],
  harm: 'sends the caller to a host chosen by',
});
