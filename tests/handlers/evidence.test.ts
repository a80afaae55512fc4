import { describe, expect, it } from 'vitest';
import { judgeCandidate } from '../../lib/handlers/judge.js';
import { candidatesOf } from './candidates-of.js';
import { handlerFixtures } from './handler-fixtures.js';

describe('is a handler', () => {
  it.each(handlerFixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const templates = fixture.template === undefined ? undefined : new Set([fixture.template]);
    const verdicts = candidatesOf(fixture.code, fixture.filename, templates)
      .map(judgeCandidate)
      .filter(verdict => verdict !== null);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts[0]).toMatchObject({
      evidence: fixture.evidence,
      event: fixture.event ?? null,
      ...(fixture.parameters && { parameters: fixture.parameters }),
      ...(fixture.responds !== undefined && { responds: fixture.responds }),
    });
  });
});

/** Each differs from a handler in little, and lacks the evidence. */
const ordinary: readonly (readonly [name: string, code: string])[] = [
  ['an exported function of other things', 'export async function save(order) { return order.id; }'],
  ['more parameters than Lambda gives', 'exports.send = function (event, context, status, data) {};'],
  ['an event behind another parameter', 'export async function track(client, event) {}'],
  ['an event with something that is no context', 'export async function track(event, options) {}'],
  ['a parser that is the default export', 'export default function parseEvent(event) { return event.Records[0]; }'],
  ['a predicate that reads a place of events', 'export const isHttp = input => input.requestContext !== undefined;'],
  ['a predicate of an event', 'export const isUpload = event => event.Records.length > 0;'],
  ['a function that parses an event', 'export function parseEvent(event) { return event.kind; }'],
  [
    "a synchronous function of the program's own event type",
    "import type { Click } from './types';\nexport function describeClick(event: Click) { return event.x; }",
  ],
  ['a synchronous function called like a handler', 'export const urlHandler = url => url.trim();'],
  ['the words of a command line', 'export const invokeHandler = async commands => commands[1];'],
  ['a function that makes a handler', 'export const makeHandler = table => async event => table.put(event);'],
  ['a maker of responses that is not async', "export const notFound = () => ({ statusCode: 404, body: '' });"],
  ['a status that a function inside returns', 'export const app = async () => use(() => { return { statusCode: 200 }; });'],
  ['a status of something else', 'export const ping = async () => ({ status: 200, body: await load() });'],
  ['main without a context', 'export async function main(options) {}'],
  [
    'a function that makes a response',
    'export async function reply(r) { return { ...r, statusCode: r.statusCode, isBase64Encoded: r.isBase64Encoded }; }',
  ],
  ['a member that is no event place in another function', 'export async function run(x) { return helper(y => y.requestContext); }'],
  ['Handler of another library', "import type { Handler } from 'vue';\nexport const save: Handler = async order => order;"],
  ['Context of another library', "import type { Context } from 'graphql';\nexport async function save(order: Order, c: Context) {}"],
  [
    'a scheduled event of a calendar',
    "import type { ScheduledEvent } from './calendar';\nexport async function move(entry: ScheduledEvent) {}",
  ],
  ['a decorated method that is none', 'class Orders { @memoize() async load(input) {} }\nexport const x = new Orders();'],
  ['a method called handler of an ordinary class', 'class Orders { async handler(input) {} }\nexport const x = 1;'],
  ['a method of a class that is exported itself', 'export class Orders { async handler(event) {} }'],
  ['a method of a class that is all a module exports', 'class Orders { async send(event) {} }\nmodule.exports = Orders;'],
  ['a method of a class that is the default export', 'export default class { async handler(event) {} }'],
  ['a route decorator without a router', "class Orders { @http.get('/x') async load({ id }) {} }\nexport const x = new Orders();"],
  ['an export that a template does not name', 'exports.process = async input => input.id;'],
  ['a function that nobody exports, and the context', 'async function run(input, runtime) { return runtime.awsRequestId; }'],
  ['four parameters, called like a handler', 'export const saveHandler = async (a, b, c, d) => a;'],
  ['a context as the only parameter', 'export async function run(runtime) { return runtime.awsRequestId; }'],
  ['a context before two others', 'export async function run(input, runtime, table, queue) { return runtime.awsRequestId; }'],
  ['a context of another function', 'export async function run(input, runtime) { return other.awsRequestId; }'],
  ['a member that the SDK has too', 'export async function run(input, runtime) { return runtime.functionName; }'],
  ['a member that is found by a variable', 'export async function run(input, runtime) { return runtime[awsRequestId]; }'],
  ['a response that is read', 'export async function run(x) { return x.statusCode === 200 && x.requestContext; }'],
  ['an event place behind three parameters', 'export async function run(x, y, z, w) { return x.requestContext; }'],
  ['a handler of a folder and a folder', 'export const handler = async (sourceFolder, outputFolder) => sourceFolder;'],
  ['given to a wrapper, but not like a handler', "import { memo } from './memo';\nexport const load = memo(async id => id);"],
];

describe('is no handler', () => {
  it.each(ordinary)('%s', (_, code) => {
    expect(
      candidatesOf(code, 'orders.ts', new Set(['other']))
        .map(judgeCandidate)
        .filter(verdict => verdict !== null),
    ).toEqual([]);
  });
});

describe('an ordinary function of the program', () => {
  const isHandler = (code: string): boolean => candidatesOf(code, 'orders.ts').some(candidate => judgeCandidate(candidate) !== null);

  it.each<[string, string, string]>([
    [
      'answers at once to a type of its own, which an async one does not',
      'export const place = (event: Order) => event.id;',
      'export const place = async (event: Order) => event.id;',
    ],
    ['gets nothing but the event', 'export const place = (event: Order) => 1;', 'export const place = (event: Order, context: Run) => 1;'],
    ['gets what is typed, not any', 'export const place = (event: Order) => 1;', 'export const place = (event: any) => 1;'],
    ['gets what is typed, not the unknown', 'export const place = (event: Order) => 1;', 'export const place = (event: unknown) => 1;'],
    ['gets what is typed, not any object', 'export const place = (event: Order) => 1;', 'export const place = (event: object) => 1;'],
    ['gets a named type', 'export const place = (event: Order) => 1;', 'export const place = (event: { id: string }) => 1;'],
    [
      'makes an object that is no response',
      'export const place = event => ({ id: 1 });',
      'export const place = event => ({ statusCode: 200 });',
    ],
    ['is called like one', 'export const parseOrder = event => event.id;', 'export const place = event => event.id;'],
  ])('%s', (_, code, handler) => {
    expect(isHandler(code)).toBe(false);
    expect(isHandler(handler)).toBe(true);
  });

  it.each(
    'awsRequestId callbackWaitsForEmptyEventLoop functionVersion getRemainingTimeInMillis invokedFunctionArn memoryLimitInMB'.split(' '),
  )('does not read %s', name => {
    expect(isHandler(`export async function place(order, runtime) { return runtime.${name}; }`)).toBe(true);
    expect(isHandler(`export async function place(order, { ${name} }) { return order; }`)).toBe(true);
    expect(isHandler(`export async function place(order, { other }) { return order.${name}; }`)).toBe(false);
  });

  it('is no static method, which goes by its own name', () => {
    expect(isHandler('export class Orders { static async handler(order) {} }')).toBe(true);
    expect(isHandler('export class Orders { async handler(order) {} }')).toBe(false);
  });

  it('has no event by default', () => {
    expect(isHandler('export async function place(event = {}) { return 1; }')).toBe(true);
    expect(isHandler('export async function place(order = {}) { return 1; }')).toBe(false);
  });
});

/** What a decorator of each name says: Powertools' on a handler anywhere, routes and resolvers where its router is. */
const decorators: readonly (readonly [names: string, code: (name: string) => string, parameters: readonly string[]])[] = [
  [
    'injectLambdaContext captureLambdaHandler logMetrics parser validator validation idempotent',
    name => `class Lambda { @${name}() async run(input: Order) {} }`,
    ['event'],
  ],
  [
    'get post put patch delete head options route any',
    name => `import { app } from '@aws-lambda-powertools/event-handler/http';\nclass Lambda { @app.${name}('/x') async run(input) {} }`,
    ['router-context'],
  ],
  [
    'onQuery onMutation onSubscription resolver batchResolver',
    name =>
      `import { app } from '@aws-lambda-powertools/event-handler/appsync-graphql';\nclass Lambda { @app.${name}('x') async run(input, options) {} }`,
    ['request', 'router-context'],
  ],
  [
    'onPublish onSubscribe',
    name =>
      `import { app } from '@aws-lambda-powertools/event-handler/appsync-events';\nclass Lambda { @app.${name}('x') async run(a, b, c) {} }`,
    ['event', 'event', 'context'],
  ],
];

describe.each(decorators)('the decorators %s', (names, code, parameters) => {
  it.each(names.split(' '))('%s', name => {
    // As certain as a type: what the file imports beside it changes nothing.
    const [candidate] = candidatesOf(`import { Stack } from 'aws-cdk-lib';\n${code(name)}\nexport const lambda = new Lambda();`);
    expect(judgeCandidate(candidate!)).toMatchObject({ evidence: 'decorator', parameters });
  });
});
