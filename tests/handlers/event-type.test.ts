import { describe, expect, it } from 'vitest';
import { inferEvent } from '../../lib/handlers/event-type.js';
import { covers, readsOf } from '../../lib/handlers/event-reads.js';
import { candidatesOf } from './candidates-of.js';

const fnOf = (code: string) => {
  const [candidate] = candidatesOf(`exports.handler = ${code};`);
  if (candidate === undefined) throw new Error(`No function in ${code}`);
  return candidate.fn;
};
const infer = (code: string, role: 'event' | 'record' | 'request' = 'event', event: string | null = null): string | null =>
  inferEvent(fnOf(code), { event, parameters: [role] });

/** What a body reads, and whose event that is. */
const inferred: readonly (readonly [name: string, code: string, event: string | null])[] = [
  ['S3 by an index', 'async event => event.Records[0].s3.object.key', 'S3Event'],
  ['S3 by a loop', 'async event => { for (const r of event.Records) use(r.s3); }', 'S3Event'],
  ['S3 by a loop with destructuring', 'async event => { for (const { s3 } of event.Records) use(s3); }', 'S3Event'],
  ['S3 by an old loop', 'async event => { for (let i = 0; i < event.Records.length; i++) use(event.Records[i].s3); }', 'S3Event'],
  ['SNS by destructuring in the signature', 'async ({ Records: [{ Sns }] }) => Sns.Message', 'SNSEvent'],
  ['SQS by a callback', 'async event => event.Records.map(record => JSON.parse(record.body))', 'SQSEvent'],
  ['SQS by a callback inside Promise.all', 'async event => Promise.all(event.Records.map(async ({ body }) => body))', 'SQSEvent'],
  [
    'SQS by an alias and an index',
    'async event => { const records = event.Records; const first = records[0]; return first.body; }',
    'SQSEvent',
  ],
  ['SQS by a filtered list', 'async event => event.Records.filter(Boolean).forEach(r => use(r.receiptHandle))', 'SQSEvent'],
  ['SQS by reduce', 'async event => event.Records.reduce((sum, r) => sum + r.body, "")', 'SQSEvent'],
  ['Kinesis', 'async event => event.Records[0].kinesis.data', 'KinesisStreamEvent'],
  ['DynamoDB with optional chaining', 'async event => event?.Records?.[0]?.dynamodb?.NewImage', 'DynamoDBStreamEvent'],
  ['DynamoDB through a type assertion', 'async event => (event as any).Records![0].dynamodb', 'DynamoDBStreamEvent'],
  ['SES', 'async event => event.Records[0].ses.mail', 'SESEvent'],
  ['CodeCommit', 'async event => event.Records[0].codecommit.references', 'CodeCommitTriggerEvent'],
  ['CloudFront', 'async event => event.Records[0].cf.request.uri', 'CloudFrontRequestEvent'],
  [
    'Kafka by the topics of Object.values',
    'async event => { for (const batch of Object.values(event.records)) for (const r of batch) use(r.value); }',
    'MSKEvent',
  ],
  [
    'Kafka by the entries',
    'async event => { for (const [topic, batch] of Object.entries(event.records)) batch.map(r => r.value); }',
    'MSKEvent',
  ],
  ['Kafka by for-in', 'async event => { for (const t in event.records) event.records[t].forEach(r => r.value); }', 'MSKEvent'],
  ['RabbitMQ', 'async event => event.rmqMessagesByQueue', 'ActiveMQEvent'],
  ['Firehose', 'async event => event.records.map(r => ({ recordId: r.recordId, data: r.data }))', 'FirehoseTransformationEvent'],
  ['HTTP, whoever sends it', 'async event => event.queryStringParameters.page', 'HttpRequestEvent'],
  [
    'HTTP with parts of two services is still HTTP',
    'async event => event.rawPath ?? event.requestContext.identity.sourceIp',
    'HttpRequestEvent',
  ],
  [
    'API Gateway, first format',
    'async event => event.requestContext.identity.sourceIp + event.queryStringParameters.x',
    'APIGatewayProxyEvent',
  ],
  ['API Gateway, second format', 'async event => event.requestContext.http.path', 'APIGatewayProxyEventV2'],
  ['a load balancer', 'async event => event.requestContext.elb', 'ALBEvent'],
  ['WebSocket', 'async event => event.requestContext.connectionId', 'APIGatewayProxyWebsocketEventV2'],
  ['a default for the destructured member', 'async event => { const { queryStringParameters = {} } = event; }', 'HttpRequestEvent'],
  ['an authorizer', 'async event => event.methodArn + event.headers.x', 'APIGatewayAuthorizerEvent'],
  ['EventBridge by a quoted name', "async event => event['detail-type']", 'EventBridgeEvent'],
  ['EventBridge by a quoted name in a pattern', "async event => { const { 'detail-type': type } = event; }", 'EventBridgeEvent'],
  ['EventBridge by what is typical', 'async event => event.detail.id', 'EventBridgeEvent'],
  ['CloudWatch Logs', 'async event => event.awslogs.data', 'CloudWatchLogsEvent'],
  ['AWS Config', 'async event => JSON.parse(event.invokingEvent)', 'ConfigRuleEvent'],
  ['CodePipeline by a name with a dot', "async event => event['CodePipeline.job'].data", 'CodePipelineEvent'],
  ['Connect', 'async event => event.Details.ContactData.Attributes', 'ConnectContactFlowEvent'],
  ['Lex', 'async event => event.sessionState.intent.slots', 'LexV2Event'],
  ['Lex, first version', 'async event => event.currentIntent.slots', 'LexEvent'],
  ['Alexa', 'async event => event.request.intent.slots', 'RequestEnvelope'],
  ['a Bedrock agent', 'async event => event.actionGroup + event.parameters[0].value', 'BedrockAgentEvent'],
  ['S3 Object Lambda', 'async event => event.getObjectContext.inputS3Url', 'S3ObjectLambdaEvent'],
  ['S3 Batch', 'async event => event.tasks[0].s3Key', 'S3BatchEvent'],
  ['Cognito', 'async event => event.request.userAttributes.email', 'CognitoUserPoolTriggerEvent'],
  ['AppSync', 'async event => event.info.fieldName', 'AppSyncResolverEvent'],
  ['an AppSync batch', 'async events => events.map(e => e.info.fieldName)', 'AppSyncResolverEvent[]'],
  ['AppSync by what is typical', 'async event => event.arguments.id', 'AppSyncResolverEvent'],
  ['an AppSync authorizer', 'async event => event.requestContext.operationName', 'AppSyncAuthorizerEvent'],
  ['VPC Lattice', 'async event => event.raw_path', 'VPCLatticeEvent'],
  ['a custom resource', 'async event => event.ResourceProperties.Name', 'CloudFormationCustomResourceEvent'],
  ['a rotation', 'async event => event.SecretId + event.ClientRequestToken', 'SecretsManagerRotationEvent'],
  ['a device authorizer', 'async event => event.protocolData.mqtt.username', 'IoTCustomAuthorizerEvent'],
  ['DocumentDB', 'async event => event.events[0].event.fullDocument', 'DocumentDBEvent'],
  ['SQS by the callback of forEach', 'async event => event.Records.forEach(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of filter', 'async event => event.Records.filter(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of flatMap', 'async event => event.Records.flatMap(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of some', 'async event => event.Records.some(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of every', 'async event => event.Records.every(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of find', 'async event => event.Records.find(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of findLast', 'async event => event.Records.findLast(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the callback of findIndex', 'async event => event.Records.findIndex(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the list that slice gives', 'async event => event.Records.slice(1).map(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the list that reverse gives', 'async event => event.Records.reverse().map(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the list that sort gives', 'async event => event.Records.sort(order).map(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the list that toSorted gives', 'async event => event.Records.toSorted(order).map(record => record.receiptHandle)', 'SQSEvent'],
  ['SQS by the list that concat gives', 'async event => event.Records.concat(others).map(record => record.receiptHandle)', 'SQSEvent'],
  ['a callback of what gives no list of the same', 'async event => event.Records.keys().map(record => record.receiptHandle)', null],
  ['a callback that another method gets', 'async event => event.Records.parse(record => record.receiptHandle)', null],
  ['a default for the parameter', 'async (event = {}) => event.detail.id', 'EventBridgeEvent'],
  ['the rest of a pattern', 'async ({ version, ...rest }) => rest.Records[0].s3', 'S3Event'],
  ['the rest of a list', 'async ({ Records: [first, ...others] }) => others.s3', 'S3Event'],
  ['a gap in a pattern', 'async ({ Records: [, second] }) => second.s3', 'S3Event'],
  ['a type that is satisfied', 'async event => (event satisfies Job).detail.id', 'EventBridgeEvent'],
  ['what is awaited', 'async event => { const later = await event; return later.detail.id; }', 'EventBridgeEvent'],
  ['one of two, the first', 'async event => { const body = event.detail ?? {}; return body.id; }', 'EventBridgeEvent'],
  ['one of two, the second', 'async (event, other) => { const source = other || event; return source.Records[0].s3; }', 'S3Event'],
  ['a choice, the first', 'async event => { const source = dry ? event : {}; return source.Records[0].s3; }', 'S3Event'],
  ['a choice, the second', 'async event => { const source = dry ? {} : event; return source.Records[0].s3; }', 'S3Event'],
  ['an assignment that is a value', 'async event => { let kept; const source = (kept = event); return source.Records[0].s3; }', 'S3Event'],
  ['a variable that is assigned', 'async event => { let records; records = event.Records; return records[0].s3; }', 'S3Event'],
  ['a variable that is assigned anew', 'async event => { let source = event; source = other; return source.Records[0].s3; }', null],
  ['what is read to be assigned', 'async event => { let id; id = event.Records[0].s3; }', 'S3Event'],
  ['what is assigned to', 'async event => { event.Records[0].s3 = clean(); }', 'S3Event'],
  ['what is added to', 'async event => { event.Records[0].s3 += suffix; }', 'S3Event'],
  ['what a loop goes over', 'async event => { for (const r of event.Records[0].s3) use(r); }', 'S3Event'],
  ['what is asked for by name', 'async event => "Sns" in event.Records[0]', 'SNSEvent'],
  ['a key that the event holds', 'async event => table[event.Records[0].s3.object.key]', 'S3Event'],
  ['a key of what the event holds', 'async event => event.headers[event.Records[0].s3.object.key]', 'S3Event'],
  ['a function of the handler', 'async event => { function first() { return event.Records[0].s3; } return first(); }', 'S3Event'],
  [
    'a parameter of a function of the handler',
    'async event => { const first = function (event) { return event.Records[0].s3; }; return first(); }',
    null,
  ],
  ['a parameter of a declared function', 'async event => { function first(event) { return event.Records[0].s3; } return first(); }', null],
  ['a method by a name that is found', 'async event => event.Records[name](record => record.receiptHandle)', null],
  ['the body alone could be anybody’s', 'async event => JSON.parse(event.body)', null],
  ['two kinds in one', 'async event => event.Records[0].s3 ?? event.Records[0].Sns', null],
  ['requests and records in one', 'async event => event.queryStringParameters?.id ?? event.Records[0].body', null],
  ['requests and what is typical of another', 'async event => event.pathParameters?.id ?? event.detail', 'HttpRequestEvent'],
  [
    'an authorizer that reads the request',
    'async event => [event.methodArn, event.queryStringParameters.token]',
    'APIGatewayAuthorizerEvent',
  ],
  ['what another parameter holds', 'async (event, other) => other.Records[0].s3', null],
  ['what hides behind the same name', 'async event => list.map(event => event.Records[0].s3)', null],
  ['what was parsed out of the event', 'async event => JSON.parse(event.text).requestContext', null],
  ['nothing', 'async event => 1', null],
  ['no parameter', 'async () => 1', null],
];

describe('inferEvent', () => {
  it.each(inferred)('%s', (_, code, event) => {
    expect(infer(code)).toBe(event);
  });

  it('believes the type before the body', () => {
    expect(infer('async event => event.Records[0].s3', 'event', 'SQSEvent')).toBe('SQSEvent');
  });

  it('names the record where the parameter is one', () => {
    expect(infer('async record => JSON.parse(record.body)', 'record')).toBe('SQSRecord');
    expect(infer('async record => record.dynamodb.NewImage', 'record')).toBe('DynamoDBRecord');
  });

  it('has nothing to say of requests', () => {
    expect(infer('async req => req.requestContext', 'request')).toBeNull();
  });
});

describe('covers', () => {
  const reads = readsOf(fnOf('async event => event.records.orders[0].value'));

  it('lets a star stand for a name and not for an element', () => {
    expect(reads.some(read => covers(['records', '*', '[]', 'value'], read))).toBe(true);
    expect(reads.some(read => covers(['records', 'orders', '*', 'value'], read))).toBe(false);
  });

  it('does not take a place above the pattern for it', () => {
    expect(covers(['Records', '[]', 's3'], ['Records'])).toBe(false);
  });
});
