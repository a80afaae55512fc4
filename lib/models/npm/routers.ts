import { defineModel, type HandlerSpec } from '../model.js';
import { sinks, sources } from '../specs.js';

const verbs = 'get,post,put,patch,delete,all,options,head';
const location = { argument: 0, is: { oneOf: ['Location', 'location', 'LOCATION'] } } as const;
const adapter = { needs: 'adapter' } as const;
const failure = 'the caught error';

/** Web frameworks: their routes are handlers where the application is put behind Lambda. */
export default [
  // https://expressjs.com/en/5x/api.html
  defineModel({
    module: ['express', 'express-promise-router', 'router', 'restana', 'polka', '@tinyhttp/app', 'ultimate-express'],
    types: {
      App: [
        'ReturnValue',
        'Member[Router,express].ReturnValue',
        'Member[Router,App].Instance',
        `App.Member[route,${verbs},use].ReturnValue`,
      ],
      Response: [
        `App.Member[${verbs}].Argument[0..].Parameter[1]`,
        // The second one of a middleware, the third one of what is called when something failed.
        'App.Member[use].Argument[0..].Parameter[1,2]',
        'Response.Member[status,type,contentType,set,header,setHeader,append,cookie,vary,attachment,links].ReturnValue',
      ],
    },
    handlers: [
      ...[`App.Member[${verbs}].Argument[0..]`, 'App.Member[use].Argument[0..]'].map((path): HandlerSpec => ({
        path,
        parameters: ['request', 'response', 'unknown'],
        event: 'ExpressRequest',
        responds: false,
        failure: ['error', 'request', 'response', 'unknown'],
        ...adapter,
      })),
      {
        path: 'App.Member[param].Argument[1]',
        parameters: ['request', 'response', 'unknown', 'unknown'],
        event: 'ExpressRequest',
        responds: false,
        ...adapter,
      },
    ],
    sources: sources('event', 'a path parameter', ['App.Member[param].Argument[1].Parameter[3]']),
    sinks: [
      ...sinks('response', ['Response.Member[json,jsonp,send,end,write].Argument[0]']),
      // A string is sent as text/html unless the response says otherwise.
      ...sinks('html', ['Response.Member[send].Argument[0]']),
      ...sinks('redirect', ['Response.Member[redirect].Argument[0,1]', 'Response.Member[location].Argument[0]']),
      ...sinks('redirect', ['Response.Member[set,header,setHeader,append].Argument[1]'], { when: location }),
      ...sinks('path', ['Response.Member[sendFile,download,sendfile].Argument[0]'], {
        when: { argument: 1, property: 'root', is: 'absent' },
      }),
      ...sinks('template', ['Response.Member[render].Argument[1]'], { only: 'object' }),
      ...sinks('path', ['Response.Member[render].Argument[0]']),
    ],
  }),
  // https://fastify.dev/docs/latest/Reference/Reply
  defineModel({
    module: 'fastify',
    types: {
      App: [
        'ReturnValue',
        'Member[fastify].ReturnValue',
        'App.Member[register].Argument[0].Parameter[0]',
        `App.Member[${verbs},register,route].ReturnValue`,
      ],
      Reply: [
        `App.Member[${verbs}].Argument[1,2].Parameter[1]`,
        'App.Member[route].Argument[0].Member[handler,preHandler].Parameter[1]',
        'App.Member[addHook].Argument[1].Parameter[1]',
        'App.Member[setErrorHandler].Argument[0].Parameter[2]',
        'Reply.Member[code,status,header,headers,type].ReturnValue',
      ],
    },
    handlers: [
      `App.Member[${verbs}].Argument[1,2]`,
      'App.Member[route].Argument[0].Member[handler,preHandler]',
      'App.Member[addHook].Argument[1]',
    ].map((path): HandlerSpec => ({ path, parameters: ['request', 'response', 'unknown'], event: 'FastifyRequest', ...adapter })),
    sources: sources('error', failure, ['App.Member[setErrorHandler].Argument[0].Parameter[0]']),
    sinks: [
      ...sinks('response', ['Reply.Member[send].Argument[0]']),
      ...sinks('html', ['Reply.Member[send].Argument[0]'], { when: { argument: 0, of: 'receiver', is: 'html-type' } }),
      ...sinks('html', ['Reply.Member[send].Argument[0]'], { when: { argument: 1, of: 'receiver', is: 'html-type' } }),
      ...sinks('redirect', ['Reply.Member[redirect].Argument[0,1]']),
      ...sinks('redirect', ['Reply.Member[header].Argument[1]'], { when: location }),
      ...sinks('path', ['Reply.Member[sendFile,download].Argument[0]'], { when: { argument: 1, is: 'absent' } }),
    ],
  }),
  // https://koajs.com/#context
  defineModel({
    module: ['koa', '@koa/router', 'koa-router'],
    types: {
      App: ['ReturnValue', `App.Member[${verbs},use].ReturnValue`],
      Context: [`App.Member[${verbs},use].Argument[0..].Parameter[0]`],
    },
    handlers: [
      {
        path: `App.Member[${verbs},use].Argument[0..]`,
        parameters: ['router-context', 'unknown'],
        event: 'KoaContext',
        responds: false,
        ...adapter,
      },
    ],
    sinks: [
      ...sinks('response', ['Context.Member[body]', 'Context.Member[response].Member[body]']),
      // A text that begins with a tag is sent as text/html.
      ...sinks('html', ['Context.Member[body]', 'Context.Member[response].Member[body]'], { when: { argument: 0, is: 'html-start' } }),
      ...sinks('redirect', ['Context.Member[redirect].Argument[0]']),
      ...sinks('redirect', ['Context.Member[set].Argument[1]'], { when: location }),
    ],
  }),
  // https://hono.dev/docs/api/context
  defineModel({
    module: ['hono', 'hono/tiny', 'hono/quick', '@hono/zod-openapi'],
    types: {
      App: ['Member[Hono,OpenAPIHono].Instance', `App.Member[${verbs},use,on,route,basePath].ReturnValue`],
      Context: [
        `App.Member[${verbs},use,on].Argument[0..].Parameter[0]`,
        'App.Member[notFound].Argument[0].Parameter[0]',
        'App.Member[onError].Argument[0].Parameter[1]',
        'App.Member[openapi].Argument[1].Parameter[0]',
      ],
    },
    handlers: [
      { path: `App.Member[${verbs},use,on].Argument[0..]`, parameters: ['router-context', 'unknown'], event: 'HonoContext', ...adapter },
      { path: 'App.Member[openapi].Argument[1]', parameters: ['router-context'], event: 'HonoContext', ...adapter },
      { path: 'App.Member[onError].Argument[0]', parameters: ['unknown', 'router-context'], event: 'HonoContext', ...adapter },
    ],
    sources: sources('error', failure, ['App.Member[onError].Argument[0].Parameter[0]']),
    sinks: [
      ...sinks('response', ['Context.Member[json,text,html,body,newResponse].Argument[0]']),
      ...sinks('html', ['Context.Member[html].Argument[0]']),
      ...sinks('redirect', ['Context.Member[redirect].Argument[0]']),
      ...sinks('redirect', ['Context.Member[header].Argument[1]'], { when: location }),
    ],
  }),
  // Its template tag escapes; raw() is what does not.
  defineModel({ module: 'hono/html', sinks: sinks('html', ['Member[raw].Argument[0]']) }),
  // https://github.com/jeremydaly/lambda-api#response
  defineModel({
    module: 'lambda-api',
    types: {
      App: ['ReturnValue', 'Member[createAPI].ReturnValue', 'App.Member[register].Argument[0].Parameter[0]'],
      Response: [
        `App.Member[${verbs},any,METHOD].Argument[0..].Parameter[1]`,
        'App.Member[use].Argument[0..].Parameter[1]',
        'Response.Member[status,header,type,cors,cookie,cache,attachment,etag,location].ReturnValue',
      ],
    },
    handlers: [
      { path: `App.Member[${verbs},any].Argument[0..]`, parameters: ['request', 'response'], event: 'LambdaApiRequest' },
      { path: 'App.Member[METHOD].Argument[1..]', parameters: ['request', 'response'], event: 'LambdaApiRequest' },
      { path: 'App.Member[use].Argument[0..]', parameters: ['request', 'response', 'unknown'], event: 'LambdaApiRequest', responds: false },
    ],
    sinks: [
      ...sinks('response', ['Response.Member[json,jsonp,send,html,error].Argument[0..]']),
      ...sinks('html', ['Response.Member[html].Argument[0]']),
      ...sinks('redirect', ['Response.Member[redirect].Argument[0,1]', 'Response.Member[location].Argument[0]']),
      ...sinks('redirect', ['Response.Member[header].Argument[1]'], { when: location }),
      ...sinks('path', ['Response.Member[sendFile,download].Argument[0]']),
    ],
  }),
  defineModel({
    module: 'aws-lambda-router',
    handlers: [
      {
        path: 'Member[handler].Argument[0].Member[proxyIntegration].Member[routes].ArrayElement.Member[action]',
        event: 'APIGatewayProxyEvent',
      },
    ],
  }),
  // https://trpc.io/docs/server/adapters/aws-lambda
  defineModel({
    module: '@trpc/server',
    types: {
      Builder: ['Member[initTRPC]', 'Builder.Member[context,meta].ReturnValue'],
      Procedure: [
        'Builder.Member[create].ReturnValue.Member[procedure]',
        'Procedure.Member[input,output,use,meta,unstable_concat].ReturnValue',
      ],
    },
    handlers: [
      {
        path: 'Procedure.Member[query,mutation,subscription].Argument[0]',
        parameters: ['router-context'],
        event: 'TrpcOptions',
        ...adapter,
      },
    ],
  }),
  defineModel({ module: '@trpc/server/adapters/aws-lambda', adapters: ['Member[awsLambdaRequestHandler].Argument[0].Member[router]'] }),
  // Resolvers get (parent, arguments, context).
  defineModel({
    module: '@apollo/server',
    handlers: [
      {
        path: 'Member[ApolloServer].Argument[0].Member[resolvers].AnyMember.AnyMember',
        parameters: ['unknown', 'request'],
        event: 'AppSyncArguments',
        ...adapter,
      },
    ],
  }),
  defineModel({
    module: ['apollo-server-lambda', 'graphql-yoga'],
    handlers: [
      {
        path: 'Member[ApolloServer].Argument[0].Member[resolvers].AnyMember.AnyMember',
        parameters: ['unknown', 'request'],
        event: 'AppSyncArguments',
      },
    ],
  }),
];
