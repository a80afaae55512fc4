import rule from '../../rules/no-sql-injection.js';
import { check } from './rule-tester.js';

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
