import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A module's name chosen by the event: require, import, native add-ons. */
export default defineTaintRule('no-dynamic-module-load', {
  sources: ['event', 'stored'],
  sinks: ['module'],
  harm: 'loads a module whose name contains',
});
