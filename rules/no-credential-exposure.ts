import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** The environment, the role's credentials or a fetched secret where others can read it. A fetched secret in a log is no-sensitive-logging's. */
/** Members of a secret that say where something is or whose it is. */
const harmless =
  /\.(?:host|hostname|port|db(?:name|Name|InstanceIdentifier|ClusterIdentifier)?|database|engine|user(?:name|Name)?|region|endpoint|\w*(?:Id|Arn|Name|Url))$/u;

export default defineTaintRule('no-credential-exposure', {
  sources: ['environment', 'credentials', 'secret', 'event'],
  sinks: ['log', 'response', 'request', 'env-name'],
  harm: 'exposes',
  select: ({ origin, whole }, { kind }) => {
    if (kind === 'env-name') return origin.kind === 'event';
    if (origin.kind === 'secret') return kind === 'response' && !harmless.test(origin.path);
    return origin.kind === 'credentials' || (origin.kind === 'environment' && whole);
  },
});
