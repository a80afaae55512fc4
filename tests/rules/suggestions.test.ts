import codeInjection from '../../rules/no-code-injection.js';
import commandInjection from '../../rules/no-command-injection.js';
import sqlInjection from '../../rules/no-sql-injection.js';
import unsafeDeserialization from '../../rules/no-unsafe-deserialization.js';
import { checkSuggestions } from './rule-tester.js';

const handler = (head: string, statement: string): string => `${head}export const handler = async event => { ${statement} };`;
/** One program, before and after. */
const changed =
  (suggestion: string) =>
  (name: string, head: string, before: string, after: string | null, newHead = head) => ({
    name,
    suggestion,
    code: handler(head, before),
    output: after === null ? null : handler(newHead, after),
  });

const cp = "import cp from 'node:child_process';\n";
const exec = "import { exec } from 'node:child_process';\n";
const execSync = "const { execSync } = require('child_process');\n";
const run = changed('useArguments');
const withProgram = (program: string) => (row: ReturnType<typeof run>) => ({ ...row, data: { program } });
const convert = withProgram('convert');

checkSuggestions('no-command-injection', commandInjection, [
  convert(run('a word of its own', cp, "cp.exec('convert ' + event.file);", "cp.execFile('convert', [event.file]);")),
  convert(
    run(
      'constant words, quotes and a part of a word',
      cp,
      'cp.execSync(`convert -size 10x10 "${event.file}" --out=${event.to}.png`);',
      "cp.execFileSync('convert', ['-size', '10x10', event.file, `--out=${event.to}.png`]);",
    ),
  ),
  convert(
    run(
      'options and a callback stay behind',
      cp,
      'cp.exec(`convert ${event.file}`, { cwd: "/tmp" }, () => {});',
      `cp.execFile('convert', [event.file], { cwd: "/tmp" }, () => {});`,
    ),
  ),
  convert(
    run(
      'the other function is imported beside the first',
      exec,
      'exec(`convert ${event.file}`);',
      "execFile('convert', [event.file]);",
      "import { exec, execFile } from 'node:child_process';\n",
    ),
  ),
  convert(
    run(
      'and required beside it',
      execSync,
      'execSync(`convert ${event.file}`);',
      "execFileSync('convert', [event.file]);",
      "const { execSync, execFileSync } = require('child_process');\n",
    ),
  ),
  run('a pipe needs the shell', cp, 'cp.exec(`convert ${event.file} | wc -l`);', null),
  run('a redirection needs the shell', cp, 'cp.exec(`convert ${event.file} > out`);', null),
  run('a pattern of files needs the shell', cp, 'cp.exec(`convert ${event.file} *.png`);', null),
  run('a variable needs the shell', cp, 'cp.exec(`convert ${event.file} "$HOME"`);', null),
  run('a builtin needs the shell', cp, 'cp.exec(`cd ${event.folder}`);', null),
  run('a variable in front needs the shell', cp, 'cp.exec(`LANG=C convert ${event.file}`);', null),
  run('a list that was joined is more than a word', cp, "cp.exec('convert ' + event.files.join(' '));", null),
  run('the program is not known', cp, "cp.exec(event.tool + ' a');", null),
  run('a chosen shell stays', cp, "cp.exec('convert ' + event.file, { shell: '/bin/bash' });", null),
  run(
    'options that are not in sight may name a shell',
    `${cp}import { options } from './options.js';\n`,
    "cp.exec('convert ' + event.file, options);",
    null,
  ),
  run('a name that is taken', `${exec}const execFile = 1;\n`, 'exec(`convert ${event.file}`, { timeout: execFile });', null),
  run('a text that a variable holds', cp, "const line = 'convert ' + event.file; cp.exec(line);", null),
  run(
    'a promisified function takes its arguments in another way',
    `${exec}import { promisify } from 'node:util';\nconst run = promisify(exec);\n`,
    'run(`convert ${event.file}`);',
    null,
  ),
]);

const pg = "import { Pool } from 'pg';\nconst db = new Pool();\n";
const mysql = "import mysql from 'mysql2/promise';\nconst db = mysql.createPool({});\n";
const sqlite = "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('x');\n";
const mssql = "import sql from 'mssql';\n";
const bind = changed('bindValues');

checkSuggestions('no-sql-injection', sqlInjection, [
  bind(
    'a quoted value',
    pg,
    'db.query("select * from t where name = \'" + event.name + "\'");',
    "db.query('select * from t where name = $1', [event.name]);",
  ),
  bind(
    'several values in a template',
    pg,
    "db.query(`select * from t where a = ${event.a} and b = '${event.b}' limit ${event.n}`);",
    "db.query('select * from t where a = $1 and b = $2 limit $3', [event.a, event.b, event.n]);",
  ),
  bind(
    'a pattern around the value goes with it',
    pg,
    "db.query(`select * from t where name like '%${event.name}%'`);",
    "db.query('select * from t where name like $1', [`%${event.name}%`]);",
  ),
  bind(
    'a constant in quotes stays where it is',
    pg,
    "db.query(`select * from t where kind = 'a' and name = '${event.name}'`);",
    "db.query('select * from t where kind = \\'a\\' and name = $1', [event.name]);",
  ),
  bind(
    'inserted values',
    mysql,
    "db.query(`insert into t (a, b) values ('${event.a}', ${event.b})`);",
    "db.query('insert into t (a, b) values (?, ?)', [event.a, event.b]);",
  ),
  bind(
    'a callback stays behind',
    sqlite,
    "db.all('select * from t where id = ' + event.id, () => {});",
    "db.all('select * from t where id = ?', [event.id], () => {});",
  ),
  bind(
    'text over several lines',
    pg,
    'db.query(`select *\nfrom t where id = ${event.id}`);',
    'db.query(`select *\nfrom t where id = $1`, [event.id]);',
  ),
  bind('a name takes no placeholder', pg, "db.query('select * from ' + event.table);", null),
  bind('an order takes no placeholder', pg, 'db.query(`select * from t where id = ${event.id} order by ${event.sort}`);', null),
  bind('a list takes several', pg, "db.query(`select * from t where id in (${event.ids.join(',')})`);", null),
  bind('a unit is a part of the literal', pg, "db.query(`select * from t where at > now() - interval '${event.days} days'`);", null),
  bind('a driver that binds limits as numbers', mysql, 'db.query(`select * from t limit ${event.n}`);', null),
  bind('values that are there already', pg, 'db.query(`select * from t where a = $1 and b = ${event.b}`, [event.a]);', null),
  bind('placeholders that are there already', mysql, 'db.query(`select * from t where a = ? and b = ${event.b}`);', null),
  bind('a text that was made fit by hand', pg, "db.query(`select * from t where name = '${event.name.replace(/x/g, 'y')}'`);", null),
  bind('several statements', pg, 'db.query(`delete from t where id = ${event.id}; select 1`);', null),
  bind('a driver that binds in another way', mssql, "sql.query('select * from t where id = ' + event.id);", null),
  bind('a name that goes on behind the value', pg, 'db.query(`select * from t where id = ${event.id}_old`);', null),
]);

const parse = changed('parseJson');
checkSuggestions('no-code-injection', codeInjection, [
  parse('brackets around the text', '', "return eval('(' + event.body + ')');", 'return JSON.parse(event.body);'),
  parse(
    'the same in a template',
    '',
    'const { a } = eval(`(${event.text})`); return a;',
    'const { a } = JSON.parse(event.text); return a;',
  ),
  parse('a function that returns the text', '', "return new Function('return ' + event.text)();", 'return JSON.parse(event.text);'),
  parse(
    'the body itself',
    "import { createHash } from 'node:crypto';\n",
    'if (event.httpMethod) return eval(event.body).name;',
    'if (event.httpMethod) return JSON.parse(event.body).name;',
  ),
  parse('an expression that is computed', '', "return eval('1 + ' + event.n);", null),
  parse('code that runs for what it does', '', 'eval(event.code);', null),
  parse('a function with a parameter', '', "return new Function('x', 'return ' + event.text)(1);", null),
  parse('a script that returns nothing', '', 'return new Function(event.text)();', null),
]);

const yaml = "import yaml from 'js-yaml';\n";
const schema = changed('safeSchema');
checkSuggestions('no-unsafe-deserialization', unsafeDeserialization, [
  schema(
    'the full schema of version 3',
    yaml,
    'return yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA });',
    'return yaml.load(event.body, { schema: yaml.DEFAULT_SAFE_SCHEMA });',
  ),
  schema(
    'an extension that makes functions',
    `${yaml}import unsafe from 'js-yaml-js-types';\n`,
    'return yaml.load(event.body, { json: true, schema: yaml.DEFAULT_SCHEMA.extend(unsafe.all) });',
    'return yaml.load(event.body, { json: true, schema: yaml.DEFAULT_SCHEMA });',
  ),
  schema(
    'a schema that a variable holds',
    `${yaml}const schema = yaml.DEFAULT_FULL_SCHEMA;\n`,
    'return yaml.load(event.body, { schema });',
    null,
  ),
  schema('another library', "import { unserialize } from 'node-serialize';\n", 'return unserialize(event.body);', null),
]);
