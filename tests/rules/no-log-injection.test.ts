import rule from '../../rules/no-log-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-log-injection', rule, {
  valid: [
    {
      name: 'what is not there',
      code: 'export const handler = async event => { const { id } = event.pathParameters; if (!id) { console.log(`no id: ${id}`); return; } if (!event.queryStringParameters?.name) console.log(`no name: ${event.queryStringParameters?.name}`); };',
    },
    {
      name: 'an item of DynamoDB, which is inspected',
      code: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nexport const handler = async event => { const { Item } = await db.send(new GetCommand({ TableName: 't', Key: { id: event.id } })); console.log('item', Item); };`,
    },
    {
      name: 'an event that a service has signed',
      filename: 'file.ts',
      code: "import Stripe from 'stripe';\nexport async function handlePaid(event: Stripe.Event): Promise<void> { console.log(`paid ${event.data.object.id}`); }",
    },
    {
      name: 'an object, by what the program reads of it',
      code: `export const handler = async event => { for (const item of JSON.parse(event.body).items) { console.log('removing', item); await remove(item.id); } };\nasync function remove(id) { return id; }`,
    },
    {
      name: 'an object that is taken apart',
      code: `export const handler = async event => { const { address } = JSON.parse(event.body); const { city } = address; console.log('address', address); return city.length; };`,
    },
    {
      name: 'an object with members that are known',
      code: `export const handler = async event => console.log('query', event.queryStringParameters);`,
    },
    {
      name: 'an object is encoded as JSON inside a text',
      code: 'exports.handler = async event => { console.log(`user ${JSON.stringify({ name: event.queryStringParameters.name }, null, 2)}`); };',
    },
    {
      name: 'JSON escapes line breaks',
      code: 'export const handler = async event => console.log(JSON.stringify({ q: event.queryStringParameters.q }));',
    },
    {
      name: 'a number has no line breaks',
      code: "export const handler = async event => console.log('x', Number(event.queryStringParameters.n));",
    },
    {
      name: 'line breaks are removed',
      code: "export const handler = async event => console.log(event.queryStringParameters.q.replace(/[\\r\\n]/g, ''));",
    },
  ],
  invalid: [
    {
      name: 'what is there, or may be',
      code: 'export const handler = async event => { const { id } = event.pathParameters; const isKnown = id && event.id; if (!isKnown) console.log(`not both: ${id}`); if (!id) return; console.log(`id: ${id}`); };',
      errors: [{ messageId: 'tainted' }, { messageId: 'tainted' }],
    },
    {
      name: 'a member of an item of DynamoDB',
      code: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nexport const handler = async event => { const { Item } = await db.send(new GetCommand({ TableName: 't', Key: { id: event.id } })); console.log('item', Item.name + '!'); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a text whose length is asked',
      code: `export const handler = async event => { const { name } = JSON.parse(event.body); if (name.length > 0) console.log('name', name); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a text of which a method is called',
      code: `export const handler = async event => { const { name } = JSON.parse(event.body); if (name.startsWith('a')) console.log('name', name); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a member of an object',
      code: `export const handler = async event => { const { address } = JSON.parse(event.body); console.log('city', address.city); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a member of it',
      code: `export const handler = async event => console.log('query', event.queryStringParameters.name);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an object is encoded as JSON and decoded again',
      code: 'exports.handler = async event => { console.log(`user ${JSON.parse(JSON.stringify({ name: event.queryStringParameters.name })).name}`); };',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'event text in a line',
      code: "export const handler = async event => console.log('q ' + event.queryStringParameters.q);",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: 'const log = t => console.log(`got ${t}`);\nexport const handler = async event => log(event.queryStringParameters.q);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

check('no-log-injection, by construct', rule, {
  valid: quiet('', {
    'an object is inspected, which escapes': "console.log('request', { name: event.name });",
    'JSON in a template': 'console.log(`request ${JSON.stringify(event.name)}`);',
    'encoded as a part of a URL': 'console.log(`name ${encodeURIComponent(event.name)}`);',
    'the length': 'console.log(`records ${event.Records.length}`);',
    'a logger that writes JSON': [
      "import { Logger } from '@aws-lambda-powertools/logger';\nconst logger = new Logger();",
      'logger.info(`name ${event.name}`);',
    ],
    'another logger that writes JSON': [
      "import pino from 'pino';\nconst logger = pino();",
      'logger.info({ name: event.name }, `name ${event.name}`);',
    ],
    'the id of the request': 'console.log(`request ${event.requestContext.requestId}`);',
    'a value that is one of two': "if (event.kind !== 'a' && event.kind !== 'b') return; console.log('kind ' + event.kind);",
    'line breaks are replaced': "console.log('name ' + event.name.replace(/[\\r\\n]+/g, ' '));",
    'a word': 'if (!/^\\w+$/.test(event.name)) return; console.log(`name ${event.name}`);',
    'a log function of the program': ["import { log } from './own.js';", "log('name ' + event.name);"],
    'an inspected text': ["import { inspect } from 'node:util';", 'console.log(`name ${inspect(event.name)}`);'],
    'a truth value': 'console.log(`has a body: ${event.body !== null}`);',
  }),
  invalid: tainted('', {
    'a template': 'console.log(`name ${event.name}`);',
    'an argument of its own is text too': "console.log('name', event.queryStringParameters.name);",
    'a format': "console.log('name %s', event.name);",
    'the format itself': 'console.log(event.name);',
    'a formatted text': ["import { format } from 'node:util';", "console.error(format('name %s', event.name));"],
    'another stream': "process.stdout.write('name ' + event.name + '\\n');",
    'a value that is one of two, or not': "if (event.kind !== 'a' && event.kind !== 'b') console.log('kind ' + event.kind);",
    'blanks are replaced, line breaks are not': "console.log('name ' + event.name.replace(/ +/g, ' '));",
    'one line break is replaced': "console.log('name ' + event.name.replace('\\n', ' '));",
    'a word, over more than one line': 'if (!/^\\w+$/m.test(event.name)) return; console.log(`name ${event.name}`);',
    'decoded after it was encoded': 'console.log(`name ${decodeURIComponent(encodeURIComponent(event.name))}`);',
    'through a helper with a prefix': [
      'const log = (level, text) => console.log(`[${level}] ${text}`);',
      "log('info', event.pathParameters.id);",
    ],
    'through a logger class': [
      "class Log { constructor(name) { this.name = name; } info(text) { console.info(this.name + ': ' + text); } }",
      "new Log('orders').info(event.queryStringParameters.id);",
    ],
    'through a loop over the records': 'for (const { s3 } of event.Records) console.log(`key ${s3.object.key}`);',
    'through parts that are joined': "const parts = ['a']; parts.push(event.name); console.log(parts.join(' '));",
  }),
});
