import { describe } from 'vitest';
import { library, libraryInFull } from './kinds-of-lines.js';

describe('libraries that run commands', () => {
  library('execa: a program and its arguments, or a command line', `import { execa, execaCommand, $ } from 'execa';`, [
    ['await execa(event.a)', 'command'],
    [`await execa('ls', [event.a])`],
    [`await execa('ls', [event.a], { shell: true })`, 'command'],
    [`await execa('sh', ['-c', event.a])`, 'command'],
    ['await execaCommand(`ls ${event.a}`)', 'command'],
    ['await $`ls ${event.a}`'],
    ['await $`${event.a} -l`', 'command'],
    ['await $({ shell: true })`ls ${event.a}`', 'command'],
    ['await $({ cwd: "/tmp" })`ls ${event.a}`'],
    ['await execa({ shell: true })`ls ${event.a}`', 'command'],
    ['await execa({ cwd: "/tmp" })`ls ${event.a}`'],
  ]);
  library('zx quotes what stands in a template', `import { $, quote } from 'zx';`, [
    ['await $`ls ${event.a}`'],
    ['await $`${event.a}`', 'command'],
    ['exec(`ls ${quote(event.a)}`)'],
  ]);
  library(
    'shelljs, node-cmd, ssh2, simple-git, systeminformation',
    `import shell from 'shelljs'; import cmd from 'node-cmd'; import { Client } from 'ssh2'; import simpleGit from 'simple-git'; import si from 'systeminformation'; const ssh = new Client();`,
    [
      ['shell.exec(event.a)', 'command'],
      ['shell.echo(event.a)'],
      ['shell.rm("-rf", event.a)', 'path'],
      ['cmd.run(event.a)', 'command'],
      ['ssh.exec(`ls ${event.a}`, () => {})', 'command'],
      [`ssh.connect({ host: 'h', username: event.a })`],
      ['await simpleGit().clone(event.a)', 'command'],
      [`await simpleGit().commit(event.a)`],
      ['await si.inetLatency(event.a)', 'command'],
    ],
  );
  library(
    'quoting for a shell',
    `import { quote } from 'shell-quote'; import shellescape from 'shell-escape'; import { Shescape } from 'shescape'; import shlex from 'shlex'; const shescape = new Shescape({ shell: true });`,
    [
      ['exec("ls " + quote([event.a]))'],
      ['exec(shellescape(["ls", event.a]))'],
      ['exec(`ls ${shescape.quote(event.a)}`)'],
      ['exec(`ls ${shlex.quote(event.a)}`)'],
      ['eval(quote([event.a]))', 'code'],
    ],
  );
});

describe('libraries that run code or load it', () => {
  library(
    'vm2, isolated-vm, evaluators',
    `import { VM, NodeVM } from 'vm2'; import ivm from 'isolated-vm'; import safeEval from 'safe-eval'; import { evaluate } from 'mathjs'; import { Parser } from 'expr-eval'; import jsonata from 'jsonata'; import jp from 'jsonpath'; import { JSONPath } from 'jsonpath-plus'; const isolate = new ivm.Isolate();`,
    [
      ['new VM().run(event.a)', 'code'],
      ['new NodeVM({ sandbox: event.a }).run("1")'],
      ['await isolate.compileScript(event.a)', 'code'],
      ['safeEval(event.a)', 'code'],
      ['safeEval("x", { x: event.a })'],
      ['evaluate(event.a)', 'code'],
      ['evaluate("x + 1", { x: event.a })'],
      ['Parser.evaluate(event.a)', 'code'],
      ['new Parser().parse(event.a)', 'code'],
      ['jsonata(event.a)', 'code'],
      ['await jsonata("$.x").evaluate(body)'],
      ['jp.query(body, event.a)', 'code'],
      ['jp.query(body, "$.x")'],
      ['JSONPath({ path: event.a, json: {} })', 'code'],
      ['JSONPath({ path: "$.x", json: body })'],
    ],
  );
  library(
    'loaders',
    `import importFresh from 'import-fresh'; import importFrom from 'import-from'; import requireFromString from 'require-from-string'; import { JSDOM } from 'jsdom';`,
    [
      ['importFresh(event.a)', 'module'],
      ['importFrom("/opt", event.a)', 'module'],
      ['requireFromString(event.a)', 'code'],
      ['new JSDOM(event.a)'],
      ['new JSDOM(event.a, { runScripts: "dangerously" })', 'code'],
      ['await JSDOM.fromURL(event.a)', 'url'],
    ],
  );
});

describe('template engines', () => {
  library(
    'the source is a program, the data is not',
    `import Handlebars from 'handlebars'; import ejs from 'ejs'; import pug from 'pug'; import nunjucks from 'nunjucks'; import Mustache from 'mustache'; import { Eta } from 'eta'; import doT from 'dot'; import { Liquid } from 'liquidjs'; import Hogan from 'hogan.js'; import * as Sqrl from 'squirrelly'; const liquid = new Liquid(); const eta = new Eta();`,
    [
      ['Handlebars.compile(event.a)({})', 'template'],
      ['Handlebars.compile("{{name}}")({ name: event.a })'],
      ['Handlebars.create().compile(event.a)', 'template'],
      ['new Handlebars.SafeString(event.a)', 'html'],
      ['ejs.render(event.a, {})', 'template'],
      ['ejs.render("<%= name %>", { name: event.a })'],
      ['ejs.render("<%= name %>", body)', 'template'],
      ['ejs.render("<%= name %>", event.pathParameters.a)'],
      ['pug.compile(event.a)', 'template'],
      ['pug.render("p= name", { name: event.a })'],
      ['nunjucks.renderString(event.a, {})', 'template'],
      ['nunjucks.renderString("{{ name }}", { name: event.a })'],
      ['nunjucks.configure("views").renderString(event.a)', 'template'],
      ['Mustache.render(event.a, {})', 'template'],
      ['Mustache.render("{{name}}", { name: event.a })'],
      ['eta.renderString(event.a, {})', 'template'],
      ['eta.renderString("<%= it.name %>", { name: event.a })'],
      ['doT.template(event.a)', 'template'],
      ['await liquid.parseAndRender(event.a, {})', 'template'],
      ['await liquid.parseAndRender("{{ name }}", { name: event.a })'],
      ['Hogan.compile(event.a)', 'template'],
      ['Sqrl.render(event.a, {})', 'template'],
    ],
  );
  library(
    'what a template leaves unescaped reaches the text that it makes',
    `import Handlebars from 'handlebars'; import ejs from 'ejs'; import pug from 'pug'; import nunjucks from 'nunjucks'; import Mustache from 'mustache'; import Hogan from 'hogan.js'; import { Eta } from 'eta'; import doT from 'dot'; import { Liquid } from 'liquidjs'; import _ from 'lodash'; import template from 'lodash.template'; import nodemailer from 'nodemailer'; import { source } from './source.js'; const eta = new Eta(); const mail = nodemailer.createTransport({});`,
    [
      ['await mail.sendMail({ html: ejs.render("<%- name %>", { name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: ejs.render("<%= name %><%- include(`x`) %>", { name: event.a }) })'],
      ['await mail.sendMail({ html: ejs.render("<%= name %><%- footer %>", { name: event.a, footer: "<hr>" }) })'],
      ['await mail.sendMail({ html: ejs.compile("<%- name %>")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: ejs.render("<% for (const item of items) { %><%- item.name %><% } %>", { items: event.a }) })', 'html'],
      ['await mail.sendMail({ html: ejs.render(source, { name: event.a }) })'],
      ['await mail.sendMail({ html: Handlebars.compile("{{{name}}}")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: Handlebars.compile("{{&name}}")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: Handlebars.compile("{{name}}")({ name: event.a }) })'],
      ['await mail.sendMail({ html: Handlebars.compile("{{name}}", { noEscape: true })({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: Handlebars.compile("{{#each items}}{{{name}}}{{/each}}")({ items: event.a, title: "x" }) })', 'html'],
      ['await mail.sendMail({ html: Handlebars.compile("{{name}}{{{title}}}")({ name: event.a, title: "x" }) })'],
      ['await mail.sendMail({ html: Mustache.render("{{{user.name}}}", { user: { name: event.a } }) })', 'html'],
      ['await mail.sendMail({ html: Mustache.render("{{{user.title}}}", { user: { name: event.a, title: "x" } }) })'],
      ['await mail.sendMail({ html: Hogan.compile("{{{name}}}").render({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: pug.render("p!= name", { name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: pug.compile("p !{name}")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: pug.render("p= name", { name: event.a }) })'],
      ['await mail.sendMail({ html: nunjucks.renderString("{{ name | safe }}", { name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: nunjucks.renderString("{{ name }}", { name: event.a }) })'],
      ['await mail.sendMail({ html: nunjucks.configure({ autoescape: false }).renderString("{{ name }}", { name: event.a }) })', 'html'],
      [
        'await mail.sendMail({ html: new nunjucks.Environment(null, { autoescape: false }).renderString("{{ name }}", { name: event.a }) })',
        'html',
      ],
      ['await mail.sendMail({ html: nunjucks.configure({ autoescape: true }).renderString("{{ name }}", { name: event.a }) })'],
      ['await mail.sendMail({ html: eta.renderString("<%~ it.name %>", { name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: eta.renderString("<%= it.name %>", { name: event.a }) })'],
      ['await mail.sendMail({ html: doT.template("{{= it.name }}")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: doT.template("{{! it.name }}")({ name: event.a }) })'],
      ['await mail.sendMail({ html: await new Liquid().parseAndRender("{{ name }}", { name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: await new Liquid().parseAndRender("{{ name | escape }}", { name: event.a }) })'],
      ['await mail.sendMail({ html: await new Liquid({ outputEscape: "escape" }).parseAndRender("{{ name }}", { name: event.a }) })'],
      ['await mail.sendMail({ html: _.template("<%= name %>")({ name: event.a }) })', 'html'],
      ['await mail.sendMail({ html: _.template("<%- name %>")({ name: event.a }) })'],
      ['await mail.sendMail({ html: template("${name}")({ name: event.a }) })', 'html'],
    ],
  );
});

describe('SQL drivers', () => {
  library(
    'mysql and mysql2',
    `import mysql from 'mysql'; import mysql2 from 'mysql2/promise'; const connection = mysql.createConnection({}); const pool = mysql.createPool({}); const modern = await mysql2.createConnection({});`,
    [
      ['connection.query("SELECT " + event.a)', 'sql'],
      ['connection.query("SELECT ?", [event.a])'],
      ['connection.query({ sql: event.a })', 'sql'],
      ['connection.query({ sql: "SELECT ?", values: [event.a] })'],
      ['connection.query("SELECT " + connection.escape(event.a))'],
      ['connection.query("SELECT " + mysql.escapeId(event.a))'],
      ['connection.query(mysql.format("SELECT ?", [event.a]))'],
      ['connection.query(mysql.format("SELECT " + event.a, []))', 'sql'],
      ['pool.getConnection((error, one) => { one.query(`SELECT ${event.a}`); })', 'sql'],
      ['await modern.execute(`SELECT ${event.a}`)', 'sql'],
      ['await modern.execute("SELECT ?", [event.a])'],
      ['const [rows] = await modern.execute("SELECT ?", [event.a]); exec(rows[0].name)', 'command'],
      ['const [rows] = await modern.execute("SELECT 1"); exec(rows[0].name)'],
      ['connection.query("SELECT ?", [event.a], (error, rows) => { exec(rows[0].name); })', 'command'],
    ],
  );
  library(
    'serverless-mysql and data-api-client',
    `import serverlessMysql from 'serverless-mysql'; import dataApi from 'data-api-client'; const db = serverlessMysql({ config: {} }); const data = dataApi({ secretArn: 's' });`,
    [
      ['await db.query(`SELECT ${event.a}`)', 'sql'],
      ['await db.query("SELECT ?", [event.a])'],
      ['await db.transaction().query(`DELETE ${event.a}`).commit()', 'sql'],
      ['await data.query(`SELECT ${event.a}`)', 'sql'],
      ['await data.query({ sql: "SELECT :a", parameters: [{ a: event.a }] })'],
    ],
  );
  library(
    'pg',
    `import { Client, Pool } from 'pg'; import format from 'pg-format'; const client = new Client(); const pool = new Pool();`,
    [
      ['await client.query(`SELECT ${event.a}`)', 'sql'],
      ['await client.query("SELECT $1", [event.a])'],
      ['await client.query({ text: `SELECT ${event.a}` })', 'sql'],
      ['await client.query({ text: "SELECT $1", values: [event.a] })'],
      ['const one = await pool.connect(); await one.query(`SELECT ${event.a}`)', 'sql'],
      ['await client.query(`SELECT ${client.escapeLiteral(event.a)}`)'],
      ['await client.query(format("SELECT %L", event.a))'],
      ['await client.query(format(event.a))', 'sql'],
      ['await client.query(format.withArray("SELECT %s", [event.a]))', 'sql'],
      ['await client.query(format.withArray("SELECT %L", [event.a]))'],
      ['const { rows } = await client.query("SELECT $1", [event.a]); exec(rows[0].name)', 'command'],
      ['const { rowCount } = await client.query("SELECT $1", [event.a]); exec(rowCount)'],
    ],
  );
  library(
    'pg-promise, postgres, slonik, sql-template-strings',
    `import pgPromise from 'pg-promise'; import postgres from 'postgres'; import { raw } from 'slonik-sql-tag-raw'; import SQL from 'sql-template-strings'; const pgp = pgPromise(); const db = pgp('x'); const sql = postgres('x');`,
    [
      ['await db.any(`SELECT ${event.a}`)', 'sql'],
      ['await db.any("SELECT $1", [event.a])'],
      ['await db.tx(t => t.none(`DELETE ${event.a}`))', 'sql'],
      ['await db.any("SELECT " + pgp.as.name(event.a))'],
      ['await sql`SELECT ${event.a}`'],
      ['await sql.unsafe(`SELECT ${event.a}`)', 'sql'],
      ['await sql.begin(t => t.unsafe(`SELECT ${event.a}`))', 'sql'],
      ['raw(event.a)', 'sql'],
      ['SQL`SELECT ${event.a}`.append(event.a)', 'sql'],
      ['await db.any(SQL`SELECT ${event.a}`)'],
    ],
  );
  library('mssql, tedious', `import sql from 'mssql'; import { Request } from 'tedious'; const pool = await sql.connect({});`, [
    ['await pool.request().query(`SELECT ${event.a}`)', 'sql'],
    ['await pool.request().input("a", sql.Int, event.a).query("SELECT @a")'],
    ['await new sql.Request().batch(event.a)', 'sql'],
    ['await sql.query`SELECT ${event.a}`'],
    ['await sql.query(`SELECT ${event.a}`)', 'sql'],
    ['new Request(`SELECT ${event.a}`, () => {})', 'sql'],
  ]);
  library(
    'SQLite',
    `import sqlite3 from 'sqlite3'; import Database from 'better-sqlite3'; import { DatabaseSync } from 'node:sqlite'; import { createClient } from '@libsql/client'; const db = new sqlite3.Database('x'); const better = new Database('x'); const sync = new DatabaseSync('x'); const libsql = createClient({ url: 'x' });`,
    [
      ['db.all(`SELECT ${event.a}`, () => {})', 'sql'],
      ['db.all("SELECT ?", [event.a], () => {})'],
      ['better.prepare(`SELECT ${event.a}`)', 'sql'],
      ['better.prepare("SELECT ?").all(event.a)'],
      ['sync.exec(event.a)', 'sql'],
      ['await libsql.execute({ sql: `SELECT ${event.a}`, args: [] })', 'sql'],
      ['await libsql.execute({ sql: "SELECT ?", args: [event.a] })'],
      ['await libsql.batch([{ sql: event.a, args: [] }])', 'sql'],
    ],
  );
  library(
    'Oracle, Snowflake, HANA, BigQuery, Cassandra',
    `import oracledb from 'oracledb'; import snowflake from 'snowflake-sdk'; import hana from '@sap/hana-client'; import { BigQuery } from '@google-cloud/bigquery'; import cassandra from 'cassandra-driver'; const connection = await oracledb.getConnection({}); const flake = snowflake.createConnection({}); const sap = hana.createConnection(); const big = new BigQuery(); const cql = new cassandra.Client({});`,
    [
      ['await connection.execute(`SELECT ${event.a}`)', 'sql'],
      ['await connection.execute("SELECT :a", [event.a])'],
      ['flake.execute({ sqlText: event.a })', 'sql'],
      ['flake.execute({ sqlText: "SELECT ?", binds: [event.a] })'],
      ['sap.exec(event.a)', 'sql'],
      ['sap.exec("SELECT ?", [event.a])'],
      ['await big.query({ query: event.a })', 'sql'],
      ['await big.query({ query: "SELECT @a", params: { a: event.a } })'],
      ['await cql.execute(event.a)', 'sql'],
      ['await cql.execute("SELECT ?", [event.a])'],
    ],
  );
});

describe('values that queries write', () => {
  libraryInFull(
    'beside their text, unless the query only reads',
    `import { RedshiftDataClient, RedshiftData, ExecuteStatementCommand } from '@aws-sdk/client-redshift-data'; import AWS from 'aws-sdk'; import Redshift from 'aws-sdk/clients/redshiftdata'; import { Sequelize } from 'sequelize'; import { DataSource } from 'typeorm'; import serverlessMysql from 'serverless-mysql'; import pgPromise from 'pg-promise'; import oracledb from 'oracledb'; const client = new RedshiftDataClient({}); const whole = new RedshiftData({}); const v2 = new AWS.RedshiftData(); const own = new Redshift(); const sequelize = new Sequelize('x'); const source = new DataSource({}); const mysql = serverlessMysql({ config: {} }); const pg = pgPromise()('x'); const oracle = await oracledb.getConnection({});`,
    [
      ['await client.send(new ExecuteStatementCommand({ Sql: "INSERT", Parameters: [{ name: "a", value: event.a }] }))', 'write'],
      ['await client.send(new ExecuteStatementCommand({ Sql: "SELECT 1", Parameters: [{ name: "a", value: event.a }] }))'],
      ['await whole.executeStatement({ Sql: "INSERT", Parameters: [{ name: "a", value: event.a }] })', 'write'],
      ['await whole.executeStatement({ Sql: "SELECT 1", Parameters: [{ name: "a", value: event.a }] })'],
      ['await v2.executeStatement({ Sql: "INSERT", Parameters: [{ name: "a", value: event.a }] }).promise()', 'write'],
      ['await v2.executeStatement({ Sql: "SELECT 1", Parameters: [{ name: "a", value: event.a }] }).promise()'],
      ['await own.executeStatement({ Sql: "INSERT", Parameters: [{ name: "a", value: event.a }] }).promise()', 'write'],
      ['await own.executeStatement({ Sql: "SELECT 1", Parameters: [{ name: "a", value: event.a }] }).promise()'],
      ['await sequelize.query("INSERT", { replacements: [event.a] })', 'write'],
      ['await sequelize.query("SELECT 1", { replacements: [event.a] })'],
      ['await source.query("INSERT", [event.a])', 'write'],
      ['await source.query("SELECT 1", [event.a])'],
      ['await mysql.query("INSERT", [event.a])', 'write'],
      ['await mysql.query("SELECT 1", [event.a])'],
      ['await pg.none("INSERT", [event.a])', 'write'],
      ['await pg.any("SELECT 1", [event.a])'],
      ['await oracle.execute("INSERT", [event.a])', 'write'],
      ['await oracle.execute("SELECT 1", [event.a])'],
    ],
  );
});

describe('query builders', () => {
  library(
    'sequelize',
    `import { Sequelize } from 'sequelize'; const sequelize = new Sequelize('x'); const User = sequelize.define('User', {});`,
    [
      ['await sequelize.query(`SELECT ${event.a}`)', 'sql'],
      ['await sequelize.query("SELECT :a", { replacements: { a: event.a } })'],
      ['Sequelize.literal(event.a)', 'sql'],
      ['await User.findAll({ where: { name: event.a } })'],
      ['await User.findAll({ order: sequelize.literal(event.a) })', 'sql'],
      ['await sequelize.query("SELECT " + sequelize.escape(event.a))'],
      ['const user = await User.findOne({ where: { id: event.a } }); exec(user.name)', 'command'],
      ['const user = await User.findOne({ where: { id: 1 } }); exec(user.name)'],
    ],
  );
  library('knex and objection', `import knex from 'knex'; import { Model, raw } from 'objection'; const db = knex({});`, [
    ['await db.raw(`SELECT ${event.a}`)', 'sql'],
    ['await db.raw("SELECT ?", [event.a])'],
    ['await db("users").where("name", event.a)'],
    ['await db("users").where({ name: event.a }).orderByRaw(event.a)', 'sql'],
    ['await db("users").whereRaw(`name = ${event.a}`).limit(1)', 'sql'],
    ['await db("users").whereRaw("name = ?", [event.a]).limit(1)'],
    ['await db("users").where(inner => { inner.orWhereRaw(event.a); })', 'sql'],
    ['await db.transaction(async t => { await t.raw(event.a); })', 'sql'],
    ['raw(event.a)', 'sql'],
    ['const rows = await db("users").where("id", event.a).first(); exec(rows.name)', 'command'],
    ['const rows = await db("users").where("id", 1).first(); exec(rows.name)'],
  ]);
  library(
    'typeorm',
    `import { DataSource, getRepository, Raw } from 'typeorm'; const source = new DataSource({}); const users = source.getRepository('User');`,
    [
      ['await source.query(`SELECT ${event.a}`)', 'sql'],
      ['await source.query("SELECT $1", [event.a])'],
      ['await users.createQueryBuilder("u").where(`u.name = ${event.a}`).getMany()', 'sql'],
      ['await users.createQueryBuilder("u").where("u.name = :a", { a: event.a }).getMany()'],
      ['await users.createQueryBuilder("u").where("x").orderBy(event.a).getMany()', 'sql'],
      ['await users.findOneBy({ name: event.a })'],
      ['await getRepository("User").query(event.a)', 'sql'],
      ['await source.transaction(async manager => { await manager.query(event.a); })', 'sql'],
      ['Raw(event.a)', 'sql'],
      ['const user = await users.findOneBy({ id: event.a }); exec(user.name)', 'command'],
    ],
  );
  library('prisma', `import { PrismaClient, Prisma } from '@prisma/client'; const prisma = new PrismaClient();`, [
    ['await prisma.$queryRawUnsafe(`SELECT ${event.a}`)', 'sql'],
    ['await prisma.$queryRawUnsafe("SELECT $1", event.a)'],
    ['await prisma.$queryRaw`SELECT ${event.a}`'],
    ['await prisma.$queryRaw(Prisma.sql`SELECT ${event.a}`)'],
    ['await prisma.$queryRaw`SELECT ${Prisma.raw(event.a)}`', 'sql'],
    ['await prisma.user.findMany({ where: { name: event.a } })'],
    ['await prisma.$transaction(async t => { await t.$executeRawUnsafe(event.a); })', 'sql'],
    ['const user = await prisma.user.findFirst({ where: { id: event.a } }); exec(user.name)', 'command'],
    ['const user = await prisma.user.findFirst({ where: { id: 1 } }); exec(user.name)'],
  ]);
  library(
    'drizzle, kysely, mikro-orm',
    `import { sql } from 'drizzle-orm'; import { drizzle } from 'drizzle-orm/node-postgres'; import { sql as ksql } from 'kysely'; import { MikroORM } from '@mikro-orm/core'; const db = drizzle('x'); const orm = await MikroORM.init();`,
    [
      ['await db.execute(sql`SELECT ${event.a}`)'],
      ['await db.execute(sql.raw(event.a))', 'sql'],
      ['await db.execute(`SELECT ${event.a}`)', 'sql'],
      ['ksql.raw(event.a)', 'sql'],
      ['ksql`SELECT ${event.a}`'],
      ['await orm.em.execute(event.a)', 'sql'],
      ['await orm.em.execute("SELECT ?", [event.a])'],
      ['await orm.em.fork().getConnection().execute(event.a)', 'sql'],
    ],
  );
});

describe('document stores', () => {
  library(
    'mongodb: an object may hold operators, a string may not',
    `import { MongoClient, ObjectId } from 'mongodb'; const client = await MongoClient.connect('x'); const users = client.db('x').collection('users');`,
    [
      ['await users.findOne(body)', 'nosql'],
      ['await users.findOne({ name: body.name })', 'nosql'],
      ['await users.findOne({ name: event.pathParameters.name })'],
      ['await users.findOne({ name: String(body.name) })'],
      ['await users.findOne({ name: { $eq: body.name } })'],
      ['await users.findOne({ _id: new ObjectId(body.id) })'],
      ['await users.findOne({ $or: [{ name: body.name }] })', 'nosql'],
      ['await users.findOne({ $where: event.pathParameters.name })', 'nosql'],
      ['await users.distinct("name", { $where: event.pathParameters.name })', 'nosql'],
      ['await users.distinct("name", { name: event.pathParameters.name })'],
      ['await users.bulkWrite([{ deleteMany: { filter: { $where: event.pathParameters.name } } }])', 'nosql'],
      ['await users.bulkWrite([{ deleteMany: { filter: { name: event.pathParameters.name } } }])'],
      ['users.find({}).filter({ $where: event.pathParameters.name })', 'nosql'],
      ['users.find({}).filter({ name: event.pathParameters.name })'],
      ['await users.aggregate([{ $match: { $where: event.pathParameters.name } }]).toArray()', 'nosql'],
      ['await users.findOne({ name: { $regex: event.a } })', 'regex'],
      ['await users.find({ name: body.name }).toArray()', 'nosql'],
      ['await users.aggregate([{ $match: { name: body.name } }]).toArray()', 'nosql'],
      ['await users.aggregate([{ $match: { name: "x" } }, { $limit: 5 }]).toArray()'],
      ['await users.updateOne({ _id: 1 }, { $set: { name: body.name } })'],
      ['await users.updateOne({ _id: 1 }, body)', 'nosql'],
      ['await users.deleteMany({ name: body.name })', 'nosql'],
      ['await users.insertOne(body)'],
      ['const user = await users.findOne({ name: event.pathParameters.name }); exec(user.name)', 'command'],
      ['const all = await users.find({ name: event.pathParameters.name }).sort({ a: 1 }).toArray(); exec(all[0].name)', 'command'],
      ['const all = await users.find({}).toArray(); exec(all[0].name)'],
    ],
  );
  library('mongoose', `import mongoose from 'mongoose'; const User = mongoose.model('User', new mongoose.Schema({}));`, [
    ['await User.findOne({ name: body.name })', 'nosql'],
    ['await User.findOne({ name: event.pathParameters.name })'],
    ['await User.find(body).lean()', 'nosql'],
    ['await User.find({}).where(body)', 'nosql'],
    ['await User.find({ $where: event.pathParameters.name })', 'nosql'],
    ['await User.where({ a: 1 }).find({ $where: event.pathParameters.name })', 'nosql'],
    ['await User.distinct("name", { $where: event.pathParameters.name })', 'nosql'],
    ['await User.distinct("name", { name: event.pathParameters.name })'],
    ['await User.find({}).and([{ $where: event.pathParameters.name }])', 'nosql'],
    ['await User.find({}).and([{ name: event.pathParameters.name }])'],
    ['await User.aggregate([{ $match: { $where: event.pathParameters.name } }])', 'nosql'],
    ['await User.findById(event.pathParameters.id)'],
    ['await User.create(body)'],
    ['await User.find(mongoose.sanitizeFilter({ name: body.name }))'],
    ['const user = await User.findById(event.pathParameters.id).exec(); exec(user.name)', 'command'],
    ['const user = await User.findById("x").exec(); exec(user.name)'],
  ]);
  library(
    'mongo-sanitize',
    `import sanitize from 'mongo-sanitize'; import { MongoClient } from 'mongodb'; const users = new MongoClient('x').db().collection('users');`,
    [['await users.findOne({ name: sanitize(body.name) })']],
  );
  library(
    'Elasticsearch, OpenSearch, Redis, Firestore',
    `import { Client } from '@opensearch-project/opensearch'; import { createClient } from 'redis'; import Redis from 'ioredis'; import { Firestore } from '@google-cloud/firestore'; const client = new Client({}); const redis = createClient(); const io = new Redis(); const store = new Firestore();`,
    [
      ['await client.search({ index: "x", q: event.pathParameters.a })', 'nosql'],
      ['await client.search({ index: "x", body: { query: { query_string: { query: event.pathParameters.a } } } })', 'nosql'],
      ['await client.search({ index: "x", body: { query: { match: { title: event.pathParameters.a } } } })'],
      ['await client.search({ index: "x", body: { query: body.query } })', 'nosql'],
      ['await redis.eval(event.a)', 'nosql'],
      ['await redis.eval("return 1", { keys: [event.a] })'],
      ['await io.eval(event.a, 0)', 'nosql'],
      ['await io.get(event.a)'],
      ['exec(await io.get(event.a))', 'command'],
      ['exec(await io.get("x"))'],
      ['await store.collection("x").where(event.a, "==", 1).get()', 'nosql'],
      ['await store.collection("x").where("name", "==", event.a).get()'],
    ],
  );
});
