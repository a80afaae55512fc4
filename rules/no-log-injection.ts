import { defineTaintRule } from '../lib/rule/define-taint-rule.js';

/** Event text in a line of plain text. All of the event in a log is no-event-logging's; objects and JSON escape their newlines. */
export default defineTaintRule('no-log-injection', {
  sources: ['event', 'stored'],
  sinks: ['text-log'],
  harm: 'writes a line of plain text that contains',
  select: ({ origin, whole }) => !whole && origin.facts.sensitive === null,
  disabledBy: 'jsonLogs',
});
