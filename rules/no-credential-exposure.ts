import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { isForCaller, isHarmlessMember } from '../lib/secrets/harmless-member.js';

/** The environment, the role's credentials or a fetched secret where others can read it. A fetched secret in a log is no-sensitive-logging's. */
export default defineTaintRule('no-credential-exposure', {
  sources: ['environment', 'credentials', 'secret', 'event'],
  sinks: ['log', 'response', 'request', 'env-name'],
  harm: 'exposes',
  variants: {
    'env-name': {
      harm: 'gives out whichever setting the caller asks for with',
      advice: 'Choose the name from a fixed list of the settings that you mean to show.',
    },
  },
  select: ({ origin, whole }, { kind }) => {
    if (kind === 'env-name') return origin.kind === 'event';
    if (origin.kind === 'secret') return kind === 'response' && !isHarmlessMember(origin) && !isForCaller(origin);
    return origin.kind === 'credentials' || (origin.kind === 'environment' && whole);
  },
});
