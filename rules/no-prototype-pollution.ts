import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A write under a name that the event chose, where the name can reach Object.prototype. */
export default defineTaintRule('no-prototype-pollution', {
  sources: ['event', 'stored'],
  sinks: ['property-key'],
  harm: 'writes under a name chosen by',
});
