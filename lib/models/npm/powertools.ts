import { defineModel, type ShapeSpec, type When } from '../model.js';
import { passes, sinks, sources, stored } from '../specs.js';

const levels = 'critical,debug,error,info,trace,warn';
const decrypted = (argument: number) => ({ argument, property: 'decrypt', is: 'truthy' }) as const;
const logsEvent = (argument: number) => ({ argument, property: 'logEvent', is: 'truthy' }) as const;
const persistent = 'appendPersistentKeys,addPersistentLogAttributes,setPersistentLogAttributes';
/** The keys of an invocation go with it; `clearState` is the option's name before version 2.8. */
const resets = (path: string, argument: number): readonly ShapeSpec[] =>
  ['resetKeys', 'clearState'].map(property => ({ path, kind: 'logger-reset', when: { argument, property, is: 'truthy' } }));
/** Ways to ask Powertools for a value that it must not have kept. */
const refetches = (path: string, ...others: readonly When[]): readonly ShapeSpec[] =>
  [{ property: 'forceFetch', is: 'truthy' } as const, { property: 'maxAge', is: { oneOf: [0] } } as const].map(option => ({
    path,
    kind: 'secret-fetch',
    when: [...others.flat(), { argument: 1, ...option }],
  }));
const secret = 'the secret';
const parameter = 'the decrypted parameter';
const routes = 'get,post,put,patch,delete,head,options';

/** Powertools for AWS Lambda (TypeScript). https://docs.aws.amazon.com/powertools/typescript/latest */
export default [
  // Writes JSON: what it is given is encoded.
  defineModel({
    module: '@aws-lambda-powertools/logger',
    types: { Logger: ['Member[Logger].Instance', 'Logger.Member[createChild].ReturnValue'] },
    sinks: [
      ...sinks('log', [`Logger.Member[${levels}].Argument[0..]`]),
      ...sinks('log', ['Logger.Member[logEventIfEnabled].Argument[0]'], { when: { argument: 1, is: 'truthy' } }),
      ...sinks('log', [`Logger.Member[appendKeys,${persistent}].Argument[0]`]),
      ...sinks('logger-keys', ['Logger.Member[appendKeys].Argument[0]'], { lasting: true }),
      ...sinks('module-state', [`Logger.Member[${persistent}].Argument[0]`], { lasting: true }),
    ],
    shapes: [
      // Until version 2 the middleware was here too.
      { path: 'Member[injectLambdaContext]', kind: 'event-logging', when: logsEvent(1) },
      { path: 'Logger.Member[injectLambdaContext]', kind: 'event-logging', when: logsEvent(0) },
      ...resets('Logger.Member[injectLambdaContext]', 0),
      { path: 'Logger.Member[resetKeys,resetState,removeKeys]', kind: 'logger-reset' },
    ],
  }),
  defineModel({
    module: '@aws-lambda-powertools/logger/middleware',
    shapes: [
      { path: 'Member[injectLambdaContext]', kind: 'event-logging', when: logsEvent(1) },
      ...resets('Member[injectLambdaContext]', 1),
    ],
  }),
  defineModel({
    module: '@aws-lambda-powertools/tracer',
    types: {
      Tracer: ['Member[Tracer].Instance'],
      Segment: ['Tracer.Member[getSegment].ReturnValue', 'Segment.Member[addNewSubsegment].ReturnValue'],
    },
    sinks: sinks('log', [
      'Tracer.Member[putAnnotation,putMetadata].Argument[1]',
      'Tracer.Member[addResponseAsMetadata].Argument[0]',
      'Segment.Member[addAnnotation,addMetadata].Argument[1]',
    ]),
    summaries: passes('value', ['Tracer.Member[captureAWS,captureAWSClient,captureAWSv3Client]']),
  }),
  defineModel({
    module: '@aws-lambda-powertools/metrics',
    sinks: sinks('log', ['Member[Metrics].Instance.Member[addMetadata].Argument[1]']),
  }),
  defineModel({
    module: '@aws-lambda-powertools/parameters/secrets',
    types: { Provider: ['Member[SecretsProvider].Instance'] },
    sinks: sinks('secret-id', ['Member[getSecret].Argument[0]', 'Provider.Member[get].Argument[0]']),
    sources: sources('secret', secret, ['Member[getSecret].ReturnValue', 'Provider.Member[get].ReturnValue']),
    shapes: [
      ...refetches('Member[getSecret]'),
      ...refetches('Provider.Member[get]'),
      ...['Member[getSecret]', 'Provider.Member[get]'].flatMap((path): readonly ShapeSpec[] => [
        { path, kind: 'stale-secret', when: { argument: 1, property: 'sdkOptions.VersionStage', is: { oneOf: ['AWSPREVIOUS'] } } },
        { path, kind: 'stale-secret', when: { argument: 1, property: 'sdkOptions.VersionId', is: 'constant-text' } },
      ]),
    ],
  }),
  defineModel({
    module: '@aws-lambda-powertools/parameters/ssm',
    types: { Provider: ['Member[SSMProvider].Instance'] },
    sinks: sinks('secret-id', ['Member[getParameter,getParameters].Argument[0]', 'Provider.Member[get,getMultiple].Argument[0]'], {
      when: decrypted(1),
    }),
    sources: sources(
      'secret',
      parameter,
      [
        'Member[getParameter,getParameters,getParametersByName].ReturnValue',
        'Provider.Member[get,getMultiple,getParametersByName].ReturnValue',
      ],
      { when: decrypted(1) },
    ),
    shapes: [
      ...refetches('Member[getParameter,getParameters]', decrypted(1)),
      ...refetches('Provider.Member[get,getMultiple]', decrypted(1)),
    ],
  }),
  // Middleware that fetches before every invocation when told to keep nothing. https://middy.js.org/docs/middlewares/secrets-manager
  defineModel({
    module: ['@middy/secrets-manager', '@middy/ssm'],
    shapes: [{ path: '', kind: 'secret-refetch', when: { argument: 0, property: 'cacheExpiry', is: { oneOf: [0] } } }],
  }),
  defineModel({
    module: '@aws-lambda-powertools/parameters/dynamodb',
    sources: stored('the item that the event names', ['Member[DynamoDBProvider].Instance.Member[get,getMultiple].ReturnValue']),
  }),
  // Masking keeps the shape and hides the content.
  defineModel({ module: '@aws-lambda-powertools/jmespath', summaries: passes('parsed', ['Member[search]'], 'Argument[1]') }),
  defineModel({ module: '@aws-lambda-powertools/jmespath/envelopes', summaries: passes('parsed', ['Member[extractDataFromEnvelope]']) }),
  defineModel({ module: '@aws-lambda-powertools/parser', summaries: passes('parsed', ['Member[parse]']) }),
  // A wrapped function is called with what the wrapper is called with.
  defineModel({
    module: '@aws-lambda-powertools/idempotency',
    summaries: passes('value', ['Member[makeIdempotent]']),
    handlers: [{ path: 'Member[makeIdempotent].Argument[0]', exported: true }],
  }),
  defineModel({
    module: '@aws-lambda-powertools/batch',
    handlers: [
      { path: 'Member[processPartialResponse,processPartialResponseSync].Argument[1]', parameters: ['record', 'context'], responds: false },
      {
        path: 'Member[BatchProcessor,BatchProcessorSync,SqsFifoPartialProcessor,SqsFifoPartialProcessorAsync].Instance.Member[register].Argument[1]',
        parameters: ['record'],
        responds: false,
      },
    ],
  }),
  defineModel({
    module: '@aws-lambda-powertools/kafka',
    handlers: [{ path: 'Member[kafkaConsumer].Argument[0]', event: 'MSKEvent', responds: false }],
  }),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/http
  defineModel({
    module: [
      '@aws-lambda-powertools/event-handler/http',
      '@aws-lambda-powertools/event-handler/experimental-rest',
      '@aws-lambda-powertools/event-handler/rest',
    ],
    types: { Router: ['Member[Router].Instance'] },
    handlers: [
      { path: `Router.Member[${routes}].Argument[1..]`, parameters: ['router-context'], event: 'PowertoolsRouterContext' },
      { path: 'Router.Member[route].Argument[0]', parameters: ['router-context'], event: 'PowertoolsRouterContext' },
      { path: 'Router.Member[errorHandler].Argument[1]', parameters: ['unknown', 'router-context'], event: 'PowertoolsRouterContext' },
    ],
    sources: sources('error', 'the caught error', [
      'Router.Member[errorHandler].Argument[1].Parameter[0]',
      'Router.Member[notFound,methodNotAllowed].Argument[0].Parameter[0]',
    ]),
  }),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/appsync-graphql
  defineModel({
    module: '@aws-lambda-powertools/event-handler/appsync-graphql',
    types: { Router: ['Member[AppSyncGraphQLResolver,Router].Instance'] },
    handlers: [
      { path: 'Router.Member[onQuery,onMutation].Argument[1]', parameters: ['request'], event: 'AppSyncArguments' },
      { path: 'Router.Member[resolver].Argument[0]', parameters: ['request'], event: 'AppSyncArguments' },
      { path: 'Router.Member[onBatchQuery,onBatchMutation].Argument[1]', parameters: ['event'], event: 'AppSyncResolverEvent[]' },
      { path: 'Router.Member[batchResolver].Argument[0]', parameters: ['event'], event: 'AppSyncResolverEvent[]' },
    ],
    sources: sources('error', 'the caught error', ['Router.Member[exceptionHandler].Argument[1].Parameter[0]']),
  }),
  defineModel({
    module: '@aws-lambda-powertools/event-handler/appsync-events',
    types: { Router: ['Member[AppSyncEventsResolver,Router].Instance'] },
    handlers: [
      { path: 'Router.Member[onPublish].Argument[1]', parameters: ['event'] },
      { path: 'Router.Member[onSubscribe].Argument[1]', parameters: ['event'], event: 'AppSyncEventsPublishEvent' },
    ],
  }),
  defineModel({
    module: '@aws-lambda-powertools/event-handler/bedrock-agent',
    handlers: [{ path: 'Member[BedrockAgentFunctionResolver].Instance.Member[tool].Argument[0]', parameters: ['event'] }],
  }),
];
