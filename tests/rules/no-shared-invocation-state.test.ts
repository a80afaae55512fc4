import rule from '../../rules/no-shared-invocation-state.js';
import { check } from './rule-tester.js';

check('no-shared-invocation-state', rule, {
  valid: [
    {
      name: 'a cache by a key of the event',
      code: 'const cache = new Map();\nexport const handler = async event => { cache.set(event.tenant, event.data); };',
    },
    { name: 'a flag', code: 'let started = false;\nexport const handler = async event => { started = true; };' },
    { name: 'a counter', code: 'let count = 0;\nexport const handler = async event => { count += 1; };' },
  ],
  invalid: [
    {
      name: 'a variable of the module',
      code: 'let user;\nexport const handler = async event => { user = event.user; };',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a list of the module',
      code: 'const seen = [];\nexport const handler = async event => { seen.push(event.user); };',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: 'const state = {};\nconst keep = u => { state.user = u; };\nexport const handler = async event => keep(event.user);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
