import rule from '../../rules/no-template-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-template-injection', rule, {
  valid: [
    {
      name: 'event data as data',
      code: "import ejs from 'ejs';\nexport const handler = async event => ejs.render('<%= name %>', { name: event.name });",
    },
    {
      name: 'a constant template',
      code: "import Handlebars from 'handlebars';\nconst t = Handlebars.compile('{{x}}');\nexport const handler = async event => t({ x: event.x });",
    },
  ],
  invalid: [
    {
      name: 'event data as source',
      code: "import ejs from 'ejs';\nexport const handler = async event => ejs.render(event.template, {});",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'part of the source',
      code: "import Handlebars from 'handlebars';\nexport const handler = async event => Handlebars.compile('Hi ' + event.body)({});",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: "import nunjucks from 'nunjucks';\nconst show = t => nunjucks.renderString(t, {});\nexport const handler = async event => show(event.t);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const handlebars = `import Handlebars from 'handlebars';\n`;
check('no-template-injection, by construct', rule, {
  valid: quiet(handlebars, {
    'the template is constant, the event is its data': "return Handlebars.compile('{{name}}')({ name: event.name });",
    'the template is a file of the program': [
      "import { readFileSync } from 'node:fs';\nconst text = readFileSync('./mail.hbs', 'utf8');",
      'return Handlebars.compile(text)({ name: event.name });',
    ],
    'the template is one of a table': [
      "const templates = { a: '{{x}}', b: '{{y}}' };",
      "return Handlebars.compile(templates[event.kind] ?? '')({ x: event.x });",
    ],
    'the name of a partial is constant':
      "Handlebars.registerPartial('line', '{{x}}'); return Handlebars.compile('{{> line}}')({ x: event.x });",
    'a helper gets the value when it runs':
      "Handlebars.registerHelper('shout', text => text.toUpperCase()); return Handlebars.compile('{{shout x}}')({ x: event.x });",
    'values are put into a JavaScript template': 'return `Hello ${event.name}`;',
    'a constant template of another engine': ["import ejs from 'ejs';", "return ejs.render('<%= name %>', { name: String(event.name) });"],
    'a placeholder that is replaced by hand': "return 'Hello {{name}}'.replace('{{name}}', event.name);",
    'a compile of something that is no engine': ["import { compile } from './rules.js';", 'return compile(event.rule);'],
    'a number in the source': 'return Handlebars.compile(`{{lookup list ${Number(event.n)}}}`)({ list: [] });',
    'a word in the source': "if (!/^[a-z]+$/.test(event.field)) return; return Handlebars.compile('{{' + event.field + '}}')({});",
    'a template compiled once, at the top': ["const page = Handlebars.compile('<p>{{name}}</p>');", 'return page({ name: event.name });'],
    'the data of a template function of lodash': [
      "import template from 'lodash.template';\nconst hello = template('<%- name %>');",
      'return hello({ name: event.name });',
    ],
  }),
  invalid: tainted(handlebars, {
    'the template is from the event': 'return Handlebars.compile(event.template)({ name: 1 });',
    'the event is part of the template': 'return Handlebars.compile(`Hello ${event.name}: {{x}}`)({ x: 1 });',
    'a replacement before the template is compiled': "return Handlebars.compile('Hello @name'.replace('@name', event.name))({});",
    'an engine of its own': 'return Handlebars.create().compile(event.template)({});',
    'the whole body as data of an engine that takes options there': [
      "import ejs from 'ejs';",
      "return ejs.render('<%= name %>', JSON.parse(event.body));",
    ],
    'rendered from a string': [
      "import nunjucks from 'nunjucks';\nconst env = new nunjucks.Environment();",
      'return env.renderString(event.template, {});',
    ],
    'a template with logic in attributes': ["import pug from 'pug';", "return pug.compile('p= ' + event.expression)({});"],
    'a compiled function of lodash': ["import _ from 'lodash';", 'return _.template(event.template)({});'],
    'a test for a word that is not obeyed':
      "if (!/^[a-z]+$/.test(event.field)) console.log('odd'); return Handlebars.compile('{{' + event.field + '}}')({});",
    'through a mail class': [
      'class Mail { constructor(source) { this.source = source; } text() { return Handlebars.compile(this.source)({}); } }',
      'return new Mail(event.template).text();',
    ],
    'through a helper that caches': [
      'const cache = new Map();\nconst compiled = source => { if (!cache.has(source)) cache.set(source, Handlebars.compile(source)); return cache.get(source); };',
      'return compiled(JSON.parse(event.body).template)({});',
    ],
    'through the records of a queue': 'return event.Records.map(({ body }) => Handlebars.compile(JSON.parse(body).subject)({}));',
    'through lines that are joined':
      "const lines = ['<h1>{{title}}</h1>']; for (const line of event.lines) lines.push(line); return Handlebars.compile(lines.join('\\n'))({});",
  }),
});
