import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Event text in a line of plain text. All of the event in a log is no-event-logging's; objects and JSON escape their newlines. */
export default defineTaintRule('no-log-injection', {
  sources: ['event', 'stored'],
  sinks: ['text-log'],
  harm: 'writes a line of plain text that contains',
  // What the program reads members of is an object: printed by itself it is inspected.
  select: ({ origin, whole }, { value }) => !whole && origin.facts.sensitive === null && !(origin.hasMembers && value.texts === null),
  disabledBy: 'jsonLogs',
});
