import rule from '../../rules/no-ssrf.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-ssrf', rule, {
  valid: [
    {
      name: 'a host whose addresses are looked up first, by a function that throws at a private one',
      code: `import { lookup } from 'node:dns/promises';\nasync function assertPublic(host) { for (const { address } of await lookup(host, { all: true })) if (address.startsWith('10.')) throw new Error('private'); }\nexport const handler = async event => { const url = new URL(event.queryStringParameters.url); await assertPublic(url.hostname); return fetch(url); };`,
    },
    {
      name: 'what a route checks by the schemas beside it',
      code: "import { Elysia, t } from 'elysia';\nexport const app = new Elysia().get('/x/:id', async ctx => fetch(ctx.params.url), { params: t.Object({ url: t.String({ format: 'uuid' }) }) });",
    },
    {
      name: 'the path of the request behind a fixed host, where nothing else tells what the event is',
      code: "export const handler = async event => fetch(`https://api.example.com${event.path}`, { method: 'POST', body: event.body });",
    },
    {
      name: 'where CloudFormation wants the answer, by way of a topic',
      filename: 'file.ts',
      code: "import type { SNSEvent } from 'aws-lambda';\nexport const handler = async (event: SNSEvent) => { const { ResponseURL } = JSON.parse(event.Records[0].Sns.Message); await fetch(ResponseURL, { method: 'PUT' }); };",
    },
    {
      name: 'a URL whose host is fixed, made text again',
      code: `export const handler = async event => { const url = new URL(\`\${process.env.BASE_URL}/v1/\${event.id}\`); url.searchParams.append('from', event.from); await fetch(\`\${url}\`); await fetch(String(url)); return fetch(url + '&to=' + event.to); };`,
    },
    {
      name: 'a URL put together again of the parts of one whose host is fixed',
      code: `export const handler = async event => { const url = new URL(process.env.BASE_URL + '/' + event.id); return fetch(url.protocol + '//' + url.hostname + ':' + url.port + '/items' + url.pathname); };`,
    },
    {
      name: 'the properties of a custom resource, whatever the function is called',
      code: `export const copyContent = async (event, context) => fetch('https://' + event.ResourceProperties.Data.Source.Bucket);`,
    },
    {
      name: 'a function of the program that gives its result to a callback where Lambda has its context',
      code: `exports.fire = function (event, callback) { fetch(event.protocol + '://' + event.domain + event.path).then(() => callback(null)); };`,
    },
    {
      name: 'the URL is one of a list that another module loads, found in a loop',
      code: `import { load } from './allowed.js';\nconst find = (list, url) => { for (const allowed of list) { if (allowed === url) return {}; } throw new Error('no'); };\nexport const handler = async event => { const list = await load(); const { url } = JSON.parse(event.body); const headers = find(list, url); return fetch(url, { headers }); };`,
    },
    {
      name: 'the URL is one of a list that another module loads, or fits a pattern of it',
      code: `import { load } from './allowed.js';\nexport const handler = async event => { const list = await load(); const { url } = JSON.parse(event.body); if (!list.some(allowed => (allowed instanceof RegExp && allowed.test(url)) || allowed === url)) return; return fetch(url); };`,
    },
    {
      name: 'the search of a URL',
      code: `export const handler = async event => { const url = new URL('https://api.example.com/'); url.search = event.queryStringParameters.x; await fetch(url.href); };`,
    },
    {
      name: 'the host is fixed',
      code: "export const handler = async event => fetch('https://api.example.com/users/' + event.pathParameters.id);",
    },
    {
      name: 'a query on a fixed host',
      code: "export const handler = async event => fetch('https://api.example.com/?q=' + encodeURIComponent(event.queryStringParameters.q));",
    },
    {
      name: 'the host of the parsed URL is one of a list',
      code: "const hosts = new Set(['a.example.com']);\nexport const handler = async event => { const u = new URL(event.queryStringParameters.url); if (!hosts.has(u.hostname)) return; return fetch(u); };",
    },
  ],
  invalid: [
    {
      name: 'a host next to the one that is looked up',
      code: `import { lookup } from 'node:dns/promises';\nexport const handler = async event => { const url = new URL(event.queryStringParameters.url); await lookup(new URL(event.queryStringParameters.other).hostname); return fetch(url); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a field of a request that is called as that of CloudFormation',
      filename: 'file.ts',
      code: "import type { APIGatewayProxyEvent } from 'aws-lambda';\nexport const handler = async (event: APIGatewayProxyEvent) => { const { ResponseURL } = JSON.parse(event.body!); await fetch(ResponseURL, { method: 'PUT' }); };",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a URL whose host the event names, made text again',
      code: `export const handler = async event => { const url = new URL(\`https://\${event.host}/v1/items\`); return fetch(\`\${url}\`); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a page that the function renders: a tag in it fetches any address',
      code: "import puppeteer from 'puppeteer-core';\nexport const handler = async event => { const page = await (await puppeteer.launch()).newPage(); await page.setContent(`<h1>${event.queryStringParameters.title}</h1>`); return page.pdf(); };",
      errors: [
        {
          messageId: 'tainted',
          data: {
            sink: 'page.setContent()',
            harm: 'renders a page that contains',
            source: 'a query parameter, event.queryStringParameters.title',
            path: '',
            advice: 'Escape it for HTML: a tag in it makes the browser request any address, internal ones too.',
          },
        },
      ],
    },
    {
      name: 'a URL put together again of the parts of one whose host the event chose',
      code: `export const handler = async event => { const url = new URL(event.url); return fetch(url.protocol + '//' + url.hostname + '/items' + url.pathname); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a queue that the caller chooses, told as what it is',
      code: `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const sqs = new SQSClient({});
export const handler = async event => sqs.send(new SendMessageCommand({ QueueUrl: event.queue, MessageBody: 'x' }));`,
      errors: [
        {
          messageId: 'tainted',
          data: {
            sink: 'The queue',
            harm: 'is chosen by',
            source: 'event data, event.queue',
            path: '',
            advice: 'Take it from the configuration, or check it against a fixed list.',
          },
        },
      ],
    },
    {
      name: 'the URL is compared with each of a list, and nothing comes of it',
      code: `import { load } from './allowed.js';\nconst find = (list, url) => { for (const allowed of list) { if (allowed === url) return { known: 1 }; } return {}; };\nexport const handler = async event => { const list = await load(); const { url } = JSON.parse(event.body); const headers = find(list, url); return fetch(url, { headers }); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the list is in the event',
      code: `export const handler = async event => { const { list, url } = JSON.parse(event.body); if (!list.some(allowed => allowed === url)) return; return fetch(url); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a function of the program called with an event and a callback, which Lambda calls too',
      code: `exports.handler = (event, context, callback) => fetch('https://' + event.host).then(() => callback(null));`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'where the secret of a call lies, and another of its parameters',
      code: `export const handler = async event => fetch('https://' + event.detail.requestParameters.host);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'what a request says in a place called like a property of a resource',
      code: `export const handler = async event => fetch(JSON.parse(event.body).ResourceProperties.url);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the host of a URL',
      code: `export const handler = async event => { const url = new URL('https://api.example.com/'); url.host = event.queryStringParameters.x; await fetch(url.href); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the URL from the event',
      code: 'export const handler = async event => fetch(event.queryStringParameters.url);',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the host from the event',
      code: 'export const handler = async event => fetch(`https://${event.queryStringParameters.host}/x`);',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: "import axios from 'axios';\nconst get = url => axios.get(url);\nexport const handler = async event => get(JSON.parse(event.body).callback);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

check('no-ssrf, by construct', rule, {
  valid: quiet('', {
    'a path on a fixed host': 'return fetch(`https://api.example.com/users/${event.pathParameters.id}/orders`);',
    'a query on a fixed host':
      "const url = new URL('https://api.example.com/search'); url.searchParams.set('q', event.queryStringParameters.q); return fetch(url);",
    'the host from the environment': 'return fetch(`${process.env.API}/users/${event.pathParameters.id}`);',
    'the body of a request': "return fetch('https://api.example.com/hook', { method: 'POST', body: event.body });",
    'the host is one of a list': [
      "const hosts = ['a.example.com', 'b.example.com'];",
      'const url = new URL(event.url); if (!hosts.includes(url.host)) throw new Error(); return fetch(url.href);',
    ],
    'the origin is compared': "const url = new URL(event.url); if (url.origin !== 'https://api.example.com') return; return fetch(url);",
    'the host ends with the own domain':
      "const url = new URL(event.url); if (!url.hostname.endsWith('.example.com')) return; return fetch(url);",
    'a prefix with its slash': "if (!event.url.startsWith('https://api.example.com/')) return; return fetch(event.url);",
    'a region of two': [
      "const hosts = { eu: 'eu.example.com', us: 'us.example.com' };",
      'return fetch(`https://${hosts[event.region] ?? hosts.eu}/x`);',
    ],
    'the parameters of a client': [
      "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com' });",
      "return api.get('/users', { params: { q: event.q } });",
    ],
    'the path of a request to a fixed host': [
      "import https from 'node:https';",
      "return https.get({ hostname: 'api.example.com', path: '/users/' + event.id });",
    ],
    'a request path behind a host starts with a slash': "return fetch('https://api.example.com' + event.Records[0].cf.request.uri);",
    'a request of another library that only counts': ["import { fetch } from './counter.js';", 'return fetch(event.name);'],
    'a number as the port': 'return fetch(`http://internal.example.com:${Number(event.port)}/`);',
  }),
  invalid: tainted('', {
    'the whole URL': 'return fetch(event.url);',
    'the host behind the scheme': 'return fetch(`https://${event.host}/x`);',
    'a part of the host': 'return fetch(`https://${event.tenant}.example.com.${event.zone}/x`);',
    'text behind a host without a slash': 'return fetch(`https://api.example.com${event.queryStringParameters.path}`);',
    'the list is asked and not obeyed': [
      "const hosts = ['a.example.com'];",
      "const url = new URL(event.url); if (!hosts.includes(url.host)) console.warn('odd'); return fetch(url.href);",
    ],
    'the host ends with the name of the own domain':
      "const url = new URL(event.url); if (!url.hostname.endsWith('example.com')) return; return fetch(url);",
    'a prefix without its slash': "if (!event.url.startsWith('https://api.example.com')) return; return fetch(event.url);",
    'a URL resolved against a base may leave it': "return fetch(new URL(event.path, 'https://api.example.com'));",
    'the base of a client': ["import axios from 'axios';", "return axios.create({ baseURL: event.base }).get('/users');"],
    'the default of all requests': ["import axios from 'axios';", "axios.defaults.baseURL = event.base; return axios.get('/users');"],
    'a configuration object': ["import axios from 'axios';", "return axios({ method: 'get', url: event.url });"],
    'the host of request options': ["import https from 'node:https';", "return https.request({ hostname: event.host, path: '/' });"],
    'the endpoint of a client of the SDK': [
      "import { S3Client } from '@aws-sdk/client-s3';",
      'return new S3Client({ endpoint: event.endpoint });',
    ],
    'a page that a browser opens': [
      "import puppeteer from 'puppeteer';",
      'const page = await (await puppeteer.launch()).newPage(); await page.goto(event.url);',
    ],
    'through a client class': [
      'class Client { constructor(base) { this.base = base; } get(path) { return fetch(this.base + path); } }',
      "return new Client(JSON.parse(event.body).base).get('/x');",
    ],
    'through a function that retries': [
      'const retry = async (url, times) => { for (let i = 0; i < times; i++) { const answer = await fetch(url); if (answer.ok) return answer; } };',
      'return retry(event.url, 3);',
    ],
    'through a list of hooks': 'return Promise.all(JSON.parse(event.body).hooks.map(hook => fetch(hook)));',
    'through the next link of an answer':
      'let next = event.url; let answer; while (next) { answer = await (await fetch(next)).json(); next = null; } return answer;',
  }),
});
