import rule from '../../rules/no-ssrf.js';
import { check } from './rule-tester.js';

check('no-ssrf', rule, {
  valid: [
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
