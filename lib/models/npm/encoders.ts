import { defineModel, type Model } from '../model.js';
import { cleans, interpreted } from '../specs.js';

/** `<`, `>`, `&` and quotes become entities: neither a tag nor a DTD is left. */
const html = (module: string | readonly string[], ...callees: readonly string[]): Model =>
  defineModel({ module, sanitizers: cleans(['html', 'xml', 'text-log'], callees) });
/** Letters, digits and dashes are all that is left. */
const words = (module: string | readonly string[], ...callees: readonly string[]): Model =>
  defineModel({ module, sanitizers: cleans([...interpreted, 'property-key'], callees) });

/** Functions that make text harmless for one kind of place. */
export default [
  html(['escape-html', 'escape-goat', 'html-escape', 'html-escaper', 'htmlescape'], '', 'Member[escape,htmlEscape]'),
  html(
    ['he', 'html-entities', 'entities', 'ent', 'html-encoder-decoder'],
    'Member[encode,escape,escapeUTF8,encodeHTML,encodeXML,encodeNonAsciiHTML,escapeText,escapeAttribute]',
  ),
  // Sanitizers let harmless markup through.
  html(
    ['sanitize-html', 'xss', 'striptags', 'insane', 'isomorphic-dompurify', 'dompurify', 'string-strip-html', 'sanitizer'],
    '',
    'Member[sanitize,filterXSS]',
    'Instance.Member[process]',
    'Member[FilterXSS].Instance.Member[process]',
    'ReturnValue.Member[sanitize]',
  ),
  html('xss-filters', 'Member[inHTMLData,inDoubleQuotedAttr,inSingleQuotedAttr,inUnQuotedAttr,inHTMLComment]'),
  html(['xml-escape', 'xml-encode'], ''),
  html('handlebars', 'Member[escapeExpression]', 'Member[Utils].Member[escapeExpression]'),
  html('ejs', 'Member[escapeXML]'),
  html('mustache', 'Member[escape]'),
  // Neither separators nor quotes are left.
  words(['@sindresorhus/slugify', 'slug', 'limax', 'speakingurl'], ''),
  words(
    [
      'camelcase',
      'pascal-case',
      'param-case',
      'snake-case',
      'camel-case',
      'kebab-case',
      'change-case',
      'lodash.camelcase',
      'lodash.kebabcase',
      'lodash.snakecase',
    ],
    '',
    'Member[camelCase,pascalCase,paramCase,kebabCase,snakeCase,constantCase]',
  ),
  // Letters, digits and some marks, but no slash.
  defineModel({ module: 'slugify', sanitizers: cleans(['path', 'html', 'url', 'redirect'], ['']) }),
  defineModel({
    module: ['escape-string-regexp', 'escape-regexp', 'regexp.escape', 'escape-regex-string'],
    sanitizers: cleans(['regex'], ['']),
  }),
  defineModel({
    module: ['strict-uri-encode', 'rfc3986'],
    sanitizers: cleans(['url', 'redirect', 'html', 'xml', 'path', 'text-log'], ['']),
  }),
  defineModel({
    module: ['@aws-sdk/util-uri-escape', '@smithy/util-uri-escape'],
    sanitizers: cleans(['url', 'redirect', 'html', 'xml', 'path', 'text-log'], ['Member[escapeUri]']),
  }),
  defineModel({
    module: ['qs', 'query-string', 'fast-querystring'],
    sanitizers: cleans(['url', 'redirect', 'html', 'xml', 'path', 'text-log'], ['Member[stringify]']),
  }),
];
