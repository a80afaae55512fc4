import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** An object of the event as a filter, or a DynamoDB expression or request that is built of event data. */
export default defineTaintRule('no-nosql-injection', {
  sources: ['event', 'stored'],
  sinks: ['nosql'],
  harm: 'takes a query operator or expression from',
});
