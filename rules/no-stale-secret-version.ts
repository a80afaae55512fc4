import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A pinned version of a secret, or the previous one: rotation leaves both behind. */
export default defineTaintRule('no-stale-secret-version', {
  sources: [],
  sinks: [],
  harm: '',
  shapes: ['stale-secret'],
  shapeHarm: 'pins a version of the secret that rotation leaves behind.',
});
