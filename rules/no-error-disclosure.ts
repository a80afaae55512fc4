import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Members of an error that say nothing about the inside of the function. */
const harmless = /\.(?:code|status|statusCode|httpStatusCode|name|type|retryable|requestId|\$fault|\$metadata)$/u;

/** What an error says, returned to the caller. */
export default defineTaintRule('no-error-disclosure', {
  sources: ['error', 'client-error'],
  sinks: ['response'],
  harm: 'tells the caller the text of',
  select: ({ origin }) => !harmless.test(origin.path),
  ownErrors: 'allowValidationErrors',
});
