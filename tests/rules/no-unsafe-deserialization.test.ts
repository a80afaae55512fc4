import rule from '../../rules/no-unsafe-deserialization.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-unsafe-deserialization', rule, {
  valid: [
    { name: 'JSON revives nothing', code: 'export const handler = async event => JSON.parse(event.body);' },
    { name: 'a safe parser', code: "import yaml from 'yaml';\nexport const handler = async event => yaml.parse(event.body);" },
  ],
  invalid: [
    {
      name: 'functions are revived',
      code: "import serialize from 'node-serialize';\nexport const handler = async event => serialize.unserialize(event.body);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const yaml = "import yaml from 'js-yaml';\n";
check('no-unsafe-deserialization, by construct', rule, {
  valid: quiet(yaml, {
    'the default schema of today makes no functions': 'return yaml.load(event.body);',
    'a schema of JSON alone': 'return yaml.load(event.body, { schema: yaml.JSON_SCHEMA });',
    'the safe name of former versions': 'return yaml.safeLoad(event.body);',
    'another parser': ["import { parse } from 'yaml';", 'return parse(event.body);'],
    JSON: 'return JSON.parse(event.body);',
    'a constant document with an unsafe schema': "console.log(event.x); return yaml.load('a: 1', { schema: yaml.DEFAULT_FULL_SCHEMA });",
    'what is serialized, not parsed': ["import serialize from 'serialize-javascript';", 'return serialize(JSON.parse(event.body));'],
    'a serializer for output alone': ["import { serialize } from 'node-serialize';", 'return serialize({ a: event.a });'],
    'an unserialize of the program': ["import { unserialize } from './own.js';", 'return unserialize(event.body);'],
    'a file of the program': [
      "import { readFileSync } from 'node:fs';\nimport { unserialize } from 'node-serialize';",
      "return unserialize(readFileSync('./state.json', 'utf8'))[event.name];",
    ],
    'a binary format of data alone': ["import { decode } from '@msgpack/msgpack';", "return decode(Buffer.from(event.body, 'base64'));"],
    'structured clones are made in memory': 'return structuredClone(JSON.parse(event.body));',
    'one of two constants': ["import { unserialize } from 'node-serialize';", "return unserialize(event.kind === 'a' ? '{}' : '[]');"],
  }),
  invalid: tainted(yaml, {
    'a schema that makes functions': 'return yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA });',
    'a schema of an extension that makes functions': [
      "import unsafe from 'js-yaml-js-types';",
      'return yaml.load(event.body, { schema: yaml.DEFAULT_SCHEMA.extend(unsafe.all) });',
    ],
    'options in a variable': ['const options = { schema: yaml.DEFAULT_FULL_SCHEMA };', 'return yaml.load(event.body, options);'],
    'several documents': 'yaml.loadAll(event.body, doc => doc, { schema: yaml.DEFAULT_FULL_SCHEMA });',
    'functions are read from their source': ["import { unserialize } from 'node-serialize';", 'return unserialize(event.body);'],
    'the default export of the same': [
      "const serialize = require('node-serialize');",
      "return serialize.unserialize(Buffer.from(event.body, 'base64').toString());",
    ],
    'the engine reads its own format': ["import v8 from 'node:v8';", "return v8.deserialize(Buffer.from(event.body, 'base64'));"],
    'an evaluating parser': ["import { deserialize } from 'serialize-to-js';", 'return deserialize(event.body);'],
    'a header that holds a serialized object': [
      "import { unserialize } from 'node-serialize';",
      "return unserialize(event.headers.cookie.split('=')[1]);",
    ],
    'through a function with a default schema': [
      'const read = (text, schema = yaml.DEFAULT_FULL_SCHEMA) => yaml.load(text, { schema });',
      'return read(event.body);',
    ],
    'through a session class': [
      "import { unserialize } from 'node-serialize';\nclass Session { static of(text) { return unserialize(text); } }",
      'return Session.of(event.body);',
    ],
    'through the records of a stream': [
      "import v8 from 'node:v8';",
      "for (const { kinesis } of event.Records) v8.deserialize(Buffer.from(kinesis.data, 'base64'));",
    ],
    'an object that the event names': [
      "import { unserialize } from 'node-serialize';\nimport { readFileSync } from 'node:fs';\nimport path from 'node:path';",
      "return unserialize(readFileSync('/data/' + path.basename(event.name), 'utf8'));",
    ],
  }),
});
