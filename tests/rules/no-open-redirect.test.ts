import rule from '../../rules/no-open-redirect.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-open-redirect', rule, {
  valid: [
    {
      name: 'a record of a request, which has no status',
      code: `export const read = event => { const { headers, body } = event; return { address: headers['x-forwarded-for'], headers: { location: headers.location }, body }; };`,
    },
    {
      name: 'a URL whose host is the one that the request was sent to',
      code: `import url from 'node:url';\nexport const handler = async event => { const target = url.parse(event.queryStringParameters.next); if (target.hostname !== event.headers.host) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: target.href } }; };`,
    },
    {
      name: 'the same at the edge',
      code: `export const handler = async event => { const { request } = event.Records[0].cf; const target = new URL(new URLSearchParams(request.querystring).get('next')); return target.host === request.headers.host[0].value ? { status: '302', headers: { location: [{ value: target.href }] } } : request; };`,
    },
    {
      name: 'the parts of a URL by the older function',
      code: `import { parse } from 'url';\nexport const handler = async event => { const target = parse(event.queryStringParameters.next); if (target.host !== 'shop.example.com') return { statusCode: 400 }; return { statusCode: 302, headers: { Location: target.href } }; };`,
    },
    {
      name: 'a request to CloudFront that goes on where there is no answer',
      code: `const redirect = location => ({ status: '302', headers: { location: [{ key: 'Location', value: location }] } });\nexport const handler = async event => { const { request } = event.Records[0].cf; const answer = request.uri === '/' ? redirect('https://login.example.com/') : undefined; return answer ?? request; };`,
    },
    {
      name: 'a path behind a host, given a slash where it has none',
      code: `const local = path => (path.startsWith('/') ? path : \`/\${path}\`);\nexport const handler = async event => ({ statusCode: 302, headers: { Location: \`https://\${process.env.DOMAIN}\${local(event.queryStringParameters.next)}\` } });`,
    },
    {
      name: 'a status that no browser follows',
      code: `export const handler = async event => ({ statusCode: 200, headers: { Location: event.queryStringParameters.next }, body: '' });`,
    },
    {
      name: 'an event that a test makes',
      code: `export const mock = (overrides?: Partial<APIGatewayProxyEvent>) => ({ statusCode: 302, headers: { Location: overrides.headers.next } });`,
      filename: 'mock.ts',
    },
    {
      name: 'the host is fixed',
      code: "export const handler = async event => ({ statusCode: 302, headers: { Location: 'https://app.example.com/' + event.queryStringParameters.p } });",
    },
    { name: 'a constant', code: "export const handler = async event => ({ statusCode: 302, headers: { Location: '/home' } });" },
  ],
  invalid: [
    {
      name: 'the same with a status',
      code: `export const read = event => { const { headers, body } = event; return { statusCode: 302, headers: { location: headers.location }, body }; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a URL whose host is what another header says',
      code: `import url from 'node:url';\nexport const handler = async event => { const target = url.parse(event.queryStringParameters.next); if (target.hostname !== event.headers['x-forwarded-host']) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: target.href } }; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a URL whose path alone was looked at',
      code: `import url from 'node:url';\nexport const handler = async event => { const target = url.parse(event.queryStringParameters.next); if (target.pathname !== '/home') return { statusCode: 400 }; return { statusCode: 302, headers: { Location: target.href } }; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an answer of the edge in place of the request',
      code: `const redirect = location => ({ status: '302', headers: { location: [{ key: 'Location', value: location }] } });\nexport const handler = async event => { const { request } = event.Records[0].cf; const answer = request.uri === '/' ? redirect(request.querystring) : undefined; return answer ?? request; };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the answer of the origin gets a location',
      code: `exports.onResponse = async event => {
        const { request, response } = event.Records[0].cf;
        response.status = '302';
        response.headers.location = [{ key: 'Location', value: new URLSearchParams(request.querystring).get('to') }];
        return response;
      };`,
      errors: [{ messageId: 'tainted', line: 4 }],
    },
    {
      name: 'a path with a slash in front, and perhaps a second one',
      code: `const local = path => (path.startsWith('/') ? path : \`/\${path}\`);\nexport const handler = async event => ({ statusCode: 302, headers: { Location: local(event.queryStringParameters.next) } });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a status that is not known',
      code: `export const handler = async event => ({ statusCode: Number(event.status), headers: { Location: event.queryStringParameters.next }, body: '' });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an event that is there in part',
      code: `export const mock = async (event: Partial<APIGatewayProxyEvent>) => ({ statusCode: 302, headers: { Location: event.headers.next } });`,
      filename: 'mock.ts',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the target from the event',
      code: 'export const handler = async event => ({ statusCode: 302, headers: { Location: event.queryStringParameters.next } });',
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a helper',
      code: 'const to = url => ({ statusCode: 301, headers: { location: url } });\nexport const handler = async event => to(event.queryStringParameters.next);',
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

check('no-open-redirect, by construct', rule, {
  valid: quiet('', {
    'a path of the own site': "return { statusCode: 302, headers: { Location: '/items/' + event.pathParameters.id } };",
    'a path on a fixed host': 'return { statusCode: 302, headers: { Location: `https://www.example.com/${event.pathParameters.page}` } };',
    'an encoded query':
      "return { statusCode: 302, headers: { Location: 'https://www.example.com/login?next=' + encodeURIComponent(event.queryStringParameters.next) } };",
    'one of a table': [
      "const pages = { a: '/a', b: '/b' };",
      "return { statusCode: 302, headers: { Location: pages[event.queryStringParameters.to] ?? '/' } };",
    ],
    'the host is one of a list': [
      "const hosts = new Set(['www.example.com']);",
      'const url = new URL(event.queryStringParameters.to); if (!hosts.has(url.hostname)) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: url.href } };',
    ],
    'a prefix with its slash':
      "const { to } = event.queryStringParameters; if (!to.startsWith('https://www.example.com/')) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: to } };",
    'a path that matches as a whole':
      'const { to } = event.queryStringParameters; if (!/^\\/[a-z]+$/.test(to)) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: to } };',
    'the host from the environment':
      'return { statusCode: 302, headers: { Location: `https://${process.env.HOST}/x?id=${event.queryStringParameters.id}` } };',
    'a header that is no target': "return { statusCode: 302, headers: { Location: '/home', 'x-from': event.queryStringParameters.from } };",
    'the body is no target':
      "return { statusCode: 302, headers: { Location: '/home' }, body: JSON.stringify(event.queryStringParameters.to) };",
    'a request to the target is another matter':
      "const answer = { statusCode: 302, headers: { Location: '/home' } }; console.log({ to: event.queryStringParameters.to }); return answer;",
    'a generated response of the edge with a path':
      "return { status: '302', headers: { location: [{ key: 'Location', value: '/en' + event.Records[0].cf.request.uri }] } };",
    'only the path of the parsed URL, behind a slash':
      "const url = new URL(event.queryStringParameters.to); return { statusCode: 302, headers: { Location: 'https://www.example.com/' + url.pathname } };",
  }),
  invalid: tainted('', {
    'the whole target': 'return { statusCode: 302, headers: { Location: event.queryStringParameters.to } };',
    'the header in small letters': 'return { statusCode: 301, headers: { location: event.queryStringParameters.to } };',
    'a header of several values': 'return { statusCode: 302, multiValueHeaders: { Location: [event.queryStringParameters.to] } };',
    'the host behind the scheme': 'return { statusCode: 302, headers: { Location: `https://${event.headers.host}/x` } };',
    'text behind a host without a slash':
      "return { statusCode: 302, headers: { Location: 'https://www.example.com' + event.queryStringParameters.to } };",
    'a prefix of one slash may be two':
      "const { to } = event.queryStringParameters; if (!to.startsWith('/')) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: to } };",
    'a prefix without its slash':
      "const { to } = event.queryStringParameters; if (!to.startsWith('https://www.example.com')) return { statusCode: 400 }; return { statusCode: 302, headers: { Location: to } };",
    'a path that matches at its start':
      "const { to } = event.queryStringParameters; if (!/^\\/[a-z]+/.test(to) && to) console.log('odd'); return { statusCode: 302, headers: { Location: to } };",
    'a fallback behind the event': "return { statusCode: 302, headers: { Location: event.queryStringParameters?.to ?? '/home' } };",
    'a generated response of the edge':
      "const { querystring } = event.Records[0].cf.request; return { status: '302', headers: { location: [{ key: 'Location', value: new URLSearchParams(querystring).get('to') }] } };",
    'a callback': [
      '',
      'const done = (to, callback) => callback(null, { statusCode: 302, headers: { Location: to } }); return new Promise(resolve => done(event.queryStringParameters.to, (_, answer) => resolve(answer)));',
    ],
    'through a function that makes the answer': [
      'const redirect = (to, statusCode = 302) => ({ statusCode, headers: { Location: to } });',
      'return redirect(event.queryStringParameters.to);',
    ],
    'through an assigned header':
      'const answer = { statusCode: 302, headers: {} }; answer.headers.Location = decodeURIComponent(event.queryStringParameters.to); return answer;',
    'through a class that collects headers': [
      'class Answer { headers = {}; header(name, value) { this.headers[name] = value; return this; } end(statusCode) { return { statusCode, headers: this.headers }; } }',
      "return new Answer().header('Location', event.queryStringParameters.to).end(302);",
    ],
    'through a loop over headers':
      "const headers = {}; for (const [name, value] of [['Location', event.queryStringParameters.to]]) headers[name] = value; return { statusCode: 302, headers };",
  }),
});

const go = 'return { statusCode: 302, headers: { Location: next } };';
check('no-open-redirect, to the own site', rule, {
  valid: quiet('', {
    'one slash in front, and not two': `const { next } = event.queryStringParameters; if (!next.startsWith('/') || next.startsWith('//')) return { statusCode: 400 }; ${go}`,
    'not two slashes in front, and one': `const { next } = event.queryStringParameters; if (next.startsWith('//')) return; if (next.startsWith('/')) { ${go} }`,
  }),
  invalid: tainted('', {
    'one slash in front, and perhaps two': `const { next } = event.queryStringParameters; if (!next.startsWith('/')) return { statusCode: 400 }; ${go}`,
    'not two slashes in front, and perhaps none': `const { next } = event.queryStringParameters; if (next.startsWith('//')) return { statusCode: 400 }; ${go}`,
    'one slash in front of another value': `const { next, other } = event.queryStringParameters; if (!other.startsWith('/') || next.startsWith('//')) return { statusCode: 400 }; ${go}`,
  }),
});
