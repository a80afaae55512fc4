import { defineModel, type HandlerSpec, type Model } from '../model.js';
import { passes, sinks, sources } from '../specs.js';

/** Functions that take a handler and return one. */
const wraps = (module: string | readonly string[], ...callees: readonly string[]): Model =>
  defineModel({
    module,
    handlers: callees.map((callee): HandlerSpec => ({ path: callee === '' ? 'Argument[0]' : `${callee}.Argument[0]` })),
    summaries: passes('value', callees),
  });

/** Middy's routers take a list of routes, or an object that has one. */
const routes = (event?: string): readonly HandlerSpec[] =>
  ['Argument[0]', 'Argument[0].Member[routes]'].map(list => ({
    path: `${list}.ArrayElement.Member[handler]`,
    ...(event !== undefined && { event }),
  }));

const html = ['Content-Type', 'content-type'].map(
  name => ({ argument: 1, of: 'receiver', property: `headers.${name}`, is: 'html-type' }) as const,
);

/** What is wrapped around a handler, and what makes a Lambda handler of a web application. */
export default [
  // https://middy.js.org/docs/intro/how-it-works
  defineModel({
    module: ['@middy/core', 'middy'],
    types: {
      Middy: ['ReturnValue', 'Middy.Member[use,before,after,onError,handler].ReturnValue'],
      Request: [
        'Middy.Member[before,after,onError].Argument[0].Parameter[0]',
        'Middy.Member[use].Argument[0].Member[before,after,onError].Parameter[0]',
      ],
    },
    handlers: [{ path: 'Argument[0]' }, { path: 'Middy.Member[handler].Argument[0]' }],
    // What stands around the handler gets a request: the event, the error, and the response that goes out.
    sources: [
      ...sources('event', 'the event', ['Request.Member[event]'], { event: 'unknown' }),
      ...sources('error', 'the error', ['Request.Member[error]']),
    ],
    sinks: sinks('response', ['Request.Member[response]'], { label: 'The response' }),
  }),
  defineModel({ module: ['@middy/http-router', '@middy/ws-router'], handlers: routes() }),
  defineModel({ module: '@middy/cloudformation-router', handlers: routes('CloudFormationCustomResourceEvent') }),
  wraps(['@dazn/lambda-powertools-pattern-basic', '@dazn/lambda-powertools-pattern-obfuscate'], ''),
  // `Sentry.AWSLambda` is the module itself to the model of what it records.
  wraps(['@sentry/serverless', '@sentry/aws-serverless'], 'Member[wrapHandler]'),
  wraps('datadog-lambda-js', 'Member[datadog]'),
  wraps(['@lumigo/tracer', '@lumigo/opentelemetry'], 'Member[trace]', 'ReturnValue.Member[trace]'),
  wraps('epsagon', 'Member[lambdaWrapper,stepLambdaWrapper,nodeWrapper]'),
  wraps('@thundra/core', 'ReturnValue'),
  wraps(['@newrelic/aws-lambda', 'newrelic'], 'Member[setLambdaHandler]'),
  wraps('@iopipe/iopipe', 'ReturnValue'),
  wraps('@aws/durable-execution-sdk-js', 'Member[withDurableExecution]'),
  // https://dbartholomae.github.io/lambda-middleware
  wraps(
    ['class-validator', 'json-serializer', 'error-handler', 'cors', 'do-not-wait', 'jwt-auth', 'http-header-normalizer', 'compose'].map(
      name => `@lambda-middleware/${name}`,
    ),
    'Member[classValidator,jsonSerializer,errorHandler,cors,doNotWait,jwtAuth,httpHeaderNormalizer,compose].ReturnValue',
  ),
  // https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
  defineModel({
    global: 'awslambda',
    types: {
      Stream: ['Member[streamifyResponse].Argument[0].Parameter[1]', 'Member[HttpResponseStream].Member[from].ReturnValue'],
    },
    handlers: [{ path: 'Member[streamifyResponse].Argument[0]', parameters: ['event', 'response', 'context'] }],
    sinks: [
      ...sinks('response', ['Stream.Member[write,end].Argument[0]']),
      ...sinks('redirect', ['Member[HttpResponseStream].Member[from].Argument[1].Member[headers].Member[Location,location]']),
      ...html.flatMap(when => sinks('html', ['Stream.Member[write,end].Argument[0]'], { when })),
      ...sinks('html', ['Member[streamifyResponse].Argument[0].Parameter[1].Member[write,end].Argument[0]'], {
        when: { argument: 0, is: 'html-start' },
      }),
    ],
  }),
  defineModel({
    module: ['lambda-stream'],
    handlers: [{ path: 'Member[streamifyResponse].Argument[0]', parameters: ['event', 'response', 'context'] }],
    sinks: sinks('response', ['Member[streamifyResponse].Argument[0].Parameter[1].Member[write,end].Argument[0]']),
  }),
  defineModel({
    module: [
      'serverless-http',
      '@vendia/serverless-express',
      '@codegenie/serverless-express',
      'aws-lambda-fastify',
      '@fastify/aws-lambda',
      'aws-serverless-koa',
    ],
    adapters: ['Argument[0]', 'Member[configure].Argument[0].Member[app]'],
  }),
  defineModel({ module: 'aws-serverless-express', adapters: ['Member[createServer].Argument[0]'] }),
  defineModel({
    module: ['hono/aws-lambda', 'hono/lambda-edge', '@hono/aws-lambda'],
    adapters: ['Member[handle,streamHandle].Argument[0]'],
  }),
  defineModel({ module: '@as-integrations/aws-lambda', adapters: ['Member[startServerAndCreateLambdaHandler].Argument[0]'] }),
];
