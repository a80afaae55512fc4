import rule from '../../rules/no-prototype-pollution.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-prototype-pollution', rule, {
  valid: [
    {
      name: 'an object whose prototype is null by its literal',
      code: `export const handler = async event => { const groups = { __proto__: null }; for (const { type, id, text } of JSON.parse(event.body)) { groups[type] ??= {}; groups[type][id] = text; } };`,
    },
    {
      name: 'groups that the language or a library makes',
      code: `import _ from 'lodash';\nexport const handler = async event => { const list = JSON.parse(event.body); const groups = Object.groupBy(list, ({ type }) => type); for (const type of Object.keys(groups)) groups[type].total = 1; const others = _.groupBy(list, 'type'); for (const type in others) others[type].total = 1; };`,
    },
    {
      name: 'the columns of a row, which the query names',
      code: `import mysql from 'mysql2/promise';
const nest = (target, path, value) => path.reduce((at, key, i) => (at[key] = i === path.length - 1 ? value : (at[key] ?? {})), target);
export const handler = async event => { const connection = await mysql.createConnection({}); const [rows] = await connection.execute('SELECT * FROM t WHERE id = ?', [event.id]); return rows.map(row => { const out = {}; for (const [name, value] of Object.entries(row)) nest(out, name.split('_'), value); return out; }); };`,
    },
    {
      name: 'the own keys of the object that is written to',
      code: `const hide = object => Object.keys(object).forEach(key => { const value = object[key]; if (typeof value === 'object') hide(value); else object[key] = 'x'; });
export const handler = async event => { const detail = { ...event.detail, own: {} }; hide(detail, event.detail); };`,
    },
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
      name: 'an object with a member that only looks like its prototype',
      code: `export const handler = async event => { const groups = { ['__proto__']: null }; for (const { type, id, text } of JSON.parse(event.body)) { groups[type] ??= {}; groups[type][id] = text; } };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the names in a column that holds JSON',
      code: `import mysql from 'mysql2/promise';
const nest = (target, path, value) => path.reduce((at, key, i) => (at[key] = i === path.length - 1 ? value : (at[key] ?? {})), target);
export const handler = async event => { const connection = await mysql.createConnection({}); const [rows] = await connection.execute('SELECT * FROM t WHERE id = ?', [event.id]); return rows.map(row => { const out = {}; for (const [name, value] of Object.entries(row.data)) nest(out, name.split('_'), value); return out; }); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the keys of another object',
      code: `const hide = (object, other) => Object.keys(other).forEach(key => { const value = object[key]; value[key] = other[key]; });
export const handler = async event => { const detail = { ...event.detail, own: {} }; hide(detail, event.detail); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'two names from the event',
      code: 'export const handler = async event => { const o = {}; o[event.a] ??= {}; o[event.a][event.b] = event.c; };',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const lodash = "import _ from 'lodash';\n";
check('no-prototype-pollution, by construct', rule, {
  valid: quiet(lodash, {
    'a computed read': 'const table = { a: { x: 1 } }; return table[event.a]?.[event.b];',
    'one level deep': 'const counts = {}; for (const { body } of event.Records) counts[body] = 1; return counts;',
    'the second key is a constant, and the object has no prototype':
      'const groups = Object.create(null); groups[event.group] ??= {}; groups[event.group].last = 1; return groups;',
    'the outer key is a constant': 'const state = { a: {} }; state.a[event.key] = event.value; return state;',
    'the key is one of a list': [
      "const groups = ['a', 'b'];",
      'const state = { a: {}, b: {} }; if (!groups.includes(event.group)) return; state[event.group][event.key] = 1; return state;',
    ],
    'the keys that lead out are refused':
      "const state = {}; const { group, key } = JSON.parse(event.body); if (group === '__proto__' || group === 'constructor' || group === 'prototype') return; state[group] ??= {}; state[group][key] = 1; return state;",
    'a Map of Maps':
      'const state = new Map(); if (!state.has(event.group)) state.set(event.group, new Map()); state.get(event.group).set(event.key, 1); return state.size;',
    'a shallow copy': 'return Object.assign({}, JSON.parse(event.body));',
    'a spread': 'return { a: 1, ...JSON.parse(event.body) };',
    'a merge of constants': 'return _.merge({}, { a: event.a === 1 });',
    'a merge of text': 'return _.merge({}, { name: String(event.name) });',
    'a path that is constant': "const state = {}; _.set(state, 'a.b', event.value); return state;",
    'a read by path': 'return _.get({ a: 1 }, event.path);',
    'a library that leaves the prototype alone': ["import deepmerge from 'deepmerge';", 'return deepmerge({}, JSON.parse(event.body));'],
    'own properties alone':
      'const state = { a: {} }; if (!Object.hasOwn(state, event.group)) return; state[event.group][event.key] = 1; return state;',
    'keys that are numbers': 'const rows = {}; const y = Number(event.y); rows[y] ??= {}; rows[y][event.x] = 1; return rows;',
  }),
  invalid: tainted(lodash, {
    'two levels of keys':
      'const { group, key, value } = JSON.parse(event.body); const state = {}; state[group] ??= {}; state[group][key] = value; return state;',
    'a deep merge of the body': 'return _.merge({}, JSON.parse(event.body));',
    'a path from the event': 'const state = {}; _.set(state, event.path, 1); return state;',
    'a deep copy of another library': ["import extend from 'extend';", 'return extend(true, {}, JSON.parse(event.body));'],
    'a refusal that forgets one name and is not obeyed':
      "const state = {}; const { group, key } = JSON.parse(event.body); if (group === '__proto__') console.warn('odd'); state[group] ??= {}; state[group][key] = 1; return state;",
    'one part of the body': 'return _.defaultsDeep({ a: 1 }, JSON.parse(event.body).options);',
    'parameters that a parser nests': ["import qs from 'qs';", 'return qs.parse(event.body, { allowPrototypes: true });'],
    'a merge of the program': [
      'function merge(target, source) { for (const [key, value] of Object.entries(source)) { if (target[key] && typeof value === "object") merge(target[key], value); else target[key] = value; } return target; }',
      'return merge({}, JSON.parse(event.body));',
    ],
    'a setter of the program': [
      "const set = (object, path, value) => { const keys = path.split('.'); let at = object; for (const key of keys.slice(0, -1)) at = at[key]; at[keys[keys.length - 1]] = value; };",
      'set({}, event.path, event.value);',
    ],
    'through a class that keeps settings': [
      'class Settings { data = {}; put(group, key, value) { const at = this.data[group] ?? {}; at[key] = value; } }',
      'const { group, key, value } = JSON.parse(event.body); new Settings().put(group, key, value);',
    ],
    'through a loop over patches':
      'const state = {}; for (const { path, value } of JSON.parse(event.body).patches) _.set(state, path, value); return state;',
    'through a reduce': 'return JSON.parse(event.body).parts.reduce((all, part) => _.merge(all, part), {});',
    'two keys of a table that is there': 'const state = { a: {} }; state[event.group][event.key] = event.value; return state;',
  }),
});

const copies = (start: string): string => `function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object') { ${start} merge(target[key], source[key]); } else target[key] = source[key];
  }
  return target;
}`;
check('no-prototype-pollution, in a merge of its own', rule, {
  valid: [],
  invalid: ['target[key] = target[key] || {};', 'target[key] ??= {};', 'if (!target[key]) target[key] = {};'].map(start => ({
    name: `the copied value, and not the empty start: ${start}`,
    code: `${copies(start)}\nexport const handler = async event => merge({}, JSON.parse(event.body));`,
    errors: [{ messageId: 'tainted', line: 3 }],
  })),
});
