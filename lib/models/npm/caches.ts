import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

/** What a cache of the module keeps, the next invocation finds: unless it is kept under a key of the event's own. */
export default defineModel({
  module: ['node-cache', 'lru-cache', 'memory-cache', 'quick-lru', '@isaacs/ttlcache'],
  sinks: sinks('module-state', ['Instance.Member[set].Argument[1]', 'Member[LRUCache,Cache].Instance.Member[set].Argument[1]'], {
    lasting: true,
    when: { argument: 0, is: 'event-data', not: true },
  }),
});
