import rule from '../../rules/no-shared-invocation-state.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const powertools = `import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
const logger = new Logger();`;
const files = `import { writeFileSync } from 'node:fs';`;

check('no-shared-invocation-state', rule, {
  valid: [
    {
      name: 'a method that keeps records of its own, which it calls events',
      code: `class Audit { events: object[] = []; async logEvent(event: { userId: string; action: string }) { this.events.push(event); } }\nexport const audit = new Audit();`,
    },
    {
      name: 'what the kept result was made for, compared before it is used',
      code: `import { load } from './load.js';\nlet version;\nlet build;\nexport const handler = async event => { if (event.version !== version) { build = await load(); version = event.version; } return build.run(); };`,
    },
    {
      name: 'a set that is asked, and forgets what it holds the longest',
      code: `const seen = new Set();\nexport const handler = async event => { if (seen.has(event.id)) return; seen.add(event.id); if (seen.size > 99) { const [oldest] = seen; seen.delete(oldest); } };`,
    },
    {
      name: 'a set that is asked, and forgets the first of its values',
      code: `const seen = new Set();\nexport const handler = async event => { if (seen.has(event.id)) return; seen.add(event.id); if (seen.size > 99) seen.delete(seen.values().next().value); };`,
    },
    {
      name: 'a field of an object that some other function makes, perhaps for each request',
      code: `import type { APIGatewayProxyEvent, Context } from 'aws-lambda';\nclass Entry { path = ''; }\nexport class LogEntry {\n  private readonly entry = new Entry();\n  start(event: APIGatewayProxyEvent, context: Context): void { this.entry.path = event.path; }\n}`,
    },
    {
      name: 'what the program has warned of',
      code: `const warned = new Set();\nexport const handler = async event => { if (!warned.has(event.version)) { warned.add(event.version); console.warn('old'); } };`,
    },
    {
      name: 'defaults of the module merged into an object of the invocation',
      code: `import _ from 'lodash';
const defaults = { stage: 1 };
export const handler = async event => _.merge({}, defaults, JSON.parse(event.body));`,
    },
    {
      name: 'the context, which is of the invocation',
      code: `export const handler = async (event, context) => { context.parsed = JSON.parse(event.body); return context.parsed.id; };`,
    },
    {
      name: 'an object that a library makes for the invocation',
      code: `import { PutObjectCommand } from '@aws-sdk/client-s3';\nexport const handler = async event => { const command = new PutObjectCommand({}); command.input.Body = event.body; return command.input.Bucket; };`,
    },
    {
      name: 'a cache by a key of the event',
      code: 'const cache = new Map();\nexport const handler = async event => { cache.set(event.tenant, event.data); };',
    },
    {
      name: 'the same in a plain object',
      code: 'const cache = {};\nexport const handler = async event => { cache[event.tenant] = event.data; };',
    },
    { name: 'a flag', code: 'let started = false;\nexport const handler = async event => { started = true; };' },
    { name: 'a counter', code: 'let count = 0;\nexport const handler = async event => { count += 1; };' },
    {
      name: 'whether the event has something',
      code: 'let seen;\nexport const handler = async event => { seen = event.user !== undefined; };',
    },
    {
      name: 'a variable of the invocation',
      code: 'export const handler = async event => { let user; user = event.user; const list = []; list.push(user); return list.length; };',
    },
    {
      name: 'a variable that hides the one of the module',
      code: 'let user;\nexport const handler = async event => { let user = null; user = event.user; return user; };\nexport const last = () => user;',
    },
    {
      name: 'an object of the invocation',
      code: 'class Request { constructor(event) { this.user = event.user; } }\nexport const handler = async event => new Request(event).user;',
    },
    {
      name: 'a client',
      code: "import { S3Client } from '@aws-sdk/client-s3';\nlet client;\nexport const handler = async event => { client ??= new S3Client({}); return client.config.region; };",
    },
    {
      name: 'settings that were fetched once',
      code: "import { load } from './settings.js';\nlet settings;\nexport const handler = async event => { settings ??= await load('app'); return settings.stage; };",
    },
    {
      name: 'which invocation it was',
      code: 'let last;\nexport const handler = async (event, context) => { last = context.awsRequestId; };',
    },
    {
      name: 'when a schedule ran',
      code: "import type { ScheduledEvent } from 'aws-lambda';\nlet last: string;\nexport const handler = async (event: ScheduledEvent) => { last = event.time; };",
    },
    {
      name: 'when a schedule ran, by the shape of its event',
      code: "let last;\nexport const handler = async event => { if (event.source !== 'aws.events') return; if (event['detail-type'] === 'Scheduled Event') last = event.time; };",
    },
    {
      name: 'keys of a logger that are dropped in the end',
      code: `${powertools}\nexport const handler = middy(async event => { logger.appendKeys({ user: event.user }); }).use(injectLambdaContext(logger, { resetKeys: true }));`,
    },
    {
      name: 'keys of a logger that its decorator drops',
      code: `${powertools}\nclass Lambda {\n  @logger.injectLambdaContext({ clearState: true })\n  async handler(event: Input, _context: Context) { logger.appendKeys({ user: event.user }); }\n}\nexport const handler = new Lambda().handler;`,
    },
    {
      name: 'keys of a logger that are removed',
      code: `${powertools}\nexport const handler = async event => { logger.appendKeys({ user: event.user }); try { return 1; } finally { logger.resetKeys(); } };`,
    },
    {
      name: 'a logger of the invocation',
      code: `${powertools}\nexport const handler = async event => { const own = logger.createChild(); own.appendKeys({ user: event.user }); own.info('hello'); };`,
    },
    {
      name: 'a file of a name that only this invocation has',
      code: `${files}\nimport { randomUUID } from 'node:crypto';\nexport const handler = async event => { writeFileSync(\`/tmp/\${randomUUID()}.json\`, event.body); };`,
    },
    {
      name: 'a file of a fixed name that holds nothing of the event',
      code: `${files}\nexport const handler = async event => { writeFileSync('/tmp/tool.cfg', 'a=1'); };`,
    },
    {
      name: 'a file of a fixed name that is removed',
      code: `import { rmSync, writeFileSync } from 'node:fs';\nexport const handler = async event => { try { writeFileSync('/tmp/in.json', event.body); } finally { rmSync('/tmp/in.json'); } };`,
    },
    {
      name: 'lines that a function writes to the log, to the last of them',
      code: `const lines = [];
const log = (...words) => { lines.push(words.join(' ')); if (lines.length > 99) flush(); };
function flush() { while (lines.length > 0) { const line = lines.shift(); console.log(line); } }
export const handler = async event => { try { log(event.path); return { statusCode: 204 }; } finally { flush(); } };`,
    },
    {
      name: 'lines that one function writes to the log and another one drops',
      code: `let lines = [];
const log = line => lines.push(line);
const print = () => console.log(JSON.stringify(lines));
const clear = () => lines = [];
export const handler = async event => { try { log(event.path); } finally { print(); clear(); } };`,
    },
    {
      name: 'records that are sent on, in batches, until none is left',
      code: `import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
const firehose = new FirehoseClient({});
const batch = [];
const send = async () => { while (batch.length) await firehose.send(new PutRecordBatchCommand({ DeliveryStreamName: 'a', Records: batch.splice(0, 500) })); };
export const handler = async event => { for (const record of event.Records) batch.push({ Data: record.body }); await send(); };`,
    },
    {
      name: 'a list that is copied and emptied where it is written',
      code: `let notes = [];
const write = () => { for (const note of notes) console.log(note); notes = []; };
export const handler = async event => { notes = [...notes, event.path]; write(); };`,
    },
    {
      name: 'a field of a logger that its method empties',
      code: `class Lines {
  lines = [];
  add(line) { this.lines.push(line); }
  flush() { console.log(this.lines.join('\\n')); this.lines.length = 0; }
}
const lines = new Lines();
export const handler = async event => { lines.add(event.path); lines.flush(); };`,
    },
    {
      name: 'a list that the invocation empties first',
      code: `const errors = [];
export const handler = async event => { errors.length = 0; for (const item of event.items) errors.push(item.name); return errors; };`,
    },
    {
      name: 'a map that the invocation empties first',
      code: `const names = new Map();
export const handler = async event => { names.clear(); names.set('name', event.name); return names.get('name'); };`,
    },
    {
      name: 'a variable that the invocation resets first',
      code: `let user = null;
export const handler = async event => { user = null; if (event.user) user = event.user; return greeting(); };
const greeting = () => 'Hello ' + user;`,
    },
  ],
  invalid: [
    {
      name: 'a function that says itself what its event looks like',
      code: `const events: object[] = [];\nexport const keep = async (event: { userId: string; action: string }) => { events.push(event); };`,
      errors: tainted,
    },
    {
      name: 'compared, and told to whoever asks next',
      code: `let user;\nexport const handler = async event => { if (event.user !== user) { user = event.user; } return { statusCode: 200, body: user }; };`,
      errors: tainted,
    },
    {
      name: 'compared with the one before, whatever comes of it',
      code: `let last;\nexport const handler = async event => { const isNew = event.user !== last; last = event.user; return isNew; };`,
      errors: tainted,
    },
    {
      name: 'lines that are only ever added',
      code: `const lines = [];
const log = line => { lines.push(line); if (lines.length > 99) console.log('many lines'); };
export const handler = async event => { log(event.path); };`,
      errors: tainted,
    },
    {
      name: 'lines of which the failure of whoever comes next is told',
      code: `const lines = [];
const drain = () => lines.splice(0);
export const handler = async event => { lines.push(event.path); try { return { statusCode: 204 }; } catch { return { statusCode: 500, body: drain().join() }; } };`,
      errors: tainted,
    },
    {
      name: 'lines that one function tells and another one drops',
      code: `let lines = [];
const log = line => lines.push(line);
const tell = () => JSON.stringify(lines);
const clear = () => lines = [];
export const handler = async event => { log(event.path); if (event.last) clear(); return { statusCode: 200, body: tell() }; };`,
      errors: tainted,
    },
    {
      name: 'lines that are read elsewhere too',
      code: `const lines = [];
const flush = () => { while (lines.length > 0) console.log(lines.shift()); };
export const handler = async event => { if (event.last) return lines; lines.push(event.path); flush(); };`,
      errors: tainted,
    },
    {
      name: 'a list that other modules see',
      code: `export const lines = [];
export const flush = () => { while (lines.length > 0) console.log(lines.shift()); };
export const handler = async event => { lines.push(event.path); };`,
      errors: tainted,
    },
    {
      name: 'the first of the lines taken, the others left',
      code: `const lines = [];
export const handler = async event => { lines.push(event.path); console.log(lines.shift()); };`,
      errors: tainted,
    },
    {
      name: 'a variable that is reset on one way only',
      code: `let user = null;
export const handler = async event => { if (event.fresh) user = null; if (event.user) user = event.user; return 'Hello ' + user; };`,
      errors: tainted,
    },
    {
      name: 'a list that is emptied for some requests only',
      code: `const errors = [];
export const handler = async event => { if (event.fresh) errors.length = 0; errors.push(event.name); return errors; };`,
      errors: tainted,
    },
    {
      name: 'a set whose oldest member is told before it is forgotten',
      code: `const seen = new Set();\nexport const handler = async event => { if (seen.has(event.id)) return; seen.add(event.id); const [oldest] = seen; seen.delete(oldest); return oldest; };`,
      errors: tainted,
    },
    {
      name: 'a field of the object whose method the module exports as its handler',
      code: `import type { APIGatewayProxyEvent, Context } from 'aws-lambda';\nclass Entry { path = ''; }\nclass Service {\n  private readonly entry = new Entry();\n  async start(event: APIGatewayProxyEvent, context: Context) { this.entry.path = event.path; }\n}\nconst service = new Service();\nexport const handler = service.start.bind(service);`,
      errors: tainted,
    },
    {
      name: 'a set that is told',
      code: `const seen = new Set();\nexport const handler = async event => { if (!seen.has(event.user)) seen.add(event.user); return [...seen]; };`,
      errors: tainted,
    },
    { name: 'a variable of the module', code: 'let user;\nexport const handler = async event => { user = event.user; };', errors: tainted },
    {
      name: 'only when it is empty',
      code: 'let user;\nexport const handler = async event => { user ??= event.user; return user; };',
      errors: tainted,
    },
    {
      name: 'a list of the module',
      code: 'const seen = [];\nexport const handler = async event => { seen.push(event.user); };',
      errors: tainted,
    },
    {
      name: 'each record, in a loop',
      code: 'const batch = [];\nexport const handler = async event => { for (const record of event.Records) batch.push(JSON.parse(record.body)); };',
      errors: tainted,
    },
    {
      name: 'a map of the module under a fixed key',
      code: "const cache = new Map();\nexport const handler = async event => { cache.set('user', event.user); };",
      errors: tainted,
    },
    {
      name: 'a set of the module',
      code: 'const users = new Set();\nexport const handler = async event => { users.add(event.user); };',
      errors: tainted,
    },
    {
      name: 'through a function',
      code: 'const state = {};\nconst keep = u => { state.user = u; };\nexport const handler = async event => keep(event.user);',
      errors: tainted,
    },
    {
      name: 'assigned to an object of the module',
      code: 'const state = { stage: 1 };\nexport const handler = async event => { Object.assign(state, JSON.parse(event.body)); };',
      errors: tainted,
    },
    {
      name: 'merged by a library into an object of the module',
      code: `import _ from 'lodash';
const state = { stage: 1 };
export const handler = async event => { _.merge(state, JSON.parse(event.body)); };`,
      errors: tainted,
    },
    {
      name: 'a static of a class',
      code: 'class Session { static user = null; }\nexport const handler = async event => { Session.user = event.user; };',
      errors: tainted,
    },
    {
      name: 'a field of an object of the module',
      code: 'class Service { run(event) { this.event = event; return this.event.id; } }\nconst service = new Service();\nexport const handler = async event => service.run(event);',
      errors: tainted,
    },
    {
      name: 'by the setter of an object',
      code: 'let current = null;\nconst session = { set user(value) { current = value; }, get user() { return current; } };\nexport const handler = async event => { session.user = event.user; };',
      errors: tainted,
    },
    {
      name: 'by the setter of a class',
      code: 'class Session { #user; set user(value) { this.#user = value; } }\nconst session = new Session();\nexport const handler = async event => { session.user = event.user; };',
      errors: tainted,
    },
    { name: 'the global object', code: 'export const handler = async event => { globalThis.user = event.user; };', errors: tainted },
    {
      name: 'a variable that a factory keeps',
      code: 'const makeHandler = () => { let last; return async event => { last = event.user; return last; }; };\nexport const handler = makeHandler();',
      errors: tainted,
    },
    {
      name: 'what a client sends with each request',
      code: "import axios from 'axios';\nexport const handler = async event => { axios.defaults.headers.common.Authorization = event.headers.authorization; };",
      errors: tainted,
    },
    {
      name: 'keys of a logger',
      code: `${powertools}\nexport const handler = async event => { logger.appendKeys({ user: event.user }); };`,
      errors: tainted,
    },
    {
      name: 'keys of a logger whose middleware keeps them',
      code: `${powertools}\nexport const handler = middy(async event => { logger.appendKeys({ user: event.user }); }).use(injectLambdaContext(logger, { resetKeys: false }));`,
      errors: tainted,
    },
    {
      name: 'a file of a fixed name',
      code: `${files}\nexport const handler = async event => { writeFileSync('/tmp/upload.json', event.body); };`,
      errors: tainted,
    },
    {
      name: 'a file of a fixed name, by a promise',
      code: `import { writeFile } from 'node:fs/promises';\nconst target = '/tmp/' + 'upload.json';\nexport const handler = async event => { await writeFile(target, JSON.stringify(event.user)); };`,
      errors: tainted,
    },
    {
      name: 'who the caller is',
      code: 'let claims;\nexport const handler = async event => { claims = event.requestContext.authorizer.jwt.claims; };',
      errors: tainted,
    },
  ],
});
