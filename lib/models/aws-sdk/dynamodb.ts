import { defineModel, type Model } from '../model.js';
import { passes } from '../specs.js';
import {
  aggregated,
  commands,
  defineService,
  input,
  reads,
  requests,
  spell,
  spellPages,
  writes,
  type Effect,
  type Row,
} from './service.js';

const texts =
  'FilterExpression,KeyConditionExpression,UpdateExpression,ConditionExpression,ProjectionExpression,TableName,IndexName,ExpressionAttributeNames';
const transaction = 'Member[TransactItems].ArrayElement.Member[Put,Update,Delete,ConditionCheck,Get]';

/** Text in an expression is read as an expression; what a value placeholder stands for is not. */
const expressions: readonly Effect[] = [
  input('nosql', `Member[${texts}]`, 'Member[ExpressionAttributeNames].AnyMember'),
  { sink: 'nosql', at: ['Member[ScanFilter,QueryFilter,KeyConditions,Expected]'], only: 'object' },
];
/** A request that comes whole from outside names the table, the expression and everything else. */
const whole: Effect = { sink: 'nosql', at: [''], only: 'object', label: 'the whole request' };
const partiql = input(
  'sql',
  'Member[Statement]',
  'Member[Statements].ArrayElement.Member[Statement]',
  'Member[TransactStatements].ArrayElement.Member[Statement]',
);
const item = 'the DynamoDB item that the event names';
const found = 'the DynamoDB items that the event selects';

/** @returns the table with the names of one flavour: the attribute values' (GetItem) or the document clients' (Get). */
const table = (
  get: string,
  put: string,
  update: string,
  remove: string,
  batchGet: string,
  batchWrite: string,
  transactGet: string,
  transactWrite: string,
): readonly Row[] => [
  [get, whole, ...expressions, reads(item, 'Item')],
  ['Query,Scan', whole, ...expressions, reads(found, 'Items')],
  [[put, update, remove].join(), whole, ...expressions, ...writes, reads(item, 'Attributes')],
  [batchGet, whole, { sink: 'nosql', at: ['Member[RequestItems]'], only: 'object' }, reads(found, 'Responses')],
  [batchWrite, whole, { sink: 'nosql', at: ['Member[RequestItems]'], only: 'object' }, ...writes],
  [transactGet, whole, input('nosql', `${transaction}.Member[${texts}]`), reads(found, 'Responses')],
  [
    transactWrite,
    whole,
    input('nosql', `${transaction}.Member[${texts}]`, `${transaction}.Member[ExpressionAttributeNames].AnyMember`),
    ...writes,
  ],
  ['ExecuteStatement', partiql, reads(found, 'Items')],
  ['BatchExecuteStatement,ExecuteTransaction', partiql, reads(found, 'Responses')],
];

const values = table(
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchGetItem',
  'BatchWriteItem',
  'TransactGetItems',
  'TransactWriteItems',
);
const documents = table('Get', 'Put', 'Update', 'Delete', 'BatchGet', 'BatchWrite', 'TransactGet', 'TransactWrite');

const both = spell(documents, [commands, aggregated('Documents')]);
const pages = spellPages(documents);

/** Version 2's document client and its converter. @param root path of the class `DynamoDB` */
const former = (module: string | readonly string[], root: string): Model =>
  defineModel({
    module,
    types: { Documents: [`${root}Member[DocumentClient].Instance`] },
    ...spell(documents, [requests('Documents')]),
    summaries: passes('parsed', [`${root}Member[Converter].Member[unmarshall,marshall,input,output]`]),
  });

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html */
export default [
  ...defineService({ id: 'dynamodb', name: 'DynamoDB', rows: values }),
  defineModel({
    module: '@aws-sdk/lib-dynamodb',
    types: { Documents: ['Member[DynamoDBDocument].Member[from].ReturnValue', 'Member[DynamoDBDocument].Instance'] },
    sinks: [...both.sinks, ...pages.sinks],
    sources: [...both.sources, ...pages.sources],
  }),
  former(['aws-sdk', 'aws-sdk/clients/all'], 'Member[DynamoDB].'),
  former('aws-sdk/clients/dynamodb', ''),
  defineModel({
    module: '@dazn/lambda-powertools-dynamodb-client',
    types: { Documents: [''] },
    ...spell(documents, [requests('Documents')]),
  }),
];
