import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOfPack } from './semgrep-pack.js';

/** A handler behind imports of its own: nothing else in the file holds the words that Semgrep's file filter looks for. */
const handler = (imports: string, body: string): string => `${imports}\n\n\ndef lambda_handler(event, context):\n    ${body}\n`;
const sent = 'event["queryStringParameters"]["q"]';

const fires: [name: string, slug: string, code: string][] = [
  ['a module under another name, and a space before the call', 'no-path-traversal', handler('import os as o', `o.remove (${sent})`)],
  ['a function of os under another name', 'no-path-traversal', handler('from os import unlink as drop', `drop(${sent})`)],
  ['a copy by a module under another name', 'no-path-traversal', handler('import shutil as sh', `sh.copy(${sent}, "/tmp/x")`)],
  ['a table that pandas reads', 'no-path-traversal', handler('import pandas as pd', `return pd.read_csv(${sent}).to_dict()`)],
  ['a call over several lines', 'no-path-traversal', handler('import os', `os.makedirs(\n        ${sent}\n    )`)],
  ['a function of re under another name', 'no-regex-injection', handler('from re import compile as c', `return c(${sent})`)],
  ['re in an import over several lines', 'no-regex-injection', handler('from re import (\n    match,\n)', `return match(${sent}, "text")`)],
  ['re behind other modules', 'no-regex-injection', handler('import json, os, re', `return re.match(${sent}, "text")`)],
  ['an operator of MongoDB alone', 'no-regex-injection', handler('', `return list(table.find({"name": {"$regex": ${sent}}}))`)],
  ['run under another name', 'no-command-injection', handler('from subprocess import run as r', `r(${sent}, shell=True)`)],
  [
    'a route of Chalice under another name, and a space before its path',
    'no-command-injection',
    'from chalice import Chalice as App\nimport os\n\napplication = App(app_name="a")\n\n\n@application.route ("/{name}")\ndef run_it(name):\n    os.system("echo " + name)\n',
  ],
  [
    'a method with a space before its parameters',
    'no-command-injection',
    `import subprocess as sp\n\n\nclass Api:\n    def handler (self, event, ctx):\n        sp.check_output(${sent}, shell = True)\n`,
  ],
  [
    'parameters over several lines',
    'no-ssrf',
    `import requests as rq\n\n\ndef run(\n    event,\n    context,\n):\n    return rq.get(${sent})\n`,
  ],
  [
    'an async handler of short names',
    'no-ssrf',
    `from urllib import request as r\n\n\nasync def handler(evt, _):\n    return r.urlopen(evt["url"])\n`,
  ],
  [
    'a lambda as a handler',
    'no-sql-injection',
    'import boto3\n\nrds = boto3.client("rds-data")\nhandler = lambda event, context: rds.execute_statement(sql="SELECT " + event["column"])\n',
  ],
  ['loads under another name', 'no-unsafe-deserialization', handler('from pickle import loads as thaw', 'return thaw(event["body"])')],
  ['eval of builtins under another name', 'no-code-injection', handler('import builtins as b', 'return b.eval(event["expression"])')],
  ['eval with a space before its text', 'no-code-injection', 'def run(text):\n    return eval (text)\n'],
  [
    'a route of Powertools and print',
    'no-log-injection',
    'from aws_lambda_powertools.event_handler import APIGatewayRestResolver\n\napp = APIGatewayRestResolver()\n\n\n@app.get("/u/<name>")\ndef user(name: str):\n    print (name)\n',
  ],
  ['a credential by a key', 'no-sensitive-logging', 'def run(data):\n    print (data ["password"])\n'],
  [
    'a credential as a parameter of its own line',
    'no-sensitive-logging',
    'def login(\n    name,\n    password: str = "",\n):\n    print(password)\n',
  ],
  ['a credential of the environment', 'no-sensitive-logging', "import os\n\n\ndef run():\n    print(os.environ['DB_PASSWORD'])\n"],
  ['what an authorizer says', 'no-sensitive-logging', handler('', 'print(event["requestContext"]["authorizer"])')],
  ['a header with a key', 'no-sensitive-logging', handler('', 'print({"X-Api-Key" : event["k"]})')],
  [
    'the text of an error, put into a body',
    'no-error-disclosure',
    handler(
      '',
      'response = dict()\n    try:\n        work(event)\n    except Exception as e:\n        response ["body"] = repr(e)\n    return response',
    ),
  ],
  ['a secret of the environment under another name', 'no-env-secret', "from os import getenv as g\n\nKEY = g ('DB_PASS')\n"],
  [
    'an event under another name',
    'require-event-validation',
    'import boto3\n\nt = boto3.resource("dynamodb").Table("x")\n\n\ndef put (lambda_event, ctx):\n    t.put_item(Item=lambda_event["item"])\n',
  ],
  [
    'a table of which one text was sent is no table of fixed texts',
    'no-command-injection',
    handler('import os', `table = {"a": "ls", "b": event["x"], "c": "df", "d": "du", "e": "id"}\n    os.system(table[${sent}])`),
  ],
];
const silent: [name: string, slug: string, code: string][] = [
  ['remove of a list', 'no-path-traversal', handler('import os as o', `names.remove(${sent})`)],
  ['replace of a text', 'no-path-traversal', handler('import os as o', `return ${sent}.replace("a", "b")`)],
  [
    'a route of Chalice whose command is fixed',
    'no-command-injection',
    fires.find(([name]) => name.startsWith('a route of Chalice'))![2].replace(' + name', ''),
  ],
  ['a name beside a credential', 'no-sensitive-logging', 'def login(\n    name,\n    password: str = "",\n):\n    print(name)\n'],
  [
    'a fixed body behind an error',
    'no-error-disclosure',
    handler(
      '',
      'response = dict()\n    try:\n        work(event)\n    except Exception as e:\n        response ["body"] = "failed"\n    return response',
    ),
  ],
  [
    'a table of fixed texts, of any length',
    'no-command-injection',
    handler(
      'import os',
      `table = {"a": "ls", "b": "ps",  # processes\n        "c": "df", 'd': 'du', "e": "id", "f": "w"}\n    os.system(table[${sent}])`,
    ),
  ],
];
const file = (list: string, index: number): string => `${list}_${index}.py`;
const findings = findingsOfPack(
  Object.fromEntries([
    ...fires.map(([, , code], i) => [file('fires', i), code]),
    ...silent.map(([, , code], i) => [file('silent', i), code]),
  ]),
);
const slugsIn = (name: string): string[] => findings.filter(({ path }) => basename(path) === name).map(({ extra }) => extra.metadata.slug);

describe('the words that a file must hold are there however they are spelled', () => {
  it.each(fires.map(([name, slug], i) => ({ name, slug, i })))('$slug: $name', ({ slug, i }) => {
    expect(slugsIn(file('fires', i))).toContain(slug);
  });
  it.each(silent.map(([name, slug], i) => ({ name, slug, i })))('silent, $slug: $name', ({ slug, i }) => {
    expect(slugsIn(file('silent', i))).not.toContain(slug);
  });
});
