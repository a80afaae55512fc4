import rule from '../../rules/no-code-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-code-injection', rule, {
  valid: [
    { name: 'JSON.parse reads data, not code', code: `export const handler = async event => JSON.parse(event.body).x;` },
    { name: 'the code is constant', code: `export const handler = async event => eval('1 + 1');` },
    { name: 'a timer given a function runs no text', code: `export const handler = async event => setTimeout(() => event.x, 10);` },
    {
      name: 'what a caller hands a timer is a function to be called later',
      code: `export const later = (run, ms) => setTimeout(run, ms);\nexport const handler = async () => 1;`,
    },
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
      name: 'text put together for a timer from what a caller hands over',
      code: `export const later = (name, ms) => setTimeout('run(' + name + ')', ms);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 1 }],
    },
    {
      name: 'code of unknown origin',
      code: `export const run = text => eval(text);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 1 }],
    },
  ],
});

check('no-code-injection, by construct', rule, {
  valid: quiet('', {
    'a timer gets a bound function': ['const log = text => console.log(text);', 'setTimeout(log.bind(null, event.text), 10);'],
    'a timer passes the value on as an argument': 'setTimeout(text => console.log(text), 10, event.text);',
    'the value is a property of the sandbox, not of the script': [
      "import vm from 'node:vm';",
      "vm.runInNewContext('x + 1', { x: event.x });",
    ],
    'the operation is one of a Map': [
      "const operations = new Map([['add', (a, b) => a + b]]);",
      'return operations.get(event.op)?.(1, 2);',
    ],
    'the function built of constants gets the value as its argument': "return new Function('x', 'return x + 1')(event.x);",
    'the code is one of two constants': "return eval(event.fast ? '1' : '2');",
    'a page function gets the value as its argument': [
      "import puppeteer from 'puppeteer';",
      'const page = await (await puppeteer.launch()).newPage(); await page.evaluate(text => text.length, event.text);',
    ],
    'an own method called eval': ['class Rules { eval(text) { return text.length; } }', 'return new Rules().eval(event.rule);'],
    'an expression of digits and operators alone': 'if (!/^[0-9+*() -]+$/.test(event.sum)) return; return eval(event.sum);',
    'the script is constant and the value is its parameter': [
      "import { create, all } from 'mathjs';\nconst math = create(all);",
      "return math.evaluate('a + 1', { a: Number(event.a) });",
    ],
    'a worker runs a file of the program with data': [
      "import { Worker } from 'node:worker_threads';",
      "new Worker('./job.js', { workerData: event.job });",
    ],
    'the parsed value is compared, not run': "return JSON.parse(event.body).code === 'eval';",
    'a variable that held the event holds a constant now': "let code = event.code; code = '1 + 1'; return eval(code);",
  }),
  invalid: tainted('', {
    'a timer gets the text of a call': "setTimeout('log(' + event.text + ')', 10);",
    'a timer gets what the event says': 'setInterval(event.task, 10);',
    'the script itself': ["import vm from 'node:vm';", "vm.runInNewContext(event.x + ' + 1', { x: 1 });"],
    'a compiled script that runs later': [
      "import { Script } from 'node:vm';",
      'const script = new Script(`run(${event.x})`); script.runInThisContext();',
    ],
    'the body of a function': "return new Function('x', 'return x + ' + event.y)(1);",
    'the name of a parameter is code too': "return new Function(event.name, 'return 1')(1);",
    'an asynchronous function built from its constructor':
      'const AsyncFunction = (async () => {}).constructor; return new AsyncFunction(event.code)();',
    'a page function given as text': [
      "import puppeteer from 'puppeteer';",
      "const page = await (await puppeteer.launch()).newPage(); await page.evaluate('go(' + event.text + ')');",
    ],
    'an interpreter gets the program text': [
      "import { execFile } from 'node:child_process';",
      "execFile('node', ['-e', 'run(' + event.x + ')']);",
    ],
    'an expression language that can reach the process': [
      "import jsonata from 'jsonata';\nimport { evaluate } from 'mathjs';",
      'return evaluate(event.formula);',
    ],
    'an expression with letters in it': 'if (!/^[0-9a-z+*() -]+$/.test(event.sum)) return; return eval(event.sum);',
    'an indirect call of eval': 'return (0, eval)(event.code);',
    'through the rules of a class': [
      'class Rules { constructor(text) { this.text = text; } run() { return eval(this.text); } }',
      'for (const r of event.Records) new Rules(r.body).run();',
    ],
    'through a table of functions': ['const steps = { run: code => eval(code) };', 'return steps.run(JSON.parse(event.body).code);'],
    'through a loop that collects': "let code = ''; for (const line of event.lines) code += line + ';'; return eval(code);",
    'a worker that evaluates text': ["import { Worker } from 'node:worker_threads';", 'new Worker(event.job, { eval: true });'],
  }),
});

const asynchronous = 'const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;\n';
check('no-code-injection, constructors without a name', rule, {
  valid: quiet(asynchronous, { 'a body that is written out': "return new AsyncFunction('x', 'return x')(event.x);" }),
  invalid: tainted(asynchronous, { 'a body from the event': "return new AsyncFunction('x', event.body)(1);" }),
});
