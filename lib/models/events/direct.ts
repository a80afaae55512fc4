import { defineEvent } from '../event-model.js';

/** Step Functions, EventBridge Pipes, another function or the CLI: the event is what the caller chose to send. */
export const directEvent = defineEvent({
  types: ['DirectInvocationEvent'],
  service: 'direct invocation',
  distinctive: [],
  fields: {},
  rest: 'controlled',
  responds: 'data',
});
