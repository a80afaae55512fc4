import { defineEvent } from '../event-model.js';

/**
 * CloudFormation custom resources: the properties are the template author's. The response URL is pre-signed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export const cloudFormationEvent = defineEvent({
  types: [
    'CloudFormationCustomResourceEvent',
    'CloudFormationCustomResourceCreateEvent',
    'CloudFormationCustomResourceUpdateEvent',
    'CloudFormationCustomResourceDeleteEvent',
    'CloudFormationCustomResourceEventCommon',
    'CdkCustomResourceEvent',
    'CdkCustomResourceIsCompleteEvent',
  ],
  handlerTypes: ['CloudFormationCustomResourceHandler', 'CdkCustomResourceHandler', 'CdkCustomResourceIsCompleteHandler'],
  service: 'CloudFormation',
  distinctive: ['ResourceProperties', 'OldResourceProperties', 'ResponseURL'],
  typical: ['LogicalResourceId', 'RequestType', 'StackId', 'PhysicalResourceId'],
  fields: {
    '': { trust: 'trusted', whole: true },
    ResourceProperties: { trust: 'trusted' },
    OldResourceProperties: { trust: 'trusted' },
    ResponseURL: { trust: 'trusted', sensitive: 'the pre-signed response URL' },
  },
  rest: 'trusted',
});
