import { defineEvent } from '../event-model.js';

/**
 * CloudWatch Logs subscriptions: base64 of gzip of JSON; whoever made the function log chose the text.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export const cloudWatchLogsEvent = defineEvent({
  types: ['CloudWatchLogsEvent'],
  handlerTypes: ['CloudWatchLogsHandler'],
  parts: { awslogs: ['CloudWatchLogsEventData'] },
  service: 'CloudWatch Logs',
  distinctive: ['awslogs'],
  fields: {
    awslogs: { trust: 'controlled', whole: true },
    'awslogs.data': { trust: 'controlled', label: 'the log data', form: 'text', whole: true },
    // What the service writes into it, once it is unpacked.
    'awslogs.data.messageType': { trust: 'trusted' },
    'awslogs.data.owner': { trust: 'trusted' },
    'awslogs.data.subscriptionFilters': { trust: 'trusted' },
    'awslogs.data.logEvents[].id': { trust: 'trusted' },
    'awslogs.data.logEvents[].timestamp': { trust: 'trusted' },
  },
  rest: 'trusted',
});

/** What the data is once it is unpacked. */
export const cloudWatchLogsData = defineEvent({
  types: ['CloudWatchLogsDecodedData'],
  role: 'record',
  parts: { 'logEvents[]': ['CloudWatchLogsLogEvent'] },
  service: 'CloudWatch Logs',
  distinctive: [],
  fields: {
    logEvents: { trust: 'controlled', below: 'trusted', whole: true },
    'logEvents[]': { trust: 'controlled', below: 'trusted', whole: true },
    'logEvents[].message': { trust: 'controlled', label: 'the log line', form: 'text', whole: true },
    'logEvents[].extractedFields': { trust: 'controlled', label: "the log line's fields" },
  },
  rest: 'trusted',
});
