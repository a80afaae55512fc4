import { defineEvent } from '../event-model.js';

/**
 * GuardDuty Malware Protection for S3, by way of EventBridge.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export const guardDutyEvent = defineEvent({
  types: ['GuardDutyScanResultNotificationEvent', 'GuardDutyNotificationEvent'],
  service: 'GuardDuty',
  distinctive: ['detail.s3ObjectDetails'],
  fields: {
    detail: { trust: 'controlled', below: 'trusted', whole: true },
    'detail.s3ObjectDetails.objectKey': { trust: 'controlled', label: 'the S3 object key', form: 'string' },
  },
  rest: 'trusted',
});
