import { describe, expect, it } from 'vitest';
import { judgeCandidate } from '../../lib/handlers/judge.js';
import { onlyCalledWithConstants } from '../../lib/handlers/vetoes/constant-calls.js';
import type { FunctionNode } from '../../lib/flow/value.js';
import { childrenOf } from '../../lib/handlers/children.js';
import { functionName } from '../../lib/handlers/function-name.js';
import { isFunction } from '../../lib/handlers/candidate.js';
import { candidatesOf, parseProgram } from './candidates-of.js';

const isHandler = (code: string, filename?: string): boolean =>
  candidatesOf(code, filename).some(candidate => judgeCandidate(candidate) !== null);

/** What a veto is for, and the same without what the veto sees. */
const vetoed: readonly {
  readonly name: string;
  readonly code: string;
  readonly filename?: string;
  readonly but: string;
  readonly butFilename?: string;
}[] = [
  {
    name: 'a test by its file name',
    code: 'exports.handler = async event => event;',
    filename: 'src/handler.test.ts',
    but: 'exports.handler = async event => event;',
    butFilename: 'src/test.ts',
  },
  {
    name: 'a test in __tests__',
    code: 'exports.handler = async event => event;',
    filename: 'src/__tests__/handler.ts',
    but: 'exports.handler = async event => event;',
    butFilename: 'src/tests/handler.ts',
  },
  {
    name: 'a test by its runner',
    code: "import { vi } from 'vitest';\nexport const handler = async event => event;",
    but: "import { vi } from './vi';\nexport const handler = async event => event;",
  },
  {
    name: 'a test by its suite',
    code: "describe('x', () => {});\nexport const handler = async event => event;",
    but: "configure('x', () => {});\nexport const handler = async event => event;",
  },
  {
    name: 'a listener of the browser by the type of its event',
    code: 'export const saveHandler = async (event: MouseEvent) => event.x;',
    but: 'export const saveHandler = async (event: SaveEvent) => event.x;',
  },
  {
    name: "a listener by React's type",
    code: "import React from 'react';\nexport const saveHandler = async (event: React.ChangeEvent<HTMLInputElement>) => event;",
    but: "import Rx from 'rx';\nexport const saveHandler = async (event: Rx.Signal) => event;",
  },
  {
    name: 'a listener by what it reads',
    code: 'export const submit = async event => { event.preventDefault(); };',
    but: 'export const submit = async event => { event.prevent(); };',
  },
  {
    name: 'a listener by its target',
    code: 'export const submit = async event => event.target.value;',
    but: 'export const submit = async event => event.target;',
  },
  {
    name: 'a service worker',
    code: 'export const handler = event => { event.respondWith(1); };',
    but: 'export const handler = event => { event.respond(1); };',
  },
  {
    name: 'a component',
    code: 'export default function Event(event) { return <p>{event.title}</p>; }',
    filename: 'event.tsx',
    but: 'export default function Event(event) { return render(<p>{event.title}</p>); }',
    butFilename: 'event.tsx',
  },
  {
    name: 'a component with an expression body',
    code: 'export const lambdaCard = async (event, context) => <p>{event.title}</p>;',
    filename: 'card.tsx',
    but: 'export const lambdaCard = async (event, context) => ({ html: <p>{event.title}</p> });',
    butFilename: 'card.tsx',
  },
  {
    name: 'the global Event of the browser',
    code: 'export const handler = async (e: Event) => e.type;',
    but: 'interface Event { type: string }\nexport const handler = async (e: Event) => e.type;',
  },
  {
    name: 'the global Request of the web',
    code: 'export const handler = async (r: Request) => r.url;',
    but: 'type Request = { url: string };\nexport const handler = async (r: Request) => r.url;',
  },
  { name: 'a hook', code: 'export const useEvent = async event => event;', but: 'export const userEvent = async event => event;' },
  {
    name: 'a module of the browser',
    code: "import { useState } from 'react';\nexport const track = async event => event;",
    but: "import { useState } from './state';\nexport const track = async event => event;",
  },
  {
    name: 'a module of the browser that renders nothing',
    code: "import React from 'react';\nexport const page = async event => event;",
    but: "import React from 'react';\nimport { renderToString } from 'react-dom/server';\nexport const page = async event => event;",
  },
  {
    name: 'a client component',
    code: "'use client';\nexport const handler = async event => event;",
    but: "'use strict';\nexport const handler = async event => event;",
  },
  {
    name: 'a server callback',
    code: 'export default async function handler(req, res) { res.end(); }',
    but: 'export async function handler(req, out) { out.end(); }',
  },
  {
    name: 'a server callback called handler',
    code: 'exports.handler = (request, response) => response.end();',
    but: 'exports.handler = (request, context) => context.done();',
  },
  {
    name: 'error middleware',
    code: 'exports.errorHandler = async (err, req, res) => res.end();',
    but: 'exports.eventHandler = async (evt, ctx, cb) => cb();',
  },
  {
    name: 'middleware with next',
    code: 'exports.handler = async (input, output, next) => next();',
    but: 'exports.handler = async (input, output, done) => done();',
  },
  {
    name: 'Twilio and Azure put the context first',
    code: 'exports.handler = (context, event, callback) => callback(null, event.x);',
    but: 'exports.handler = (event, context, callback) => callback(null, event.x);',
  },
  {
    name: 'a web request',
    code: 'export const handler = async (req: Request) => new Response();',
    but: 'export const handler = async (req: OrderRequest) => new Response();',
  },
  {
    name: "a server's type",
    code: "import type { Request } from 'express';\nexport const handler = async (r: Request) => r;",
    but: "import type { Request } from './request';\nexport const handler = async (r: Request) => r;",
  },
  {
    name: "a server's handler type",
    code: "import type { RequestHandler } from 'express';\nexport const getHandler: RequestHandler = async (a, b) => b;",
    but: "import type { RequestHandler } from './types';\nexport const getHandler: RequestHandler = async (a, b) => b;",
  },
  {
    name: 'infrastructure',
    code: "import { Stack } from 'aws-cdk-lib';\nexport const lambdaFor = async (event, context) => event;",
    but: "import { Stack } from './stack';\nexport const lambdaFor = async (event, context) => event;",
  },
  {
    name: "a tool's configuration",
    code: 'export default async function (event) { return event; }',
    filename: 'sst.config.ts',
    but: 'export default async function (event) { return event; }',
    butFilename: 'sst.ts',
  },
  {
    name: "a resolver of AppSync's own runtime",
    code: "import { util } from '@aws-appsync/utils';\nexport function answer(ctx) { return ctx.info.fieldName; }",
    but: "import { util } from './utils';\nexport function answer(ctx) { return ctx.info.fieldName; }",
  },
  {
    name: "a resolver of AppSync's own runtime that asks a table",
    code: "import { get } from '@aws-appsync/utils/dynamodb';\nexport function answer(ctx) { return ctx.info.fieldName; }",
    but: "import { get } from '@aws-appsync/utilities';\nexport function answer(ctx) { return ctx.info.fieldName; }",
  },
  {
    name: "half a resolver of AppSync's own runtime",
    code: 'export function request(ctx) { return ctx.info.fieldName; }',
    but: 'export function request(input) { return input.info.fieldName; }',
  },
  {
    name: 'an emitter callback',
    code: "bus.on('x', onOrder);\nexport async function onOrder(event) { return event; }",
    but: "bus.add('x', onOrder);\nexport async function onOrder(event) { return event; }",
  },
  {
    name: 'an emitter callback given in place',
    code: "export const sub = bus.on('x', async event => event);",
    but: "export const sub = wrap('x', async event => event);",
  },
  {
    name: 'a command of yargs',
    code: "export const command = 'deploy <stage>';\nexport const handler = async input => input.stage;",
    but: "export const commands = 'deploy <stage>';\nexport const handler = async input => input.stage;",
  },
  {
    name: 'arguments of yargs',
    code: "import type yargs from 'yargs';\nexport const handler = async (input: yargs.Arguments) => input.stage;",
    but: "import type deploy from './deploy';\nexport const handler = async (input: deploy.Arguments) => input.stage;",
  },
  {
    name: 'a list callback',
    code: 'export const keys = list.map(async event => event.key);',
    but: 'export const keys = wrap(async event => event.key);',
  },
  {
    name: 'a promise callback',
    code: 'export const key = load().then(async event => event.key);',
    but: 'export const key = load().wrap(async event => event.key);',
  },
  {
    name: 'a factory',
    code: 'export const withEvent = async event => { return async () => event; };',
    but: 'export const withEvent = async event => { return [async () => event]; };',
  },
  {
    name: 'another platform',
    code: "import { onObjectFinalized } from 'firebase-functions/v2/storage';\nexport const scan = onObjectFinalized(async event => event.data.name);",
    but: "import { onObjectFinalized } from './storage';\nexport const scan = onObjectFinalized(async event => event.data.name);",
  },
  {
    name: 'a route of Nitro',
    code: 'export default defineEventHandler(async event => event.path);',
    but: 'export default defineHandle(async event => event.path);',
  },
  {
    name: 'a route of SvelteKit',
    code: 'export const load = async event => event.params;',
    filename: 'src/routes/+page.server.ts',
    but: 'export const load = async event => event.params;',
    butFilename: 'src/routes/page.server.ts',
  },
  {
    name: 'a worker',
    code: 'export default { async fetch(event) { return event; } };',
    but: 'export default { async run(event) { return event; } };',
  },
  {
    name: 'only called with constants',
    code: "export async function render(event) { return event.name; }\nrender({ name: 'a' });\nrender({ name: `b` });",
    but: "export async function render(event) { return event.name; }\nrender({ name: 'a' });\nrender({ name: input });",
  },
  {
    name: 'error middleware called handler',
    code: 'exports.handler = async (failure, req, res) => res.end();',
    but: 'exports.handler = async (failure, ctx, cb) => cb();',
  },
  {
    name: "a server's type of the second parameter",
    code: "import type { Reply } from 'fastify';\nexport const handler = async (a, b: Reply) => b;",
    but: "import type { Reply } from './reply';\nexport const handler = async (a, b: Reply) => b;",
  },
  {
    name: "a listener called handler by React's type",
    code: "import React from 'react';\nexport const handler = async (event: React.ChangeEvent<HTMLInputElement>) => event;",
    but: "import React from 'react';\nexport const handler = async (event: React.Signal) => event;",
  },
  {
    name: 'a component that returns a fragment',
    code: 'export default function Event(event) { return <>{event.title}</>; }',
    filename: 'event.tsx',
    but: 'export default function Event(event) { const row = () => { return <>{event.title}</>; }; return render(row); }',
    butFilename: 'event.tsx',
  },
  {
    name: 'a fragment as the body',
    code: 'export const lambdaCard = async (event, context) => <>{event.title}</>;',
    filename: 'card.tsx',
    but: 'export const lambdaCard = async (event, context) => [<>{event.title}</>];',
    butFilename: 'card.tsx',
  },
  {
    name: 'a function of a module for the browser, unless it is called handler',
    code: "import { useState } from 'react';\nexport const onEvent = async event => event;",
    but: "import { useState } from 'react';\nexport const handler = async event => event;",
  },
  {
    name: 'a function of a stack, unless it is called handler',
    code: "import { Stack } from 'aws-cdk-lib';\nexport const run = async (event, context) => event;",
    but: "import { Stack } from 'aws-cdk-lib';\nexport const handler = async (event, context) => event;",
  },
  {
    name: 'a function that returns a function at once',
    code: 'export const withEvent = async event => async () => event;',
    but: 'export const withEvent = async event => [async () => event];',
  },
  {
    name: 'a function that returns one of the old form',
    code: 'export const withEvent = async event => { return function () { return event; }; };',
    but: 'export const withEvent = async event => { const later = function () { return event; }; return later(); };',
  },
  {
    name: 'given to a timer',
    code: 'setTimeout(onOrder, 1000);\nexport async function onOrder(event) { return event; }',
    but: 'wrap()(onOrder, 1000);\nexport async function onOrder(event) { return event; }',
  },
  {
    name: 'a method that its class gives to an emitter',
    code: "class Orders { start() { bus.on('x', this.lambda); } async lambda(event, context) { return event; } }\nmodule.exports.orders = new Orders();",
    but: "class Orders { start() { bus.on('x', this.other); } async lambda(event, context) { return event; } }\nmodule.exports.orders = new Orders();",
  },
  {
    name: 'a bound method that its class gives to an emitter',
    code: "class Orders { start() { bus.on('x', this.lambda.bind(this)); } async lambda(event, context) { return event; } }\nmodule.exports.orders = new Orders();",
    but: "class Orders { start() { bus.on('x', this.lambda.name(this)); } async lambda(event, context) { return event; } }\nmodule.exports.orders = new Orders();",
  },
  {
    name: 'a command of yargs, whose handler is called so',
    code: "exports.command = 'deploy';\nexports.handler = async input => input.stage;",
    but: "exports.command = 'deploy';\nexports.lambdaHandler = async (event, context) => event.stage;",
  },
  {
    name: 'a command that the module exports, not another object of it',
    code: 'exports.builder = {};\nexports.handler = async input => input.stage;',
    but: 'let builder;\nbuilder = {};\nsettings.builder = {};\nexports.handler = async input => input.stage;',
  },
  {
    name: 'a suite, which has a name and a function',
    code: "test('x', () => {});\nexport const handler = async event => event;",
    but: 'test(input);\nexport const handler = async event => event;',
  },
  {
    name: 'only called with constants, unless it is called handler',
    code: "export async function run(event) { return event.name; }\nrun({ name: 'a' });",
    but: "export async function handler(event) { return event.name; }\nhandler({ name: 'a' });",
  },
];

describe('vetoes', () => {
  it.each(vetoed.map(fixture => [fixture.name, fixture] as const))('%s', (_, { code, filename, but, butFilename }) => {
    expect(isHandler(code, filename)).toBe(false);
    expect(isHandler(but, butFilename)).toBe(true);
  });

  it('a type guard is one whatever its types', () => {
    const code = "import type { SQSEvent } from 'aws-lambda';\nexport function check(event: SQSEvent | Other)";
    expect(isHandler(`${code}: event is SQSEvent { return true; }`)).toBe(false);
    expect(isHandler(`${code}: boolean { return true; }`)).toBe(true);
  });

  it('a type outweighs every veto but that of a test file', () => {
    const code =
      "import type { SQSEvent } from 'aws-lambda';\nimport { Stack } from 'aws-cdk-lib';\nexport const run = async (req: SQSEvent, res: any) => res;";
    expect(isHandler(code)).toBe(true);
    expect(isHandler(code, 'run.spec.ts')).toBe(false);
  });
});

/** The names that a veto knows, one by one: a word of a list that nothing asks for could be gone without a word. */
const known: readonly { readonly name: string; readonly words: string; readonly code: (word: string) => string }[] = [
  {
    name: 'what only an event of the browser has',
    words:
      'preventDefault stopPropagation stopImmediatePropagation currentTarget nativeEvent clientX clientY pageX keyCode shiftKey ctrlKey metaKey ' +
      'dataTransfer clipboardData respondWith waitUntil touches',
    code: word => `export const submit = async event => use(event.${word});`,
  },
  {
    name: 'what the target of such an event has',
    words: 'value files checked dataset closest matches name id innerHTML classList result',
    code: word => `export const submit = async event => use(event.target.${word});`,
  },
  {
    name: 'types of events of the browser',
    words:
      'Event UIEvent CustomEvent MessageEvent FetchEvent ExtendableEvent PushEvent MouseEvent PointerEvent KeyboardEvent TouchEvent WheelEvent FocusEvent ' +
      'InputEvent SubmitEvent FormDataEvent DragEvent ClipboardEvent AnimationEvent TransitionEvent StorageEvent PopStateEvent HashChangeEvent ' +
      'ProgressEvent ErrorEvent CloseEvent BeforeUnloadEvent PromiseRejectionEvent',
    code: word => `export const handler = async (e: ${word}) => e;`,
  },
  {
    name: 'methods that call what they are given',
    words:
      'on once off addListener prependListener removeListener addEventListener removeEventListener subscribe watch listen map forEach filter flatMap ' +
      'some every find findIndex reduce sort then catch finally createServer setTimeout setInterval setImmediate nextTick',
    code: word => `list.${word}(onOrder);\nexport async function onOrder(event) { return event; }`,
  },
  {
    name: 'types of requests that a platform declares',
    words: 'Request NextRequest NextApiRequest IncomingMessage VercelRequest FastifyRequest ExecutionContext',
    code: word => `export const handler = async (r: ${word}) => r;`,
  },
  {
    name: 'servers by their modules',
    words:
      'express express-serve-static-core fastify koa @koa/router hono next @vercel/node http node:http https node:https connect restify @hapi/hapi polka ' +
      'itty-router twilio',
    code: word => `import type { In } from '${word}';\nexport const handler = async (r: In) => r;`,
  },
  {
    name: "halves of a resolver of AppSync's own runtime",
    words: 'request response',
    code: word => `export function ${word}(context) { return context.info.fieldName; }`,
  },
  {
    name: 'names of requests, before a response',
    words: 'req request _req rq Request',
    code: word => `exports.handler = async (${word}, res) => res;`,
  },
  {
    name: 'names of responses, behind a request',
    words: 'res resp response reply rsp next',
    code: word => `exports.handler = async (req, ${word}) => ${word};`,
  },
  {
    name: 'what comes behind a context that comes first',
    words: 'req request event next evt',
    code: word => `exports.handler = async (context, ${word}) => ${word};`,
  },
  {
    name: 'suites',
    words: 'describe it test suite',
    code: word => `${word}('x', () => {});\nexport const handler = async event => event;`,
  },
  {
    name: 'test runners',
    words:
      'node:test vitest @jest/globals mocha chai ava tap jasmine uvu sinon @playwright/test cypress aws-sdk-client-mock aws-sdk-client-mock/vitest',
    code: word => `import x from '${word}';\nexport const handler = async event => event;`,
  },
  {
    name: 'modules of the browser',
    words: 'react react-dom react-native preact vue svelte solid-js next @angular/core @remix-run/react react-dom/client',
    code: word => `import x from '${word}';\nexport const track = async event => event;`,
  },
  {
    name: 'modules of infrastructure',
    words:
      'aws-cdk-lib aws-cdk constructs cdktf sst aws-cdk-lib/aws-lambda @aws-cdk/core @cdktf/aws @serverless-stack/resources @pulumi/aws @aws-amplify/backend',
    code: word => `import x from '${word}';\nexport const lambdaFor = async (event, context) => event;`,
  },
  {
    name: 'other platforms',
    words:
      'firebase-functions @google-cloud/functions-framework @azure/functions @cloudflare/workers-types cloudflare:workers @sveltejs/kit @remix-run/node ' +
      'next/server h3 nitropack nuxt #imports electron vscode',
    code: word => `import x from '${word}';\nexport const handler = async event => event;`,
  },
  {
    name: 'wrappers of other platforms',
    words: 'defineEventHandler defineWebSocketHandler cachedEventHandler lazyEventHandler eventHandler defineNitroPlugin',
    code: word => `export const handler = ${word}(async event => event);`,
  },
  {
    name: 'files of another platform',
    words: '+page +layout +server hooks.server hooks.client',
    code: () => 'export const load = async event => event.params;',
  },
  {
    name: 'what a command of yargs exports beside its handler, as a variable',
    words: 'command builder',
    code: word => `export const ${word} = {};\nexport const handler = async input => input.stage;`,
  },
  {
    name: 'what a command of yargs exports beside its handler, on exports',
    words: 'command builder',
    code: word => `exports.${word} = {};\nexports.handler = async input => input.stage;`,
  },
  {
    name: 'what a command of yargs exports beside its handler, on module.exports',
    words: 'command builder',
    code: word => `module.exports.${word} = {};\nmodule.exports.handler = async input => input.stage;`,
  },
];

describe.each(known)('vetoes know $name', ({ words, code }) => {
  it.each(words.split(' '))('%s', word => {
    const filename = word.startsWith('+') || word.startsWith('hooks') ? `src/${word}.ts` : undefined;
    expect(isHandler(code(word), filename)).toBe(false);
  });

  it('and no other', () => {
    expect(isHandler(code('other').replace("'other'", "'./other'"))).toBe(true);
  });
});

/** What the file does with `run`, and whether it only calls it with constants. */
const calls: readonly (readonly [name: string, code: string, expected: boolean])[] = [
  ['a literal', "run('a');", true],
  ['objects and lists of literals', "run({ a: ['b', -1, undefined] });", true],
  ['a named constant of the module', "const name = 'a';\nrun(name);", true],
  ['through exports', "exports.run('a');", true],
  ['through module.exports', "module.exports.run('a');", true],
  ['literals with a type', "run('a' as const);\nrun('b' satisfies string);\nrun('c'!);", true],
  ['beside a call of what a call returned', "make()('b');\nrun('a');", true],
  ['the first call of two is not constant', "run(b);\nrun('a');", false],
  ['no call at all', '', false],
  ['no arguments', 'run();', false],
  ['a variable', 'run(name);', false],
  ['a variable that changes', "let name = 'a';\nrun(name);", false],
  ['one call of two is not constant', "run('a');\nrun(b);", false],
  ['a spread', "run({ ...input, a: 'b' });", false],
  ['a template with a variable', 'run(`a${b}`);', false],
  ['handed to another function', "run('a');\nqueue.each(run);", false],
];

describe('onlyCalledWithConstants', () => {
  it.each(calls)('%s', (_, code, expected) => {
    const [candidate] = candidatesOf(`async function run(event) {}\nexports.run = run;\n${code}`);
    expect(candidate).toBeDefined();
    expect(onlyCalledWithConstants(candidate!)).toBe(expected);
  });
});

type Node = Parameters<typeof childrenOf>[0];

/** All nodes of a program, each before what it holds. */
function nodesOf(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

describe('the name of a function', () => {
  it.each<[string, string, string | null]>([
    ['its own', 'async function run() {}', 'run'],
    ["its variable's", 'const run = async () => {};', 'run'],
    ["its exported variable's", 'export const run = async () => {};', 'run'],
    ['what it is assigned to', 'let run;\nrun = async () => {};', 'run'],
    ['its member of exports', 'exports.run = async () => {};', 'run'],
    ['none where it is computed', 'exports[run] = async () => {};', null],
    ['none where it is given away', 'const run = 1;\nother = run;\nuse(async () => {});', null],
  ])('%s', (_, code, expected) => {
    const program = parseProgram(code);
    expect(functionName(nodesOf(program).find(node => isFunction(node)) as FunctionNode, program)).toBe(expected);
  });
});

describe('the nodes below a node', () => {
  it.each<[string, string, readonly string[]]>([
    ['no type of an expression', 'order as Order;', ['Program', 'ExpressionStatement', 'TSAsExpression', 'Identifier']],
    ['no type arguments', 'make<Order>;', ['Program', 'ExpressionStatement', 'TSInstantiationExpression', 'Identifier']],
    ['no types of a declared function', 'declare function run<T>(order): T;', ['Program', 'TSDeclareFunction', 'Identifier', 'Identifier']],
    [
      'decorators, last',
      'class Orders { @route run = 1; }',
      ['Program', 'ClassDeclaration', 'Identifier', 'ClassBody', 'PropertyDefinition', 'Identifier', 'Literal', 'Decorator', 'Identifier'],
    ],
  ])('%s', (_, code, types) => {
    expect(nodesOf(parseProgram(code)).map(({ type }) => type)).toEqual(types);
  });
});
