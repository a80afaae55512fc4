import { defineEvent } from '../event-model.js';

/**
 * S3 event notifications. Whoever may upload chooses the key, which arrives URL-encoded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const s3Event = defineEvent({
  types: ['S3Event', 'S3CreateEvent'],
  handlerTypes: ['S3Handler'],
  parts: { 'Records[]': ['S3EventRecord'] },
  service: 'S3',
  distinctive: ['Records[].s3', 'Records[].glacierEventData'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].s3.object.key': { trust: 'controlled', label: 'the S3 object key', form: 'string' },
  },
  rest: 'trusted',
});
