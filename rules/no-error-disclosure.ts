import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Members of an error that say nothing about the inside of the function; only an error that the program made for its caller has a `body` or `headers`. */
const harmless =
  /^[^.[]+\.headers(?![^.[])|\.(?:body|code|status|statusCode|httpStatusCode|statusText|name|type|retryable|requestId|\$fault|\$metadata)$/u;

/** What an error says, returned to the caller. */
export default defineTaintRule('no-error-disclosure', {
  sources: ['error', 'client-error'],
  sinks: ['response'],
  harm: 'tells the caller the text of',
  // What the steps of a workflow tell one another of an error is their own business.
  select: ({ origin }, { internal }) => internal !== true && !harmless.test(origin.path),
  ownErrors: 'allowValidationErrors',
});
