import { defineEvent } from '../event-model.js';
import { body, headers } from './http-fields.js';

/** VPC Lattice targets, both versions of the event. https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html */
export const vpcLatticeEvent = defineEvent({
  types: ['VPCLatticeEvent', 'VPCLatticeEventV2', 'VpcLatticeEvent', 'VpcLatticeEventV2'],
  service: 'VPC Lattice',
  distinctive: [
    'raw_path',
    'query_string_parameters',
    'is_base64_encoded',
    'requestContext.serviceNetworkArn',
    'requestContext.serviceArn',
  ],
  typical: ['method'],
  fields: {
    ...body,
    is_base64_encoded: { trust: 'trusted' },
    ...headers,
    'headers.*[]': { trust: 'controlled', label: 'a request header', form: 'string' },
    method: { trust: 'controlled', label: 'the request method', form: 'string' },
    path: { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
    raw_path: { trust: 'controlled', label: 'the request path', form: 'string', rooted: true },
    queryStringParameters: { trust: 'controlled', label: 'the query string' },
    'queryStringParameters.*': { trust: 'controlled', label: 'a query parameter' },
    'queryStringParameters.*[]': { trust: 'controlled', label: 'a query parameter', form: 'string' },
    query_string_parameters: { trust: 'controlled', label: 'the query string' },
    'query_string_parameters.*': { trust: 'controlled', label: 'a query parameter', form: 'string' },
    requestContext: { trust: 'trusted' },
    'requestContext.identity': { trust: 'identity', sensitive: "the caller's identity" },
  },
  rest: 'controlled',
  responds: 'http',
});
