import { defineEvent } from '../event-model.js';

/**
 * S3 events by way of EventBridge: the key is not URL-encoded.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export const s3EventBridgeEvent = defineEvent({
  types: [
    'S3NotificationEvent',
    'S3ObjectCreatedNotificationEvent',
    'S3ObjectDeletedNotificationEvent',
    'S3ObjectRestoreInitiatedNotificationEvent',
    'S3ObjectRestoreCompletedNotificationEvent',
    'S3ObjectRestoreExpiredNotificationEvent',
    'S3ObjectTagsAddedNotificationEvent',
    'S3ObjectTagsDeletedNotificationEvent',
    'S3ObjectACLUpdatedNotificationEvent',
    'S3ObjectStorageClassChangedNotificationEvent',
    'S3ObjectAccessTierChangedNotificationEvent',
  ],
  handlerTypes: ['S3NotificationEventBridgeHandler'],
  service: 'S3',
  distinctive: ['detail.object.key'],
  fields: {
    detail: { trust: 'controlled', below: 'trusted', whole: true },
    'detail.object.key': { trust: 'controlled', label: 'the S3 object key', form: 'string' },
  },
  rest: 'trusted',
});
