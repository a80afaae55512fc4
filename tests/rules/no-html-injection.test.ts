import rule from '../../rules/no-html-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-html-injection', rule, {
  valid: [
    {
      name: 'the text of one answer beside the type of another',
      code: `export const handler = async event => event.queryStringParameters.page === 'yes' ? { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>Hello</p>' } : { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: event.queryStringParameters.name };`,
    },
    {
      name: "the origin's own answer goes on with a header more",
      code: `exports.onResponse = async event => {
        const { response } = event.Records[0].cf;
        response.headers['x-frame-options'] = [{ key: 'X-Frame-Options', value: 'DENY' }];
        return response;
      };`,
    },
    {
      name: 'what is written into the answer of the origin is plain text',
      code: `exports.onResponse = async event => {
        const { request, response } = event.Records[0].cf;
        response.headers['content-type'] = [{ key: 'Content-Type', value: 'text/plain' }];
        response.body = '<none> at ' + request.uri;
        return response;
      };`,
    },
    {
      name: 'JSON for those who ask for it, and else a page that encodes the value',
      code: `import escape from 'escape-html';\nconst make = (event, html) => { const type = event.headers.accept === 'application/json' ? 'application/json' : 'text/html'; return { statusCode: 200, headers: { 'Content-Type': type }, body: type === 'text/html' ? html : JSON.stringify({ n: event.path }) }; };\nexport const handler = async event => make(event, \`<p>\${escape(event.path)}</p>\`);`,
    },
    {
      name: 'a message with the code that Cognito made',
      code: `export const handler = async event => { if (event.triggerSource === 'CustomMessage_SignUp') event.response.emailMessage = \`<p>\${event.request.usernameParameter}, your code is \${event.request.codeParameter}</p>\`; return event; };`,
    },
    {
      name: 'a text message',
      code: `export const handler = async event => { if (event.triggerSource === 'CustomMessage_SignUp') event.response.smsMessage = \`Dear \${event.request.userAttributes.name}\`; return event; };`,
    },
    {
      name: 'the value is encoded',
      code: "import escape from 'escape-html';\nexport const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + escape(event.queryStringParameters.n) });",
    },
    {
      name: 'JSON is not HTML',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ n: event.queryStringParameters.n }) });",
    },
  ],
  invalid: [
    {
      name: 'one of two answers, with its own type',
      code: `export const handler = async event => event.queryStringParameters.page === 'no' ? { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'Hello' } : { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + event.queryStringParameters.name };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the answer of the origin gets another body',
      code: `exports.onResponse = (event, context, callback) => {
        const { request, response } = event.Records[0].cf;
        response.headers['content-type'] = [{ key: 'Content-Type', value: 'text/html' }];
        response.body = 'No page at ' + request.uri;
        callback(null, response);
      };`,
      errors: [{ messageId: 'tainted', line: 4 }],
    },
    {
      name: 'JSON for those who ask for it, and else a page that does not encode the value',
      code: `const make = (event, html) => { const type = event.headers.accept === 'application/json' ? 'application/json' : 'text/html'; return { statusCode: 200, headers: { 'Content-Type': type }, body: type === 'text/html' ? html : JSON.stringify({ n: event.path }) }; };\nexport const handler = async event => make(event, \`<p>\${event.path}</p>\`);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the message that Cognito mails',
      code: `export const handler = async event => { if (event.triggerSource === 'CustomMessage_SignUp') event.response.emailMessage = \`<p>Dear \${event.request.userAttributes.name}</p>\`; return event; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'in an HTML response',
      code: "export const handler = async event => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + event.queryStringParameters.n });",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper that builds the response',
      code: "const html = body => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body });\nexport const handler = async event => html(`<b>${event.queryStringParameters.n}</b>`);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const html = "headers: { 'content-type': 'text/html; charset=utf-8' }";
check('no-html-injection, by construct', rule, {
  valid: quiet('', {
    'the answer is JSON':
      "return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: event.queryStringParameters.name }) };",
    'the answer is plain text':
      "return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: `<b>${event.queryStringParameters.name}</b>` };",
    'escaped by a library': [
      "import escape from 'escape-html';",
      `return { statusCode: 200, ${html}, body: \`<b>\${escape(event.queryStringParameters.name)}</b>\` };`,
    ],
    'escaped by hand, all of it': [
      "const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\"/g, '&quot;').replace(/'/g, '&#39;');",
      `return { statusCode: 200, ${html}, body: '<b>' + escape(event.queryStringParameters.name) + '</b>' };`,
    ],
    sanitized: [
      "import sanitizeHtml from 'sanitize-html';",
      `return { statusCode: 200, ${html}, body: sanitizeHtml(JSON.parse(event.body).text) };`,
    ],
    'a number': `return { statusCode: 200, ${html}, body: '<b>' + Number(event.queryStringParameters.n) + '</b>' };`,
    'a constant page': `console.log(event.path); return { statusCode: 200, ${html}, body: '<b>hello</b>' };`,
    'the rendered page of an engine that escapes': [
      "import Handlebars from 'handlebars';\nconst page = Handlebars.compile('<b>{{name}}</b>');",
      `return { statusCode: 200, ${html}, body: page({ name: event.queryStringParameters.name }) };`,
    ],
    'the plain part of a mail': [
      "import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';\nconst ses = new SESClient({});",
      "return ses.send(new SendEmailCommand({ Message: { Body: { Text: { Data: 'Hello ' + event.name } } } }));",
    ],
    'a header that is no type': "return { statusCode: 200, headers: { 'x-type': 'text/html' }, body: event.queryStringParameters.name };",
    'one of two names': `const name = event.queryStringParameters.name === 'a' ? 'a' : 'b'; return { statusCode: 200, ${html}, body: '<b>' + name + '</b>' };`,
    'what the handler stores is no answer': `const page = '<b>' + event.name + '</b>'; console.log(page.length); return { statusCode: 200, ${html}, body: 'done' };`,
    'the type is decided, and it is JSON':
      "const type = event.x ? 'application/json' : 'application/problem+json'; return { statusCode: 200, headers: { 'content-type': type }, body: JSON.stringify(event.queryStringParameters) };",
  }),
  invalid: tainted('', {
    'a template': `return { statusCode: 200, ${html}, body: \`<b>\${event.queryStringParameters.name}</b>\` };`,
    'the header in another case':
      "return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<b>' + event.queryStringParameters.name + '</b>' };",
    'a header of several values':
      "return { statusCode: 200, multiValueHeaders: { 'content-type': ['text/html'] }, body: '<b>' + event.queryStringParameters.name };",
    'no header, but text that is a page':
      "return { statusCode: 200, body: '<html><body>' + event.queryStringParameters.name + '</body></html>' };",
    'escaped by hand, but not the sign that opens a tag': `return { statusCode: 200, ${html}, body: '<b>' + event.queryStringParameters.name.replace(/"/g, '&quot;') };`,
    'an engine that is told not to escape': [
      "import Handlebars from 'handlebars';",
      `return { statusCode: 200, ${html}, body: '<b>' + new Handlebars.SafeString(event.queryStringParameters.name) };`,
    ],
    'JSON in a script element': `return { statusCode: 200, ${html}, body: '<script>var data = ' + JSON.stringify(event.queryStringParameters) + '</script>' };`,
    'the HTML part of a mail': [
      "import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';\nconst ses = new SESClient({});",
      "return ses.send(new SendEmailCommand({ Message: { Body: { Html: { Data: '<p>' + JSON.parse(event.body).text } } } }));",
    ],
    'an assigned header':
      "const response = { statusCode: 200, headers: {} }; response.headers['content-type'] = 'text/html'; response.body = '<b>' + event.queryStringParameters.name; return response;",
    'through a function that makes the answer': [
      `const page = body => ({ statusCode: 200, ${html}, body });`,
      "return page('<h1>' + event.pathParameters.title + '</h1>');",
    ],
    'through a class that renders': [
      "class Page { items = []; add(text) { this.items.push(`<li>${text}</li>`); } html() { return this.items.join(''); } }",
      `const page = new Page(); page.add(event.queryStringParameters.item); return { statusCode: 200, ${html}, body: page.html() };`,
    ],
    'through rows of a table': `const rows = JSON.parse(event.body).rows.map(row => '<td>' + row + '</td>'); return { statusCode: 200, ${html}, body: '<table>' + rows.join('') + '</table>' };`,
    'through a loop': `let list = ''; for (const [key, value] of Object.entries(event.queryStringParameters)) list += '<li>' + key + ': ' + value; return { statusCode: 200, ${html}, body: list };`,
  }),
});

check('no-html-injection, in a stream', rule, {
  valid: [
    {
      name: 'a stream of plain text',
      code: "export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.setContentType('text/plain'); stream.write(`hello ${event.queryStringParameters.q}`); stream.end(); });",
    },
  ],
  invalid: [
    {
      name: 'a stream of markup',
      code: "export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.setContentType('text/html'); stream.write(`<p>${event.queryStringParameters.q}</p>`); stream.end(); });",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
