import { defineEvent } from '../event-model.js';
import type { EventField } from '../event-model.js';

const resolver = {
  arguments: { trust: 'controlled', label: 'the GraphQL arguments', whole: true },
  'arguments.*': { trust: 'controlled', label: 'a GraphQL argument' },
  source: { trust: 'controlled', label: 'the parent object' },
  'prev.result': { trust: 'controlled', label: "the previous function's result" },
  'request.headers': { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
  'request.headers.*': { trust: 'controlled', label: 'a request header', form: 'string' },
  identity: { trust: 'identity', sensitive: "the caller's identity" },
  'identity.sourceIp': { trust: 'trusted' },
  'info.variables': { trust: 'controlled', label: 'the GraphQL variables', whole: true },
  'info.selectionSetList': { trust: 'controlled', label: 'the selection set' },
  'info.selectionSetGraphQL': { trust: 'controlled', label: 'the selection set', form: 'string' },
} as const satisfies Record<string, EventField>;

/** AppSync direct Lambda resolvers. https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html */
export const appSyncEvent = defineEvent({
  types: ['AppSyncResolverEvent', 'AmplifyGraphQlResolverEvent'],
  handlerTypes: ['AppSyncResolverHandler', 'AmplifyGraphQlResolverHandler'],
  parts: { info: ['AppSyncResolverInfo'] },
  service: 'AppSync',
  distinctive: ['info.fieldName', 'info.parentTypeName', 'info.selectionSetList', 'info.selectionSetGraphQL', 'info.variables'],
  typical: ['arguments', 'identity', 'fieldName', 'typeName', 'prev', 'stash'],
  fields: resolver,
  rest: 'trusted',
  responds: 'data',
});

/** A batching resolver gets a list of them. https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-lambda-resolvers-js.html */
export const appSyncBatchEvent = defineEvent({
  types: ['AppSyncResolverEvent[]'],
  handlerTypes: ['AppSyncBatchResolverHandler'],
  service: 'AppSync',
  distinctive: ['[].info.fieldName', '[].info.parentTypeName'],
  typical: ['[].arguments', '[].identity'],
  fields: Object.fromEntries(Object.entries(resolver).map(([path, field]) => [`[].${path}`, field])),
  rest: 'trusted',
  responds: 'data',
});

/** AppSync Events: namespace handlers. https://docs.aws.amazon.com/appsync/latest/eventapi/channel-namespace-handlers.html */
export const appSyncEventsEvent = defineEvent({
  types: ['AppSyncEventsPublishEvent', 'AppSyncEventsSubscribeEvent', 'AppSyncEventsEvent'],
  service: 'AppSync',
  distinctive: ['info.channelNamespace'],
  typical: ['info.channel', 'events[].payload'],
  fields: {
    'info.channel': { trust: 'controlled', label: 'the channel' },
    'info.channel.path': { trust: 'controlled', label: 'the channel path', form: 'string' },
    events: { trust: 'controlled', label: 'the published events', whole: true },
    'events[].id': { trust: 'trusted' },
    'events[].payload': { trust: 'controlled', label: 'the published event', whole: true },
    'request.headers': { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    'request.headers.*': { trust: 'controlled', label: 'a request header', form: 'string' },
    identity: { trust: 'identity', sensitive: "the caller's identity" },
  },
  rest: 'trusted',
  responds: 'data',
});

/** AppSync Lambda authorizers. https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
export const appSyncAuthorizerEvent = defineEvent({
  types: ['AppSyncAuthorizerEvent'],
  handlerTypes: ['AppSyncAuthorizerHandler', 'AppSyncAuthorizerHander'],
  service: 'AppSync',
  distinctive: ['requestContext.queryString', 'requestContext.operationName', 'requestContext.variables'],
  typical: ['authorizationToken', 'requestHeaders'],
  fields: {
    authorizationToken: { trust: 'controlled', label: 'the authorization token', form: 'string', sensitive: 'the authorization token' },
    requestContext: { trust: 'trusted' },
    'requestContext.queryString': { trust: 'controlled', label: 'the GraphQL document', form: 'string' },
    'requestContext.operationName': { trust: 'controlled', label: 'the operation name', form: 'string' },
    'requestContext.variables': { trust: 'controlled', label: 'the GraphQL variables', whole: true },
    requestHeaders: { trust: 'controlled', label: 'the request headers', sensitive: 'the request headers' },
    'requestHeaders.*': { trust: 'controlled', label: 'a request header', form: 'string' },
  },
  rest: 'trusted',
});
