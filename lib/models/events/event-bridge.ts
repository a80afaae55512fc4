import { defineEvent } from '../event-model.js';

/**
 * EventBridge: the detail and its type are the publisher's; the source is what rules match on.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export const eventBridgeEvent = defineEvent({
  types: ['EventBridgeEvent'],
  handlerTypes: ['EventBridgeHandler'],
  service: 'EventBridge',
  distinctive: ['detail-type', 'replay-name', 'detail.requestParameters'],
  typical: ['detail'],
  fields: {
    detail: { trust: 'controlled', label: 'the event detail', whole: true },
    // CloudTrail tells which secret a call of the account was about.
    'detail.requestParameters.secretId': { trust: 'trusted' },
    'detail-type': { trust: 'controlled', label: 'the detail type', form: 'string' },
  },
  rest: 'trusted',
});
