import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Where a caller writes what it wants; the events of S3 itself, and messages between functions, name objects that their sender has put there. */
const request =
  /(?:^|\.)(?:(?:multiValue)?(?:queryStringParameters|headers)|pathParameters|rawQueryString|rawPath|cookies|body|arguments|query|params)(?:$|[.[])/i;
const notification = /(?:^|\.)(?:Records|s3|detail)(?:$|[.[])/;

/** A path that leaves its folder, and an object that the caller chooses; joining paths is no sink, using one is. */
export default defineTaintRule('no-path-traversal', {
  sources: ['event', 'stored'],
  sinks: ['path', 'object-key'],
  harm: 'opens a path that contains',
  variants: {
    'object-key': {
      harm: 'names whichever object the caller asks for with',
      advice: "Put it behind a prefix of the program's own, or look the key up by an id.",
    },
  },
  select: ({ origin }, { kind }) =>
    // The content of an object is a stream or bytes until something makes text of it.
    (kind === 'path' && !(origin.kind === 'stored' && origin.operation === null && origin.path.endsWith('.Body'))) ||
    (kind === 'object-key' && origin.kind === 'event' && request.test(origin.path) && !notification.test(origin.path)),
});
