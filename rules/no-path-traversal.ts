import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A path that leaves its folder; joining paths is no sink, using one is. */
export default defineTaintRule('no-path-traversal', {
  sources: ['event', 'stored'],
  sinks: ['path'],
  harm: 'opens a path that contains',
});
