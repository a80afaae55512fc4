import rule from '../../rules/no-xxe.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-xxe', rule, {
  valid: [
    {
      name: 'entities are off by default',
      code: "import libxmljs from 'libxmljs2';\nexport const handler = async event => libxmljs.parseXml(event.body);",
    },
    {
      name: 'a parser that expands none',
      code: "import { parseStringPromise } from 'xml2js';\nexport const handler = async event => parseStringPromise(event.body);",
    },
  ],
  invalid: [
    {
      name: 'entities are expanded',
      code: "import libxmljs from 'libxmljs2';\nexport const handler = async event => libxmljs.parseXml(event.body, { noent: true });",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const libxml = "import libxmljs from 'libxmljs2';\n";
check('no-xxe, by construct', rule, {
  valid: quiet(libxml, {
    'entities are left alone by default': 'return libxmljs.parseXml(event.body);',
    'entities are said to be left alone': 'return libxmljs.parseXml(event.body, { noent: false });',
    'the network is closed': 'return libxmljs.parseXml(event.body, { nonet: true });',
    'the document is constant': "return libxmljs.parseXml('<a>&b;</a>', { noent: true }).get(event.path);",
    'a file of the program': [
      "import { readFileSync } from 'node:fs';",
      "return libxmljs.parseXml(readFileSync('./a.xml', 'utf8'), { noent: true }).find(event.path);",
    ],
    'a parser that knows no external entities': ["import { parseStringPromise } from 'xml2js';", 'return parseStringPromise(event.body);'],
    'a parser that is told to leave entities alone': [
      "import { XMLParser } from 'fast-xml-parser';",
      'return new XMLParser({ processEntities: false }).parse(event.body);',
    ],
    'events of a parser that expands nothing': [
      "import sax from 'sax';",
      'const parser = sax.parser(true); parser.onopentag = node => node.name; parser.write(event.body).close();',
    ],
    JSON: 'return JSON.parse(event.body, (key, value) => value);',
    'a parseXml of the program': ["import { parseXml } from './lines.js';", 'return parseXml(event.body, { noent: true });'],
    'a document that is written': ["import { Builder } from 'xml2js';", 'return new Builder().buildObject(JSON.parse(event.body));'],
    'the options of another call': [
      'const loud = { noent: true };',
      "libxmljs.parseXml('<a/>', loud); return libxmljs.parseXml(event.body, {});",
    ],
    'what is in front of a tag is taken out':
      "return libxmljs.parseXml('<a>' + event.text.replace(/[<&]/g, '') + '</a>', { noent: true });",
  }),
  invalid: tainted(libxml, {
    'entities are put in': 'return libxmljs.parseXml(event.body, { noent: true });',
    'a document type is loaded': 'return libxmljs.parseXml(event.body, { dtdload: true });',
    'options that a variable holds': ['const options = { noent: true, nonet: false };', 'return libxmljs.parseXml(event.body, options);'],
    'options that are put together': 'return libxmljs.parseXml(event.body, { nonet: true, ...{ noent: true } });',
    'decoded first': "return libxmljs.parseXml(Buffer.from(event.body, 'base64').toString('utf8'), { noent: true });",
    'an HTML parser with the same options': 'return libxmljs.parseXmlString(event.body, { noent: true });',
    'a parser that reports entities': ['const parser = new libxmljs.SaxParser();', 'parser.parseString(event.body);'],
    'a part of the document': 'return libxmljs.parseXml(`<order>${event.items}</order>`, { noent: true });',
    'through a function that sets the options': [
      'const parse = (xml, options = {}) => libxmljs.parseXml(xml, { noent: true, ...options });',
      'return parse(event.body);',
    ],
    'through a reader class': [
      'class Reader { options = { noent: true }; read(xml) { return libxmljs.parseXml(xml, this.options); } }',
      'return new Reader().read(event.body);',
    ],
    'through the records of a queue': 'return event.Records.map(record => libxmljs.parseXml(record.body, { noent: true }));',
    'an object that the event names': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      "const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'b', Key: event.Records[0].s3.object.key })); return libxmljs.parseXml(await Body.transformToString(), { noent: true });",
    ],
    'through a chain of promises': 'return Promise.resolve(event.body).then(xml => libxmljs.parseXml(xml, { noent: true }));',
  }),
});
