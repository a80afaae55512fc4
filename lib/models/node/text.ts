import { defineModel } from '../model.js';
import { cleans, passes, sinks } from '../specs.js';

const everyPath = ['', 'Member[posix].', 'Member[win32].'];
const decompressors = 'gunzip,inflate,inflateRaw,unzip,brotliDecompress,zstdDecompress';

/** Node's own functions from text to text. */
export default [
  // join and resolve take `..` out by following it. https://nodejs.org/api/path.html
  defineModel({
    module: ['path', 'path/posix', 'path/win32', 'upath'],
    summaries: everyPath.flatMap(root => [
      ...passes('text', [`${root}Member[join,resolve,normalize,relative,dirname,toNamespacedPath]`], 'Argument[0..]'),
      ...passes('text', [`${root}Member[parse]`], 'Argument[0]', 'ReturnValue.Member[dir,root]'),
      ...passes('text', [`${root}Member[format]`], 'Argument[0].Member[dir,root,base,name,ext]'),
    ]),
    sanitizers: everyPath.flatMap(root => [
      ...cleans(['path'], [`${root}Member[basename,extname]`]),
      { path: `${root}Member[parse]`, argument: 0, clears: ['path'], to: 'ReturnValue.Member[base,name,ext]' },
    ]),
  }),
  // https://nodejs.org/api/util.html
  defineModel({
    module: 'util',
    summaries: [
      ...passes('text', ['Member[format]'], 'Argument[0..]', 'ReturnValue', { argument: 0, is: 'number-format', not: true }),
      ...passes('text', ['Member[formatWithOptions]'], 'Argument[1..]'),
      ...passes('text', ['Member[stripVTControlCharacters,toUSVString]']),
      ...passes('text', ['Member[styleText]'], 'Argument[1]'),
      ...passes('text', ['Member[TextDecoder].Instance.Member[decode]', 'Member[TextEncoder].Instance.Member[encode]']),
    ],
    // Control characters come out as escapes.
    sanitizers: cleans(['text-log'], ['Member[inspect]']),
    sinks: [
      ...sinks('log', ['Member[debuglog,debug].ReturnValue.Argument[0..]', 'Member[log].Argument[0..]']),
      ...sinks('text-log', ['Member[debuglog,debug].ReturnValue.Argument[0..]', 'Member[log].Argument[0..]']),
    ],
  }),
  // https://nodejs.org/api/url.html
  defineModel({
    module: 'url',
    summaries: [
      ...passes('text', ['Member[resolve]'], 'Argument[0,1]'),
      ...passes('text', ['Member[format,fileURLToPath,pathToFileURL,domainToASCII,domainToUnicode]']),
    ],
  }),
  // https://nodejs.org/api/querystring.html
  defineModel({
    module: 'querystring',
    summaries: [...passes('map', ['Member[parse,decode]']), ...passes('text', ['Member[unescape]'])],
    sanitizers: cleans(['url', 'redirect', 'html', 'xml', 'path', 'template', 'text-log'], ['Member[escape,stringify,encode]']),
  }),
  // Compressed bytes say nothing; unpacked, they are text again. https://nodejs.org/api/zlib.html
  defineModel({
    module: ['zlib', 'mz/zlib', 'node-gzip', 'pako', 'fflate'],
    summaries: [
      ...passes('text', [`Member[${decompressors},${decompressors.replaceAll(/\w+/g, '$&Sync')},ungzip,decompressSync]`]),
      ...passes('text', [`Member[${decompressors}]`], 'Argument[0]', 'Argument[1].Parameter[1]'),
      ...passes('text', [`Member[${decompressors}]`], 'Argument[0]', 'Argument[2].Parameter[1]'),
    ],
  }),
  // https://nodejs.org/api/webstreams.html#utility-consumers
  defineModel({
    module: 'stream/consumers',
    summaries: [...passes('text', ['Member[text,buffer,arrayBuffer,blob,bytes]']), ...passes('parsed', ['Member[json]'])],
  }),
  defineModel({ module: ['stream', 'readable-stream'], summaries: passes('text', ['Member[Readable].Member[from]']) }),
  defineModel({
    module: 'string_decoder',
    summaries: passes('text', ['Member[StringDecoder].Instance.Member[write,end]']),
  }),
  // https://nodejs.org/api/readline.html
  defineModel({
    module: ['readline', 'readline/promises'],
    summaries: [
      ...passes('text', ['Member[createInterface]'], 'Argument[0].Member[input]'),
      ...passes('text', ['Member[createInterface].ReturnValue.Member[on,once]'], 'Argument[this]', 'Argument[1].Parameter[0]'),
    ],
  }),
  // A digest says nothing about its input; what is decrypted is the sender's text. https://nodejs.org/api/crypto.html
  defineModel({
    module: 'crypto',
    summaries: [
      ...passes('text', ['Member[createDecipheriv,createDecipher].ReturnValue.Member[update]']),
      ...passes('text', ['Member[privateDecrypt,publicDecrypt]'], 'Argument[1]'),
    ],
  }),
  // https://nodejs.org/api/timers.html
  defineModel({
    module: 'timers/promises',
    summaries: passes('value', ['Member[setTimeout,setImmediate]'], 'Argument[1]'),
  }),
];
