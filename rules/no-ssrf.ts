import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** A host that the event chose; a path or query behind a fixed host is no finding. */
export default defineTaintRule('no-ssrf', {
  sources: ['event', 'stored'],
  sinks: ['url'],
  harm: 'sends a request to a host chosen by',
  chosen: { harm: 'is chosen by', advice: 'Take it from the configuration, or check it against a fixed list.' },
});
