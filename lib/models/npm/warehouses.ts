import { defineModel } from '../model.js';
import { rows, sinks } from '../specs.js';

/** Databases for analysis. */
export default [
  defineModel({
    module: 'snowflake-sdk',
    types: {
      Connection: [
        'Member[createConnection].ReturnValue',
        'Member[createPool].ReturnValue.Member[use].Argument[0].Parameter[0]',
        'Connection.Member[connect,connectAsync].Argument[0].Parameter[1]',
      ],
    },
    sinks: sinks('sql', ['Connection.Member[execute,executeAsync].Argument[0].Member[sqlText]']),
    sources: rows(['Connection.Member[execute].Argument[0].Member[complete].Parameter[2]']),
  }),
  defineModel({
    module: ['@clickhouse/client', '@clickhouse/client-web'],
    sinks: sinks('sql', ['Member[createClient].ReturnValue.Member[query,exec,command].Argument[0].Member[query]']),
  }),
  defineModel({
    module: '@google-cloud/bigquery',
    sinks: sinks('sql', [
      'Member[BigQuery].Instance.Member[query,createQueryJob,createQueryStream].Argument[0]',
      'Member[BigQuery].Instance.Member[query,createQueryJob,createQueryStream].Argument[0].Member[query]',
    ]),
  }),
  defineModel({
    module: ['cassandra-driver', 'scylladb-driver'],
    sinks: sinks('sql', [
      'Member[Client].Instance.Member[execute,eachRow,stream].Argument[0]',
      'Member[Client].Instance.Member[batch].Argument[0].ArrayElement',
    ]),
    sources: rows(['Member[Client].Instance.Member[execute].ReturnValue.Member[rows]']),
  }),
  defineModel({
    module: ['duckdb', 'duckdb-async', '@duckdb/node-api'],
    types: {
      Database: [
        'Member[Database].Instance',
        'Member[Database,DuckDBInstance].Member[create].ReturnValue',
        'Database.Member[connect].ReturnValue',
      ],
    },
    sinks: sinks('sql', ['Database.Member[run,all,each,exec,prepare,stream,runAndReadAll].Argument[0]']),
  }),
];
