import { defineModel } from '../model.js';
import type { AccessPath, ShapeSpec } from '../model.js';

const origin = { argument: 0, property: 'origin' } as const;
const absent = { ...origin, is: 'absent' } as const;

/** Calls with such an origin, and those without one where it is the default. */
const calls =
  (kind: ShapeSpec['kind'], value: '*' | true) =>
  (path: AccessPath, ...defaults: (typeof absent)[]): ShapeSpec[] =>
    [{ ...origin, is: { oneOf: [value] } } as const, ...defaults].map(when => ({ path, kind, when }));

/** They let every site read the responses. */
const open = calls('open-cors', '*');
/** They answer each site with its own origin. */
const echoing = calls('echoed-cors', true);

/** What writes the CORS headers of a web framework. */
export default [
  // https://github.com/expressjs/cors#configuration-options
  defineModel({ module: 'cors', shapes: [...open('', absent), ...echoing('')] }),
  // https://hono.dev/docs/middleware/builtin/cors#options
  defineModel({ module: 'hono/cors', shapes: open('Member[cors]', absent) }),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/http/#configuring-cors
  defineModel({ module: '@aws-lambda-powertools/event-handler/http/middleware', shapes: open('Member[cors]', absent) }),
  // Its default is another one from version to version. https://middy.js.org/docs/middlewares/http-cors
  defineModel({ module: '@middy/http-cors', shapes: open('') }),
  // https://github.com/koajs/cors#corsoptions
  defineModel({ module: ['@koa/cors', 'kcors'], shapes: [...open(''), ...echoing('', absent)] }),
  // https://github.com/jeremydaly/lambda-api#corsoptions
  defineModel({
    module: 'lambda-api',
    shapes: open('ReturnValue.Member[get,post,put,patch,delete,any,use].Argument[0..].Parameter[1].Member[cors]', absent),
  }),
  // https://docs.nestjs.com/security/cors
  defineModel({
    module: '@nestjs/core',
    types: { App: ['Member[NestFactory].Member[create].ReturnValue'] },
    shapes: [
      ...open('App.Member[enableCors]', absent),
      ...echoing('App.Member[enableCors]'),
      {
        path: 'Member[NestFactory].Member[create]',
        kind: 'open-cors',
        label: 'NestFactory.create()',
        when: { argument: 1, property: 'cors', is: { oneOf: [true] } },
      },
    ],
  }),
];
