import { defineModel, type When } from '../model.js';
import { passes, sinks } from '../specs.js';

const libxml = (option: string): When => ({ argument: 1, property: option, is: 'truthy' });
const libxmlParsers = ['Member[parseXml,parseXmlString,parseXmlAsync,parseXmlStringAsync,fromXml,fromXmlAsync].Argument[0]'];

/** XML parsers. Only those that expand entities or load DTDs are sinks: xml2js, xml-js and sax do neither. */
export default [
  // https://github.com/libxmljs/libxmljs
  defineModel({
    module: ['libxmljs', 'libxmljs2', 'libxmljs-mt'],
    sinks: [
      // Each option is one of its own ways in; all lead to the same report.
      ...['noent', 'replaceEntities', 'dtdload', 'dtdvalid', 'huge'].flatMap(option =>
        sinks('xml', libxmlParsers, { when: libxml(option) }),
      ),
      ...sinks('xml', [
        'Member[SaxParser].Instance.Member[parseString].Argument[0]',
        'Member[SaxPushParser].Instance.Member[push].Argument[0]',
      ]),
    ],
    summaries: passes('parsed', ['Member[parseXml,parseXmlString]']),
  }),
  defineModel({ module: 'libxml', sinks: sinks('xml', ['Member[parseFromString,loadXml].Argument[0]']) }),
  // Expat expands entities that the document itself declares, however often they multiply.
  defineModel({
    module: 'node-expat',
    sinks: sinks('xml', [
      'Member[Parser].Instance.Member[parse,write,end].Argument[0]',
      'Member[createParser].ReturnValue.Member[parse,write,end].Argument[0]',
    ]),
  }),
  defineModel({ module: 'xml2json', sinks: sinks('xml', ['Member[toJson].Argument[0]']), summaries: passes('parsed', ['Member[toJson]']) }),
  // Entities are expanded unless that is turned off; what they hold is never fetched.
  defineModel({
    module: ['fast-xml-parser', 'fast-xml-parser/src/fxp'],
    summaries: passes('parsed', ['Member[XMLParser].Instance.Member[parse]', 'Member[parse]']),
    sinks: sinks('xml', ['Member[XMLParser].Instance.Member[parse].Argument[0]'], {
      when: { argument: 0, of: 'receiver', property: 'processEntities', is: 'truthy' },
    }),
  }),
  defineModel({
    module: ['xml2js', '@rgrove/parse-xml', 'xml-js', 'xml-parser', 'txml', 'xml2js-es6-promise', 'camaro', 'pixl-xml'],
    summaries: [
      ...passes('parsed', ['Member[parseString]'], 'Argument[0]', 'Argument[1].Parameter[1]'),
      ...passes('parsed', ['Member[parseString]'], 'Argument[0]', 'Argument[2].Parameter[1]'),
      ...passes('parsed', [
        'Member[parseStringPromise,parseXml,xml2js,xml2json,parse]',
        'Member[Parser].Instance.Member[parseStringPromise]',
        '',
      ]),
      ...passes('parsed', ['Member[Parser].Instance.Member[parseString]'], 'Argument[0]', 'Argument[1].Parameter[1]'),
    ],
  }),
  defineModel({
    module: ['@xmldom/xmldom', 'xmldom', 'slimdom'],
    summaries: passes('parsed', ['Member[DOMParser].Instance.Member[parseFromString]', 'Member[parseXmlDocument]']),
  }),
];
