import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { jsonParse } from '../lib/rule/suggest-json-parse.js';

/** Whatever turns text into code: eval and its kin, modules' loaders of code, expression languages that reach the host. */
export default defineTaintRule('no-code-injection', {
  sources: ['event', 'stored'],
  sinks: ['code'],
  harm: 'runs code that contains',
  dynamicHarm: 'runs code assembled at run time from parts of unknown origin.',
  suggester: jsonParse,
});
