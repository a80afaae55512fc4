import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { holdsCandidate } from '../../lib/handlers/holds-candidate.js';
import { handlerLikelihood, namesPlace } from '../../lib/handlers/may-hold-handler.js';
import { handlerFixtures } from './handler-fixtures.js';

/** What both looks say of a program, the closer one once its tree is linked. */
function look(
  code: string,
  filename = 'file.ts',
  sourceType: 'module' | 'commonjs' = 'module',
): { readonly first: string; readonly closer: boolean } {
  const found = { first: '', closer: false };
  const rule: Rule.RuleModule = {
    create({ sourceCode }) {
      const program = sourceCode.ast as unknown as TSESTree.Program;
      const scopes = sourceCode.scopeManager.scopes as unknown as Parameters<typeof holdsCandidate>[0]['scopes'];
      return {
        'Program:exit'() {
          found.first = handlerLikelihood(program, code, filename);
          found.closer = holdsCandidate({
            program,
            text: code,
            filename,
            scopes,
            namesPlace: namesPlace(code),
            namesStatus: code.includes('statusCode'),
          });
        },
      };
    },
  };
  const parserOptions = { ecmaFeatures: { jsx: filename.endsWith('x') } };
  const messages = new Linter().verify(
    code,
    {
      files: ['**/*.{js,jsx,ts,tsx,mts,cts,mjs,cjs}'],
      plugins: { test: { rules: { rule } } },
      rules: { 'test/rule': 'error' },
      languageOptions: { parser, parserOptions, sourceType },
    },
    filename,
  );
  expect(messages).toEqual([]);
  return found;
}

const untyped = handlerFixtures.filter(
  ({ code, filename, template }) => template === undefined && look(code, filename).first === 'perhaps',
);

describe('finds a candidate wherever there is a handler that no type and no library tells', () => {
  it.each(untyped.map(fixture => [fixture.name, fixture] as const))('%s', (_, { code, filename }) => {
    expect(look(code, filename).closer).toBe(true);
  });

  it.each([
    ['a wrapped function', 'const wrap = require("./wrap");\nmodule.exports.get = wrap(async event => event.id);'],
    ['a value of unknown making under the name', "import { make } from './make';\nexport const handler = make();"],
    ['an alias of an export', "import { make } from './make';\nconst run = make();\nexport { run as handler };"],
    ['a variable that is assigned later', 'let handler;\nhandler = create();\nexport { handler };'],
    ['a member of an object', 'module.exports = { handler: create() };'],
    ['a class field', 'export class Orders { run = async (event, context) => event; }'],
    ['a function that another one makes', 'const make = () => async event => event.id;\nexport const get = make();'],
    [
      'an export as bundlers write it',
      'var exports_ = {};\n__export(src_exports, { handler: () => handler });\nvar handler = create();\nmodule.exports = wrap(src_exports);',
    ],
    ['an assignment of many exports at once', 'const handler = create();\nObject.assign(exports, { handler });'],
    ['an export that a function is given', '(function (out) { out.run = async (event, context) => event; })(exports);'],
    ['the module that a function is given', '(function (out) { out.exports = async (event, context) => event; })(module);'],
    ['an object that a function makes where it stands', 'module.exports = (() => ({ handler: create() }))();'],
    ['a place that only events have', 'export const get = async x => x.requestContext.authorizer;'],
    ['an export assignment', 'const handler = create();\nexport = handler;'],
    ['a member of exports by another name', 'const handler = create();\nexports.run = handler;'],
    ['an object behind a function', 'function list(items, order) {}\nmodule.exports = { handler: create() };'],
    ['an object before a function', 'module.exports = { handler: create() };\nfunction list(items, order) {}'],
    ["a variable's function that a wrapper is given", 'const saveHandler = async order => order;\nexport const run = wrap(saveHandler);'],
    ['a member that is a function', 'export const run = wrap({ saveHandler: async order => order });'],
    ['a class field that is called so', 'export class Orders { saveHandler = async order => order; }'],
    ['a method that is called so', 'export class Orders { async saveHandler(order) {} }'],
    ['a member that is assigned', 'const out = {};\nout.saveHandler = async order => order;\nmodule.exports = out;'],
    ['a decorated method', 'export class Orders { @route() async load(order) {} }'],
  ])('%s', (_, code) => {
    expect(look(code).closer).toBe(true);
  });

  it('exports that the configuration declares', () => {
    expect(look('exports.get = wrap(async event => event.id);', 'file.ts', 'commonjs').closer).toBe(true);
  });
});

describe('finds none in what the first look cannot tell', () => {
  it.each([
    ['a listener of an emitter', 'export const start = make();\nserver.on("data", event => use(event));'],
    [
      'a callback of a call whose value nobody takes',
      'export const start = make();\nwatch(folder, (event, context) => use(event, context));',
    ],
    [
      'functions of nodes and contexts of another kind',
      'export const print = wrap(base);\nfunction base(node, context, state, info) { return state; }',
    ],
    ['an option called so', 'exports.list = sorted(list, { handlers: 1 });\nfunction sorted(items, order) { return items; }'],
    [
      'a variable called so that stays inside',
      'const messageHandler = create();\nmessageHandler.listen();\nexports.list = sorted(list);\nfunction sorted(items, order) { return items; }',
    ],
    [
      'a property called so of an object that a function makes',
      'exports.list = sorted(list);\nfunction sorted(items, order) { return items.map(item => ({ handler: item, order })); }',
    ],
    [
      'a file that exports nothing but the mark of a compiler',
      'Object.defineProperty(exports, "__esModule", { value: true });\nserver.start(function handler(event, context) { use(event); });',
    ],
    [
      'a module of a bundle, whose exports are its own',
      'var load = make({ run(module, exports) { exports.handler = create(); } });\nload("run");',
    ],
    ['a name in a comment', '// exports nothing\nserver.start(function handler(event, context) { use(event); });'],
    ['a test for a module system', 'if (typeof exports === "object") start();\nfunction handler(event, context) { use(event); }'],
    ['the mark of a compiler alone', 'if (strict) exports.__esModule = true;\nfunction handler(event, context) { use(event); }'],
    [
      'a callback of a statement that listens to nothing',
      'export const start = make();\nvisit(folder, (event, context) => use(event, context));',
    ],
    ['more parameters than Lambda passes', 'exports.run = run;\nfunction run(event, context, callback, extra) {}'],
  ])('%s', (_, code) => {
    expect(look(code)).toEqual({ first: 'perhaps', closer: false });
  });
});
