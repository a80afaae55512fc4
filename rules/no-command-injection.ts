import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { argumentList } from '../lib/rule/suggest-argument-list.js';

/** The sinks are all places that a model marks `command`: a new API that runs commands is a line in lib/models, not here. */
export default defineTaintRule('no-command-injection', {
  sources: ['event', 'stored'],
  sinks: ['command'],
  harm: 'runs a command line that contains',
  dynamicHarm: 'runs a command line assembled from parts of unknown origin.',
  suggester: argumentList,
});
