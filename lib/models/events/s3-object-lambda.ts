import { defineEvent } from '../event-model.js';

/** S3 Object Lambda. https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-event-context.html */
export const s3ObjectLambdaEvent = defineEvent({
  types: ['S3ObjectLambdaEvent'],
  service: 'S3 Object Lambda',
  distinctive: ['getObjectContext', 'userRequest', 'headObjectContext', 'listObjectsContext', 'listObjectsV2Context'],
  fields: {
    userRequest: { trust: 'controlled', whole: true },
    'userRequest.url': { trust: 'controlled', label: 'the request URL', form: 'string' },
    'userRequest.headers': { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    'userRequest.headers.*': { trust: 'controlled', label: 'a request header', form: 'string' },
    'getObjectContext.inputS3Url': { trust: 'trusted', sensitive: 'the pre-signed object URL' },
    'getObjectContext.outputToken': { trust: 'trusted', sensitive: 'the output token' },
    userIdentity: { trust: 'identity' },
  },
  rest: 'trusted',
});
