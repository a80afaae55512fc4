import { describe } from 'vitest';
import { program } from './kinds-of-lines.js';

const sinks = `import { exec } from 'node:child_process';`;

describe('wrappers', () => {
  program(
    'middy: the argument, .handler(), and a chain of .use()',
    `import middy from '@middy/core'; ${sinks}
const first = async event => {
  exec(event.a); // command
};
export const one = middy(first).use({});
export const two = middy().use({}).handler(async input => {
  exec(input.a); // command
});
export const three = middy({ timeoutEarlyInMillis: 0 }).handler(async input => {
  exec('ls');
});`,
  );
  program(
    'Sentry, Datadog, durable execution, DAZN',
    `import * as Sentry from '@sentry/aws-serverless'; import { datadog } from 'datadog-lambda-js'; import { withDurableExecution } from '@aws/durable-execution-sdk-js'; import wrap from '@dazn/lambda-powertools-pattern-basic'; ${sinks}
export const one = Sentry.wrapHandler(async input => {
  exec(input.a); // command
});
export const two = datadog(async input => {
  exec(input.a); // command
});
export const three = withDurableExecution(async (input, context) => {
  exec(input.a); // command
});
export const four = wrap(async input => {
  exec(input.a); // command
});
Sentry.init({ beforeSend: input => {
  exec(input.a);
} });`,
  );
  program(
    'what a wrapper is given is a handler, also where nothing shows that the result is exported',
    `import * as Sentry from '@sentry/serverless'; import tracer from '@lumigo/tracer'; import lumigo from '@lumigo/opentelemetry'; import epsagon from 'epsagon'; import thundra from '@thundra/core'; import newrelic from '@newrelic/aws-lambda'; import iopipe from '@iopipe/iopipe'; import { cors } from '@lambda-middleware/cors'; ${sinks}
register(Sentry.wrapHandler(async input => {
  exec(input.a); // command
}));
register(Sentry.AWSLambda.wrapHandler(async input => {
  exec(input.a); // command
}));
register(tracer.trace(async input => {
  exec(input.a); // command
}));
register(lumigo({ token: 'x' }).trace(async input => {
  exec(input.a); // command
}));
register(epsagon.lambdaWrapper(async input => {
  exec(input.a); // command
}));
register(thundra({})(async input => {
  exec(input.a); // command
}));
register(newrelic.setLambdaHandler(async input => {
  exec(input.a); // command
}));
register(iopipe({})(async input => {
  exec(input.a); // command
}));
register(cors()(async input => {
  exec(input.a); // command
}));
register(async input => {
  exec(input.a);
});`,
  );
  program(
    'makeIdempotent counts where its result is exported',
    `import { makeIdempotent } from '@aws-lambda-powertools/idempotency'; ${sinks}
export const one = makeIdempotent(async input => {
  exec(input.a); // command
}, {});
const inner = makeIdempotent(async order => {
  exec(order.name);
}, {});
export const two = async (event, context) => {
  await inner({ name: 'x' });
};`,
  );
  program(
    'response streams',
    `${sinks}
export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  exec(event.a); // command
  const page = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { 'Content-Type': 'text/html' } });
  page.write(event.a); // html response
  const data = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { 'Content-Type': 'application/json' } });
  data.write(event.a); // response
  const other = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { 'content-type': 'text/html' } });
  other.write(event.a); // html response
  data.end();
});`,
  );
  program(
    'batch processors',
    `import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'; ${sinks}
const processor = new BatchProcessor(EventType.SQS);
const perRecord = async record => {
  exec(record.body); // command
  exec(record.messageId);
};
export const handler = async (event, context) => processPartialResponse(event, perRecord, processor, { context });`,
  );
});

describe('routers', () => {
  program(
    'Express behind an adapter',
    `import express from 'express'; import serverless from 'serverless-http'; ${sinks}
const app = express();
app.use((req, res, next) => { next(); });
app.get('/items/:id', async (req, res) => {
  exec(req.params.id); // command
  exec(req.ip);
  res.send('<b>' + req.query.name + '</b>'); // html response
  res.status(200).json({ name: req.body.name }); // response
  res.redirect(req.query.next); // redirect
  res.set('Location', req.query.next); // redirect
  res.set('X-Name', 'x');
  res.sendFile(req.params.id); // path
  res.sendFile(req.params.id, { root: '/opt' });
  res.send('ok');
});
express.Router().post('/x', (req, res) => {
  exec(req.body.name); // command
});
export const handler = serverless(app);`,
  );
  program(
    'Express as a server of its own is not Lambda',
    `import express from 'express'; ${sinks}
const app = express();
app.get('/items/:id', async (req, res) => {
  exec(req.params.id);
});
app.listen(3000);`,
  );
  program(
    'Hono',
    `import { Hono } from 'hono'; import { handle } from 'hono/aws-lambda'; ${sinks}
const app = new Hono();
app.get('/items/:id', c => {
  exec(c.req.param('id')); // command
  return c.html('<b>' + c.req.query('name') + '</b>'); // html response
});
app.post('/items', async c => {
  const data = await c.req.json();
  exec(data.name); // command
  return c.redirect(c.req.query('next')); // redirect
});
app.get('/ok', c => {
  return c.html('<b>ok</b>');
});
export const handler = handle(app);`,
  );
  program(
    'lambda-api',
    `import createAPI from 'lambda-api'; ${sinks}
const api = createAPI();
api.get('/items/:id', async (req, res) => {
  exec(req.params.id); // command
  res.html('<b>' + req.query.name + '</b>'); // html response
  res.redirect(req.query.next); // redirect
  res.json({ ok: true });
});
export const handler = async (event, context) => api.run(event, context);`,
  );
  program(
    "Powertools' router and AppSync resolvers",
    `import { Router } from '@aws-lambda-powertools/event-handler/http'; import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql'; ${sinks}
const app = new Router();
app.get('/items/:id', async ({ params, req }) => {
  exec(params.id); // command
});
app.post('/items', async reqCtx => {
  const data = await reqCtx.req.json();
  exec(data.name); // command
});
const graph = new AppSyncGraphQLResolver();
graph.onQuery('item', async ({ id }) => {
  exec(id); // command
});
graph.resolver(async ({ id }) => {
  exec(id); // command
}, { fieldName: 'x' });
export const handler = async (event, context) => app.resolve(event, context);
export const resolve = async (event, context) => graph.resolve(event, context);`,
  );
});
