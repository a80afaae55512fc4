import { defineModel } from '../model.js';
import { renders, rendersCompiled, sinks } from '../specs.js';

const template = (module: string | readonly string[], ...paths: readonly string[]) =>
  defineModel({ module, sinks: sinks('template', paths) });

/** Options mixed into the data reach the compiler: `settings`, `client`, `escapeFunction`, `compileDebug`. */
const options = (...paths: readonly string[]) => sinks('template', paths, { only: 'object' });

/** Template engines: their source text is a program, their data is not. */
export default [
  defineModel({
    module: ['handlebars', 'handlebars/dist/handlebars', 'handlebars/runtime', '@kpdecker/handlebars'],
    types: { Handlebars: ['', 'Member[create].ReturnValue'] },
    sinks: [
      ...sinks('template', ['Handlebars.Member[compile,precompile,parse,parseWithoutProcessing,template].Argument[0]']),
      ...options('Handlebars.Member[compile,precompile].Argument[1]'),
      ...sinks('html', ['Handlebars.Member[SafeString].Argument[0]']),
    ],
    summaries: rendersCompiled('mustache', ['Handlebars.Member[compile].ReturnValue'], {
      argument: 1,
      of: 'receiver',
      property: 'noEscape',
      is: 'truthy',
    }),
  }),
  defineModel({
    module: 'ejs',
    sinks: [
      ...sinks('template', ['Member[render,compile].Argument[0]', 'Member[Template].Argument[0]']),
      ...options('Member[render,renderFile].Argument[1,2]', 'Member[compile].Argument[1]'),
      ...sinks('path', ['Member[renderFile].Argument[0]']),
    ],
    summaries: [...renders('ejs', ['Member[render]']), ...rendersCompiled('ejs', ['Member[compile].ReturnValue'])],
  }),
  defineModel({
    module: ['pug', 'jade'],
    sinks: [
      ...sinks('template', ['Member[compile,compileClient,compileClientWithDependenciesTracked,render].Argument[0]']),
      ...options('Member[compile,compileClient,render].Argument[1]'),
      ...sinks('path', ['Member[renderFile,compileFile,compileFileClient].Argument[0]']),
    ],
    summaries: [...renders('pug', ['Member[render]']), ...rendersCompiled('pug', ['Member[compile].ReturnValue'])],
  }),
  template(
    'nunjucks',
    'Member[renderString,compile].Argument[0]',
    'Member[configure].ReturnValue.Member[renderString].Argument[0]',
    'Member[Environment].Instance.Member[renderString].Argument[0]',
    'Member[Template].Argument[0]',
  ),
  defineModel({
    module: 'nunjucks',
    summaries: [
      ...renders('nunjucks', ['Member[renderString]']),
      ...[0, 1].flatMap(argument =>
        renders('nunjucks', ['Member[configure].ReturnValue.Member[renderString]', 'Member[Environment].Instance.Member[renderString]'], {
          argument,
          of: 'receiver',
          property: 'autoescape',
          is: { oneOf: [false] },
        }),
      ),
    ],
  }),
  template(['mustache', 'wontache'], 'Member[render,parse].Argument[0]'),
  defineModel({ module: ['mustache', 'wontache'], summaries: renders('mustache', ['Member[render]']) }),
  template(['hogan.js', 'hogan'], 'Member[compile].Argument[0]'),
  defineModel({ module: ['hogan.js', 'hogan'], summaries: rendersCompiled('mustache', ['Member[compile].ReturnValue.Member[render]']) }),
  template(
    'eta',
    'Member[render,renderAsync,compile,compileToString].Argument[0]',
    'Member[Eta].Instance.Member[renderString,renderStringAsync,compile].Argument[0]',
  ),
  defineModel({ module: 'eta', summaries: renders('eta', ['Member[render]', 'Member[Eta].Instance.Member[renderString]']) }),
  template('squirrelly', 'Member[render,compile].Argument[0]'),
  template(['dot', 'doT'], 'Member[template,compile].Argument[0]'),
  defineModel({ module: ['dot', 'doT'], summaries: rendersCompiled('dot', ['Member[template,compile].ReturnValue']) }),
  template(['es6-template-strings', 'es6-template-strings/compile', 'vue-template-compiler'], 'Argument[0]', 'Member[compile].Argument[0]'),
  template('liquidjs', 'Member[Liquid].Instance.Member[parse,parseAndRender,parseAndRenderSync].Argument[0]'),
  defineModel({
    module: 'liquidjs',
    summaries: renders('liquid', ['Member[Liquid].Instance.Member[parseAndRender,parseAndRenderSync]']).map(summary => ({
      ...summary,
      when: { argument: 0, of: 'receiver', property: 'outputEscape', is: 'absent' },
    })),
  }),
  template('whiskers', 'Member[render,compile].Argument[0]'),
  template('marko', 'Member[compile,load].Argument[1]'),
  template('@marko/compiler', 'Member[compile,compileSync].Argument[0]'),
  template('art-template', 'Member[render,compile].Argument[0]'),
  template('dustjs-linkedin', 'Member[compile,compileFn,renderSource].Argument[0]'),
  template(['swig', 'swig-templates'], 'Member[render,compile].Argument[0]'),
  template('twig', 'Member[twig].Argument[0].Member[data]'),
  template('velocityjs', 'Member[render,parse].Argument[0]'),
  template('vash', 'Member[compile].Argument[0]'),
  template(['consolidate', '@ladjs/consolidate'], 'AnyMember.Member[render].Argument[0]'),
  template('edge.js', 'Member[Edge].Member[create].ReturnValue.Member[renderRaw,renderRawSync].Argument[0]'),
];
