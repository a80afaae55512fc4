import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../lib/index.js';
import { entryOf, realLanguages, ruleIds, type RuleId } from '../../rules/catalogue.js';
import type { PackSuite } from './semgrep-pack.js';

const js = (parameter: string, ...body: string[]): string => `export const handler = async ${parameter} => {\n  ${body.join('\n  ')}\n};\n`;
const py = (imports: string, ...body: string[]): string => `${imports}\n\n\ndef handler(event, context):\n    ${body.join('\n    ')}\n`;
const secrets = `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst client = new SecretsManagerClient({});\n`;
const boto = 'import boto3\n\nclient = boto3.client("secretsmanager")';

/** One weakness a slug, written in JavaScript and in Python. */
const pairs: Partial<Record<RuleId, [javascript: string, python: string]>> = {
  'no-command-injection': [
    `import { execSync } from 'node:child_process';\n${js('event', "execSync('convert ' + event.name);")}`,
    py('import os', 'os.system("convert " + event["name"])'),
  ],
  'no-code-injection': [js('event', 'return eval(event.expression);'), py('', 'return eval(event["expression"])')],
  'no-dynamic-module-load': [
    js('event', 'return import(event.module);'),
    py('import importlib', 'return importlib.import_module(event["module"])'),
  ],
  'no-template-injection': [
    `import Handlebars from 'handlebars';\n${js('event', 'return Handlebars.compile(event.template)({});')}`,
    py('import jinja2', 'return jinja2.Template(event["template"]).render()'),
  ],
  'no-sql-injection': [
    `import mysql from 'mysql2/promise';\nconst db = mysql.createPool({});\n${js('event', "return db.query(`SELECT * FROM users WHERE name = '${event.name}'`);")}`,
    py('import pymysql\n\ndb = pymysql.connect()', "db.cursor().execute(f\"SELECT * FROM users WHERE name = '{event['name']}'\")"),
  ],
  'no-nosql-injection': [
    `import { MongoClient } from 'mongodb';\nconst users = new MongoClient('mongodb://db').db('app').collection('users');\n${js('event', 'return users.findOne({ name: JSON.parse(event.body).name });')}`,
    py(
      'import json\n\nimport pymongo\n\nusers = pymongo.MongoClient().app.users',
      'return users.find_one({"name": json.loads(event["body"])["name"]})',
    ),
  ],
  'no-path-traversal': [
    `import { readFileSync } from 'node:fs';\n${js('event', "return readFileSync('/mnt/' + event.queryStringParameters.file);")}`,
    py('', 'return open("/mnt/" + event["queryStringParameters"]["file"]).read()'),
  ],
  'no-xxe': [
    `import libxmljs from 'libxmljs2';\n${js('event', 'return libxmljs.parseXml(event.body, { noent: true });')}`,
    py('from lxml import etree', 'return etree.fromstring(event["body"], etree.XMLParser(resolve_entities=True))'),
  ],
  'no-log-injection': [
    js('event', 'console.log(`login of ${event.queryStringParameters.user}`);'),
    py('', "print(f\"login of {event['queryStringParameters']['user']}\")"),
  ],
  'no-html-injection': [
    js(
      'event',
      "return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${event.queryStringParameters.name}</p>` };",
    ),
    py(
      '',
      'name = event["queryStringParameters"]["name"]',
      'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>{name}</p>"}',
    ),
  ],
  'no-ssrf': [
    js('event', 'return fetch(event.queryStringParameters.url);'),
    py('import requests', 'return requests.get(event["queryStringParameters"]["url"], timeout=3).text'),
  ],
  'no-unsafe-deserialization': [
    `import { unserialize } from 'node-serialize';\n${js('event', 'return unserialize(event.body);')}`,
    py('import pickle', 'return pickle.loads(event["body"])'),
  ],
  'no-open-redirect': [
    js('event', 'return { statusCode: 302, headers: { Location: event.queryStringParameters.next } };'),
    py('', 'return {"statusCode": 302, "headers": {"Location": event["queryStringParameters"]["next"]}}'),
  ],
  'no-regex-injection': [
    js('event', "return new RegExp(event.pattern).test('text');"),
    py('import re', 'return bool(re.search(event["pattern"], "text"))'),
  ],
  'require-event-validation': [
    `import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\n${js('event', "return s3.send(new PutObjectCommand({ Bucket: 'inbox', Key: 'last', Body: event.note }));")}`,
    py('import boto3\n\ns3 = boto3.client("s3")', 's3.put_object(Bucket="inbox", Key="last", Body=event["note"])'),
  ],
  'no-event-logging': [js('event', "console.log('event', event);"), py('', 'print("event", event)')],
  'no-sensitive-logging': [js('event', 'console.log(event.headers.authorization);'), py('', 'print(event["headers"]["authorization"])')],
  'no-credential-exposure': [
    js('event', 'return { statusCode: 200, body: JSON.stringify(process.env) };'),
    py('import json\nimport os', 'return {"statusCode": 200, "body": json.dumps(dict(os.environ))}'),
  ],
  'no-error-disclosure': [
    js('event', 'try {', '  return await load(event.id);', '} catch (error) {', '  return { statusCode: 500, body: error.message };', '}'),
    py('', 'try:', '    return load(event["id"])', 'except Exception as error:', '    return {"statusCode": 500, "body": str(error)}'),
  ],
  'no-permissive-cors': [
    js('event', "return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' };"),
    py('', 'return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}, "body": ""}'),
  ],
  'no-hardcoded-secret': [
    "export const github = 'ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6';\n",
    'GITHUB = "ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6"\n',
  ],
  'no-env-secret': [js('event', 'return process.env.DB_PASSWORD.length;'), py('import os', 'return len(os.environ["DB_PASSWORD"])')],
  'no-uncached-secret': [
    secrets + js('event', "return client.send(new GetSecretValueCommand({ SecretId: 'app' }));"),
    py(boto, 'return client.get_secret_value(SecretId="app")["VersionId"]'),
  ],
  'no-broad-secret-access': [
    secrets + js('event', 'return client.send(new GetSecretValueCommand({ SecretId: event.name }));'),
    py(boto, 'return client.get_secret_value(SecretId=event["name"])["VersionId"]'),
  ],
  'no-stale-secret-version': [
    secrets + js('event', "return client.send(new GetSecretValueCommand({ SecretId: 'app', VersionStage: 'AWSPREVIOUS' }));"),
    py(boto, 'return client.get_secret_value(SecretId="app", VersionStage="AWSPREVIOUS")["VersionId"]'),
  ],
  'no-shared-invocation-state': [
    `const seen = [];\n${js('event', 'seen.push(event.userId);')}`,
    py('seen = []', 'seen.append(event["userId"])'),
  ],
};

const paired = ruleIds.filter(
  slug => realLanguages(slug).includes('js') && realLanguages(slug).includes('py') && !entryOf(slug).readByScan?.includes('py'),
);

interface Report {
  slug: string;
  severity: string;
  message: string;
}

const lint = (code: string): Report[] =>
  new Linter().verify(code, plugin.configs.all, { filename: 'handler.mjs' }).map(({ ruleId, severity, message }) => ({
    slug: String(ruleId).replace('lambda-security/', ''),
    severity: severity === 2 ? 'error' : 'warning',
    message,
  }));

const silenced = py('import os', 'os.system("a " + event["name"])  # nosemgrep: no-command-injection', 'os.system("b " + event["name"])');

export const twins: PackSuite = {
  about: 'the same weakness in JavaScript and in Python',
  files: {
    ...Object.fromEntries(Object.entries(pairs).map(([slug, [, python]]) => [`${slug}.py`, python])),
    'silenced.py': silenced,
  },
  check(found) {
    const pythonReports = (slug: RuleId): Report[] =>
      found(`${slug}.py`)
        .filter(({ extra }) => extra.metadata.tier !== 'dynamic')
        .map(({ extra }) => ({ slug: extra.metadata.slug, severity: extra.severity.toLowerCase(), message: extra.message }));

    it('is written down for every rule that has both languages', () => {
      expect(Object.keys(pairs).sort()).toEqual([...paired].sort());
    });

    it.each(Object.entries(pairs) as [RuleId, [string, string]][])('%s: one slug, severity and advice', (slug, [javascript]) => {
      const { severity, advice } = entryOf(slug);
      const own = (reports: Report[]) => reports.filter(report => report.slug === slug);
      for (const reports of [own(lint(javascript)), own(pythonReports(slug))]) {
        expect(reports).toHaveLength(1);
        expect(reports[0]).toMatchObject({ severity, message: expect.stringContaining(advice) as string });
      }
    });

    it('a line that names the bare slug is silenced in the pack, and only that line', () => {
      const lines = found('silenced.py').filter(({ extra }) => extra.metadata.slug === 'no-command-injection');
      expect(lines.map(({ start }) => start.line)).toEqual([6]);
    });
  },
};
