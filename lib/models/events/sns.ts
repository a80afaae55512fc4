import { defineEvent } from '../event-model.js';

/** SNS. https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export const snsEvent = defineEvent({
  types: ['SNSEvent'],
  handlerTypes: ['SNSHandler'],
  parts: { 'Records[]': ['SNSEventRecord', 'SNSRecord'], 'Records[].Sns': ['SNSMessage'] },
  service: 'SNS',
  distinctive: ['Records[].Sns', 'Records[].EventSubscriptionArn'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].Sns': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].Sns.Message': { trust: 'controlled', label: 'the SNS message', form: 'text', whole: true },
    // A custom resource that is backed by a topic: CloudFormation says where it wants the answer.
    'Records[].Sns.Message.ResponseURL': { trust: 'trusted', sensitive: 'the pre-signed response URL' },
    'Records[].Sns.Subject': { trust: 'controlled', label: 'the SNS subject', form: 'string' },
    'Records[].Sns.MessageAttributes': { trust: 'controlled', label: 'the SNS message attributes' },
    'Records[].Sns.MessageAttributes.*': { trust: 'controlled', label: 'an SNS message attribute' },
    'Records[].Sns.MessageAttributes.*.Type': { trust: 'trusted' },
    'Records[].Sns.MessageAttributes.*.Value': { trust: 'controlled', label: 'an SNS message attribute', form: 'string' },
  },
  rest: 'trusted',
});
