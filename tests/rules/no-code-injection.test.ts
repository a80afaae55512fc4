import rule from '../../rules/no-code-injection.js';
import { check } from './rule-tester.js';

check('no-code-injection', rule, {
  valid: [
    { name: 'JSON.parse reads data, not code', code: `export const handler = async event => JSON.parse(event.body).x;` },
    { name: 'the code is constant', code: `export const handler = async event => eval('1 + 1');` },
    { name: 'a timer given a function runs no text', code: `export const handler = async event => setTimeout(() => event.x, 10);` },
    { name: 'a number is no code', code: `export const handler = async event => eval('2 * ' + parseInt(event.n, 10));` },
    {
      name: 'a function of the file called eval',
      code: `function evaluate(x) { return x; }\nexport const handler = async event => evaluate(event.code);`,
    },
    {
      name: 'a lookup table chooses a function',
      code: `const table = { a: () => 1 };\nexport const handler = async event => { if (!Object.hasOwn(table, event.op)) return 0; return table[event.op](); };`,
    },
  ],
  invalid: [
    {
      name: 'eval of a field',
      code: `export const handler = async event => eval(event.code);`,
      errors: [{ messageId: 'tainted', line: 1, column: 44 }],
    },
    {
      name: 'eval to parse JSON',
      code: `export const handler = async event => eval('(' + event.body + ')');`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'new Function',
      code: `export const handler = async event => new Function('x', 'return ' + event.f)(1);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'vm',
      code: `import vm from 'node:vm';\nexport const handler = async event => vm.runInNewContext(event.script, {});`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a timer given text',
      code: `export const handler = async event => setTimeout('go(' + event.x + ')', 10);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper and its return value',
      code: `const wrap = x => '(' + x + ')';\nexport const handler = async event => eval(wrap(event.x));`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'code of unknown origin',
      code: `export const run = text => eval(text);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 1 }],
    },
  ],
});
