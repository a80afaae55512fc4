import rule from '../../rules/no-event-logging.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const powertools = `import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
const logger = new Logger();`;
const pino = (options: string): string => `import pino from 'pino';\nconst logger = pino(${options});`;

check('no-event-logging', rule, {
  valid: [
    ...[
      ['a flag of debugging', 'if (process.env.DEBUG) console.log(event);'],
      ['a flag that is compared', "if (process.env.DEBUG_EVENTS === 'true' && event.id) console.log(event);"],
      ['a level of logging', "if (process.env.LOG_LEVEL?.toLowerCase() === 'debug') console.log(JSON.stringify(event));"],
      ['a stage that is not production', "if (process.env.STAGE !== 'prod') console.log(event);"],
      ['a constant', 'isVerbose && console.log(event);'],
      ['a choice', 'process.env.IS_OFFLINE ? console.log(event) : undefined;'],
    ].map(([name, body]) => ({
      name: `behind ${name}`,
      code: `const isVerbose = process.env.VERBOSE === '1';\nexport const handler = async event => { ${body} };`,
    })),
    {
      name: 'what a field of a form is called',
      code: `import busboy from 'busboy';\nexport const handler = async event => { const form = busboy({ headers: event.headers }); form.on('field', name => console.log(JSON.stringify({ name }))); form.end(event.body); };`,
    },
    {
      name: 'what a parser of forms says of its failure',
      code: `import busboy from 'busboy';\nexport const handler = async event => { const form = busboy({ headers: event.headers }); form.on('error', error => console.error('broken form', error)); form.end(event.body); };`,
    },
    {
      name: 'an event in a text, which is [object Object] there',
      code: "export const handler = async event => { console.log('event: ' + event); console.log(`event: ${event}`); };",
    },
    {
      name: 'a field that a library reads by its path',
      code: `import get from 'lodash/get';\nexport const handler = async event => console.log(get(event, 'requestContext.stage'));`,
    },
    { name: 'a harmless field', code: `export const handler = async event => console.log(event.requestContext.requestId);` },
    { name: 'how many records there are', code: `export const handler = async event => console.log('records', event.Records.length);` },
    { name: 'the names of the fields', code: `export const handler = async event => console.log(Object.keys(event));` },
    { name: 'a picked field of the body', code: `export const handler = async event => console.log(JSON.parse(event.body).kind);` },
    {
      name: 'a copy without its body and headers',
      code: `export const handler = async event => console.log({ ...event, body: undefined, headers: undefined });`,
    },
    { name: 'the context', code: `export const handler = async (event, context) => console.log(context);` },
    { name: 'a browser event', code: `document.addEventListener('click', event => console.log(event));` },
    {
      name: 'a middleware that adds the context only',
      code: `${powertools}\nexport const handler = middy(async () => 1).use(injectLambdaContext(logger, { logEvent: false }));`,
    },
    {
      name: 'a middleware that leaves parts of the event out',
      code: `import middy from '@middy/core';\nimport inputOutputLogger from '@middy/input-output-logger';\nexport const handler = middy(async () => 1).use(inputOutputLogger({ omitPaths: ['event.headers'] }));`,
    },
    {
      name: 'a decorator that adds the context only',
      code: `${powertools}\nclass Lambda {\n  @logger.injectLambdaContext({ logEvent: false })\n  async handler(event: unknown, _context: Context) { return 1; }\n}`,
    },
    {
      name: 'the fields that a list of names picks',
      code: `export const handler = async event => console.log(JSON.stringify(event, ['httpMethod', 'path']));`,
    },
    {
      name: 'a logger that is told what to leave out',
      code: `${pino("{ redact: ['event.body', 'event.headers'] }")}\nexport const handler = async event => logger.info({ event });`,
    },
    {
      name: 'the fields that a library picks',
      code: `import pick from 'lodash/pick';\nexport const handler = async event => console.log(pick(event, ['path']));`,
    },
    {
      name: 'what a function of its own made harmless',
      code: `import { redact } from './redact.js';\nexport const handler = async event => console.log(redact(event));`,
    },
    {
      name: 'a digest of it',
      code: `import { createHash } from 'node:crypto';\nexport const handler = async event => console.log(createHash('sha256').update(JSON.stringify(event)).digest('hex'));`,
    },
    {
      name: 'whether there is one',
      code: `export const handler = async event => console.log('body given', Boolean(event.body), typeof event, event.body !== null);`,
    },
    {
      name: 'the id of a message',
      code: `export const handler = async event => { for (const record of event.Records) console.log(record.messageId); };`,
    },
    {
      name: 'an object of another origin with the same name',
      code: `export const handler = async input => { const event = { type: 'started' }; console.log(event); return input.id; };`,
    },
    {
      name: 'a schedule, which nobody sends',
      code: `import type { ScheduledEvent } from 'aws-lambda';\nexport const handler = async (event: ScheduledEvent) => { console.log(event.time, event); };`,
    },
    {
      name: 'what is given to something else than a log',
      code: `import { save } from './store.js';\nexport const handler = async event => { console.log('saved', await save(event)); };`,
    },
    {
      name: 'replaced before it is logged',
      code: `export const handler = async event => { let shown = event; shown = 'an event'; console.log(shown); return event.id; };`,
    },
    {
      name: 'built and not logged',
      code: `export const handler = async event => { const line = 'event: ' + JSON.stringify(event); return line.length; };`,
    },
  ],
  invalid: [
    ...[
      ['where no flag asks for it', 'if (!process.env.DEBUG) console.log(event);'],
      ['in production', "if (process.env.STAGE === 'prod') console.log(event);"],
      ['where the flag says no', "if (process.env.DEBUG === 'false') console.log(event);"],
      ['where the caller asks for it', 'if (event.debug) console.log(event);'],
      ['where anything else asks for it', 'if (process.env.DEBUG || event.id) console.log(event);'],
      ['on the other side of a choice', 'if (process.env.DEBUG) return; else console.log(event);'],
    ].map(([name, body]) => ({ name: name!, code: `export const handler = async event => { ${body} };`, errors: tainted })),
    {
      name: 'the fields of a form, one by one',
      code: `import busboy from 'busboy';\nexport const handler = async event => { const form = busboy({ headers: event.headers }); form.on('field', (name, value) => console.info(value)); form.end(event.body); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an event beside a text, and its JSON in a text',
      code: "export const handler = async event => { console.log('event: ', event); console.log('event: ' + JSON.stringify(event)); };",
      errors: [{ messageId: 'tainted' }, { messageId: 'tainted' }],
    },
    {
      name: 'at a level that is chosen at run time',
      code: `const log = (level, message) => console[level](message);\nexport const handler = async event => log(process.env.LOG_LEVEL, event);`,
      errors: tainted,
    },
    {
      name: 'the middleware of version 1 that is told to log it',
      code: `import { Logger, injectLambdaContext } from '@aws-lambda-powertools/logger';\nimport middy from '@middy/core';\nexport const handler = middy(async () => 1).use(injectLambdaContext(new Logger(), { logEvent: true }));`,
      errors: [{ messageId: 'shape', line: 3 }],
    },
    {
      name: 'a middleware that is told to log it',
      code: `${powertools}\nexport const handler = middy(async () => 1).use(injectLambdaContext(logger, { logEvent: true }));`,
      errors: [{ messageId: 'shape', line: 5 }],
    },
    {
      name: 'a decorator that is told to log it',
      code: `${powertools}\nclass Lambda {\n  @logger.injectLambdaContext({ logEvent: true })\n  async handler(event: unknown, _context: Context) { return 1; }\n}\nexport const handler = new Lambda().handler;`,
      errors: [{ messageId: 'shape', line: 6 }],
    },
    {
      name: 'a middleware that is made to log it',
      code: `import middy from '@middy/core';\nimport inputOutputLogger from '@middy/input-output-logger';\nexport const handler = middy(async () => 1).use(inputOutputLogger());`,
      errors: [{ messageId: 'shape', line: 3 }],
    },
    {
      name: 'the event',
      code: `export const handler = async event => console.log(event);`,
      errors: [{ messageId: 'tainted', line: 1, column: 51 }],
    },
    {
      name: 'the event as JSON behind a label',
      code: `export const handler = async event => console.log('event', JSON.stringify(event, null, 2));`,
      errors: tainted,
    },
    { name: 'the body', code: `export const handler = async event => console.log(event.body);`, errors: tainted },
    {
      name: 'the body, parsed',
      code: `export const handler = async event => { const data = JSON.parse(event.body); console.log('got', data); };`,
      errors: tainted,
    },
    { name: 'a destructured body', code: `export const handler = async ({ body }) => console.log(body);`, errors: tainted },
    {
      name: 'built into a text',
      code: `export const handler = async event => console.log('event: ' + JSON.stringify(event));`,
      errors: tainted,
    },
    {
      name: 'inspected in a template',
      code: 'import { inspect } from "node:util";\nexport const handler = async event => console.log(`event ${inspect(event)}`);',
      errors: tainted,
    },
    {
      name: 'a record in a loop',
      code: `export const handler = async event => { for (const record of event.Records) console.log(record); };`,
      errors: tainted,
    },
    {
      name: 'the message of each record, in a callback',
      code: `export const handler = async event => { await Promise.all(event.Records.map(async record => { console.info(record.body); })); };`,
      errors: tainted,
    },
    {
      name: 'a spread copy in an object',
      code: `export const handler = async event => { const copy = { ...event }; console.info({ copy }); };`,
      errors: tainted,
    },
    {
      name: 'in a helper',
      code: `const log = x => console.log(x);\nexport const handler = async event => log(event);`,
      errors: [{ messageId: 'tainted', line: 1 }],
    },
    {
      name: 'in a helper that passes its arguments on',
      code: `const log = (...args) => console.log(...args);\nexport const handler = async event => log('event', event);`,
      errors: tainted,
    },
    {
      name: 'in a wrapper of its own',
      code: `const logged = inner => async (event, context) => { console.log(event); return inner(event, context); };\nexport const handler = logged(async event => event.id);`,
      errors: tainted,
    },
    {
      name: 'in a class that keeps a logger',
      code: `${pino('')}\nclass Service { constructor(log) { this.log = log; } run(input) { this.log.info({ input }, 'run'); } }\nconst service = new Service(logger);\nexport const handler = async event => service.run(event);`,
      errors: tainted,
    },
    {
      name: 'a structured logger',
      code: `${pino('')}\nexport const handler = async event => logger.info({ event }, 'received');`,
      errors: [{ messageId: 'tainted', line: 3 }],
    },
    {
      name: 'keys that each line of a logger carries',
      code: `${powertools}\nexport const handler = async event => logger.appendKeys({ event });`,
      errors: tainted,
    },
    {
      name: 'when it fails',
      code: `import { work } from './work.js';\nexport const handler = async event => { try { await work(event.id); } catch (error) { console.error('failed for', event, error); throw error; } };`,
      errors: tainted,
    },
    {
      name: 'attached to a trace',
      code: `import AWSXRay from 'aws-xray-sdk-core';\nexport const handler = async event => { AWSXRay.getSegment().addNewSubsegment('work').addMetadata('event', event); };`,
      errors: tainted,
    },
    {
      name: 'attached to an error report',
      code: `import * as Sentry from '@sentry/aws-serverless';\nimport { work } from './work.js';\nexport const handler = async event => { try { await work(); } catch (error) { Sentry.captureException(error, { extra: { event } }); } };`,
      errors: tainted,
    },
    {
      name: 'written to the standard output',
      code: `export const handler = async event => { process.stdout.write(JSON.stringify(event) + '\\n'); };`,
      errors: tainted,
    },
  ],
});
