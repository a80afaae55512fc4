import rule from '../../rules/no-prototype-pollution.js';
import { check } from './rule-tester.js';

check('no-prototype-pollution', rule, {
  valid: [
    {
      name: "one level cannot reach the prototype's own members",
      code: 'export const handler = async event => { const out = {}; out[event.key] = 1; return out[event.other]; };',
    },
    {
      name: 'a Map has no prototype to pollute',
      code: 'export const handler = async event => { const seen = new Map(); seen.set(event.key, 1); };',
    },
  ],
  invalid: [
    {
      name: 'two names from the event',
      code: 'export const handler = async event => { const o = {}; o[event.a] ??= {}; o[event.a][event.b] = event.c; };',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
