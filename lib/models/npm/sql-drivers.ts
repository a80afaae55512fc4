import { defineModel } from '../model.js';
import { cleans, passes, rows, sinks, storedBy } from '../specs.js';

/** Drivers whose connections and pools take query text or `{ sql }` first and values second. */
const mysqlRoots = [
  'Member[createConnection,createPool,createPoolCluster,createConnectionPromise,createPoolPromise].ReturnValue',
  'Member[Connection,Pool,PoolConnection,PoolCluster].Instance',
  'Connection.Member[getConnection].ReturnValue',
  'Connection.Member[getConnection].Argument[0,1,2].Parameter[1]',
  'Connection.Member[promise,of].ReturnValue',
];

export default [
  // https://github.com/mysqljs/mysql, https://sidorares.github.io/node-mysql2
  defineModel({
    module: ['mysql', 'mysql2', 'mysql2/promise', 'promise-mysql', 'mariadb', 'mariadb/callback', 'sync-mysql', 'mysql2-async'],
    types: { Connection: [...mysqlRoots, 'Instance'] },
    sinks: [
      ...sinks('sql', [
        'Connection.Member[query,execute,prepare,queryStream,batch].Argument[0]',
        'Connection.Member[query,execute].Argument[0].Member[sql]',
      ]),
      ...sinks('sql', ['Member[raw].Argument[0]', 'Member[createQuery].Argument[0]']),
      ...storedBy(['Connection.Member[query,execute,batch].Argument[1]']),
      ...storedBy(['Connection.Member[query,execute].Argument[0].Member[values]'], 'sql'),
    ],
    sources: rows(['Connection.Member[query,execute].ReturnValue', 'Connection.Member[query,execute].Argument[1,2].Parameter[1]']),
    // What takes the place of `?` is escaped.
    summaries: passes('text', ['Member[format]', 'Connection.Member[format]']),
    sanitizers: cleans(['sql'], ['Member[escape,escapeId]', 'Connection.Member[escape,escapeId]']),
  }),
  defineModel({
    module: 'sqlstring',
    summaries: passes('text', ['Member[format]']),
    sanitizers: cleans(['sql'], ['Member[escape,escapeId]']),
    sinks: sinks('sql', ['Member[raw].Argument[0]']),
  }),
  // A transaction is a chain of queries. https://github.com/jeremydaly/serverless-mysql
  defineModel({
    module: ['serverless-mysql', 'data-api-client', 'data-api-client/v2'],
    types: {
      Database: [
        'ReturnValue',
        'Member[dataApiClient].ReturnValue',
        'Database.Member[transaction].ReturnValue',
        'Database.Member[query].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('sql', ['Database.Member[query].Argument[0]', 'Database.Member[query].Argument[0].Member[sql]']),
      ...storedBy(['Database.Member[query].Argument[1]']),
      ...storedBy(['Database.Member[query].Argument[0].Member[values,parameters]'], 'sql'),
    ],
    sources: rows(['Database.Member[query].ReturnValue']),
    sanitizers: cleans(['sql'], ['Database.Member[escape,escapeId]']),
  }),
  // https://node-postgres.com/apis/client
  defineModel({
    module: [
      'pg',
      'pg-pool',
      'pg-native',
      '@neondatabase/serverless',
      'serverless-postgres',
      '@vercel/postgres',
      '@electric-sql/pglite',
      'pg-promise/lib/pg',
    ],
    types: {
      Client: [
        'Member[Client,Pool,PGlite].Instance',
        'Instance',
        'Member[native].Member[Client,Pool].Instance',
        'Member[createPool,createClient].ReturnValue',
        'Member[db]',
        'Client.Member[connect].ReturnValue',
        'Client.Member[connect].Argument[0].Parameter[1]',
        'Member[connect].Argument[1].Parameter[1]',
      ],
    },
    sinks: [
      ...sinks('sql', [
        'Client.Member[query].Argument[0]',
        'Client.Member[query].Argument[0].Member[text]',
        'Client.Member[exec].Argument[0]',
      ]),
      ...sinks('sql', ['Member[Query].Argument[0]', 'Member[Query].Argument[0].Member[text]', 'Member[sql].Member[query].Argument[0]']),
      // neon(): a template is bound, a string is not.
      ...sinks('sql', ['Member[neon].ReturnValue.Argument[0]', 'Member[neon].ReturnValue.Member[query,unsafe].Argument[0]']),
      ...storedBy(['Client.Member[query].Argument[1]']),
      ...storedBy(['Client.Member[query].Argument[0].Member[values]'], 'text'),
    ],
    sources: rows([
      'Client.Member[query].ReturnValue.Member[rows]',
      'Client.Member[query].Argument[1,2].Parameter[1].Member[rows]',
      'Member[sql].ReturnValue.Member[rows]',
      'Member[neon].ReturnValue.ReturnValue',
    ]),
    sanitizers: cleans(['sql'], ['Member[escapeIdentifier,escapeLiteral]', 'Client.Member[escapeIdentifier,escapeLiteral]']),
  }),
  defineModel({ module: ['pg-cursor', 'pg-query-stream'], sinks: sinks('sql', ['Argument[0]']) }),
  // %I and %L quote what they are given.
  defineModel({
    module: ['pg-format', 'pg-escape'],
    summaries: [
      ...passes('text', ['', 'Member[withArray]']),
      ...passes('text', ['', 'Member[withArray]'], 'Argument[1..]', 'ReturnValue', { argument: 0, is: 'raw-format' }),
    ],
    sanitizers: cleans(['sql'], ['Member[ident,literal]']),
  }),
  // https://vitaly-t.github.io/pg-promise/Database.html
  defineModel({
    module: 'pg-promise',
    types: {
      Database: [
        'ReturnValue.ReturnValue',
        'Database.Member[task,taskIf,tx,txIf].Argument[0,1].Parameter[0]',
        'Database.Member[connect].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('sql', [
        'Database.Member[any,each,func,many,manyOrNone,map,multi,multiResult,none,one,oneOrNone,proc,query,result].Argument[0]',
      ]),
      ...sinks('sql', ['Database.Member[any,many,manyOrNone,none,one,oneOrNone,query,result].Argument[0].Member[text]']),
      ...sinks('sql', [
        'ReturnValue.Member[ParameterizedQuery,PreparedStatement].Argument[0]',
        'ReturnValue.Member[ParameterizedQuery,PreparedStatement].Argument[0].Member[text]',
      ]),
      ...storedBy(['Database.Member[any,many,manyOrNone,none,one,oneOrNone,query,result].Argument[1]']),
    ],
    sources: rows(['Database.Member[any,each,func,many,manyOrNone,map,multi,one,oneOrNone,proc,query].ReturnValue']),
    summaries: passes('text', ['ReturnValue.Member[as].Member[format]']),
    sanitizers: cleans(['sql'], ['ReturnValue.Member[as].Member[text,name,value,json,csv]', 'Member[as].Member[text,name,value,json,csv]']),
  }),
  // Templates are bound; `unsafe` is what it says. https://github.com/porsager/postgres
  defineModel({
    module: 'postgres',
    types: { Sql: ['ReturnValue', 'Sql.Member[begin,savepoint,reserve].Argument[0,1].Parameter[0]', 'Sql.Member[reserve].ReturnValue'] },
    sinks: sinks('sql', ['Sql.Member[unsafe].Argument[0]']),
    sources: rows(['Sql.Member[unsafe].ReturnValue', 'Sql.ReturnValue']),
  }),
  defineModel({ module: 'slonik-sql-tag-raw', sinks: sinks('sql', ['Member[raw].Argument[0]']) }),
  // Appending puts text beside the bound template.
  defineModel({
    module: ['sql-template-strings', 'sql-template-tag'],
    sinks: sinks('sql', [
      'ReturnValue.Member[append].Argument[0]',
      'Member[SQL].ReturnValue.Member[append].Argument[0]',
      'Member[raw].Argument[0]',
    ]),
  }),
  // `query` and `batch` also come as template tags, which bind. https://github.com/tediousjs/node-mssql
  defineModel({
    module: ['mssql', 'mssql/msnodesqlv8'],
    types: {
      Pool: [
        'Member[connect].ReturnValue',
        'Member[ConnectionPool,Transaction].Instance',
        'Pool.Member[connect,transaction].ReturnValue',
        'Member[Connection].Instance',
      ],
      Request: [
        'Member[Request].Instance',
        'Pool.Member[request].ReturnValue',
        'Request.Member[input,output,replaceInput,replaceOutput].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('sql', [
        'Request.Member[query,batch,execute].Argument[0]',
        'Pool.Member[query,batch].Argument[0]',
        'Member[query,batch].Argument[0]',
      ]),
      ...sinks('sql', ['Member[PreparedStatement].Instance.Member[prepare].Argument[0]']),
      ...sinks('write', ['Request.Member[input].Argument[1,2]']),
    ],
    sources: rows([
      'Request.Member[query,execute].ReturnValue',
      'Request.Member[query,execute].Argument[1].Parameter[1]',
      'Pool.Member[query].ReturnValue',
    ]),
  }),
  defineModel({ module: 'tedious', sinks: sinks('sql', ['Member[Request].Argument[0]']) }),
  // https://node-oracledb.readthedocs.io/en/latest/api_manual/connection.html
  defineModel({
    module: 'oracledb',
    types: {
      Connection: [
        'Member[getConnection].ReturnValue',
        'Member[getConnection].Argument[0,1].Parameter[1]',
        'Member[createPool,getPool].ReturnValue.Member[getConnection].ReturnValue',
        'Member[createPool].Argument[1].Parameter[1].Member[getConnection].Argument[0,1].Parameter[1]',
      ],
    },
    sinks: [
      ...sinks('sql', ['Connection.Member[execute,executeMany,queryStream,getStatementInfo].Argument[0]']),
      ...storedBy(['Connection.Member[execute,executeMany].Argument[1]']),
    ],
    sources: rows([
      'Connection.Member[execute].ReturnValue.Member[rows]',
      'Connection.Member[execute].Argument[1,2,3].Parameter[1].Member[rows]',
    ]),
  }),
  defineModel({
    module: ['@sap/hana-client', 'hdb', '@sap/hdbext'],
    types: {
      Connection: [
        'Member[createConnection,createClient,createPool].ReturnValue',
        'Connection.Member[getConnection].ReturnValue',
        'Member[createConnection].Argument[1].Parameter[1]',
      ],
    },
    sinks: sinks('sql', ['Connection.Member[exec,execute,prepare,execQuery].Argument[0]']),
    sources: rows(['Connection.Member[exec,execQuery].ReturnValue', 'Connection.Member[exec].Argument[1,2].Parameter[1]']),
  }),
  defineModel({
    module: ['odbc', 'ibm_db'],
    types: {
      Connection: [
        'Member[connect,open,pool].ReturnValue',
        'Member[connect,open].Argument[1].Parameter[1]',
        'Connection.Member[connect,open].ReturnValue',
        'Member[openSync].ReturnValue',
      ],
    },
    sinks: sinks('sql', ['Connection.Member[query,querySync,prepare,executeFileSync,createStatement].Argument[0]']),
    sources: rows(['Connection.Member[query].ReturnValue', 'Connection.Member[query].Argument[1,2].Parameter[1]']),
  }),
];
