import { fetchLike } from '../language/globals.js';
import { defineModel, type ErrorSpec, type Model } from '../model.js';
import { sinks, stored } from '../specs.js';

const verbs = 'get,post,put,patch,del,delete,head,options,stream';
const answer = 'the response of a request with event data';
const failure = 'the error of an HTTP client, which holds the request with its headers';
const fails = (...paths: readonly string[]): ErrorSpec[] => paths.map(path => ({ path, kind: 'client-error', label: failure }));

/** A function that takes a URL first and options second, with the verbs as methods. */
function client(
  module: string | readonly string[],
  url: readonly string[],
  body: readonly string[],
  instances: readonly string[] = [],
): Model {
  return defineModel({
    module,
    types: { Client: ['', ...instances] },
    sinks: [
      ...sinks('url', [
        'Client.Argument[0]',
        `Client.Member[${verbs}].Argument[0]`,
        ...url.flatMap(name => [
          `Client.Argument[0,1].Member[${name}]`,
          `Client.Member[${verbs}].Argument[0,1].Member[${name}]`,
          `Client.Member[extend,create,defaults].Argument[0].Member[${name}]`,
        ]),
      ]),
      ...sinks('request', [
        'Client.Argument[0]',
        `Client.Member[${verbs}].Argument[0]`,
        ...body.flatMap(name => [`Client.Argument[1].Member[${name}]`, `Client.Member[${verbs}].Argument[1].Member[${name}]`]),
      ]),
    ],
    sources: stored(answer, [
      'Client.ReturnValue.Member[body,data]',
      `Client.Member[${verbs}].ReturnValue.Member[body,data]`,
      'Client.ReturnValue.Member[json,text,buffer].ReturnValue',
      `Client.Member[${verbs}].ReturnValue.Member[json,text,buffer].ReturnValue`,
    ]),
    errors: fails('Client', `Client.Member[${verbs}]`),
  });
}

const named = (from: string, { sinks: places, sources, types }: typeof fetchLike): Model => ({
  types: { Response: types.Response.map(path => `${from}.${path}`) },
  sinks: places.map(sink => ({ ...sink, path: `${from}.${sink.path}` })),
  sources,
});

export default [
  defineModel({
    module: [
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'isomorphic-unfetch',
      'unfetch',
      'make-fetch-happen',
      'minipass-fetch',
      'node-fetch-commonjs',
    ],
    ...fetchLike,
  }),
  defineModel({
    module: ['undici', 'cross-fetch', '@whatwg-node/fetch', 'node-fetch-native', 'whatwg-fetch', 'fetch-h2'],
    ...named('Member[fetch]', fetchLike),
  }),
  // https://github.com/nodejs/undici/blob/main/docs/docs/api/Dispatcher.md
  defineModel({
    module: 'undici',
    sinks: [
      ...sinks('url', [
        'Member[request,stream,pipeline,connect,upgrade].Argument[0]',
        'Member[Client,Pool,Agent,WebSocket,EventSource].Argument[0]',
      ]),
      ...sinks('request', ['Member[request,stream].Argument[0]', 'Member[request,stream].Argument[1].Member[body,headers,query]']),
    ],
    sources: stored(answer, ['Member[request].ReturnValue.Member[headers]', 'Member[request].ReturnValue.Member[body]']),
  }),
  // https://github.com/sindresorhus/got/blob/main/documentation/2-options.md
  client(
    ['got', 'got-cjs'],
    ['url', 'prefixUrl', 'baseUrl', 'host', 'hostname'],
    ['json', 'body', 'form', 'headers', 'searchParams', 'password'],
    ['Member[extend,create].ReturnValue', 'Member[got]', 'Client.Member[extend].ReturnValue'],
  ),
  client('ky', ['prefixUrl'], ['json', 'body', 'headers', 'searchParams'], ['Client.Member[extend,create].ReturnValue']),
  client('ky-universal', ['prefixUrl'], ['json', 'body', 'headers', 'searchParams']),
  client(['ofetch', 'wretch'], ['baseURL'], ['body', 'headers', 'query'], ['Member[ofetch,$fetch]']),
  client(
    ['phin', 'phin/promisified', 'centra', 'httpie', 'simple-get', 'simple-get-promise', 'nanofetch', 'r2', 'popsicle', 'teeny-request'],
    ['url'],
    ['data', 'body', 'headers'],
    ['Member[unpromisified,concat,teenyRequest]'],
  ),
  client(
    ['urllib', '@hapi/wreck', 'wreck'],
    ['baseUrl'],
    ['data', 'payload', 'headers'],
    ['Member[request,curl]', 'Member[defaults].ReturnValue'],
  ),
  // The verb comes first in request(method, url). https://github.com/tomas/needle
  defineModel({
    module: 'needle',
    sinks: [
      ...sinks('url', ['Argument[1]', 'Member[request].Argument[1]', 'Member[get,head,delete,post,put,patch].Argument[0]']),
      ...sinks('request', ['Argument[1..]', 'Member[request].Argument[2..]', 'Member[get,head,delete,post,put,patch].Argument[0..]']),
    ],
    sources: stored(answer, [
      'ReturnValue.Member[body]',
      'Member[get,post,put,patch,request].ReturnValue.Member[body]',
      'Member[get,post,put].Argument[1,2,3].Parameter[1].Member[body]',
    ]),
  }),
  // A request is a chain that is awaited at its end. https://ladjs.github.io/superagent
  defineModel({
    module: ['superagent', 'supertest-fetch', 'superagent-promise'],
    types: {
      Agent: ['', 'Member[agent].ReturnValue'],
      Request: [
        `Agent.Member[${verbs}].ReturnValue`,
        'Agent.ReturnValue',
        'Request.AnyMember.ReturnValue',
        'Request.Member[send,set,query,auth,field].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('url', [`Agent.Member[${verbs}].Argument[0]`, 'Agent.Argument[0,1]']),
      ...sinks('request', [
        'Request.Member[send,query,field,auth].Argument[0..]',
        'Request.Member[set].Argument[0..]',
        `Agent.Member[${verbs}].Argument[0,1]`,
      ]),
    ],
    sources: stored(answer, ['Request.Member[body,text]', 'Request.Member[end].Argument[0].Parameter[1].Member[body,text]']),
    errors: fails(`Agent.Member[${verbs}]`, 'Request.Member[send,query,set,auth]'),
  }),
  // Its callback gets (error, response, body). https://github.com/request/request
  defineModel({
    module: [
      'request',
      'request-promise',
      'request-promise-native',
      'requestretry',
      'postman-request',
      'cloudscraper',
      '@cypress/request',
      'request-promise-any',
    ],
    types: { Client: ['', 'Client.Member[defaults].ReturnValue'] },
    sinks: [
      ...sinks('url', [
        'Client.Argument[0]',
        'Client.Argument[0].Member[url,uri,baseUrl,host,hostname]',
        `Client.Member[${verbs}].Argument[0]`,
        `Client.Member[${verbs},defaults].Argument[0].Member[url,uri,baseUrl]`,
      ]),
      ...sinks('request', ['Client.Argument[0]', 'Client.Argument[1]', `Client.Member[${verbs}].Argument[0,1]`]),
    ],
    sources: stored(answer, [
      'Client.Argument[1,2].Parameter[2]',
      'Client.Argument[1,2].Parameter[1].Member[body]',
      `Client.Member[${verbs}].Argument[1,2].Parameter[2]`,
      `Client.Member[${verbs}].Argument[1,2].Parameter[1].Member[body]`,
      'Client.ReturnValue',
      `Client.Member[${verbs}].ReturnValue`,
    ]),
    errors: fails('Client', `Client.Member[${verbs}]`),
  }),
  // bent('https://host/', 'json') makes a function of paths; without a base it takes URLs.
  defineModel({
    module: 'bent',
    sinks: [...sinks('url', ['Argument[0]', 'ReturnValue.Argument[0]']), ...sinks('request', ['ReturnValue.Argument[0..]'])],
    sources: stored(answer, ['ReturnValue.ReturnValue']),
  }),
  defineModel({
    module: ['ws', 'isomorphic-ws', 'websocket', 'reconnecting-websocket', 'sockjs-client', 'socket.io-client', 'faye-websocket'],
    sinks: [
      ...sinks('url', [
        'Argument[0]',
        'Member[WebSocket,io,connect].Argument[0]',
        'Member[client].Instance.Member[connect].Argument[0]',
        'Member[Client].Argument[0]',
      ]),
      ...sinks('request', ['Instance.Member[send].Argument[0]', 'Member[WebSocket].Instance.Member[send].Argument[0]']),
    ],
  }),
  defineModel({
    module: ['eventsource', 'event-source-polyfill'],
    sinks: sinks('url', ['Argument[0]', 'Member[EventSource].Argument[0]']),
  }),
  // Other protocols than HTTP.
  defineModel({ module: 'basic-ftp', sinks: sinks('url', ['Member[Client].Instance.Member[access].Argument[0].Member[host]']) }),
  defineModel({
    module: ['ftp', 'promise-ftp', 'jsftp', 'ssh2-sftp-client', 'ssh2', 'node-ssh'],
    sinks: sinks('url', [
      'Instance.Member[connect].Argument[0].Member[host]',
      'Member[Client,NodeSSH].Instance.Member[connect].Argument[0].Member[host]',
      'Argument[0].Member[host]',
    ]),
  }),
  defineModel({
    module: 'graphql-request',
    sinks: [
      ...sinks('url', ['Member[request,rawRequest,GraphQLClient].Argument[0]', 'Member[request].Argument[0].Member[url]']),
      ...sinks('request', ['Member[request].Argument[2..]', 'Member[GraphQLClient].Argument[1].Member[headers]']),
    ],
  }),
  defineModel({ module: 'aws4fetch', sinks: sinks('url', ['Member[AwsClient].Instance.Member[fetch,sign].Argument[0]']) }),
  defineModel({
    module: ['@smithy/protocol-http', '@aws-sdk/protocol-http'],
    sinks: sinks('url', ['Member[HttpRequest].Argument[0].Member[hostname]']),
  }),
  // Fetch what they are asked to read.
  defineModel({
    module: ['download', 'probe-image-size', 'link-preview-js', 'open-graph-scraper', 'image-downloader', 'url-metadata'],
    sinks: sinks('url', [
      'Argument[0]',
      'Argument[0].Member[url]',
      'Member[getLinkPreview,image].Argument[0]',
      'Member[image].Argument[0].Member[url]',
    ]),
  }),
  defineModel({ module: 'rss-parser', sinks: sinks('url', ['Instance.Member[parseURL].Argument[0]']) }),
  defineModel({ module: ['soap', 'strong-soap'], sinks: sinks('url', ['Member[createClient,createClientAsync].Argument[0]']) }),
  defineModel({
    module: ['jimp', 'canvas', '@napi-rs/canvas'],
    sinks: sinks('url', ['Member[read,loadImage].Argument[0]', 'Member[Jimp].Member[read].Argument[0]']),
  }),
];
