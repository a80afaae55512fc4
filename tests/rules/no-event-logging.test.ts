import rule from '../../rules/no-event-logging.js';
import { check } from './rule-tester.js';

check('no-event-logging', rule, {
  valid: [
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
      code: `import { Logger } from '@aws-lambda-powertools/logger';\nimport { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';\nimport middy from '@middy/core';\nexport const handler = middy(async () => 1).use(injectLambdaContext(new Logger(), { logEvent: false }));`,
    },
    {
      name: 'a middleware that leaves parts of the event out',
      code: `import middy from '@middy/core';\nimport inputOutputLogger from '@middy/input-output-logger';\nexport const handler = middy(async () => 1).use(inputOutputLogger({ omitPaths: ['event.headers'] }));`,
    },
  ],
  invalid: [
    {
      name: 'a middleware that is told to log it',
      code: `import { Logger } from '@aws-lambda-powertools/logger';\nimport { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';\nimport middy from '@middy/core';\nexport const handler = middy(async () => 1).use(injectLambdaContext(new Logger(), { logEvent: true }));`,
      errors: [{ messageId: 'shape', line: 4 }],
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
      errors: [{ messageId: 'tainted' }],
    },
    { name: 'the body', code: `export const handler = async event => console.log(event.body);`, errors: [{ messageId: 'tainted' }] },
    {
      name: 'a record in a loop',
      code: `export const handler = async event => { for (const record of event.Records) console.log(record); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a spread copy in an object',
      code: `export const handler = async event => { const copy = { ...event }; console.info({ copy }); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'in a helper',
      code: `const log = x => console.log(x);\nexport const handler = async event => log(event);`,
      errors: [{ messageId: 'tainted', line: 1 }],
    },
    {
      name: 'a structured logger',
      code: `import pino from 'pino';\nconst logger = pino();\nexport const handler = async event => logger.info({ event }, 'received');`,
      errors: [{ messageId: 'tainted', line: 3 }],
    },
  ],
});
