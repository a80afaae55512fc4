import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Data of one invocation kept where the next one finds it. */
export default defineTaintRule('no-shared-invocation-state', {
  sources: ['event', 'identity'],
  sinks: ['module-state', 'logger-keys', 'temporary-file'],
  harm: 'keeps for later invocations',
  undoneBy: { 'logger-keys': 'logger-reset', 'temporary-file': 'file-removal' },
});
