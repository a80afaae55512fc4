import type { Condition } from '../model.js';
import { defineService, input, reads, writes } from './service.js';

/** A query that only reads stores nothing of its parameters. */
const changes = (property: string): Condition => ({ argument: 0, property, is: 'read-query', not: true });
const rows = 'the rows that a query with event data returns';

/** Services that run query text. Parameters beside the text are bound. */
export default [
  // https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html
  defineService({
    id: 'rds-data',
    name: 'RDSDataService',
    aggregated: 'RDSData',
    rows: [
      [
        'ExecuteStatement,BatchExecuteStatement',
        input('sql', 'Member[sql]'),
        { sink: 'write', at: ['Member[parameters,parameterSets]'], when: changes('sql') },
        reads(rows, 'records', 'formattedRecords'),
      ],
      ['ExecuteSql', input('sql', 'Member[sqlStatements]'), reads(rows, 'sqlStatementResults')],
    ],
  }),
  // https://docs.aws.amazon.com/athena/latest/APIReference
  defineService({
    id: 'athena',
    name: 'Athena',
    rows: [
      ['StartQueryExecution,CreateNamedQuery,UpdateNamedQuery', input('sql', 'Member[QueryString]')],
      ['CreatePreparedStatement,UpdatePreparedStatement', input('sql', 'Member[QueryStatement]')],
      ['GetQueryResults', reads(rows, 'ResultSet')],
    ],
  }),
  defineService({
    id: 'redshift-data',
    name: 'RedshiftData',
    rows: [
      ['ExecuteStatement', input('sql', 'Member[Sql]'), { sink: 'write', at: ['Member[Parameters]'], when: changes('Sql') }],
      ['BatchExecuteStatement', input('sql', 'Member[Sqls]', 'Member[Sqls].ArrayElement')],
      ['GetStatementResult', reads(rows, 'Records')],
    ],
  }),
  defineService({
    id: 'timestream-query',
    name: 'TimestreamQuery',
    rows: [
      ['Query,PrepareQuery,CreateScheduledQuery', input('sql', 'Member[QueryString]')],
      ['Query', reads(rows, 'Rows')],
    ],
  }),
  defineService({ id: 'timestream-write', name: 'TimestreamWrite', rows: [['WriteRecords', ...writes]] }),
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
  defineService({
    id: 'cloudwatch-logs',
    name: 'CloudWatchLogs',
    rows: [
      ['StartQuery', input('sql', 'Member[queryString]')],
      ['PutLogEvents', input('log', 'Member[logEvents]')],
      ['GetLogEvents,FilterLogEvents', reads('the log lines that the event selects', 'events')],
      ['GetQueryResults', reads(rows, 'results')],
    ],
  }),
  defineService({
    id: 'neptunedata',
    name: 'Neptunedata',
    rows: [
      ['ExecuteOpenCypherQuery', input('nosql', 'Member[openCypherQuery]')],
      ['ExecuteGremlinQuery', input('nosql', 'Member[gremlinQuery]')],
    ],
  }),
].flat();
