import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Reading more secrets than the function needs, or the one that the event names. */
export default defineTaintRule('no-broad-secret-access', {
  sources: ['event', 'stored'],
  sinks: ['secret-id'],
  harm: 'fetches the secret named by',
  shapes: ['secret-listing', 'secret-grant'],
  shapeHarm: 'gives access to more secrets than one.',
});
