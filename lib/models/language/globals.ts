import { defineModel, type Model, type SummarySpec } from '../model.js';
import { cleans, passes, sinks, stored } from '../specs.js';

const answer = 'the response of a server that the event names';

/** fetch of the web, of Node and of the libraries that copy it. https://fetch.spec.whatwg.org */
export const fetchLike = {
  types: { Response: ['ReturnValue'] },
  sinks: [
    ...sinks('url', ['Argument[0]', 'Argument[0].Member[url]']),
    ...sinks('request', ['Argument[0]', 'Argument[1].Member[body,headers]']),
  ],
  sources: stored(answer, ['Response.Member[text,json,blob,arrayBuffer,bytes,formData].ReturnValue', 'Response.Member[body,headers]']),
} satisfies Model;

/** @param root path of the class. https://nodejs.org/api/buffer.html */
const bufferClass = (root: string): readonly SummarySpec[] => [
  ...passes('text', [root, below(root, 'Member[from]')]),
  ...passes('text', [below(root, 'Member[concat]')], 'Argument[0].ArrayElement'),
];

const below = (root: string, path: string): string => (root === '' ? path : `${root}.${path}`);

/** Functions and constructors that JavaScript and its hosts put into every module. A result that no entry names passes nothing on. */
export default [
  defineModel({ global: 'eval', sinks: sinks('code', ['Argument[0]']) }),
  // Every argument is source text: the last is the body, the others are parameter lists.
  defineModel({ global: 'Function', sinks: sinks('code', ['Argument[0..]']) }),
  // Functions are scheduled, anything else is compiled. https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html
  defineModel({
    global: ['setTimeout', 'setInterval', 'setImmediate'],
    sinks: sinks('code', ['Argument[0]'], { when: { argument: 0, is: 'function', not: true } }),
  }),
  // What the function is given follows the delay, where there is one.
  ...(
    [
      [['setTimeout', 'setInterval'], 2],
      [['setImmediate'], 1],
    ] as const
  ).map(([names, first]) =>
    defineModel({
      global: names,
      summaries: [0, 1].flatMap(i => passes('value', [''], `Argument[${first + i}]`, `Argument[0].Parameter[${i}]`)),
    }),
  ),
  defineModel({
    global: 'WebAssembly',
    sinks: sinks('code', ['Member[compile,instantiate,compileStreaming,instantiateStreaming,Module].Argument[0]']),
  }),
  defineModel({
    global: 'require',
    sinks: sinks('module', ['Member[resolve].Argument[0]']),
  }),
  defineModel({ global: 'fetch', ...fetchLike }),
  defineModel({
    global: 'Request',
    // Made for a server's own router as often as for fetch, which is where it counts.
    summaries: passes('value', ['']),
    sinks: sinks('request', ['Argument[1].Member[body,headers]']),
  }),
  defineModel({
    global: ['WebSocket', 'EventSource'],
    sinks: [...sinks('url', ['Argument[0]']), ...sinks('request', ['Instance.Member[send].Argument[0]'])],
  }),
  // Encodes all but letters, digits and - _ . ! ~ * ' ( ): no quote to end an SQL text or a shell word, no newline, no slash, no tag.
  defineModel({
    global: 'encodeURIComponent',
    sanitizers: cleans(['url', 'redirect', 'html', 'xml', 'path', 'template', 'text-log'], ['']),
  }),
  // Leaves what separates the parts of a URL.
  defineModel({ global: 'encodeURI', sanitizers: cleans(['html', 'xml', 'text-log'], ['']) }),
  defineModel({ global: 'escape', sanitizers: cleans(['html', 'xml', 'text-log'], ['']) }),
  defineModel({ global: ['decodeURIComponent', 'decodeURI', 'unescape', 'atob', 'btoa'], summaries: passes('text', ['']) }),
  defineModel({ global: 'Buffer', summaries: bufferClass('') }),
  defineModel({ module: 'buffer', summaries: [...bufferClass('Member[Buffer]'), ...passes('text', ['Member[atob,btoa,transcode]'])] }),
  defineModel({
    global: ['TextDecoder', 'TextEncoder'],
    summaries: passes('text', ['Instance.Member[decode,encode]']),
  }),
  // The bytes of a text are the text.
  defineModel({ global: 'Uint8Array', summaries: passes('text', ['', 'Member[from]']) }),
  defineModel({ global: 'Blob', summaries: passes('text', [''], 'Argument[0].ArrayElement') }),
];
