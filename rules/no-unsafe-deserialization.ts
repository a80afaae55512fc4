import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { safeYamlSchema } from '../lib/rule/suggest-safe-schema.js';

/** Formats that carry code or types, and parsers that are told to honour them. */
export default defineTaintRule('no-unsafe-deserialization', {
  sources: ['event', 'stored'],
  sinks: ['deserialize'],
  harm: 'revives objects from',
  dynamicHarm: 'revives objects from data of unknown origin.',
  suggester: safeYamlSchema,
});
