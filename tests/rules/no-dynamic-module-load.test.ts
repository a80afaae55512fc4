import rule from '../../rules/no-dynamic-module-load.js';
import { check } from './rule-tester.js';

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
