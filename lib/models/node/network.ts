import { defineModel } from '../model.js';
import { proves, sinks, stored } from '../specs.js';

const call = 'Member[request,get]';
const answer = 'the response of a server that the event names';

export default [
  // request(url, options, callback) and request(options, callback). https://nodejs.org/api/http.html#httprequesturl-options-callback
  defineModel({
    module: ['http', 'https', 'follow-redirects', 'follow-redirects/http', 'follow-redirects/https'],
    types: {
      Client: ['', 'Member[http,https]'],
      Request: [`Client.${call}.ReturnValue`],
      Response: [`Client.${call}.Argument[1,2].Parameter[0]`],
    },
    sinks: [
      ...sinks('url', [`Client.${call}.Argument[0]`, `Client.${call}.Argument[0,1].Member[host,hostname,socketPath]`]),
      ...sinks('request', [
        `Client.${call}.Argument[0]`,
        `Client.${call}.Argument[1].Member[headers,path,auth]`,
        'Request.Member[write,end].Argument[0]',
        'Request.Member[setHeader,appendHeader].Argument[1]',
      ]),
    ],
    sources: stored(answer, [
      'Response.Member[on,once,addListener].Argument[1].Parameter[0]',
      'Response.Member[headers]',
      'Response.ArrayElement',
      'Request.Member[on,once].Argument[1].Parameter[0].Member[on,once].Argument[1].Parameter[0]',
    ]),
  }),
  // https://nodejs.org/api/http2.html#http2connectauthority-options-listener
  defineModel({
    module: 'http2',
    sinks: [
      ...sinks('url', ['Member[connect].Argument[0]', 'Member[connect].Argument[1].Member[host,hostname]']),
      ...sinks('request', [
        'Member[connect].ReturnValue.Member[request].Argument[0]',
        'Member[connect].ReturnValue.Member[request].ReturnValue.Member[write,end].Argument[0]',
      ]),
    ],
    sources: stored(answer, ['Member[connect].ReturnValue.Member[request].ReturnValue.Member[on].Argument[1].Parameter[0]']),
  }),
  // connect(options), connect(port, host), connect(path): a number chooses no host. https://nodejs.org/api/net.html#netconnect
  defineModel({
    module: ['net', 'tls'],
    sinks: [
      ...sinks('url', [
        'Member[connect,createConnection].Argument[1]',
        'Member[connect,createConnection].Argument[0,1].Member[host,path]',
        'Member[Socket,TLSSocket].Instance.Member[connect].Argument[1]',
        'Member[Socket,TLSSocket].Instance.Member[connect].Argument[0].Member[host,path]',
      ]),
      ...sinks('request', [
        'Member[connect,createConnection].ReturnValue.Member[write,end].Argument[0]',
        'Member[Socket,TLSSocket].Instance.Member[write,end].Argument[0]',
      ]),
    ],
  }),
  // Whoever looks a host's addresses up before asking it wants to see them first: a private one is refused by what follows.
  defineModel({
    module: ['dns', 'dns/promises'],
    types: { Resolver: ['', 'Member[promises]', 'Member[Resolver].Instance', 'Member[promises].Member[Resolver].Instance'] },
    guards: proves(['url', 'request'], 'return', ['Resolver.Member[lookup,resolve,resolve4,resolve6]']),
  }),
];
