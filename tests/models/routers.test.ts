import { describe, expect, it } from 'vitest';
import { eventsOf, program, registeredIn } from './kinds-of-lines.js';

const sinks = `import { exec } from 'node:child_process';`;

describe('routes behind an adapter', () => {
  program(
    'Express: pages, addresses, parameters; the app is handed on in an option',
    `import express from 'express'; import serverlessExpress from '@vendia/serverless-express'; ${sinks}
const app = express();
app.param('id', (req, res, next) => {
  exec(req.params.id); // command
});
app.get('/items/:id', (req, res) => {
  res.location(req.query.next); // redirect
  res.render('page', req.body); // template
  res.render('page', { name: req.query.name });
  res.render(req.query.page); // path
});
export const handler = serverlessExpress({ app });`,
  );
  program(
    'Express configured first',
    `import express from 'express'; import serverlessExpress from '@vendia/serverless-express'; ${sinks}
const app = express();
app.get('/', (req, res) => {
  exec(req.query.name); // command
});
export const { handler } = serverlessExpress.configure({ app });`,
  );
  program(
    'Express as a server that a proxy calls',
    `import express from 'express'; import awsServerlessExpress from 'aws-serverless-express'; ${sinks}
const app = express();
app.get('/', (req, res) => {
  exec(req.query.name); // command
});
const server = awsServerlessExpress.createServer(app);
export const handler = (event, context) => awsServerlessExpress.proxy(server, event, context);`,
  );
  program(
    'Fastify',
    `import fastify from 'fastify'; import awsLambdaFastify from '@fastify/aws-lambda'; ${sinks}
const app = fastify();
app.addHook('preHandler', async (request, reply) => {
  exec(request.body.name); // command
  reply.redirect(request.body.next); // redirect
});
app.get('/items/:id', async (request, reply) => {
  exec(request.params.id); // command
  reply.redirect(request.query.next); // redirect
  reply.header('Location', request.query.next); // redirect
  reply.header('X-Name', 'x');
  reply.sendFile(request.query.file); // path
  reply.sendFile(request.query.file, '/opt/pages');
  reply.code(200).send({ name: request.query.name }); // response
});
app.route({ method: 'GET', url: '/', preHandler: (request, reply, done) => {
  exec(request.query.name); // command
}, handler: async request => {
  exec(request.query.name); // command
} });
app.setErrorHandler((error, request, reply) => {
  reply.send(error); // response
});
export const handler = awsLambdaFastify(app);`,
  );
  program(
    'Koa',
    `import Koa from 'koa'; import Router from '@koa/router'; import serverless from 'serverless-http'; ${sinks}
const app = new Koa();
const router = new Router();
router.get('/items/:id', async ctx => {
  exec(ctx.params.id); // command
  ctx.body = { name: ctx.query.name }; // response
  ctx.response.body = ctx.query.name; // response
  ctx.redirect(ctx.query.next); // redirect
  ctx.set('Location', ctx.query.next); // redirect
  ctx.set('X-Name', 'x');
});
app.use(async (ctx, next) => {
  exec(ctx.request.body.name); // command
});
app.use(router.routes());
export const handler = serverless(app);`,
  );
  program(
    'Hono: headers, OpenAPI routes, errors',
    `import { OpenAPIHono } from '@hono/zod-openapi'; import { handle } from 'hono/aws-lambda'; ${sinks}
const app = new OpenAPIHono();
app.openapi({ path: '/' }, c => {
  exec(c.req.query('name')); // command
  c.header('Location', c.req.query('next')); // redirect
  c.header('X-Name', 'x');
});
app.onError((error, c) => {
  exec(c.req.query('name')); // command
  return c.text(error.message); // response
});
export const handler = handle(app);`,
  );
});

describe('routers of their own', () => {
  program(
    'lambda-api: any method, middleware',
    `import createAPI from 'lambda-api'; ${sinks}
const api = createAPI();
api.METHOD('GET', '/', async (req, res) => {
  exec(req.query.name); // command
});
api.use((req, res, next) => {
  exec(req.query.name); // command
});
export const handler = async (event, context) => api.run(event, context);`,
  );
  program(
    'aws-lambda-router',
    `import { handler as router } from 'aws-lambda-router'; ${sinks}
export const handler = router({ proxyIntegration: { routes: [{ path: '/', method: 'GET', action: (request, context) => {
  exec(request.queryStringParameters.name); // command
} }] } });`,
  );
  program(
    'Apollo resolvers',
    `import { ApolloServer } from 'apollo-server-lambda'; ${sinks}
const server = new ApolloServer({ resolvers: { Query: { item: (parent, { id }) => {
  exec(id); // command
} } } });
export const handler = server.createHandler();`,
  );
  program(
    "Middy's routers: a list of routes, or an object that has one",
    `import httpRouter from '@middy/http-router'; import wsRouter from '@middy/ws-router'; import middy from '@middy/core'; ${sinks}
export const http = middy().handler(httpRouter([{ method: 'GET', path: '/', handler: async input => {
  exec(input.body); // command
} }]));
export const httpObject = middy().handler(httpRouter({ routes: [{ method: 'GET', path: '/', handler: async input => {
  exec(input.body); // command
} }] }));
export const sockets = middy().handler(wsRouter([{ routeKey: '$connect', handler: async input => {
  exec(input.body); // command
} }]));
export const socketsObject = middy().handler(wsRouter({ routes: [{ routeKey: '$connect', handler: async input => {
  exec(input.body); // command
} }] }));`,
  );
  it("Middy's router of custom resources", () => {
    const route = `{ requestType: 'Create', handler: async input => input.name }`;
    const code = `import router from '@middy/cloudformation-router'; export const list = router([${route}]); export const object = router({ routes: [${route}] });`;
    expect(eventsOf(code)).toEqual(['CloudFormationCustomResourceEvent', 'CloudFormationCustomResourceEvent']);
  });
  program(
    "Powertools' HTTP routes",
    `import { Router } from '@aws-lambda-powertools/event-handler/http'; ${sinks}
const app = new Router();
app.route(async ({ params }) => {
  exec(params.id); // command
}, { method: 'GET', path: '/items/:id' });
export const handler = async (event, context) => app.resolve(event, context);`,
  );
  program(
    "Powertools' AppSync resolvers of batches",
    `import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql'; ${sinks}
const graph = new AppSyncGraphQLResolver();
graph.onBatchQuery('item', async events => {
  exec(events[0].arguments.id); // command
});
graph.onBatchMutation('item', async events => {
  exec(events[0].arguments.id); // command
});
graph.batchResolver(async events => {
  exec(events[0].arguments.id); // command
}, { fieldName: 'x' });
export const handler = async (event, context) => graph.resolve(event, context);`,
  );
  program(
    "Powertools' AppSync events and Bedrock tools",
    `import { AppSyncEventsResolver } from '@aws-lambda-powertools/event-handler/appsync-events'; import { BedrockAgentFunctionResolver } from '@aws-lambda-powertools/event-handler/bedrock-agent'; ${sinks}
const events = new AppSyncEventsResolver();
events.onPublish('/default/*', async payload => {
  exec(payload.name); // command
});
events.onSubscribe('/default/*', async input => {
  exec(input.info.channel.path); // command
});
const agent = new BedrockAgentFunctionResolver();
agent.tool(async ({ city }) => {
  exec(city); // command
}, { name: 'weather' });
export const handler = async (event, context) => events.resolve(event, context);
export const answer = async (event, context) => agent.resolve(event, context);`,
  );
  program(
    "Powertools' Kafka consumer and registered batch processors",
    `import { kafkaConsumer } from '@aws-lambda-powertools/kafka'; import { BatchProcessor, EventType } from '@aws-lambda-powertools/batch'; ${sinks}
export const handler = kafkaConsumer(async (event, context) => {
  for (const record of event.records) exec(record.value); // command
}, {});
const processor = new BatchProcessor(EventType.SQS);
processor.register(event, async record => {
  exec(record.body); // command
});`,
  );
});

/** Calls that take handlers, one a line, and what each handler gets. */
const registered: readonly (readonly [library: string, code: string, handlers: readonly string[]])[] = [
  [
    'Express',
    `import express from 'express'; import serverless from 'serverless-http'; const app = express();
app.get('/', async (a, b) => a);
app.use(async (a, b, c) => a);
app.use(async (a, b, c, d) => a);
app.param('id', async (a, b, c, d) => a);
export const handler = serverless(app);`,
    [
      'request response unknown of ExpressRequest',
      'request response unknown of ExpressRequest',
      'error request response unknown of ExpressRequest',
      'request response unknown unknown of ExpressRequest',
    ],
  ],
  [
    'Fastify',
    `import fastify from 'fastify'; import lambda from '@fastify/aws-lambda'; const app = fastify();
app.get('/', async a => a);
app.get('/', {}, async a => a);
app.route({ handler: async a => a });
app.route({ preHandler: async a => a });
app.addHook('preHandler', async a => a);
export const handler = lambda(app);`,
    [
      'request response unknown of FastifyRequest responds',
      'request response unknown of FastifyRequest responds',
      'request response unknown of FastifyRequest responds',
      'request response unknown of FastifyRequest responds',
      'request response unknown of FastifyRequest responds',
    ],
  ],
  [
    'Koa',
    `import Koa from 'koa'; import serverless from 'serverless-http'; const app = new Koa();
app.use(async a => a);
export const handler = serverless(app);`,
    ['router-context unknown of KoaContext'],
  ],
  [
    'Hono',
    `import { OpenAPIHono } from '@hono/zod-openapi'; import { handle } from 'hono/aws-lambda'; const app = new OpenAPIHono();
app.get('/', async a => a);
app.openapi(route, async a => a);
app.onError(async (a, b) => a);
export const handler = handle(app);`,
    [
      'router-context unknown of HonoContext responds',
      'router-context of HonoContext responds',
      'unknown router-context of HonoContext responds',
    ],
  ],
  [
    'lambda-api',
    `import createApi from 'lambda-api'; const app = createApi();
app.get('/', async a => a);
app.METHOD('get', '/', async a => a);
app.use(async a => a);
export const handler = async (event, context) => app.run(event, context);`,
    [
      'request response of LambdaApiRequest responds',
      'request response of LambdaApiRequest responds',
      'request response unknown of LambdaApiRequest',
    ],
  ],
  [
    'aws-lambda-router',
    `import * as router from 'aws-lambda-router';
export const handler = router.handler({ proxyIntegration: { routes: [{ action: async a => a }] } });`,
    ['event context callback of APIGatewayProxyEvent responds'],
  ],
  [
    'tRPC',
    `import { initTRPC } from '@trpc/server'; import { awsLambdaRequestHandler } from '@trpc/server/adapters/aws-lambda'; const t = initTRPC.create();
const router = t.router({ one: t.procedure.query(async a => a) });
export const handler = awsLambdaRequestHandler({ router });`,
    ['router-context of TrpcOptions responds'],
  ],
  [
    'Apollo',
    `import { ApolloServer } from '@apollo/server'; import { startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
const server = new ApolloServer({ resolvers: { Query: { one: async (a, b) => a } } });
export const handler = startServerAndCreateLambdaHandler(server);`,
    ['unknown request of AppSyncArguments responds'],
  ],
  [
    'Apollo of before',
    `import { ApolloServer } from 'apollo-server-lambda';
new ApolloServer({ resolvers: { Query: { one: async (a, b) => a } } });`,
    ['unknown request of AppSyncArguments responds'],
  ],
  [
    "Powertools' batches and Kafka",
    `import { BatchProcessor, processPartialResponse } from '@aws-lambda-powertools/batch'; import { kafkaConsumer } from '@aws-lambda-powertools/kafka';
processPartialResponse(input, async a => a, new BatchProcessor());
new BatchProcessor().register(input, async a => a);
kafkaConsumer(async a => a);`,
    ['record context of null', 'record of null', 'event context callback of MSKEvent'],
  ],
  [
    "Powertools' HTTP routes",
    `import { Router } from '@aws-lambda-powertools/event-handler/http'; const app = new Router();
app.get('/', async a => a);
app.route(async a => a);
app.errorHandler(Oops, async (a, b) => a);`,
    [
      'router-context of PowertoolsRouterContext responds',
      'router-context of PowertoolsRouterContext responds',
      'unknown router-context of PowertoolsRouterContext responds',
    ],
  ],
  [
    "Powertools' GraphQL",
    `import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql'; const app = new AppSyncGraphQLResolver();
app.onQuery('a', async a => a);
app.resolver(async a => a);
app.onBatchQuery('a', async a => a);
app.batchResolver(async a => a);`,
    [
      'request of AppSyncArguments responds',
      'request of AppSyncArguments responds',
      'event of AppSyncResolverEvent[] responds',
      'event of AppSyncResolverEvent[] responds',
    ],
  ],
  [
    "Powertools' events and tools",
    `import { AppSyncEventsResolver } from '@aws-lambda-powertools/event-handler/appsync-events'; import { BedrockAgentFunctionResolver } from '@aws-lambda-powertools/event-handler/bedrock-agent';
new AppSyncEventsResolver().onPublish('/', async a => a);
new AppSyncEventsResolver().onSubscribe('/', async a => a);
new BedrockAgentFunctionResolver().tool(async a => a);`,
    ['event of null responds', 'event of AppSyncEventsPublishEvent responds', 'event of null responds'],
  ],
  [
    'streams',
    `import { streamifyResponse } from 'lambda-stream';
export const one = streamifyResponse(async a => a);
export const two = awslambda.streamifyResponse(async a => a);`,
    ['event response context of null responds', 'event response context of null responds'],
  ],
];

describe('what a registered handler gets', () => {
  it.each(registered)('%s', (_, code, handlers) => {
    expect(registeredIn(code)).toEqual(handlers);
  });
});

/** How an application is put behind Lambda. */
const adapters: readonly (readonly [name: string, code: string])[] = [
  ...['serverless-http', '@vendia/serverless-express', '@codegenie/serverless-express', 'aws-lambda-fastify', '@fastify/aws-lambda'].map(
    name => [name, `import wrap from '${name}'; export const handler = wrap(app);`] as const,
  ),
  ['aws-serverless-koa', "export const handler = require('aws-serverless-koa')(app);"],
  ['an application among the options', "export const { handler } = require('@vendia/serverless-express').configure({ app });"],
  ['a server', "const server = require('aws-serverless-express').createServer(app);"],
  ...['hono/aws-lambda', 'hono/lambda-edge', '@hono/aws-lambda'].map(
    name => [name, `import { handle } from '${name}'; export const handler = handle(app);`] as const,
  ),
  ['Apollo', "export const handler = require('@as-integrations/aws-lambda').startServerAndCreateLambdaHandler(app);"],
  ["tRPC's router", "export const handler = require('@trpc/server/adapters/aws-lambda').awsLambdaRequestHandler({ router: app });"],
];

describe('a web application is a handler where it is put behind Lambda', () => {
  const routes = "import express from 'express'; const app = express(); app.get('/', async (a, b) => a);";

  it.each(adapters)('%s', (_, code) => {
    expect(registeredIn(`${routes}\n${code}`)).toHaveLength(1);
  });

  it('and not where something else takes it', () => {
    expect(registeredIn(`${routes}\nimport wrap from './wrap'; export const handler = wrap(app);`)).toEqual([]);
  });
});
