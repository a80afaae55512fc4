import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Formats that carry code or types, and parsers that are told to honour them. */
export default defineTaintRule('no-unsafe-deserialization', {
  sources: ['event', 'stored'],
  sinks: ['deserialize'],
  harm: 'revives objects from',
  dynamicHarm: 'revives objects from data of unknown origin.',
});
