import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

/** What a cache of the module keeps, the next invocation finds: unless it is kept under a key of the event's own. */
const kept = (...places: readonly string[]) =>
  sinks('module-state', places, { lasting: true, when: { argument: 0, is: 'event-data', not: true } });

export default [
  defineModel({
    module: ['node-cache', 'lru-cache', 'quick-lru', '@isaacs/ttlcache'],
    sinks: kept('Instance.Member[set].Argument[1]', 'Member[LRUCache,TTLCache].Instance.Member[set].Argument[1]'),
  }),
  // The module itself is a cache. https://github.com/ptarjan/node-cache#api
  defineModel({ module: 'memory-cache', sinks: kept('Member[put].Argument[1]', 'Member[Cache].Instance.Member[put].Argument[1]') }),
];
