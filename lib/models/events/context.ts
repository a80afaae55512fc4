import { defineEvent } from '../event-model.js';

/**
 * The second parameter: a mobile app sends the client context, Cognito vouches for the identity, the rest is the runtime's.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export const lambdaContext = defineEvent({
  types: ['Context', 'LambdaContext'],
  role: 'context',
  service: 'Lambda',
  distinctive: [],
  fields: {
    '': { trust: 'trusted' },
    clientContext: { trust: 'controlled', label: 'the client context' },
    'clientContext.custom': { trust: 'controlled', label: "the client context's custom data" },
    'clientContext.Custom': { trust: 'controlled', label: "the client context's custom data" },
    identity: { trust: 'identity' },
    tenantId: { trust: 'identity' },
  },
  rest: 'trusted',
});
