import { defineEvent } from '../event-model.js';

/** Lambda@Edge. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html */
export const lambdaEdgeEvent = defineEvent({
  types: ['CloudFrontRequestEvent', 'CloudFrontResponseEvent'],
  handlerTypes: ['CloudFrontRequestHandler', 'CloudFrontResponseHandler'],
  parts: {
    'Records[]': ['CloudFrontRequestEventRecord', 'CloudFrontResponseEventRecord'],
    'Records[].cf.request': ['CloudFrontRequest'],
  },
  service: 'CloudFront',
  distinctive: ['Records[].cf'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].cf': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].cf.request': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].cf.response': { trust: 'trusted', answer: true },
    'Records[].cf.request.uri': { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
    'Records[].cf.request.querystring': { trust: 'controlled', label: 'the query string', form: 'string' },
    'Records[].cf.request.headers': { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    'Records[].cf.request.headers.*': { trust: 'controlled', label: 'a request header' },
    'Records[].cf.request.headers.*[].key': { trust: 'trusted' },
    'Records[].cf.request.headers.*[].value': { trust: 'controlled', label: 'a request header', form: 'string' },
    // CloudFront answers only to the names of its distribution.
    'Records[].cf.request.headers.host[].value': { trust: 'trusted' },
    'Records[].cf.request.headers.Host[].value': { trust: 'trusted' },
    'Records[].cf.request.body': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].cf.request.body.data': { trust: 'controlled', label: 'the request body', form: 'text', whole: true },
  },
  rest: 'trusted',
  responds: 'edge',
});
