import { defineModel } from '../model.js';
import { rows, sinks } from '../specs.js';

/** SQLite in its drivers, and what speaks its dialect over HTTP. */
export default [
  defineModel({
    module: ['sqlite3', 'sqlite', '@journeyapps/sqlcipher', 'promised-sqlite3'],
    types: {
      Sqlite: ['', 'Member[verbose].ReturnValue'],
      Database: [
        'Sqlite.Member[Database,cached].Instance',
        'Sqlite.Member[open].ReturnValue',
        'Sqlite.Member[cached].Member[Database].ReturnValue',
      ],
    },
    sinks: [
      ...sinks('sql', ['Database.Member[run,get,all,each,exec,prepare,map].Argument[0]']),
      ...sinks('write', ['Database.Member[run].Argument[1]']),
    ],
    sources: rows(['Database.Member[get,all].ReturnValue', 'Database.Member[get,all,each].Argument[1,2].Parameter[1]']),
  }),
  defineModel({
    module: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'sqlite', 'sql.js', 'libsql'],
    types: { Database: ['ReturnValue', 'Member[DatabaseSync,Database].Instance', 'ReturnValue.Member[Database].Instance'] },
    sinks: sinks('sql', ['Database.Member[exec,prepare,pragma,run,each].Argument[0]']),
    sources: rows(['Database.Member[prepare].ReturnValue.Member[get,all,iterate].ReturnValue']),
  }),
  defineModel({
    module: ['@libsql/client', '@libsql/client/web', '@libsql/client/http'],
    types: { Client: ['Member[createClient].ReturnValue', 'Client.Member[transaction].ReturnValue'] },
    sinks: sinks('sql', [
      'Client.Member[execute,executeMultiple].Argument[0]',
      'Client.Member[execute].Argument[0].Member[sql]',
      'Client.Member[batch].Argument[0].ArrayElement',
      'Client.Member[batch].Argument[0].ArrayElement.Member[sql]',
    ]),
    sources: rows(['Client.Member[execute].ReturnValue.Member[rows]']),
  }),
  defineModel({
    module: '@planetscale/database',
    types: {
      Connection: [
        'Member[connect].ReturnValue',
        'Member[Client].Instance',
        'Connection.Member[connection].ReturnValue',
        'Connection.Member[transaction].Argument[0].Parameter[0]',
      ],
    },
    sinks: sinks('sql', ['Connection.Member[execute].Argument[0]']),
    sources: rows(['Connection.Member[execute].ReturnValue.Member[rows]']),
  }),
];
