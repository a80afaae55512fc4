import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { boundValues } from '../lib/rule/suggest-bound-values.js';

/** Query text that is built where it could be bound; a bound parameter is no sink. */
export default defineTaintRule('no-sql-injection', {
  sources: ['event', 'stored'],
  sinks: ['sql'],
  harm: 'runs a query whose text contains',
  dynamicHarm: 'runs a query assembled from parts of unknown origin.',
  suggester: boundValues,
});
