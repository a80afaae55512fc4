import rule from '../../rules/no-regex-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-regex-injection', rule, {
  valid: [
    {
      name: 'a field that one of two alternatives limits, and the other refuses',
      code: `import Joi from 'joi';\nconst schema = Joi.object({ sections: Joi.array().items(Joi.object({ type: Joi.valid('text') }), Joi.object({ type: Joi.valid('number'), alias: Joi.string().pattern(/^[a-z]+$/) })) });\nexport const handler = async event => { const body = JSON.parse(event.body); const { error } = schema.validate(body); if (error) return { statusCode: 400 }; return body.sections.map(({ alias }) => new RegExp(alias)); };`,
    },
    {
      name: 'an object of a library that matches whole events',
      code: "import { Matcher } from 'event-matcher';\nconst matcher = new Matcher();\nexport const handler = async event => matcher.match(event);",
    },
    { name: 'event data as the subject', code: 'export const handler = async event => /a+/.test(event.x);' },
    {
      name: 'the value is escaped',
      code: "import escape from 'escape-string-regexp';\nexport const handler = async event => new RegExp(escape(event.x));",
    },
  ],
  invalid: [
    {
      name: 'a field that one of two alternatives limits, and the other lets through',
      code: `import Joi from 'joi';\nconst schema = Joi.object({ sections: Joi.array().items(Joi.object({ type: Joi.valid('text') }).unknown(), Joi.object({ type: Joi.valid('number'), alias: Joi.string().pattern(/^[a-z]+$/) })) });\nexport const handler = async event => { const body = JSON.parse(event.body); const { error } = schema.validate(body); if (error) return { statusCode: 400 }; return body.sections.map(({ alias }) => new RegExp(alias)); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a text of unknown origin that is matched with a field',
      code: "import { text } from './text.js';\nexport const handler = async event => text().match(event.pattern);",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the pattern from the event',
      code: "export const handler = async event => new RegExp(event.x).test('a');",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: "const make = p => new RegExp('^' + p);\nexport const handler = async event => make(event.x);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

check('no-regex-injection, by construct', rule, {
  valid: quiet('', {
    'the value is searched in': 'return /a+/.test(event.text);',
    'escaped by a library': ["import escape from 'escape-string-regexp';", 'return new RegExp(escape(event.text));'],
    'escaped by the language': 'return new RegExp(`^${RegExp.escape(event.text)}$`);',
    'escaped by hand': [
      "const escape = text => text.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&');",
      "return new RegExp(escape(event.text), 'i');",
    ],
    'the pattern is one of a table': ["const patterns = { a: 'a+', b: 'b+' };", "return new RegExp(patterns[event.kind] ?? 'c');"],
    'a text that is searched for as it is': "return 'abc'.includes(event.text) || 'abc'.indexOf(event.text) > 0;",
    'a text that is replaced as it is': "return 'abc'.replace(event.text, '').replaceAll(event.text, 'x');",
    'a text that is split at': "return 'a,b'.split(event.separator);",
    'a word': 'if (!/^\\w+$/.test(event.text)) return; return new RegExp(event.text);',
    'a number': 'return new RegExp(`^.{${Number(event.n)}}$`);',
    'a pattern of constants with a flag of two': "return new RegExp('a+', event.loud ? 'i' : '');",
    'a search method of another object': ["import { index } from './search.js';", 'return index.search(event.text);'],
    'an engine that does not backtrack': ["import RE2 from 're2';", "return new RE2(event.pattern).test('a');"],
    'a filter of documents by value': [
      "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');",
      'return users.find({ name: { $eq: event.pathParameters.name } }).toArray();',
    ],
  }),
  invalid: tainted('', {
    'the whole pattern': 'return new RegExp(event.pattern);',
    'without new': "return RegExp(event.pattern, 'i');",
    'a part of the pattern': "return new RegExp('^' + event.text + '$').test('a');",
    'a pattern that a text is matched with': "return 'abc'.match(event.pattern);",
    'a pattern that a text is searched with': "return 'abc'.search(event.pattern);",
    'escaped by hand, but not all of it': [
      "const escape = text => text.replace(/[.*]/g, '\\\\$&');",
      'return new RegExp(escape(event.text));',
    ],
    'a word somewhere': 'if (!/\\w+/.test(event.text)) return; return new RegExp(event.text);',
    'a word, or a warning': "if (!/^\\w+$/.test(event.text)) console.warn('odd'); return new RegExp(event.text);",
    alternatives: "return new RegExp(JSON.parse(event.body).words.join('|'));",
    'a pattern in a filter of documents': [
      "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');",
      'return users.find({ name: { $regex: event.pathParameters.name } }).toArray();',
    ],
    'through a function that searches': [
      "const find = (list, text) => list.filter(item => new RegExp(text, 'i').test(item));",
      "return find(['a'], event.queryStringParameters.q);",
    ],
    'through a class that compiles': [
      'class Filter { constructor(text) { this.pattern = new RegExp(text); } }',
      "return new Filter(event.text).pattern.test('a');",
    ],
    'through a loop over rules':
      'for (const rule of JSON.parse(event.body).rules) if (new RegExp(rule.pattern).test(rule.text)) return rule.name;',
    'through a default of the pattern': [
      "const search = ({ pattern = '.*' }) => new RegExp(pattern).test('a');",
      'return search(JSON.parse(event.body));',
    ],
  }),
});
