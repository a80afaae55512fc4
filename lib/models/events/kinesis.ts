import { defineEvent } from '../event-model.js';

/** Kinesis data streams; the data is base64. https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
export const kinesisEvent = defineEvent({
  types: ['KinesisStreamEvent', 'KinesisStreamTumblingWindowEvent', 'KinesisDataStreamEvent'],
  handlerTypes: ['KinesisStreamHandler', 'KinesisStreamTumblingWindowHandler'],
  parts: {
    'Records[]': ['KinesisStreamRecord', 'KinesisDataStreamRecord'],
    'Records[].kinesis': ['KinesisStreamRecordPayload', 'KinesisDataStreamRecordPayload'],
  },
  service: 'Kinesis',
  distinctive: ['Records[].kinesis', 'Records[].invokeIdentityArn', 'isFinalInvokeForWindow'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].kinesis': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].kinesis.data': { trust: 'controlled', label: 'the Kinesis record data', form: 'text', whole: true },
    'Records[].kinesis.partitionKey': { trust: 'controlled', label: 'the partition key', form: 'string' },
    state: { trust: 'controlled' },
  },
  rest: 'trusted',
});
