import rule from '../../rules/no-template-injection.js';
import { check } from './rule-tester.js';

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
