import { describe, expect, it } from 'vitest';
import { eventModels, eventOfHandlerType, events, fieldModel } from '../../lib/models/events/registry.js';

const facts = (event: string | null, path: string) => fieldModel(event).facts(path === '' ? [] : path.split('/'));

/** One sender-controlled and one trusted place of each source, with the label of the first. Steps are parted by slashes. */
const sources: readonly (readonly [event: string, controlled: string, label: string | null, trusted: string])[] = [
  ['APIGatewayProxyEvent', 'body', 'the request body', 'requestContext/requestId'],
  ['APIGatewayProxyEvent', 'path', 'the request path', 'resource'],
  ['APIGatewayProxyEvent', 'headers/x-tenant', 'a request header', 'stageVariables/table'],
  ['APIGatewayProxyEvent', 'multiValueHeaders/x-tenant/[0]', 'a request header', 'httpMethod'],
  ['APIGatewayProxyEvent', 'multiValueQueryStringParameters/tag/[]', 'a query parameter', 'isBase64Encoded'],
  ['APIGatewayProxyEvent', 'pathParameters/id', 'a path parameter', 'requestContext/accountId'],
  ['APIGatewayProxyEvent', 'requestContext/identity/userAgent', 'the user agent', 'requestContext/identity/sourceIp'],
  ['APIGatewayProxyEventV2', 'rawPath', 'the request path', 'routeKey'],
  ['APIGatewayProxyEventV2', 'rawQueryString', 'the query string', 'version'],
  ['APIGatewayProxyEventV2', 'cookies/[0]', 'a cookie', 'requestContext/apiId'],
  ['APIGatewayProxyEventV2', 'requestContext/http/userAgent', 'the user agent', 'requestContext/http/method'],
  ['LambdaFunctionURLEvent', 'requestContext/http/path', 'the request path', 'requestContext/stage'],
  ['ALBEvent', 'queryStringParameters/q', 'a query parameter', 'requestContext/elb/targetGroupArn'],
  ['HttpRequestEvent', 'queryStringParameters/q', 'a query parameter', 'requestContext/requestId'],
  ['APIGatewayProxyWebsocketEventV2', 'body', 'the WebSocket message', 'requestContext/connectionId'],
  ['APIGatewayTokenAuthorizerEvent', 'authorizationToken', 'the authorization token', 'type'],
  ['APIGatewayRequestAuthorizerEvent', 'methodArn', 'the method ARN', 'requestContext/stage'],
  ['APIGatewayRequestAuthorizerEventV2', 'identitySource/[0]', 'the identity source', 'routeKey'],
  ['S3Event', 'Records/[0]/s3/object/key', 'the S3 object key', 'Records/[0]/s3/bucket/name'],
  ['S3Event', 'Records/[]/s3', null, 'Records/[]/s3/object/size'],
  ['S3EventRecord', 's3/object/key', 'the S3 object key', 'awsRegion'],
  ['S3ObjectCreatedNotificationEvent', 'detail/object/key', 'the S3 object key', 'detail/bucket/name'],
  ['GuardDutyScanResultNotificationEvent', 'detail/s3ObjectDetails/objectKey', 'the S3 object key', 'detail/scanStatus'],
  ['SNSEvent', 'Records/[0]/Sns/Message', 'the SNS message', 'Records/[0]/Sns/TopicArn'],
  ['SNSEvent', 'Records/[0]/Sns/Subject', 'the SNS subject', 'Records/[0]/EventSource'],
  ['SNSMessage', 'MessageAttributes/kind/Value', 'an SNS message attribute', 'MessageId'],
  ['SQSEvent', 'Records/[0]/body', 'the SQS message body', 'Records/[0]/messageId'],
  ['SQSEvent', 'Records/[0]/messageAttributes/kind/stringValue', 'an SQS message attribute', 'Records/[0]/eventSourceARN'],
  ['SQSRecord', 'attributes/MessageGroupId', 'the SQS message group id', 'attributes/SenderId'],
  ['KinesisStreamEvent', 'Records/[0]/kinesis/data', 'the Kinesis record data', 'Records/[0]/kinesis/sequenceNumber'],
  ['KinesisStreamRecord', 'kinesis/partitionKey', 'the partition key', 'eventID'],
  ['DynamoDBStreamEvent', 'Records/[0]/dynamodb/NewImage', 'the new item', 'Records/[0]/dynamodb/SequenceNumber'],
  ['DynamoDBRecord', 'dynamodb/OldImage/name/S', 'an item attribute', 'dynamodb/OldImage/count/N'],
  ['DynamoDBRecord', 'dynamodb/Keys/id/S', 'an item key', 'eventName'],
  ['FirehoseTransformationEvent', 'records/[0]/data', 'the Firehose record data', 'records/[0]/recordId'],
  ['MSKEvent', 'records/orders-0/[0]/value', 'the Kafka record value', 'records/orders-0/[0]/topic'],
  ['SelfManagedKafkaEvent', 'records/*/[0]/key', 'the Kafka record key', 'bootstrapServers'],
  ['MSKRecord', 'headers', 'the Kafka record headers', 'partition'],
  ['ActiveMQEvent', 'messages/[0]/data', 'the message data', 'messages/[0]/messageID'],
  ['RabbitMQEvent', 'rmqMessagesByQueue/orders/[0]/data', 'the message data', 'eventSourceArn'],
  ['SESEvent', 'Records/[0]/ses/mail/commonHeaders/subject', "the e-mail's subject", 'Records/[0]/ses/receipt/spamVerdict/status'],
  ['SESEvent', 'Records/[0]/ses/mail/source', "the e-mail's sender", 'Records/[0]/ses/mail/messageId'],
  [
    'CodeCommitTriggerEvent',
    'Records/[0]/codecommit/references/[0]/ref',
    'the Git reference',
    'Records/[0]/codecommit/references/[0]/commit',
  ],
  ['IoTPreProvisioningHookEvent', 'parameters/serial', 'a provisioning parameter', 'templateArn'],
  ['IoTCustomAuthorizerEvent', 'protocolData/mqtt/username', 'the MQTT user name', 'connectionMetadata/id'],
  ['EventBridgeEvent', 'detail', 'the event detail', 'source'],
  ['EventBridgeEvent', 'detail-type', 'the detail type', 'resources/[0]'],
  ['CloudWatchLogsEvent', 'awslogs/data', 'the log data', 'other'],
  ['ConfigRuleEvent', 'invokingEvent', 'the invoking event', 'ruleParameters'],
  [
    'CodePipelineEvent',
    'CodePipeline.job/data/actionConfiguration/configuration/UserParameters',
    "the pipeline's user parameters",
    'CodePipeline.job/id',
  ],
  ['ConnectContactFlowEvent', 'Details/Parameters/city', 'a contact flow parameter', 'Details/ContactData/InstanceARN'],
  ['ConnectContactFlowEvent', 'Details/ContactData/CustomerEndpoint/Address', "the caller's address", 'Details/ContactData/ContactId'],
  ['LexEvent', 'currentIntent/slots/city', 'a slot value', 'currentIntent/name'],
  ['LexV2Event', 'interpretations/[0]/intent/slots/city', 'a slot value', 'bot/id'],
  ['LexV2Event', 'inputTranscript', "the user's words", 'sessionState/intent/name'],
  ['RequestEnvelope', 'request/intent/slots/city/value', 'a slot value', 'request/intent/name'],
  ['BedrockAgentEvent', 'parameters/[0]/value', "the agent's parameter", 'actionGroup'],
  ['BedrockAgentEvent', 'inputText', "the user's words", 'parameters/[0]/name'],
  ['S3ObjectLambdaEvent', 'userRequest/url', 'the request URL', 'getObjectContext/outputRoute'],
  ['S3BatchEvent', 'tasks/[0]/s3Key', 'the S3 object key', 'tasks/[0]/s3BucketArn'],
  ['TransferFamilyAuthorizerEvent', 'username', 'the user name', 'serverId'],
  ['PreSignUpTriggerEvent', 'userName', 'the user name', 'triggerSource'],
  ['PostConfirmationTriggerEvent', 'request/userAttributes/email', 'a user attribute', 'request/userAttributes/sub'],
  ['CustomMessageTriggerEvent', 'request/clientMetadata/locale', 'the client metadata', 'request/codeParameter'],
  ['UserMigrationTriggerEvent', 'request/password', 'the password', 'userPoolId'],
  [
    'VerifyAuthChallengeResponseTriggerEvent',
    'request/challengeAnswer',
    'the challenge answer',
    'request/privateChallengeParameters/answer',
  ],
  ['AppSyncResolverEvent', 'arguments/id', 'a GraphQL argument', 'info/fieldName'],
  ['AppSyncResolverEvent', 'source', 'the parent object', 'stash/table'],
  ['AppSyncResolverEvent', 'info/selectionSetGraphQL', 'the selection set', 'info/parentTypeName'],
  ['AppSyncResolverEvent[]', '[0]/arguments', 'the GraphQL arguments', '[0]/info/fieldName'],
  ['AppSyncEventsPublishEvent', 'events/[0]/payload', 'the published event', 'events/[0]/id'],
  ['AppSyncAuthorizerEvent', 'requestContext/queryString', 'the GraphQL document', 'requestContext/apiId'],
  ['CloudFrontRequestEvent', 'Records/[0]/cf/request/uri', 'the request path', 'Records/[0]/cf/config/requestId'],
  ['CloudFrontRequestEvent', 'Records/[0]/cf/request/headers/x-tenant/[0]/value', 'a request header', 'Records/[0]/cf/request/clientIp'],
  ['CloudFrontRequestEvent', 'Records/[0]/cf/request/body/data', 'the request body', 'Records/[0]/cf/request/body/encoding'],
  ['VPCLatticeEvent', 'raw_path', 'the request path', 'is_base64_encoded'],
  ['VPCLatticeEventV2', 'queryStringParameters/q/[0]', 'a query parameter', 'requestContext/serviceArn'],
  ['DocumentDBEvent', 'events/[0]/event/fullDocument', 'the document', 'events/[0]/event/operationType'],
  ['WorkMailEvent', 'subject', "the e-mail's subject", 'messageId'],
  ['Context', 'clientContext/custom', "the client context's custom data", 'awsRequestId'],
  ['ExpressRequest', 'body', 'the request body', 'app'],
  ['ExpressRequest', 'query/q', 'a query parameter', 'apiGateway/event/requestContext/requestId'],
  ['FastifyRequest', 'params/id', 'a path parameter', 'log'],
  ['KoaContext', 'request/body', 'the request body', 'state/other'],
  ['LambdaApiRequest', 'query/q', 'a query parameter', 'app/name'],
  ['HonoContext', 'req/query/q', 'a query parameter', 'env/lambdaContext'],
  ['HonoContext', 'env/event/body', 'the request body', 'env/TABLE'],
  ['WebRequest', 'url', 'the request URL', 'method'],
  ['PowertoolsRouterContext', 'params/id', 'a path parameter', 'res'],
  ['AppSyncArguments', 'id', 'a GraphQL argument', ''],
];

describe('who decides what a field holds', () => {
  it.each(sources)('%s: %s is the sender’s', (event, controlled, label) => {
    expect(facts(event, controlled)).toMatchObject({ trust: 'controlled', label });
  });

  it.each(sources.filter(([, , , trusted]) => trusted !== ''))('%s: %4$s is not', (event, _controlled, _label, trusted) => {
    expect(facts(event, trusted)).toMatchObject({ trust: 'trusted', label: null });
  });

  it.each([
    ['APIGatewayProxyEvent', 'requestContext/authorizer/claims/email'],
    ['APIGatewayProxyEvent', 'requestContext/identity/cognitoIdentityId'],
    ['APIGatewayProxyEventV2', 'requestContext/authorizer/jwt/claims/sub'],
    ['AppSyncResolverEvent', 'identity/claims/sub'],
    ['RequestEnvelope', 'session/user/userId'],
    ['CognitoUserPoolEvent', 'request/groupConfiguration/groupsToOverride'],
    ['VPCLatticeEventV2', 'requestContext/identity/principal'],
    ['Context', 'identity/cognitoIdentityId'],
    ['ExpressRequest', 'user/id'],
  ])('%s: an authorizer vouches for %s', (event, path) => {
    expect(facts(event, path).trust).toBe('identity');
  });

  it.each([
    ['IoTEvent', 'anything/at/all'],
    ['DirectInvocationEvent', 'anything/at/all'],
    ['APIGatewayProxyEvent', 'userId'],
  ])('%s: what no service writes is the sender’s (%s)', (event, path) => {
    expect(facts(event, path).trust).toBe('controlled');
  });

  it.each(['ScheduledEvent', 'CloudWatchAlarmEvent', 'SecretsManagerRotationEvent', 'CloudFormationCustomResourceEvent', 'Context'])(
    '%s: nobody sends it',
    event => {
      expect(facts(event, '').trust).toBe('trusted');
      expect(facts(event, 'detail/x').trust).toBe('trusted');
    },
  );
});

describe('what is all that the sender sent', () => {
  it.each([
    ['APIGatewayProxyEvent', ''],
    ['APIGatewayProxyEvent', 'body'],
    ['SQSEvent', 'Records'],
    ['SQSEvent', 'Records/[0]'],
    ['SQSRecord', ''],
    ['SNSEvent', 'Records/[]/Sns'],
    ['EventBridgeEvent', 'detail'],
    ['AppSyncResolverEvent', 'arguments'],
    ['MSKEvent', 'records/orders-0/[]'],
    ['CloudFormationCustomResourceEvent', ''],
    ['DirectInvocationEvent', ''],
    ['ExpressRequest', 'body'],
    [null, ''],
    [null, 'body'],
    [null, 'Records/[]'],
    [null, 'detail'],
  ])('%s: %s', (event, path) => {
    expect(facts(event, path).whole).toBe(true);
  });

  it.each([
    ['ScheduledEvent', ''],
    ['Context', ''],
    ['APIGatewayProxyEvent', 'queryStringParameters'],
    ['APIGatewayProxyEvent', 'body/name'],
    ['S3Event', 'Records/[]/s3/object/key'],
    ['EventBridgeEvent', 'detail/id'],
    [null, 'name'],
  ])('%s: not %s', (event, path) => {
    expect(facts(event, path).whole).toBe(false);
  });
});

describe('forms', () => {
  it.each([
    ['APIGatewayProxyEvent', 'body', 'text'],
    ['APIGatewayProxyEvent', 'body/id', 'json'],
    ['APIGatewayProxyEvent', 'pathParameters/id', 'string'],
    ['APIGatewayProxyEvent', 'pathParameters', 'json'],
    ['ExpressRequest', 'query/id', 'json'],
    ['ExpressRequest', 'params/id', 'string'],
    ['EventBridgeEvent', 'detail/id', 'json'],
    [null, 'queryStringParameters/id', 'string'],
    [null, 'id', 'json'],
  ])('%s: %s is %s', (event, path, form) => {
    expect(facts(event, path).form).toBe(form);
  });
});

describe('what leaks when it is logged', () => {
  it.each([
    ['APIGatewayProxyEvent', 'headers', 'the request headers'],
    ['APIGatewayProxyEvent', 'headers/Authorization', 'the Authorization header'],
    ['APIGatewayProxyEvent', 'headers/x-api-key', 'the x-api-key header'],
    ['APIGatewayProxyEvent', 'multiValueHeaders/Cookie/[0]', 'the Cookie header'],
    ['APIGatewayProxyEvent', 'body/user/password', 'the password'],
    ['APIGatewayProxyEvent', 'requestContext/authorizer', "the authorizer's claims"],
    ['CloudFrontRequestEvent', 'Records/[]/cf/request/headers/authorization/[0]/value', 'the authorization header'],
    ['CodePipelineEvent', 'CodePipeline.job/data/artifactCredentials', 'the artifact credentials'],
    ['CognitoUserPoolEvent', 'request/password', 'the password'],
    ['CloudFormationCustomResourceEvent', 'ResponseURL', 'the pre-signed response URL'],
    [null, 'headers', 'the request headers'],
    [null, 'accessToken', 'the access token'],
  ])('%s: %s', (event, path, words) => {
    expect(facts(event, path).sensitive).toBe(words);
  });

  it.each([
    ['APIGatewayProxyEvent', 'headers/x-request-id'],
    ['APIGatewayProxyEvent', 'body/nextToken'],
    ['APIGatewayProxyEvent', 'requestContext/identity/sourceIp'],
    ['SecretsManagerRotationEvent', 'ClientRequestToken'],
  ])('%s: not %s', (event, path) => {
    expect(facts(event, path).sensitive).toBeNull();
  });
});

describe('the registry', () => {
  it('knows every model by all its names', () => {
    for (const [name, model] of Object.entries(eventModels)) expect(model.types).toContain(name);
  });

  it('computes the facts of one model once', () => {
    expect(fieldModel('APIGatewayEvent')).toBe(fieldModel('APIGatewayProxyEvent'));
  });

  it('takes a name it does not know for an event of unknown kind', () => {
    expect(fieldModel('OrderEvent')).toBe(fieldModel(null));
  });

  it('leads from every handler type to an event', () => {
    for (const event of eventOfHandlerType.values()) expect(eventModels).toHaveProperty([event]);
  });

  it('counts no record, request or context as an event', () => {
    expect(events.map(model => model.types[0])).toEqual(expect.not.arrayContaining(['SQSRecord', 'ExpressRequest', 'Context']));
  });
});
