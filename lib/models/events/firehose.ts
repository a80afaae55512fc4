import { defineEvent } from '../event-model.js';

/** Firehose transformation; the data is base64. https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
export const firehoseEvent = defineEvent({
  types: ['FirehoseTransformationEvent', 'KinesisFirehoseEvent'],
  handlerTypes: ['FirehoseTransformationHandler'],
  parts: { 'records[]': ['FirehoseTransformationEventRecord', 'FirehoseRecordTransformationInput'] },
  service: 'Firehose',
  distinctive: ['deliveryStreamArn', 'records[].recordId', 'sourceKinesisStreamArn', 'records[].kinesisRecordMetadata'],
  typical: ['records[].data'],
  fields: {
    records: { trust: 'controlled', below: 'trusted', whole: true },
    'records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'records[].data': { trust: 'controlled', label: 'the Firehose record data', form: 'text', whole: true },
    'records[].kinesisRecordMetadata.partitionKey': { trust: 'controlled', label: 'the partition key', form: 'string' },
  },
  rest: 'trusted',
});
