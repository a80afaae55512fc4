import rule from '../../rules/no-sql-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

const pg = `import { Pool } from 'pg';\nconst pool = new Pool();\n`;
const rds = `import { RDSDataClient, ExecuteStatementCommand } from '@aws-sdk/client-rds-data';\nconst client = new RDSDataClient({});\n`;

check('no-sql-injection', rule, {
  valid: [
    {
      name: 'the value is bound',
      code: `${pg}export const handler = async event => pool.query('select * from t where id = $1', [event.id]);`,
    },
    {
      name: 'the value is bound, in an object',
      code: `${pg}export const handler = async event => pool.query({ text: 'select $1', values: [event.id] });`,
    },
    {
      name: 'a list of placeholders is built',
      code: `${pg}export const handler = async event => { const ids = JSON.parse(event.body).ids; return pool.query('select * from t where id in (' + ids.map((_, i) => '$' + (i + 1)).join(',') + ')', ids); };`,
    },
    {
      name: 'the column is one of a constant map',
      code: `${pg}const columns = { name: 'name', age: 'age' };\nexport const handler = async event => pool.query('select * from t order by ' + (columns[event.sort] ?? 'name'));`,
    },
    {
      name: 'parameters of the Data API',
      code: `${rds}export const handler = async event => client.send(new ExecuteStatementCommand({ sql: 'select :id', parameters: [{ name: 'id', value: { stringValue: event.id } }] }));`,
    },
    {
      name: 'query() of something that is no database',
      code: `import { query } from './graph.js';\nexport const handler = async event => query('a ' + event.id);`,
    },
    {
      name: 'a helper that passes the text on is no assembly',
      code: `${pg}export const run = (text, values) => pool.query(text, values);\nexport const handler = async () => run('select 1', []);`,
    },
  ],
  invalid: [
    {
      name: 'concatenation',
      code: `${pg}export const handler = async event => pool.query("select * from t where id = '" + event.id + "'");`,
      errors: [{ messageId: 'tainted', line: 3 }],
    },
    {
      name: 'a template',
      code: `${pg}export const handler = async event => pool.query(\`select * from t where id = \${event.pathParameters.id}\`);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the column from the event',
      code: `${pg}export const handler = async event => pool.query('select * from t order by ' + event.sort);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'in the text of a query object',
      code: `${pg}export const handler = async event => pool.query({ text: 'select ' + event.id });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the RDS Data API',
      code: `${rds}export const handler = async event => client.send(new ExecuteStatementCommand({ sql: 'select ' + event.id }));`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a repository class',
      code: `${pg}class Users { find(id) { return pool.query('select ' + id); } }\nconst users = new Users();\nexport const handler = async event => users.find(event.id);`,
      errors: [{ messageId: 'tainted', line: 3 }],
    },
    {
      name: 'a query typed by its parameter',
      code: `import { Pool } from 'pg';\nconst find = (pool: Pool, id: string) => pool.query('select ' + id);\nexport const handler = async (event: any) => find(new Pool(), event.id);`,
      filename: 'file.ts',
      errors: [{ messageId: 'tainted', line: 2 }],
    },
    {
      name: 'conditions pushed in a loop',
      code: `${pg}export const handler = async event => { const where = []; for (const [k, v] of Object.entries(JSON.parse(event.body))) where.push(k + ' = ' + v); return pool.query('select * from t where ' + where.join(' and ')); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'text assembled of unknown parts',
      code: `${pg}export const find = id => pool.query('select ' + id);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 3 }],
    },
  ],
});

check('no-sql-injection, by construct', rule, {
  valid: quiet(pg, {
    'the number is a number': "return pool.query('select * from t limit ' + parseInt(event.limit, 10));",
    'the identifier is quoted by the driver': [
      "import format from 'pg-format';",
      "return pool.query(format('select %I from t', event.column));",
    ],
    'the order is one of two words': "return pool.query('select * from t order by id ' + (event.desc ? 'desc' : 'asc'));",
    'the column is one of a list': [
      "const columns = ['id', 'name'];",
      "if (!columns.includes(event.sort)) return; return pool.query('select * from t order by ' + event.sort);",
    ],
    'conditions of constants, values beside them':
      "const where = []; const values = []; for (const id of event.ids) { values.push(id); where.push('id = $' + values.length); } return pool.query('select * from t where ' + where.join(' or '), values);",
    'the text is chosen by what the event has':
      "const text = event.id ? 'select * from t where id = $1' : 'select * from t'; return pool.query(text, event.id ? [event.id] : []);",
    'a template tag that binds': [
      "import postgres from 'postgres';\nconst sql = postgres();",
      'return sql`select * from t where id = ${event.id}`;',
    ],
    'a query builder binds what its methods get': [
      "import knex from 'knex';\nconst db = knex({});",
      "return db('t').where('id', event.id).where({ name: event.name });",
    ],
    'a raw fragment with bindings': [
      "import knex from 'knex';\nconst db = knex({});",
      "return db.raw('select * from t where id = ?', [event.id]);",
    ],
    'named replacements': [
      "import { Sequelize } from 'sequelize';\nconst db = new Sequelize('x');",
      "return db.query('select :id', { replacements: { id: event.id } });",
    ],
    'a UUID, tested': [
      "import { validate } from 'uuid';",
      "if (!validate(event.id)) throw new Error('no'); return pool.query(`select * from t where id = '${event.id}'`);",
    ],
    'an Athena execution parameter': [
      "import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena';\nconst athena = new AthenaClient({});",
      "return athena.send(new StartQueryExecutionCommand({ QueryString: 'select ?', ExecutionParameters: [event.id] }));",
    ],
    'the table is named by the environment': 'return pool.query(`select * from ${process.env.TABLE} where id = $1`, [event.id]);',
    'PartiQL with parameters': [
      "import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb';\nconst db = new DynamoDBClient({});",
      "return db.send(new ExecuteStatementCommand({ Statement: 'select * from t where id = ?', Parameters: [{ S: event.id }] }));",
    ],
  }),
  invalid: tainted(pg, {
    'the number is text': "return pool.query('select * from t limit ' + event.limit);",
    'the identifier is not quoted': ["import format from 'pg-format';", "return pool.query(format('select %s from t', event.column));"],
    'the order is what the event says': "return pool.query('select * from t order by id ' + (event.dir || 'asc'));",
    'a list that is asked for a part of the value': [
      "const columns = 'id,name';",
      "if (!columns.includes(event.sort)) return; return pool.query('select * from t order by ' + event.sort);",
    ],
    'a quoted list in IN':
      "const ids = JSON.parse(event.body).ids; return pool.query(`select * from t where id in (${ids.map(id => `'${id}'`).join(',')})`);",
    'quotes doubled by hand leave backslashes and numbers':
      "return pool.query('select * from t where id = ' + event.id.replace(/'/g, ''));",
    'a template that is no tag': [
      "import postgres from 'postgres';\nconst sql = postgres();",
      'return sql.unsafe(`select * from t where id = ${event.id}`);',
    ],
    'a raw fragment of a query builder': ["import knex from 'knex';\nconst db = knex({});", "return db('t').whereRaw('id = ' + event.id);"],
    'a literal of an ORM': [
      "import { Sequelize } from 'sequelize';\nconst db = new Sequelize('x');",
      "return db.query(`select '${event.id}'`, { replacements: {} });",
    ],
    'an unsafe raw query of an ORM': [
      "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();",
      'return prisma.$queryRawUnsafe(`select * from t where id = ${event.id}`);',
    ],
    'an Athena query': [
      "import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena';\nconst athena = new AthenaClient({});",
      "return athena.send(new StartQueryExecutionCommand({ QueryString: 'select ' + event.id, ExecutionParameters: [] }));",
    ],
    'PartiQL with the value in its text': [
      "import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb';\nconst db = new DynamoDBClient({});",
      "return db.send(new ExecuteStatementCommand({ Statement: `select * from t where id = '${event.id}'` }));",
    ],
    'a statement of the old SDK': [
      "const AWS = require('aws-sdk');\nconst rds = new AWS.RDSDataService();",
      "return rds.executeStatement({ sql: 'select ' + event.id }).promise();",
    ],
    'text that grows':
      'let text = \'select * from t where 1 = 1\'; if (event.name) text += " and name = \'" + event.name + "\'"; return pool.query(text);',
    'a query that is prepared elsewhere in the file': [
      "const byName = name => ({ text: `select * from t where name = '${name}'`, values: [] });",
      'return pool.query(byName(event.name));',
    ],
    'through a repository with a connection of its own': [
      "class Repository { #pool = new Pool(); find(where) { return this.#pool.query('select * from t where ' + where); } }",
      "return new Repository().find('id = ' + event.id);",
    ],
    'the key of an object becomes a column':
      "const set = Object.keys(JSON.parse(event.body)).map((key, i) => `${key} = $${i + 1}`); return pool.query('update t set ' + set.join(', '));",
    'a transaction client':
      "const client = await pool.connect(); try { await client.query('begin'); await client.query('delete from t where id = ' + event.id); } finally { client.release(); }",
  }),
});
