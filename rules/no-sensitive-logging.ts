import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Credentials and personal secrets in a log, by where they come from. The whole event is no-event-logging's. */
/** Members of a secret that say where something is or whose it is. */
const harmless =
  /\.(?:host|hostname|port|db(?:name|Name|InstanceIdentifier|ClusterIdentifier)?|database|engine|user(?:name|Name)?|region|endpoint|\w*(?:Id|Arn|Name|Url))$/u;

export default defineTaintRule('no-sensitive-logging', {
  sources: ['secret', 'client-error', 'event', 'identity'],
  sinks: ['log'],
  harm: 'logs',
  select: ({ origin, whole }) => {
    if (origin.kind === 'secret') return !harmless.test(origin.path);
    return origin.kind === 'client-error' ? whole : origin.facts.sensitive !== null;
  },
});
