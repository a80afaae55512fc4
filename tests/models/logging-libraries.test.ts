import { describe } from 'vitest';
import { libraryInFull, shapes } from './kinds-of-lines.js';

describe('loggers', () => {
  libraryInFull(
    'winston writes JSON unless its format says otherwise',
    `import winston, { format } from 'winston'; const json = winston.createLogger({ level: 'info' }); const text = winston.createLogger({ format: format.simple() }); const built = winston.createLogger({ format: format.combine(format.timestamp(), format.printf(x => x.message)) }); const child = text.child({});`,
    [
      ['json.info(event.a)', 'log'],
      ['json.info("received", { event })', 'log'],
      ['json.info("received")'],
      ['text.info(event.a)', 'log text-log'],
      ['text.info("received", { event })', 'log'],
      ['built.error(`failed ${event.a}`)', 'log text-log'],
      ['child.info(event.a)', 'log text-log'],
      ['winston.info(event.a)', 'log'],
    ],
  );
  libraryInFull(
    'pino, bunyan and lambda-log write JSON',
    `import pino from 'pino'; import bunyan from 'bunyan'; import log from 'lambda-log'; const plain = pino(); const redacting = pino({ redact: ['event.headers'] }); const child = redacting.child({}); const bunyanLog = bunyan.createLogger({ name: 'x' });`,
    [
      ['plain.info({ event }, "received")', 'log'],
      ['plain.info(event.a)', 'log'],
      ['plain.info({ id: context.awsRequestId })'],
      ['redacting.info({ event }, "received")'],
      ['child.info({ event }, "received")'],
      ['bunyanLog.info(event)', 'log'],
      ['log.info("received", event)', 'log'],
    ],
  );
  libraryInFull(
    'log4js, loglevel, consola and debug write text',
    `import log4js from 'log4js'; import loglevel from 'loglevel'; import consola from 'consola'; import createDebug from 'debug'; const log = log4js.getLogger(); const debug = createDebug('x');`,
    [
      ['log.info(event.a)', 'log text-log'],
      ['log.info({ event })', 'log'],
      ['loglevel.warn(event.a)', 'log text-log'],
      ['consola.info(event.a)', 'log text-log'],
      ['debug("x %s", event.a)', 'log text-log'],
      ['debug("x")'],
    ],
  );
  libraryInFull(
    'Powertools',
    `import { Logger } from '@aws-lambda-powertools/logger'; import { Tracer } from '@aws-lambda-powertools/tracer'; import { Metrics } from '@aws-lambda-powertools/metrics'; const logger = new Logger(); const child = logger.createChild(); const tracer = new Tracer(); const metrics = new Metrics();`,
    [
      ['logger.info("received", { event })', 'log'],
      ['logger.info(event.a)', 'log'],
      ['logger.info("received", { id: context.awsRequestId })'],
      ['child.debug("received", event)', 'log'],
      ['logger.appendKeys({ user: event.a })', 'log logger-keys'],
      ['logger.appendPersistentKeys({ user: event.a })', 'log module-state'],
      ['new Logger().appendPersistentKeys({ user: event.a })', 'log'],
      ['logger.logEventIfEnabled(event)'],
      ['logger.logEventIfEnabled(event, true)', 'log'],
      ['tracer.putMetadata("event", event)', 'log'],
      ['tracer.putAnnotation("id", "x")'],
      ['tracer.getSegment().addMetadata("event", event)', 'log'],
      ['metrics.addMetadata("event", event)', 'log'],
    ],
  );
});

describe('loggers that forget', () => {
  shapes(
    'the keys of an invocation, where the option says so',
    `import { Logger } from '@aws-lambda-powertools/logger'; import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'; const logger = new Logger();`,
    [
      ['logger.injectLambdaContext({ resetKeys: true })', 'logger-reset'],
      ['logger.injectLambdaContext({ clearState: true })', 'logger-reset'],
      ['logger.injectLambdaContext({ resetKeys: false })'],
      ['injectLambdaContext(logger, { resetKeys: true })', 'logger-reset'],
      ['injectLambdaContext(logger, { clearState: true })', 'logger-reset'],
      ['injectLambdaContext(logger)'],
    ],
  );
});

describe('traces and error trackers', () => {
  libraryInFull(
    'X-Ray, OpenTelemetry, Sentry',
    `import AWSXRay from 'aws-xray-sdk-core'; import { trace } from '@opentelemetry/api'; import * as Sentry from '@sentry/serverless'; const tracer = trace.getTracer('x');`,
    [
      ['AWSXRay.getSegment().addMetadata("event", event)', 'log'],
      ['AWSXRay.getSegment().addAnnotation("kind", "x")'],
      ['AWSXRay.captureFunc("x", segment => { segment.addMetadata("event", event); })', 'log'],
      ['AWSXRay.getSegment().addNewSubsegment("x").addMetadata("event", event)', 'log'],
      ['tracer.startSpan("x").setAttribute("event", JSON.stringify(event))', 'log'],
      ['tracer.startActiveSpan("x", span => { span.setAttributes({ event: JSON.stringify(event) }); })', 'log'],
      ['trace.getActiveSpan().addEvent("x", { count: 1 })'],
      ['Sentry.captureException(new Error("x"), { extra: { event } })', 'log'],
      ['Sentry.captureException(new Error("x"))'],
      ['Sentry.setContext("event", event)', 'log'],
      ['Sentry.withScope(scope => { scope.setExtra("event", event); })', 'log'],
      ['Sentry.setTag("kind", "x")'],
    ],
  );
});
