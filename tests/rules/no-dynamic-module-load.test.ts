import rule from '../../rules/no-dynamic-module-load.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-dynamic-module-load', rule, {
  valid: [
    {
      name: 'a table chooses, nothing is loaded',
      code: 'const table = { a: 1 };\nexport const handler = async event => table[event.name];',
    },
    { name: 'a constant name', code: "const name = 'fs';\nexport const handler = async event => require(name);" },
    {
      name: 'one of a constant list',
      code: "exports.handler = async event => { if (!['a', 'b'].includes(event.m)) return; require(event.m); };",
    },
  ],
  invalid: [
    { name: 'require of a field', code: 'exports.handler = async event => require(event.m);', errors: [{ messageId: 'tainted' }] },
    {
      name: 'a constant prefix does not keep the name in its folder',
      code: 'export const handler = async event => import(`./plugins/${event.m}.js`);',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: 'const load = m => require(m);\nexports.handler = async event => load(event.m);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

check('no-dynamic-module-load, by construct', rule, {
  valid: quiet('', {
    'the module is one of a table': [
      "const table = { a: () => import('./a.js'), b: () => import('./b.js') };",
      'return (table[event.name] ?? table.a)();',
    ],
    'the name is one of a list': [
      "const names = ['a', 'b'];",
      'if (!names.includes(event.name)) throw new Error(); return import(`./${event.name}.js`);',
    ],
    'the name is one word': "if (!/^[a-z]+$/.test(event.name)) return; return import('./plugins/' + event.name + '.js');",
    'a constant name; the value is an argument': "const { run } = await import('./job.js'); return run(event.job);",
    'a constant chosen by the event': "return import(event.kind === 'a' ? './a.js' : './b.js');",
    'the stage comes from the environment': 'return import(`./config.${process.env.STAGE}.js`);',
    'an own function called require': [
      'const table = new Map(); function requireField(name) { return table.get(name); }',
      'return requireField(event.field);',
    ],
    'a number in the name': 'return import(`./v${Number(event.version)}.js`);',
    'a container that resolves names': ["import { container } from './container.js';", 'return container.resolve(event.name);'],
    'a file read, not loaded': [
      "import { readFile } from 'node:fs/promises';\nimport path from 'node:path';",
      "return readFile('/opt/' + path.basename(event.name));",
    ],
    'the name of a resolved constant': "return import.meta.resolve('./a.js') + event.x;",
    'a switch that loads constants': "switch (event.name) { case 'a': return import('./a.js'); default: return import('./b.js'); }",
    'a name that was replaced when it is not known': [
      "const names = new Set(['a']);",
      "const name = names.has(event.name) ? event.name : 'a'; return import(`./${name}.js`);",
    ],
  }),
  invalid: tainted('', {
    'the whole name': 'return import(event.name);',
    'a folder in front does not hold it': 'return import(`./plugins/${event.name}`);',
    'an ending does not hold it': "return import(event.name + '.js');",
    'an ESM require': [
      "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
      'return require(event.name);',
    ],
    'only resolved, which reads the package and its folder': 'return require.resolve(event.name);',
    'joined with the own folder': ["import path from 'node:path';", "return require(path.join(__dirname, 'handlers', event.name));"],
    'a native addon': 'const m = { exports: {} }; process.dlopen(m, event.library); return m;',
    'a worker file': ["import { Worker } from 'node:worker_threads';", 'return new Worker(event.file);'],
    'a list that is only asked and not obeyed': [
      "const names = ['a', 'b'];",
      "if (!names.includes(event.name)) console.warn('odd'); return import(`./${event.name}.js`);",
    ],
    'a word anywhere in the name': "if (!/[a-z]+/.test(event.name)) return; return import('./plugins/' + event.name + '.js');",
    'through a loader function': ['const load = name => import(`./tasks/${name}.js`);', 'return load(JSON.parse(event.body).task);'],
    'through a registry class': [
      'class Registry { load(name) { return require(name); } }',
      'const registry = new Registry(); return registry.load(event.name);',
    ],
    'through a loop over the records': 'for (const { body } of event.Records) await import(JSON.parse(body).plugin);',
    'through a map of names': 'return Promise.all(event.names.map(name => import(name)));',
  }),
});
