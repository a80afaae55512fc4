import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventModels, eventOfHandlerType } from '../../lib/models/events/registry.js';

const types = path.join(import.meta.dirname, '../../node_modules/@types/aws-lambda');

/** Names that @types/aws-lambda exports. */
const exported = readdirSync(types, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.d.ts'))
  .flatMap(file =>
    [...readFileSync(path.join(types, file), 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name),
  );

/** What is no event of Lambda's. */
const others = new Set([
  // CloudFront Functions run in a runtime of their own; this is the part of their event that Lambda@Edge has too.
  'CloudFrontEvent',
  'CloudFrontFunctionsEvent',
]);

describe('the types of aws-lambda', () => {
  it('are read', () => {
    expect(exported).toContain('SQSEvent');
    expect(exported).toContain('SQSHandler');
  });

  const events = exported.filter(name => /Event(?:V2)?(?:With\w+)?$/.test(name) && !others.has(name));

  it.each(events)('%s is an event with a model', name => {
    expect(eventModels).toHaveProperty([name]);
  });

  it.each(exported.filter(name => /Handler(?:V2)?(?:With\w+)?$/.test(name) && !/^(?:Handler|StreamifyHandler)$/.test(name)))(
    '%s takes an event with a model',
    name => {
      expect(eventOfHandlerType.get(name)).toBeDefined();
    },
  );

  it.each([
    'S3EventRecord',
    'SNSEventRecord',
    'SNSMessage',
    'SQSRecord',
    'KinesisStreamRecord',
    'KinesisStreamRecordPayload',
    'DynamoDBRecord',
    'StreamRecord',
    'FirehoseTransformationEventRecord',
    'MSKRecord',
    'SelfManagedKafkaRecord',
    'SESEventRecord',
    'SESMessage',
    'SESMail',
    'CodeCommitTrigger',
    'S3BatchEventTask',
    'CloudFrontRequestEventRecord',
    'CloudFrontResponseEventRecord',
    'CloudFrontRequest',
    'CloudWatchLogsEventData',
  ])('%s is a part with a model', name => {
    expect(exported).toContain(name);
    expect(eventModels[name]?.role).toBe('record');
  });
});

/** Names of Powertools' types and schemas, of other libraries, and of what no library types, with a place that tells the model. */
const elsewhere: readonly (readonly [type: string, controlled: string])[] = [
  ['LambdaFunctionUrlEvent', 'rawPath'],
  ['APIGatewayWebSocketEvent', 'body'],
  ['KinesisDataStreamEvent', 'Records/[]/kinesis/data'],
  ['KinesisDataStreamRecord', 'kinesis/data'],
  ['KinesisDataStreamRecordPayload', 'data'],
  ['DynamoDBStreamRecord', 'dynamodb/NewImage'],
  ['KinesisFirehoseEvent', 'records/[]/data'],
  ['FirehoseRecordTransformationInput', 'data'],
  ['KafkaEvent', 'records/t/[]/value'],
  ['KafkaMskEvent', 'records/t/[]/value'],
  ['KafkaSelfManagedEvent', 'records/t/[]/value'],
  ['ConsumerRecords', 'records/[]/value'],
  ['KafkaRecord', 'value'],
  ['ConsumerRecord', 'value'],
  ['ActiveMqEvent', 'messages/[]/data'],
  ['RabbitMqEvent', 'rmqMessagesByQueue/q/[]/data'],
  ['ActiveMQMessage', 'data'],
  ['RabbitMQMessage', 'data'],
  ['SNSRecord', 'Sns/Message'],
  ['AlexaRequestEnvelope', 'request/intent/slots'],
  ['BedrockAgentFunctionEvent', 'parameters'],
  ['BedrockAgentOpenApiEvent', 'parameters'],
  ['AppSyncEventsSubscribeEvent', 'info/channel'],
  ['AppSyncEventsEvent', 'info/channel'],
  ['AppSyncResolverInfo', 'variables'],
  ['VPCLatticeEventV2', 'body'],
  ['VpcLatticeEvent', 'body'],
  ['VpcLatticeEventV2', 'body'],
  ['DocumentDBRecord', 'event/fullDocument'],
  ['WorkMailMessageFlowEvent', 'subject'],
  ['LambdaContext', 'clientContext/custom'],
];

describe('types of other libraries', () => {
  it.each(elsewhere)('%s', (type, place) => {
    const model = eventModels[type];
    expect(model?.types).toContain(type);
    expect(Object.keys(model?.fields ?? {}).map(key => key.split(/[.[]/)[0])).toContain(place.split('/')[0]);
  });
});
