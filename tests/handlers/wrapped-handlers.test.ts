import { Linter } from 'eslint';
import type { Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { analysisOf, sourceFileOf } from '../../lib/analysis/file-analysis.js';

/** First lines of the handlers that the analysis finds in a program. */
function handlersIn(code: string): string[] {
  const found: string[] = [];
  const rule: Rule.RuleModule = {
    create({ sourceCode, filename }) {
      for (const { node } of analysisOf(sourceFileOf(sourceCode, filename, null)).handlers)
        found.push(code.slice(...node.range).split('\n', 1)[0] ?? '');
      return {};
    },
  };
  new Linter().verify(
    code,
    {
      plugins: { test: { rules: { rule } } },
      rules: { 'test/rule': 'error' },
      languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    },
    'handler.js',
  );
  return found;
}

describe('handlers behind wrappers that are not known', () => {
  it.each([
    ['a function of another module', "import { wrap } from './wrap';\nexport const get = wrap(async event => event.id);"],
    ['a method of a library', "import co from 'co';\nexport const get = co.wrap(async event => event.id);"],
    ['one in another', "import { a } from './a';\nimport { b } from './b';\nexport const get = a(b(async event => event.id));"],
    [
      'a variable between them',
      "import { a } from './a';\nimport { b } from './b';\nconst inner = b(async event => event.id);\nexport const get = a(inner);",
    ],
    [
      'a function that a callback returns',
      "import { scope } from './scope';\nexport const get = scope(metrics => async event => event.id);",
    ],
    ['a fluent wrapper', "import { wrap } from './wrap';\nexport const get = wrap(async event => event.id).use(json());"],
    [
      'a local higher-order function',
      'const wrap = next => async event => next(event);\nexport const get = wrap(async order => order.id);',
    ],
  ])('%s', (_, code) => {
    const handlers = handlersIn(code);
    expect(handlers).toHaveLength(1);
    expect(handlers[0]).toMatch(/^async event =>/);
  });

  it('are one for each function that a local wrapper was given', () => {
    const wrap = 'const wrap = next => async (...args) => next(...args);\n';
    expect(
      handlersIn(`${wrap}export const get = wrap(async event => event.id);\nexport const put = wrap(async event => event.id);`),
    ).toHaveLength(2);
    expect(handlersIn(`${wrap}export const get = wrap(async id => id);`)).toEqual([]);
  });

  it('are one that a getter exports', () => {
    const getter = "Object.defineProperty(exports, 'get', { enumerable: true, get: () => run });\nasync function run";
    expect(handlersIn(`${getter}(event) { return event.id; }`)).toHaveLength(1);
    expect(handlersIn(`${getter}(id) { return id; }`)).toEqual([]);
  });

  it('are none when an emitter is given the method', () => {
    const jobs = (method: string): string =>
      `class Jobs {\n  listen() { bus.${method}('x', this.onOrder.bind(this)); }\n  async onOrder(event) { return event.id; }\n}\nexport const jobs = new Jobs();`;
    expect(handlersIn(jobs('on'))).toEqual([]);
    expect(handlersIn(jobs('add'))).toHaveLength(1);
  });

  it('are none when what they make is not exported', () => {
    expect(handlersIn("import { wrap } from './wrap';\nwrap(async event => event.id);\nexport const x = 1;")).toEqual([]);
  });

  it('are none when the wrapper’s callback is no handler', () => {
    expect(handlersIn("import { memo } from './memo';\nexport const get = memo(async id => id);")).toEqual([]);
  });
});
