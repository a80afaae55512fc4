/** Every shape of handler, each for one reason. */
export interface HandlerFixture {
  readonly name: string;
  readonly code: string;
  readonly evidence: string;
  readonly filename?: string;
  /** Event that its type says. */
  readonly event?: string;
  readonly parameters?: readonly string[];
  readonly responds?: boolean;
  /** Exports that a template names. */
  readonly template?: string;
}

const aws = (names: string): string => `import type { ${names} } from 'aws-lambda';\n`;

export const handlerFixtures: readonly HandlerFixture[] = [
  // By name, in all spellings.
  { name: 'exports.handler', code: 'exports.handler = async event => event.id;', evidence: 'handler-name', parameters: ['event'] },
  {
    name: 'exports.handler with an old function',
    code: 'exports.handler = function (event, context, callback) { callback(null, event); };',
    evidence: 'handler-name',
    parameters: ['event', 'context', 'callback'],
  },
  { name: 'module.exports.handler', code: 'module.exports.handler = async event => event;', evidence: 'handler-name' },
  { name: 'module.exports with an object', code: 'module.exports = { handler: async event => event };', evidence: 'handler-name' },
  {
    name: 'module.exports with a shorthand',
    code: 'const handler = async event => event;\nmodule.exports = { handler };',
    evidence: 'handler-name',
  },
  { name: 'export const', code: 'export const handler = async event => event;', evidence: 'handler-name' },
  { name: 'export function', code: 'export async function handler(event, context) { return event; }', evidence: 'handler-name' },
  {
    name: 'declared first, exported later',
    code: 'async function handler(event) { return event; }\nexport { handler };',
    evidence: 'handler-name',
  },
  { name: 'exported under another name', code: 'const run = async event => event;\nexport { run as handler };', evidence: 'handler-name' },
  {
    name: 'parameter names are free',
    code: 'exports.handler = async (payload, runtime) => payload.id;',
    evidence: 'handler-name',
    parameters: ['event', 'context'],
  },
  { name: 'a parameter destructured in the signature', code: 'exports.handler = async ({ body }) => body;', evidence: 'handler-name' },
  { name: 'a handler without parameters', code: 'exports.handler = async () => 1;', evidence: 'handler-name' },
  {
    name: 'async and without parameters, but it returns a status',
    code: "exports.ping = async () => { if (down) return { statusCode: 503 }; return { statusCode: 200, body: 'pong' }; };",
    evidence: 'response',
  },
  { name: 'a status at once', code: "export const ping = async () => ({ statusCode: 200, body: 'pong' });", evidence: 'response' },
  { name: 'lambdaHandler', code: 'export const lambdaHandler = async input => input;', evidence: 'handler-name' },
  { name: 'lambda_handler, as Python has it', code: 'exports.lambda_handler = async input => input;', evidence: 'handler-name' },
  { name: 'a name that ends in Handler', code: 'exports.createOrderHandler = async input => input;', evidence: 'handler-name' },
  { name: 'a name that starts with lambda', code: 'exports.lambdaEntry = async input => input;', evidence: 'handler-name' },
  { name: 'main with a context', code: 'export async function main(input, context) { return input; }', evidence: 'handler-name' },
  {
    name: 'called with a constant at the end of the file to try it out',
    code: "const handler = async event => event.id;\nexports.handler = handler;\nhandler({ id: 'a' });",
    evidence: 'handler-name',
  },

  {
    name: 'the default export called handler',
    code: 'export default async function handler(payload) { return payload.id; }',
    evidence: 'handler-name',
  },

  {
    name: 'main with a callback in third place',
    code: 'exports.main = (input, settings, callback) => callback(null, input);',
    evidence: 'handler-name',
  },
  {
    name: 'main with a callback in second place',
    code: 'exports.main = (input, callback) => callback(null, input);',
    evidence: 'handler-name',
  },
  {
    name: 'not async, called like a handler, with an event',
    code: 'exports.orderHandler = (event, settings) => event;',
    evidence: 'handler-name',
  },
  {
    name: 'not async, called like a handler, with a context',
    code: 'exports.orderHandler = (order, context) => order;',
    evidence: 'handler-name',
  },
  {
    name: 'not async, called like a handler, with a callback',
    code: 'exports.orderHandler = (order, settings, callback) => callback(null, order);',
    evidence: 'handler-name',
  },

  // By signature.
  { name: 'any name with an event', code: 'exports.resize = async event => event.key;', evidence: 'signature' },
  {
    name: 'any name with evt and ctx',
    code: 'exports.resize = async (evt, ctx) => evt.key;',
    evidence: 'signature',
    parameters: ['event', 'context'],
  },
  { name: 'an event and an unused context', code: 'export const resize = async (event, _) => event.key;', evidence: 'signature' },
  { name: 'an event that is named as unused', code: "export const report = async _event => 'ok';", evidence: 'signature' },
  { name: 'an event and a callback', code: 'exports.resize = (event, context, cb) => cb(null, event);', evidence: 'signature' },
  { name: 'the default export', code: 'export default async function (event) { return event; }', evidence: 'signature' },
  { name: 'a method of an exported object', code: 'module.exports = { async create(event) { return event; } };', evidence: 'signature' },
  {
    name: 'context and callback behind any first parameter',
    code: 'exports.hello = (request, context, callback) => callback(null, request);',
    evidence: 'signature',
  },
  {
    name: 'a synchronous function that returns a promise',
    code: 'exports.save = event => store(event.id).then(() => 1);',
    evidence: 'signature',
  },

  // By what the body reads.
  { name: 'query parameters', code: 'exports.list = async input => input.queryStringParameters.page;', evidence: 'event-access' },
  { name: 'the request context', code: 'exports.list = async x => x.requestContext.http.path;', evidence: 'event-access' },
  {
    name: 'S3 records in a loop',
    code: 'exports.scan = async input => { for (const r of input.Records) use(r.s3.object.key); };',
    evidence: 'event-access',
  },
  {
    name: 'records through an alias and a callback',
    code: 'exports.scan = async input => { const { Records: list } = input; return list.map(r => r.Sns.Message); };',
    evidence: 'event-access',
  },
  {
    name: 'a name destructured in the signature',
    code: 'exports.list = async ({ pathParameters }) => pathParameters.id;',
    evidence: 'event-access',
  },
  { name: 'a quoted member', code: "exports.route = async input => input['detail-type'];", evidence: 'event-access' },
  {
    name: 'a member that is asked for with in',
    code: "exports.route = async input => 'requestContext' in input;",
    evidence: 'event-access',
  },
  { name: 'optional chaining', code: 'exports.list = async input => input?.queryStringParameters?.page;', evidence: 'event-access' },
  {
    name: 'the context by what only it has',
    code: 'exports.run = async (input, runtime) => runtime.awsRequestId;',
    evidence: 'context-use',
  },
  {
    name: 'the context destructured',
    code: 'exports.run = async (input, { getRemainingTimeInMillis }) => getRemainingTimeInMillis();',
    evidence: 'context-use',
  },

  // By type.
  {
    name: 'Handler with an event',
    code: `${aws('Handler, SQSEvent')}export const consume: Handler<SQSEvent> = async e => e;`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
    responds: false,
  },
  {
    name: 'Handler without one',
    code: `${aws('Handler')}export const consume: Handler = async e => e;`,
    evidence: 'lambda-type',
    responds: true,
  },
  {
    name: 'a handler type of a service',
    code: `${aws('S3Handler')}export const consume: S3Handler = async e => {};`,
    evidence: 'lambda-type',
    event: 'S3Event',
  },
  {
    name: 'a handler type that answers',
    code: `${aws('APIGatewayProxyHandlerV2')}export const get: APIGatewayProxyHandlerV2 = async e => ({});`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEventV2',
    responds: true,
  },
  {
    name: 'a handler type renamed by its import',
    code: `${aws('SNSHandler as Topic')}export const consume: Topic = async e => {};`,
    evidence: 'lambda-type',
    event: 'SNSEvent',
  },
  {
    name: 'a handler type behind a namespace',
    code: "import type * as lambda from 'aws-lambda';\nexport const consume: lambda.SQSHandler = async e => {};",
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  { name: 'the global namespace', code: 'export const consume: AWSLambda.Handler = async e => {};', evidence: 'lambda-type' },
  {
    name: 'satisfies',
    code: `${aws('SQSHandler')}export const consume = (async e => {}) satisfies SQSHandler;`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  {
    name: 'a local alias',
    code: `${aws('Handler, SNSEvent')}type Consumer = Handler<SNSEvent>;\nexport const consume: Consumer = async e => {};`,
    evidence: 'lambda-type',
    event: 'SNSEvent',
  },
  {
    name: "a template's own handler type",
    code: "import type { ValidatedEventAPIGatewayProxyEvent } from './api';\nexport const get: ValidatedEventAPIGatewayProxyEvent<typeof s> = async e => ({});",
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
  },
  {
    name: 'a scheduled event by its detail type',
    code: `${aws('EventBridgeHandler')}export const tick: EventBridgeHandler<'Scheduled Event', {}, void> = async e => {};`,
    evidence: 'lambda-type',
    event: 'ScheduledEvent',
  },
  {
    name: 'the type of the parameter',
    code: `${aws('DynamoDBStreamEvent')}export async function sync(input: DynamoDBStreamEvent) {}`,
    evidence: 'lambda-type',
    event: 'DynamoDBStreamEvent',
  },
  {
    name: 'the type of a parameter with a default',
    code: `${aws('SQSEvent')}export async function sync(input: SQSEvent = sample) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  {
    name: 'the type of a destructured parameter',
    code: `${aws('SQSEvent')}export async function sync({ Records }: SQSEvent) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  {
    name: 'an imported type written in place',
    code: "export async function sync(input: import('aws-lambda').S3Event) {}",
    evidence: 'lambda-type',
    event: 'S3Event',
  },
  {
    name: 'an interface that extends an event',
    code: `${aws('APIGatewayProxyEvent')}interface In extends APIGatewayProxyEvent { user: string }\nexport async function get(input: In) {}`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
  },
  {
    name: 'part of an event',
    code: `${aws('APIGatewayProxyEvent')}export async function get(input: Partial<APIGatewayProxyEvent>) {}`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
  },
  {
    name: 'a union of two events is of no one kind',
    code: `${aws('SQSEvent, SNSEvent')}export async function get(input: SQSEvent | SNSEvent) {}`,
    evidence: 'lambda-type',
  },
  {
    name: 'an intersection',
    code: `${aws('SQSEvent')}export async function get(input: { x: 1 } & SQSEvent) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  {
    name: 'the parameters of a handler type',
    code: `${aws('SQSHandler')}export async function get(input: Parameters<SQSHandler>[0]) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },
  {
    name: 'a list of AppSync events',
    code: `${aws('AppSyncResolverEvent')}export async function batch(inputs: AppSyncResolverEvent<A>[]) {}`,
    evidence: 'lambda-type',
    event: 'AppSyncResolverEvent[]',
    responds: true,
  },
  {
    name: 'a record handler',
    code: `${aws('SQSRecord')}export const each = async (r: SQSRecord) => {};`,
    evidence: 'lambda-type',
    event: 'SQSRecord',
    parameters: ['record'],
  },
  {
    name: 'a context by its type',
    code: `${aws('Context')}export async function run(input: Order, c: Context) {}`,
    evidence: 'lambda-type',
    parameters: ['event', 'context'],
  },
  {
    name: 'a streaming handler by its context',
    code: `${aws('Context')}export async function run(input: any, out: any, c: Context) {}`,
    evidence: 'lambda-type',
    parameters: ['event', 'unknown', 'context'],
  },
  {
    name: 'a second parameter that is no context',
    code: `${aws('SQSEvent')}export async function sync(input: SQSEvent, table: string) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
    parameters: ['event', 'unknown'],
  },
  {
    name: 'a function type',
    code: `${aws('SQSEvent')}export const run: (e: SQSEvent) => Promise<void> = async e => {};`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },

  {
    name: 'a context of any type',
    code: `${aws('SQSEvent')}export async function sync(input: SQSEvent, context: any) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
    parameters: ['event', 'context'],
  },
  {
    name: 'a part of a handler, which answers another function',
    code: `${aws('APIGatewayProxyEvent')}export function userOf(input: APIGatewayProxyEvent): string { return input.path; }`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
    responds: false,
  },
  {
    name: 'a part of a handler that gives a number',
    code: `${aws('APIGatewayProxyEvent')}export function partOf(input: APIGatewayProxyEvent): number { return of(input.path); }`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
    responds: false,
  },
  {
    name: 'a part of a handler that gives a boolean',
    code: `${aws('APIGatewayProxyEvent')}export function partOf(input: APIGatewayProxyEvent): boolean { return of(input.path); }`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
    responds: false,
  },
  {
    name: 'a part of a handler that gives a void',
    code: `${aws('APIGatewayProxyEvent')}export function partOf(input: APIGatewayProxyEvent): void { return of(input.path); }`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
    responds: false,
  },
  {
    name: 'a part of a handler with two parameters of its own',
    code: `${aws('APIGatewayProxyEvent')}export async function partOf(input: APIGatewayProxyEvent, table: string, index: string) {}`,
    evidence: 'lambda-type',
    event: 'APIGatewayProxyEvent',
    parameters: ['event', 'unknown', 'unknown'],
    responds: false,
  },
  {
    name: "a context of the program's own type",
    code: `${aws('SQSEvent')}export async function sync(input: SQSEvent, c: OrderContext) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
    parameters: ['event', 'context'],
  },
  {
    name: 'an event by its type, with a context and a callback',
    code: `${aws('SQSEvent')}export function sync(input: SQSEvent, context, callback) {}`,
    evidence: 'lambda-type',
    event: 'SQSEvent',
    parameters: ['event', 'context', 'callback'],
  },
  {
    name: 'a record by its type, with a context',
    code: `${aws('SQSRecord')}export const each = async (r: SQSRecord, context) => {};`,
    evidence: 'lambda-type',
    event: 'SQSRecord',
    parameters: ['record', 'context'],
  },
  {
    name: "an event's type written out in the file",
    code: 'type SQSEvent = { Records: { body: string }[] };\nexport async function get(input: SQSEvent) {}',
    evidence: 'lambda-type',
    event: 'SQSEvent',
  },

  // Classes.
  {
    name: 'LambdaInterface',
    code: "import type { LambdaInterface } from '@aws-lambda-powertools/commons/types';\nclass Lambda implements LambdaInterface { async handler(input, c) {} }\nexport const handler = new Lambda().handler;",
    evidence: 'lambda-type',
  },
  {
    name: 'a decorated method',
    code: "import { Logger } from '@aws-lambda-powertools/logger';\nclass Lambda { @logger.injectLambdaContext() public async run(input: Order) {} }\nexport const run = new Lambda().run;",
    evidence: 'decorator',
  },
  {
    name: 'a tracer on a method',
    code: "import { Tracer } from '@aws-lambda-powertools/tracer';\nclass Lambda { @tracer.captureLambdaHandler() public async run(input: Order) {} }\nexport const run = new Lambda().run;",
    evidence: 'decorator',
  },
  {
    name: 'a parser on a method',
    code: "import { parser } from '@aws-lambda-powertools/parser';\nclass Lambda { @parser({ schema }) public async run(input: Order) {} }\nexport const run = new Lambda().run;",
    evidence: 'decorator',
  },
  {
    name: 'a decorated route',
    code: "import { Router } from '@aws-lambda-powertools/event-handler/http';\nclass Lambda { @app.get('/x') public async run({ params }) {} }\nexport const run = new Lambda();",
    evidence: 'decorator',
    event: 'PowertoolsRouterContext',
    parameters: ['router-context'],
  },
  {
    name: 'a decorated resolver',
    code: "import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql';\nclass Lambda { @app.onQuery('x') public async run({ id }) {} }\nexport const run = new Lambda();",
    evidence: 'decorator',
    event: 'AppSyncArguments',
    parameters: ['request'],
  },

  {
    name: 'a method of an exported instance',
    code: 'class Lambda { async handler(input) {} }\nexport const lambda = new Lambda();',
    evidence: 'handler-name',
  },

  // Wrappers and templates.
  {
    name: 'a local higher-order function',
    code: 'const withAuth = next => async event => next(event);\nexport const run = withAuth(async event => event.id);',
    evidence: 'wrapper',
  },
  {
    name: 'an imported one whose result is called handler',
    code: "import { wrap } from './wrap';\nexport const handler = wrap(async input => input.id);",
    evidence: 'wrapper',
  },
  {
    name: 'two wrappers, one in the other',
    code: "import { a, b } from './wrap';\nexport const get = a(b(async (event, context) => event.id));",
    evidence: 'wrapper',
  },
  {
    name: 'a fluent wrapper',
    code: "import { start } from './start';\nconst base = async event => event;\nexport const get = start(base).use(json()).use(cors());",
    evidence: 'wrapper',
  },
  {
    name: 'an export that a template names',
    code: 'exports.process = async input => input.id;',
    evidence: 'template',
    template: 'process',
  },
];
