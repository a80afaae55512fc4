import { defineModel, type Model, type SummarySpec } from '../model.js';
import { passes, sources } from '../specs.js';

const parses = (as: SummarySpec['as'], module: string | readonly string[], ...callees: readonly string[]): Model =>
  defineModel({ module, summaries: passes(as, callees) });
const upload = 'the uploaded form';

/** Parsers and encodings: what comes out is what went in, in another shape. */
export default [
  parses(
    'parsed',
    [
      'json5',
      'secure-json-parse',
      '@hapi/bourne',
      'destr',
      'parse-json',
      'jsonc-parser',
      'comment-json',
      'json-bigint',
      'jsonrepair',
      'superjson',
      'flatted',
      'lossless-json',
    ],
    '',
    'Member[parse,safeParse,destr,jsonrepair,deserialize]',
  ),
  parses(
    'text',
    [
      'json-stringify-safe',
      'fast-json-stable-stringify',
      'safe-stable-stringify',
      'fast-safe-stringify',
      'json-stable-stringify',
      'serialize-error',
    ],
    '',
    'Member[stringify,configure]',
  ),
  parses('text', 'serialize-javascript', ''),
  // The extended syntax makes objects and arrays of a[b]=c.
  parses('parsed', ['qs', 'query-string', 'picoquery'], 'Member[parse,parseUrl]'),
  parses('map', ['fast-querystring', 'querystringify'], 'Member[parse]'),
  parses('map', ['cookie', 'cookie-es', 'lambda-cookies', 'set-cookie-parser'], 'Member[parse,parseCookie]', ''),
  parses('map', ['url-parse', 'parseurl', 'parse-url'], '', 'Instance'),
  parses(
    'text',
    ['base-64', 'base64url', 'js-base64', 'urlsafe-base64', 'utf8', 'b4a', 'base64-js'],
    '',
    'Member[decode,encode,fromBase64,toBase64,toBuffer,toByteArray]',
    'Member[Base64].Member[decode,encode,fromBase64,toBase64,atob,btoa]',
  ),
  parses('text', ['iconv-lite', 'iconv'], 'Member[decode,encode]'),
  parses('text', ['he', 'html-entities', 'entities'], 'Member[decode,unescape,decodeHTML]'),
  parses(
    'parsed',
    ['js-yaml', 'yaml', 'yamljs', 'yaml-ast-parser', '@std/yaml'],
    'Member[load,loadAll,safeLoad,safeLoadAll,parse,parseDocument,parseAllDocuments]',
  ),
  parses('parsed', ['toml', '@iarna/toml', 'smol-toml', 'hjson', 'plist', 'ini', 'dot-properties'], 'Member[parse,decode]', ''),
  // Every cell is a string.
  parses(
    'map',
    ['csv-parse/sync', 'csv-parse/lib/sync', 'csvtojson', 'fast-csv', '@fast-csv/parse', 'neat-csv', 'csv-string', 'csv-parse'],
    '',
    'Member[parse,parseString,neatCsv]',
    'ReturnValue.Member[fromString]',
  ),
  defineModel({ module: 'papaparse', summaries: passes('map', ['Member[parse]']) }),
  defineModel({
    module: ['csv-parse', 'csv-parser'],
    summaries: passes('map', ['', 'Member[parse]'], 'Argument[0]', 'Argument[2].Parameter[1]'),
  }),
  // Multipart forms of a Lambda event.
  parses(
    'parsed',
    [
      'lambda-multipart-parser',
      'lambda-multipart-parser-v2',
      'aws-lambda-multipart-parser',
      'aws-multipart-parser',
      'parse-multipart-data',
      'parse-multipart',
      'aws-lambda-body-parser',
    ],
    'Member[parse,Parse]',
  ),
  defineModel({
    module: ['busboy', '@fastify/busboy', 'connect-busboy'],
    types: { Parser: ['ReturnValue', 'Member[Busboy].Instance'] },
    sources: [
      ...sources('event', 'the name of a field of the uploaded form', ['Parser.Member[on].Argument[1].Parameter[0]'], {
        when: { argument: 0, is: { oneOf: ['field', 'file'] } },
        part: true,
      }),
      ...sources('event', upload, ['Parser.Member[on].Argument[1].Parameter[1,2]'], {
        when: { argument: 0, is: { oneOf: ['error'] }, not: true },
      }),
    ],
  }),
  defineModel({
    module: 'formidable',
    sources: sources('event', upload, [
      'ReturnValue.Member[parse].ReturnValue',
      'ReturnValue.Member[parse].Argument[1].Parameter[1,2]',
      'Member[formidable].ReturnValue.Member[parse].ReturnValue',
    ]),
  }),
  defineModel({ module: 'mailparser', summaries: passes('parsed', ['Member[simpleParser]']) }),
  parses('parsed', ['postal-mime'], 'Member[parse]', 'Instance.Member[parse]'),
  defineModel({
    module: ['xlsx', 'node-xlsx'],
    summaries: passes('parsed', ['Member[read,parse]', 'Member[utils].Member[sheet_to_json,sheet_to_csv]']),
  }),
  defineModel({ module: ['pdf-parse', 'mammoth'], summaries: passes('parsed', ['', 'Member[extractRawText,convertToHtml]']) }),
  // DynamoDB's attribute values. https://github.com/aws/aws-sdk-js-v3/tree/main/packages/util-dynamodb
  parses(
    'parsed',
    ['@aws-sdk/util-dynamodb', 'dynamodb-marshaler', '@aws/dynamodb-auto-marshaller'],
    'Member[unmarshall,marshall,unmarshallItem,convertToNative,convertToAttr,toJS]',
  ),
  // Their callbacks get the records that were packed into one. https://github.com/awslabs/kinesis-aggregation/tree/master/node
  defineModel({
    module: 'aws-kinesis-agg',
    summaries: passes('parsed', ['Member[deaggregate,deaggregateSync]'], 'Argument[0].Member[data]', 'Argument[2].Parameter[1]'),
  }),
  // Markdown may hold HTML, and mostly does so verbatim.
  parses(
    'text',
    ['marked', 'showdown', 'snarkdown', 'remarkable', 'markdown-it', 'commonmark', 'micromark'],
    '',
    'Member[parse,marked,render,makeHtml,micromark]',
    'Member[marked].Member[parse]',
    'Member[Converter,Remarkable,Marked,Parser,HtmlRenderer].Instance.Member[render,makeHtml,parse]',
    'ReturnValue.Member[render,makeHtml,parse]',
  ),
  parses('text', ['normalize-url', 'url-join', 'proper-url-join', 'slash', 'prettier'], '', 'Member[format]'),
  parses('text', ['chalk', 'kleur', 'picocolors', 'colors', 'ansi-colors'], '', 'Member[red,green,blue,yellow,bold,cyan,gray,dim]'),
  parses('text', ['string-format', 'sprintf-js', 'printj', 'util-format'], '', 'Member[sprintf,vsprintf,format]'),
  defineModel({ module: ['sprintf-js', 'string-format', 'printj'], summaries: passes('text', ['', 'Member[sprintf]'], 'Argument[1..]') }),
  defineModel({ module: ['url-join', 'proper-url-join'], summaries: passes('text', [''], 'Argument[1..]') }),
  // Copies.
  parses(
    'value',
    [
      'clone',
      'clone-deep',
      'rfdc',
      'fast-copy',
      'lodash.clonedeep',
      'camelcase-keys',
      'snakecase-keys',
      'map-obj',
      'deep-copy',
      'immer',
      'decamelize-keys',
      'klona',
      'omit-empty',
    ],
    '',
    'ReturnValue',
    'Member[klona,produce]',
  ),
  defineModel({
    module: ['get-stream', 'raw-body', 'concat-stream', 'stream-to-string', 'stream-to-promise', 'stream-to-array', 'into-stream'],
    summaries: passes('text', ['', 'Member[getStreamAsBuffer,getStreamAsString,buffer]']),
  }),
];
