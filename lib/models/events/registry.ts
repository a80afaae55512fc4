import type { EventAdditions, EventField, EventModel } from '../event-model.js';
import type { FieldModel } from '../../flow/origin.js';
import { albEvent } from './alb.js';
import { alexaEvent, alexaHandlerInput } from './alexa.js';
import { apiGatewayAuthorizerEvent } from './api-gateway-authorizer.js';
import { apiGatewayV2Event } from './api-gateway-v2.js';
import { apiGatewayEvent } from './api-gateway.js';
import { appSyncAuthorizerEvent, appSyncBatchEvent, appSyncEvent, appSyncEventsEvent } from './appsync.js';
import { bedrockAgentEvent } from './bedrock-agent.js';
import { cloudFormationEvent } from './cloudformation.js';
import { cloudWatchLogsData, cloudWatchLogsEvent } from './cloudwatch-logs.js';
import { codeCommitEvent } from './code-commit.js';
import { codePipelineEvent } from './code-pipeline.js';
import { cognitoEvent } from './cognito.js';
import { configRuleEvent } from './config-rule.js';
import { connectEvent } from './connect.js';
import { lambdaContext } from './context.js';
import { directEvent } from './direct.js';
import { documentDbEvent } from './document-db.js';
import { dynamoDbEvent } from './dynamodb.js';
import { eventBridgeEvent } from './event-bridge.js';
import { fieldTree } from './field-tree.js';
import { firehoseEvent } from './firehose.js';
import { guardDutyEvent } from './guard-duty.js';
import { httpRequestEvent } from './http-request.js';
import {
  appSyncArguments,
  trpcOptions,
  expressRequest,
  fastifyRequest,
  honoContext,
  koaContext,
  lambdaApiRequest,
  powertoolsRouterContext,
  webRequest,
} from './http-servers.js';
import { iotAuthorizerEvent } from './iot-authorizer.js';
import { iotProvisioningEvent } from './iot-provisioning.js';
import { iotEvent } from './iot.js';
import { kafkaEvent } from './kafka.js';
import { kinesisEvent } from './kinesis.js';
import { lambdaEdgeEvent } from './lambda-edge.js';
import { lexEvent, lexV2Event } from './lex.js';
import { mqEvent } from './mq.js';
import { s3BatchEvent } from './s3-batch.js';
import { s3EventBridgeEvent } from './s3-eventbridge.js';
import { s3ObjectLambdaEvent } from './s3-object-lambda.js';
import { s3Event } from './s3.js';
import { scheduledEvent } from './scheduled.js';
import { secretRotationEvent } from './secret-rotation.js';
import { serviceStateEvent } from './service-state.js';
import { sesEvent } from './ses.js';
import { snsEvent } from './sns.js';
import { sqsEvent } from './sqs.js';
import { tokenClaims } from './token-claims.js';
import { transferEvent } from './transfer.js';
import { unknownEventFields } from './unknown-event.js';
import { vpcLatticeEvent } from './vpc-lattice.js';
import { webSocketEvent } from './websocket.js';
import { workMailEvent } from './work-mail.js';

const models: readonly EventModel[] = [
  albEvent,
  alexaEvent,
  alexaHandlerInput,
  apiGatewayAuthorizerEvent,
  apiGatewayEvent,
  apiGatewayV2Event,
  appSyncArguments,
  trpcOptions,
  appSyncAuthorizerEvent,
  appSyncBatchEvent,
  appSyncEvent,
  appSyncEventsEvent,
  bedrockAgentEvent,
  cloudFormationEvent,
  cloudWatchLogsData,
  cloudWatchLogsEvent,
  codeCommitEvent,
  codePipelineEvent,
  cognitoEvent,
  configRuleEvent,
  connectEvent,
  directEvent,
  documentDbEvent,
  dynamoDbEvent,
  eventBridgeEvent,
  expressRequest,
  fastifyRequest,
  firehoseEvent,
  guardDutyEvent,
  honoContext,
  httpRequestEvent,
  iotAuthorizerEvent,
  iotEvent,
  iotProvisioningEvent,
  kafkaEvent,
  kinesisEvent,
  koaContext,
  lambdaApiRequest,
  lambdaContext,
  lambdaEdgeEvent,
  lexEvent,
  lexV2Event,
  mqEvent,
  powertoolsRouterContext,
  s3BatchEvent,
  s3Event,
  s3EventBridgeEvent,
  s3ObjectLambdaEvent,
  scheduledEvent,
  secretRotationEvent,
  serviceStateEvent,
  sesEvent,
  snsEvent,
  sqsEvent,
  tokenClaims,
  transferEvent,
  vpcLatticeEvent,
  webRequest,
  webSocketEvent,
  workMailEvent,
];

/** A part of an event as a model by itself: the entries at and below it, counted from it. */
function partModel(model: EventModel, at: string, types: readonly string[]): EventModel {
  const fields: Record<string, EventField> = {};
  for (const [path, field] of Object.entries(model.fields)) {
    if (path === at) fields[''] = field;
    else if (path.startsWith(at) && /^[.[]/.test(path.slice(at.length))) fields[path.slice(at.length).replace(/^\./, '')] = field;
  }
  const root = fields[''];
  return { types, role: 'record', service: model.service, distinctive: [], fields, rest: root?.below ?? root?.trust ?? model.rest };
}

function byType(): Record<string, EventModel> {
  const result: Record<string, EventModel> = Object.create(null) as Record<string, EventModel>;
  for (const model of models) {
    for (const type of model.types) result[type] = model;
    for (const [at, types] of Object.entries(model.parts ?? {})) {
      const part = partModel(model, at, types);
      for (const type of types) result[type] = part;
    }
  }
  return result;
}

/** Every model of an event, a record, a request or a context, by each of the names of its type. */
export const eventModels: Readonly<Record<string, EventModel>> = byType();

/** The models of whole events: what a handler's first parameter may be. */
export const events: readonly EventModel[] = models.filter(model => (model.role ?? 'event') === 'event');

/** Name of the event that a type for handlers takes: `SQSHandler` -> `SQSEvent`. */
export const eventOfHandlerType: ReadonlyMap<string, string> = new Map(
  events.flatMap(model => (model.handlerTypes ?? []).map(type => [type, model.types[0] ?? ''] as const)),
);

/**
 * The facts about the places of events.
 * @param additions what a program knows better than the models: its entries win
 * @returns a function of the name of an event, a key of `eventModels` or of the additions; null, or a name that is neither, is an event of unknown
 * kind: whatever any service lets its sender choose is then controlled
 */
export function fieldModels(additions: EventAdditions = {}): (name: string | null) => FieldModel {
  const compiled = new Map<string | null, FieldModel>();
  const known = events.map(model => withAdditions(model, additions));
  return name => {
    const model = name === null ? undefined : eventModels[name];
    const added = name === null ? undefined : additions[name];
    const key = model?.types[0] ?? (added === undefined ? null : name);
    let fields = compiled.get(key);
    if (fields === undefined) {
      if (model !== undefined) fields = fieldTree(withAdditions(model, additions));
      else
        fields = fieldTree(
          added === undefined ? unknownEventFields(known) : { fields: added.fields ?? {}, rest: added.rest ?? 'controlled' },
        );
      compiled.set(key, fields);
    }
    return fields;
  };
}

function withAdditions(model: EventModel, additions: EventAdditions): EventModel {
  const own = model.types.flatMap(type => additions[type] ?? []);
  if (own.length === 0) return model;
  return {
    ...model,
    fields: Object.assign({ ...model.fields }, ...own.map(({ fields }) => fields)),
    rest: own.find(({ rest }) => rest)?.rest ?? model.rest,
  };
}

/** The facts about the places of an event, as the models have them. */
export const fieldModel = fieldModels();
