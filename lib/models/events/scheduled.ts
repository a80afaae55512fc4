import { defineEvent } from '../event-model.js';

/** EventBridge schedules: nobody sends anything. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html */
export const scheduledEvent = defineEvent({
  types: ['ScheduledEvent'],
  handlerTypes: ['ScheduledHandler'],
  service: 'EventBridge Scheduler',
  distinctive: [],
  fields: {},
  rest: 'trusted',
});
