import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { isHarmlessMember } from '../lib/secrets/harmless-member.js';

/** Credentials and personal secrets in a log, by where they come from. The whole event is no-event-logging's. */
export default defineTaintRule('no-sensitive-logging', {
  sources: ['secret', 'client-error', 'event', 'identity'],
  sinks: ['log'],
  harm: 'logs',
  select: ({ origin, whole }) => {
    if (origin.kind === 'secret') return !isHarmlessMember(origin);
    return origin.kind === 'client-error' ? whole : origin.facts.sensitive !== null;
  },
});
