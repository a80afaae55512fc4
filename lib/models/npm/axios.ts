import { defineModel } from '../model.js';
import { proves, sinks, sources, stored } from '../specs.js';

const bare = 'get,delete,head,options';
const withBody = 'post,put,patch,postForm,putForm,patchForm';
const all = `request,${bare},${withBody}`;
const failure = 'the error of an HTTP client, which holds the request with its headers';

/** axios and its instances: an absolute URL wins over the base URL. https://axios-http.com/docs/req_config */
export default [
  defineModel({
    module: ['axios', 'axios-https-proxy-fix', 'redaxios', 'axios-mini', 'aws-xray-sdk-axios'],
    types: { Axios: ['', 'Member[create].ReturnValue', 'Member[Axios].Instance', 'Member[default,axios]'] },
    sinks: [
      ...sinks('url', [
        'Axios.Argument[0]',
        'Axios.Argument[0].Member[url,baseURL,socketPath]',
        `Axios.Member[${bare},${withBody}].Argument[0]`,
        'Axios.Member[request,create].Argument[0].Member[url,baseURL,socketPath]',
        'Axios.Argument[1].Member[baseURL]',
        `Axios.Member[${bare}].Argument[1].Member[baseURL]`,
        `Axios.Member[${withBody}].Argument[2].Member[baseURL]`,
        'Axios.Member[defaults].Member[baseURL]',
      ]),
      ...sinks('request', [
        'Axios.Argument[0]',
        'Axios.Argument[1]',
        `Axios.Member[${all}].Argument[0]`,
        `Axios.Member[${bare}].Argument[1].Member[headers,params,data,auth]`,
        `Axios.Member[${withBody}].Argument[1]`,
        `Axios.Member[${withBody}].Argument[2].Member[headers,params,auth]`,
        'Axios.Member[create].Argument[0].Member[headers,params,auth]',
      ]),
      ...sinks('write', [`Axios.Member[${withBody}].Argument[1]`]),
      // Headers of all requests stay for the next invocation.
      ...sinks('module-state', ['Axios.Member[defaults].Member[headers].AnyMember.AnyMember'], { lasting: true }),
    ],
    sources: [
      ...stored('the response of a request with event data', [
        'Axios.ReturnValue.Member[data,headers]',
        `Axios.Member[${all}].ReturnValue.Member[data,headers]`,
      ]),
      ...sources('client-error', failure, ['Axios.Member[interceptors].Member[request,response].Member[use].Argument[1].Parameter[0]']),
    ],
    // Any other error holds no request.
    guards: proves(['log'], false, ['Axios.Member[isAxiosError]']),
    errors: [
      { path: 'Axios', kind: 'client-error', label: failure },
      { path: `Axios.Member[${all}]`, kind: 'client-error', label: failure },
    ],
  }),
];
