import { defineEvent } from '../event-model.js';

/** S3 Batch Operations; keys arrive URL-encoded. https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html */
export const s3BatchEvent = defineEvent({
  types: ['S3BatchEvent'],
  handlerTypes: ['S3BatchHandler'],
  parts: { 'tasks[]': ['S3BatchEventTask'] },
  service: 'S3 Batch Operations',
  distinctive: ['invocationSchemaVersion', 'tasks[].s3Key', 'tasks[].s3BucketArn'],
  fields: {
    tasks: { trust: 'controlled', below: 'trusted', whole: true },
    'tasks[]': { trust: 'controlled', below: 'trusted', whole: true },
    'tasks[].s3Key': { trust: 'controlled', label: 'the S3 object key', form: 'string' },
  },
  rest: 'trusted',
});
