import { expect, it } from 'vitest';
import { slugsIn, type PackSuite } from './semgrep-pack.js';

/** A handler behind imports of its own: nothing else in the file holds the words that Semgrep's file filter looks for. */
const handler = (imports: string, body: string): string => `${imports}\n\n\ndef lambda_handler(event, context):\n    ${body}\n`;
const sent = 'event["queryStringParameters"]["q"]';

/** Semgrep reads a file with such a statement by another parser, which leaves the quotes out of what it says of a text. */
const match = '\n\ndef kind(value):\n    match value:\n        case 1:\n            return "one"\n';
const guarded =
  'host = urlparse(url).hostname or ""\n    if not host.endswith(".example.com"):\n        return None\n    requests.get(url)';

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
    'a shell that is kept in a variable',
    'no-command-injection',
    'import os\n\nrun_it = os.system\n\n\ndef run(name):\n    run_it("ls " + name)\n',
  ],
  [
    'a shell that is a setting',
    'no-command-injection',
    'import subprocess\n\nSHELL = True\n\n\ndef run(name):\n    subprocess.run("ls " + name, shell = SHELL)\n',
  ],
  [
    'a shell that is started by its name',
    'no-command-injection',
    'from subprocess import check_output as out\n\n\ndef run(name):\n    out(["bash", "-c", "ls " + name])\n',
  ],
  ['popen under another name', 'no-command-injection', 'from os import popen as p\n\n\ndef run(name):\n    p(f"ls {name}")\n'],
  ['a statement of its own line', 'no-sql-injection', 'def run(cursor, name):\n    cursor.execute(\n        "SELECT " + name\n    )\n'],
  [
    'execute under a name of the program',
    'no-sql-injection',
    'from db import execute\n\n\ndef run(name):\n    execute (f"SELECT {name}")\n',
  ],
  [
    'a loader under another name',
    'no-unsafe-deserialization',
    'from yaml import load as read, UnsafeLoader as L\n\n\ndef run(text):\n    return read(text, Loader=L)\n',
  ],
  [
    'loads of marshal under another name',
    'no-unsafe-deserialization',
    'from marshal import loads as thaw\n\n\ndef run(text):\n    return thaw(text)\n',
  ],
  ['compile behind a space', 'no-code-injection', 'def run(text):\n    return compile (text, "name", "exec")\n'],
  [
    'a route of Powertools and print',
    'no-log-injection',
    'from aws_lambda_powertools.event_handler import APIGatewayRestResolver\n\napp = APIGatewayRestResolver()\n\n\n@app.get("/u/<name>")\ndef user(name: str):\n    print (name)\n',
  ],
  [
    "one of Python's own loggers beside structlog",
    'no-log-injection',
    handler(
      'import logging\nimport structlog\n\nstructlog.configure(processors=[structlog.processors.JSONRenderer()])\nplain = logging.getLogger("a")',
      `plain.info("q " + ${sent})`,
    ),
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
  [
    'a container with a type and a space before its method',
    'no-shared-invocation-state',
    `SEEN : list = []\n\n\ndef lambda_handler(event, context):\n    SEEN . append(${sent})\n`,
  ],
  [
    'a container of a container',
    'no-shared-invocation-state',
    `STATE = {}\nSTATE["seen"] = []\n\n\ndef lambda_handler(event, context):\n    STATE["seen"].append(${sent})\n`,
  ],
  [
    'global over two names',
    'no-shared-invocation-state',
    `last = None\n\n\ndef lambda_handler(event, context):\n    global  first, last\n    last = ${sent}\n`,
  ],
  [
    'a variable of the environment with spaces',
    'no-shared-invocation-state',
    `import os\n\n\ndef lambda_handler(event, context):\n    os.environ ["LAST"]  = ${sent}\n`,
  ],
  [
    'environ by its own name',
    'no-shared-invocation-state',
    `from os import environ\n\n\ndef lambda_handler(event, context):\n    environ["LAST"] = ${sent}\n`,
  ],
  [
    'a shared default behind a type',
    'no-shared-invocation-state',
    `def keep(\n    item,\n    seen: list = [],\n):\n    seen.append(item)\n\n\ndef lambda_handler(event, context, seen = { }):\n    seen["x"] = ${sent}\n`,
  ],
  [
    'an attribute of a class',
    'no-shared-invocation-state',
    `class State:\n    last = None\n\n\ndef lambda_handler(event, context):\n    State.last : str = ${sent}\n    State.last = ${sent}\n`,
  ],
  [
    'a list of a class',
    'no-shared-invocation-state',
    `class State:\n    seen = []\n\n\ndef lambda_handler(event, context):\n    State.seen.append(${sent})\n`,
  ],
  [
    'an attribute of a module',
    'no-shared-invocation-state',
    `import settings\n\n\ndef lambda_handler(event, context):\n    settings.last = ${sent}\n`,
  ],
  [
    'setattr with a space',
    'no-shared-invocation-state',
    `import settings\n\n\ndef lambda_handler(event, context):\n    class A: pass\n    setattr (A, "x", ${sent})\n`,
  ],
  [
    'the headers of a session',
    'no-shared-invocation-state',
    `import requests\n\ns = requests.Session()\n\n\ndef lambda_handler(event, context):\n    s.headers ["X-User"] = ${sent}\n`,
  ],
  [
    'keys of the logger',
    'no-shared-invocation-state',
    `from aws_lambda_powertools import Logger\n\nlogger = Logger()\n\n\ndef lambda_handler(event, context):\n    logger.append_keys(user=${sent})\n`,
  ],
  [
    'a file in /tmp',
    'no-shared-invocation-state',
    `\n\n\ndef lambda_handler(event, context):\n    with open("/tmp/last.txt", "w") as f:\n        f.write(${sent})\n`,
  ],
  [
    'a filter in a variable',
    'no-nosql-injection',
    'import json, pymongo\n\ncollection = pymongo.MongoClient().db.users\n\n\ndef lambda_handler(event, context):\n    return list(collection.find (json.loads(event["body"])))\n',
  ],
  [
    'a request in two stars with spaces',
    'no-nosql-injection',
    'import boto3, json\n\n\ndef lambda_handler(event, context):\n    table = boto3.resource("dynamodb").Table("t")\n    return table.query( ** json.loads(event["body"]))\n',
  ],
  [
    'an expression with spaces',
    'no-nosql-injection',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    table = boto3.resource("dynamodb").Table("t")\n    return table.scan(FilterExpression = "name = " + ${sent})\n`,
  ],
  [
    'a table that the event names, with a space',
    'no-nosql-injection',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    return boto3.resource("dynamodb").Table (${sent}).scan()\n`,
  ],
  [
    'a table in a variable of capitals',
    'no-nosql-injection',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    TABLE = ${sent}\n    return boto3.client("dynamodb").scan(TableName=TABLE)\n`,
  ],
  [
    'code of MongoDB',
    'no-nosql-injection',
    `from bson.code import Code\n\n\ndef lambda_handler(event, context):\n    return Code(${sent})\n`,
  ],
  [
    'a queue that the event names',
    'no-ssrf',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    boto3.client("sqs").send_message(QueueUrl = ${sent}, MessageBody="x")\n`,
  ],
  [
    'a topic in a variable of capitals',
    'no-ssrf',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    TOPIC = ${sent}\n    boto3.client("sns").publish(TopicArn=TOPIC, Message="x")\n`,
  ],
  [
    'a request of urllib under another name',
    'no-ssrf',
    `from urllib.request import urlopen as get, Request as R\n\n\ndef lambda_handler(event, context):\n    return get(R(${sent}))\n`,
  ],
  [
    'a pool under another name',
    'no-ssrf',
    `import urllib3 as u\n\n\ndef lambda_handler(event, context):\n    http = u.PoolManager()\n    return http.request ("GET", ${sent})\n`,
  ],
  [
    'a socket',
    'no-ssrf',
    `import socket\n\n\ndef lambda_handler(event, context):\n    s = socket.socket()\n    s.connect( (${sent}, 80))\n`,
  ],
  [
    'format on a line of its own',
    'no-template-injection',
    `\n\n\ndef lambda_handler(event, context):\n    text = ${sent}\n    return (text\n        .format(user=event))\n`,
  ],
  [
    'format of a formatted text',
    'no-template-injection',
    '\n\n\ndef lambda_handler(event, context):\n    return f\'{event["q"]} of {{user}}\'.format(user=event)\n',
  ],
  ['format with a space', 'no-template-injection', `\n\n\ndef lambda_handler(event, context):\n    return ${sent}.format (user=event)\n`],
  [
    'a function that the event names, over lines',
    'no-code-injection',
    `import tools\n\n\ndef lambda_handler(event, context):\n    return getattr(\n        tools,\n        ${sent},\n    )()\n`,
  ],
  [
    'a function of the file that the event names',
    'no-code-injection',
    `\n\n\ndef lambda_handler(event, context):\n    return globals () [${sent}]()\n`,
  ],
  [
    'a query on lines of its own',
    'no-sql-injection',
    `import sqlite3\n\n\ndef lambda_handler(event, context):\n    cursor = sqlite3.connect("/tmp/x").cursor()\n    cursor \\\n        .execute (\n            "SELECT " + ${sent})\n`,
  ],
  [
    'a query by name',
    'no-sql-injection',
    `import psycopg2\n\n\ndef lambda_handler(event, context):\n    conn = psycopg2.connect("")\n    conn.cursor().execute(query="SELECT " + ${sent})\n`,
  ],
  [
    'a statement in a dictionary',
    'no-sql-injection',
    `import boto3\n\n\ndef lambda_handler(event, context):\n    params = {"sql": "SELECT " + ${sent}}\n    return boto3.client("rds-data").execute_statement( **params)\n`,
  ],
  [
    'a path by an operator',
    'no-path-traversal',
    `from pathlib import Path as P\n\n\ndef lambda_handler(event, context):\n    file = P("/data") / ${sent}\n    return file.open().read()\n`,
  ],
  [
    'a path by an operator of a folder from elsewhere',
    'no-path-traversal',
    `from settings import BASE\n\n\ndef lambda_handler(event, context):\n    file = BASE / ${sent}\n    return file.open().read()\n`,
  ],
  [
    'system under another name',
    'no-command-injection',
    `from os import system as run\n\n\ndef lambda_handler(event, context):\n    run("ls " + ${sent})\n`,
  ],
  ['a log under another name', 'no-event-logging', 'from pprint import pp\n\n\ndef lambda_handler(event, context):\n    pp (event)\n'],
  ['write of the output', 'no-event-logging', 'import sys\n\n\ndef lambda_handler(event, context):\n    sys.stdout.write(str(event))\n'],
  [
    'a variable that the event names',
    'no-credential-exposure',
    'import os\n\n\ndef lambda_handler(event, context):\n    name = event["name"]\n    return {"statusCode": 200, "body": os.getenv ( name )}\n',
  ],
  [
    'the whole environment as an answer',
    'no-credential-exposure',
    'import os, json\n\n\ndef lambda_handler(event, context):\n    response = {}\n    response["body"]  = json.dumps(dict(os.environ))\n    return response\n',
  ],
  [
    'a credential over lines',
    'no-sensitive-logging',
    'import os\n\n\ndef run():\n    print(\n        os.environ.get(\n            "DB_PASSWORD",\n        )\n    )\n',
  ],
  ['a function that fetches a key', 'no-sensitive-logging', 'from vault import loadApiKey\n\n\ndef run():\n    print(loadApiKey ())\n'],
  ['an authorization header', 'no-sensitive-logging', "def run(value):\n    print({'authorization' : value})\n"],
  ['an error by its parameter', 'no-error-disclosure', 'def answer(err, context):\n    return {"statusCode": 500, "body": repr(err)}\n'],
  ['a policy', 'no-broad-secret-access', 'policy = {"Effect": "Allow", "Action": ["ssm:GetParameter"], "Resource": "*"}\n'],
  [
    'all parameters by a constant',
    'no-broad-secret-access',
    'import boto3\n\nROOT = "/"\nboto3.client("ssm").get_parameters_by_path(Path=ROOT)\n',
  ],
  [
    'a list of secrets by a paginator',
    'no-broad-secret-access',
    'import boto3\n\nboto3.client("secretsmanager").get_paginator (\'list_secrets\')\n',
  ],
  ['a password behind a type', 'no-hardcoded-secret', 'from typing import Final\n\nDB_PASSWORD : Final[str] = "Tr0ub4dor"\n'],
  ['a password in parentheses', 'no-hardcoded-secret', 'DB_PASSWORD = (\n    "Tr0ub4dor"\n)\n'],
  ['a password by a key', 'no-hardcoded-secret', 'settings = {}\nsettings["db_password"] = b"Tr0ub4dor"\n'],
  ['a password as a default', 'no-hardcoded-secret', 'import os\n\nvalue = os.getenv("DB_PASSPHRASE", "Tr0ub4dor")\n'],
  ['a password that is compared', 'no-hardcoded-secret', 'def check(password):\n    return password == "Tr0ub4dor"\n'],
  ['a password in a connection string', 'no-hardcoded-secret', 'dsn = "host=db user=app password=Tr0ub4dor"\n'],
  ['a password in a URL', 'no-hardcoded-secret', 'url = "postgres://app:Tr0ub4dor@db.internal/x"\n'],
  ['a key of jwt', 'no-hardcoded-secret', 'from jwt import encode as e\n\n\ndef run(claims):\n    return e(claims, "Tr0ub4dor")\n'],
  ['a key of hmac', 'no-hardcoded-secret', 'import hmac as h\n\n\ndef run(text):\n    return h.new(b"Tr0ub4dor", text)\n'],
  ['a login', 'no-hardcoded-secret', 'def run(smtp):\n    smtp.login ("app", "Tr0ub4dor")\n'],
  ['basic authentication', 'no-hardcoded-secret', 'import requests\n\nrequests.get("https://x", auth = ("app", "Tr0ub4dor"))\n'],
  ['a key of a header', 'no-hardcoded-secret', 'headers = {"X-Api-Key" : "a1b2c3d4e5"}\n'],
  ['a secret of the environment under another name', 'no-env-secret', "from os import getenv as g\n\nKEY = g ('DB_PASS')\n"],
  [
    'an event under another name',
    'require-event-validation',
    'import boto3\n\nt = boto3.resource("dynamodb").Table("x")\n\n\ndef put (lambda_event, ctx):\n    t.put_item(Item=lambda_event["item"])\n',
  ],
  [
    'a page beside a match statement',
    'no-html-injection',
    handler('', `return {"headers": {"Content-Type": "text/html"}, "body": "<p>{}</p>".format(${sent})}`) + match,
  ],
  [
    'a command behind an open pattern, beside a match statement',
    'no-command-injection',
    handler('import os, re', `x = ${sent}\n    if not re.fullmatch(r".+", x):\n        return None\n    os.system("ls " + x)`) + match,
  ],
  [
    'a command of unknown parts, beside a match statement',
    'no-command-injection',
    `import os\n\n\ndef run(name):\n    command = f"ls {name}"\n    os.system(command)\n${match}`,
  ],
  [
    'a statement of unknown parts, beside a match statement',
    'no-sql-injection',
    `def run(cursor, name):\n    cursor.execute(f"SELECT {name}")\n${match}`,
  ],
  [
    'a cookie that is asked for, beside a match statement',
    'no-sensitive-logging',
    handler('', 'headers = event["headers"]\n    print(headers.get("Cookie"))') + match,
  ],
  [
    'a session token of the environment, beside a match statement',
    'no-credential-exposure',
    `import os\n\n\ndef run():\n    print(os.getenv("AWS_SESSION_TOKEN"))\n${match}`,
  ],
  [
    'an event in a log beside a match statement',
    'no-event-logging',
    handler('', 'for record in event["Records"]:\n        print(record["dynamodb"].get("NewImage"))') + match,
  ],
  [
    'a table of which one text was sent is no table of fixed texts',
    'no-command-injection',
    handler('import os', `table = {"a": "ls", "b": event["x"], "c": "df", "d": "du", "e": "id"}\n    os.system(table[${sent}])`),
  ],
];
const silent: [name: string, slug: string, code: string][] = [
  [
    "Python's own loggers that write through structlog",
    'no-log-injection',
    handler(
      'import logging\nimport structlog\n\nout = logging.StreamHandler()\nout.setFormatter(structlog.stdlib.ProcessorFormatter())\nplain = logging.getLogger("a")',
      `plain.info("q " + ${sent})`,
    ),
  ],
  ['remove of a list', 'no-path-traversal', handler('import os as o', `names.remove(${sent})`)],
  ['replace of a text', 'no-path-traversal', handler('import os as o', `return ${sent}.replace("a", "b")`)],
  [
    'a route of Chalice whose command is fixed',
    'no-command-injection',
    fires.find(([name]) => name.startsWith('a route of Chalice'))![2].replace(' + name', ''),
  ],
  [
    'a host of a domain, beside a match statement',
    'no-ssrf',
    handler('import requests\nfrom urllib.parse import urlparse', `url = ${sent}\n    ${guarded}`) + match,
  ],
  [
    'a command behind a closed pattern, beside a match statement',
    'no-command-injection',
    handler('import os, re', `x = ${sent}\n    if not re.fullmatch(r"[a-z]+", x):\n        return None\n    os.system("ls " + x)`) + match,
  ],
  ['a name that is shown with its quotes, beside a match statement', 'no-log-injection', handler('', `print("q %r" % ${sent})`) + match],
  [
    'a method of which the program says how it begins, beside a match statement',
    'no-code-injection',
    handler('', `getattr(handlers, "on_" + ${sent})()`) + match,
  ],
  [
    'a text of the path in a field, beside a match statement',
    'no-nosql-injection',
    handler(
      'import pymongo\n\nusers = pymongo.MongoClient().shop.users',
      'name = event["pathParameters"]["id"]\n    return users.find_one({"_id": name})',
    ) + match,
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
const inLayer = 'DB_PASSWORD = "Tr0ub4dor"\n\n\ndef login(password):\n    print(password)\n';

export const words: PackSuite = {
  about: 'the words that a file must hold are there however they are spelled',
  files: {
    ...Object.fromEntries(fires.map(([, , code], i) => [file('fires', i), code])),
    ...Object.fromEntries(silent.map(([, , code], i) => [file('silent', i), code])),
    'layer/python/botocore/login.py': inLayer,
    'layer/python/own/login.py': inLayer,
  },
  check(found) {
    it.each(fires.map(([name, slug], i) => ({ name, slug, i })))('$slug: $name', ({ slug, i }) => {
      expect(slugsIn(found(file('fires', i)))).toContain(slug);
    });
    it.each(silent.map(([name, slug], i) => ({ name, slug, i })))('silent, $slug: $name', ({ slug, i }) => {
      expect(slugsIn(found(file('silent', i)))).not.toContain(slug);
    });
    it("a package in a layer is its authors'; the program's own folder beside it is not", () => {
      expect(slugsIn(found('layer/python/own/login.py'))).toEqual(expect.arrayContaining(['no-hardcoded-secret', 'no-sensitive-logging']));
      expect(found('layer/python/botocore/login.py')).toEqual([]);
    });
  },
};
