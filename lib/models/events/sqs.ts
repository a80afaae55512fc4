import { defineEvent } from '../event-model.js';

/** SQS. https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const sqsEvent = defineEvent({
  types: ['SQSEvent'],
  handlerTypes: ['SQSHandler'],
  parts: { 'Records[]': ['SQSRecord'] },
  service: 'SQS',
  distinctive: ['Records[].body', 'Records[].receiptHandle', 'Records[].messageAttributes'],
  typical: ['Records[].messageId', 'Records[].attributes'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].body': { trust: 'controlled', label: 'the SQS message body', form: 'text', whole: true },
    'Records[].messageAttributes': { trust: 'controlled', label: 'the SQS message attributes' },
    'Records[].messageAttributes.*': { trust: 'controlled', label: 'an SQS message attribute' },
    'Records[].messageAttributes.*.dataType': { trust: 'trusted' },
    'Records[].messageAttributes.*.stringValue': { trust: 'controlled', label: 'an SQS message attribute', form: 'string' },
    'Records[].messageAttributes.*.binaryValue': { trust: 'controlled', label: 'an SQS message attribute', form: 'text' },
    'Records[].attributes': { trust: 'trusted' },
    'Records[].attributes.MessageGroupId': { trust: 'controlled', label: 'the SQS message group id', form: 'string' },
    'Records[].attributes.MessageDeduplicationId': { trust: 'controlled', label: 'the SQS deduplication id', form: 'string' },
  },
  rest: 'trusted',
});
