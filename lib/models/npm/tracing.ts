import { defineModel } from '../model.js';
import { passes, sinks } from '../specs.js';

const subsegments = ['captureAsyncFunc,captureFunc'].map(name => `Member[${name}].Argument[1].Parameter[0]`);
const scope = [
  '',
  'Member[getCurrentScope,getGlobalScope,getIsolationScope].ReturnValue',
  'Member[withScope,configureScope,withIsolationScope].Argument[0].Parameter[0]',
  'Member[AWSLambda]',
];

/** Traces and error trackers: what is attached to a trace is kept and shown like a log line. */
export default [
  // https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-nodejs-segment.html
  defineModel({
    module: ['aws-xray-sdk', 'aws-xray-sdk-core'],
    types: {
      Segment: [
        'Member[getSegment,resolveSegment].ReturnValue',
        'Segment.Member[addNewSubsegment,addNewSubsegmentWithoutSampling].ReturnValue',
        'Member[Segment,Subsegment].Instance',
        ...subsegments,
      ],
    },
    sinks: sinks('log', ['Segment.Member[addAnnotation,addMetadata].Argument[1]']),
    // The captured client is the client.
    summaries: passes('value', ['Member[captureAWS,captureAWSClient,captureAWSv3Client,captureHTTPs,capturePromise]']),
  }),
  // https://opentelemetry.io/docs/languages/js/instrumentation
  defineModel({
    module: '@opentelemetry/api',
    types: {
      Tracer: ['Member[trace].Member[getTracer].ReturnValue'],
      Span: [
        'Tracer.Member[startSpan].ReturnValue',
        'Tracer.Member[startActiveSpan].Argument[1,2,3].Parameter[0]',
        'Member[trace].Member[getActiveSpan,getSpan].ReturnValue',
        'Span.Member[setAttribute,setAttributes,addEvent].ReturnValue',
      ],
    },
    sinks: sinks('log', [
      'Span.Member[setAttribute,addEvent].Argument[1]',
      'Span.Member[setAttributes].Argument[0]',
      'Tracer.Member[startSpan,startActiveSpan].Argument[1].Member[attributes]',
    ]),
  }),
  // https://docs.sentry.io/platforms/javascript/enriching-events
  defineModel({
    module: ['@sentry/node', '@sentry/serverless', '@sentry/aws-serverless', '@sentry/browser', '@sentry/core', '@sentry/minimal'],
    types: { Scope: scope },
    sinks: sinks('log', [
      'Scope.Member[captureException].Argument[1]',
      'Scope.Member[captureMessage].Argument[0,1]',
      'Scope.Member[captureEvent,addBreadcrumb,setExtras,setContexts].Argument[0]',
      'Scope.Member[setContext,setExtra,setTag].Argument[1]',
      'Scope.Member[setTags].Argument[0]',
    ]),
  }),
  defineModel({
    module: 'newrelic',
    sinks: sinks('log', [
      'Member[noticeError].Argument[1]',
      'Member[addCustomAttribute,recordCustomEvent].Argument[1]',
      'Member[addCustomAttributes].Argument[0]',
    ]),
  }),
  defineModel({
    module: 'dd-trace',
    types: {
      Tracer: ['', 'Member[init,tracer].ReturnValue', 'Member[tracer]'],
      Span: [
        'Tracer.Member[startSpan].ReturnValue',
        'Tracer.Member[scope].ReturnValue.Member[active].ReturnValue',
        'Tracer.Member[trace].Argument[1,2].Parameter[0]',
      ],
    },
    sinks: sinks('log', ['Span.Member[setTag].Argument[1]', 'Span.Member[addTags].Argument[0]']),
  }),
  defineModel({
    module: '@bugsnag/js',
    sinks: sinks('log', ['Member[leaveBreadcrumb].Argument[0,1]', 'Member[addMetadata].Argument[1,2]']),
  }),
  defineModel({
    module: 'rollbar',
    sinks: sinks('log', ['Instance.Member[log,debug,info,warning,error,critical].Argument[0..]']),
  }),
  // Metric properties are written to the log. https://github.com/awslabs/aws-embedded-metrics-node
  defineModel({
    module: 'aws-embedded-metrics',
    sinks: sinks('log', [
      'Member[createMetricsLogger].ReturnValue.Member[setProperty].Argument[1]',
      'Member[metricScope].Argument[0].Parameter[0].Member[setProperty].Argument[1]',
    ]),
  }),
];
