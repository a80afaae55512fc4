import { chosen, defineService, input, reads, receives, writes } from './service.js';

const queue = chosen('url', 'the queue', 'Member[QueueUrl]');
const html = (...at: readonly string[]) => input('html', ...at);

/** Services that carry messages, and those that call or start something by its name. */
export default [
  defineService({
    id: 'lambda',
    name: 'Lambda',
    rows: [
      [
        'Invoke,InvokeWithResponseStream',
        chosen('url', 'the function to invoke', 'Member[FunctionName]'),
        ...writes,
        reads('the response of a function that event data was sent to', 'Payload'),
      ],
      ['InvokeAsync', chosen('url', 'the function to invoke', 'Member[FunctionName]'), ...writes],
    ],
  }),
  defineService({
    id: 'sqs',
    name: 'SQS',
    rows: [
      ['SendMessage,SendMessageBatch', queue, ...writes],
      ['ReceiveMessage', queue, receives('a message of the queue', 'Messages[].Body', 'Messages[].MessageAttributes')],
    ],
  }),
  defineService({
    id: 'sns',
    name: 'SNS',
    rows: [['Publish,PublishBatch', chosen('url', 'the topic', 'Member[TopicArn,TargetArn]'), ...writes]],
  }),
  defineService({
    id: 'sfn',
    name: 'StepFunctions',
    aggregated: 'SFN',
    rows: [
      ['StartExecution,StartSyncExecution', chosen('url', 'the state machine', 'Member[stateMachineArn]'), ...writes],
      ['SendTaskSuccess,SendTaskFailure', ...writes],
    ],
  }),
  defineService({ id: 'eventbridge', name: 'EventBridge', rows: [['PutEvents', ...writes]] }),
  defineService({ id: 'scheduler', name: 'Scheduler', rows: [['CreateSchedule,UpdateSchedule', ...writes]] }),
  defineService({
    id: 'kinesis',
    name: 'Kinesis',
    rows: [
      ['PutRecord,PutRecords', ...writes],
      ['GetRecords', receives('a record of the stream', 'Records[].Data')],
    ],
  }),
  defineService({ id: 'firehose', name: 'Firehose', rows: [['PutRecord,PutRecordBatch', ...writes]] }),
  defineService({
    id: 'dynamodb-streams',
    name: 'DynamoDBStreams',
    rows: [['GetRecords', receives('a record of the table', 'Records[].dynamodb')]],
  }),
  defineService({
    id: 'iot-data-plane',
    name: 'IotData',
    aggregated: 'IoTDataPlane',
    rows: [
      ['Publish', ...writes],
      ['GetThingShadow', reads("the thing's shadow", 'payload')],
    ],
  }),
  defineService({ id: 'apigatewaymanagementapi', name: 'ApiGatewayManagementApi', rows: [['PostToConnection', ...writes]] }),
  // https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html
  defineService({
    id: 'ses',
    name: 'SES',
    rows: [
      ['SendEmail', html('Member[Message].Member[Body].Member[Html].Member[Data]'), ...writes],
      ['SendRawEmail,SendTemplatedEmail,SendBulkTemplatedEmail', ...writes],
      ['CreateTemplate,UpdateTemplate', html('Member[Template].Member[HtmlPart]')],
    ],
  }),
  defineService({
    id: 'sesv2',
    name: 'SESV2',
    aggregated: 'SESv2',
    rows: [
      [
        'SendEmail',
        html(
          'Member[Content].Member[Simple].Member[Body].Member[Html].Member[Data]',
          'Member[Content].Member[Template].Member[TemplateContent].Member[Html]',
        ),
        ...writes,
      ],
      ['CreateEmailTemplate,UpdateEmailTemplate', html('Member[TemplateContent].Member[Html]')],
    ],
  }),
  defineService({
    id: 'pinpoint',
    name: 'Pinpoint',
    rows: [
      [
        'SendMessages',
        html('Member[MessageRequest].Member[MessageConfiguration].Member[EmailMessage].Member[SimpleEmail].Member[HtmlPart].Member[Data]'),
        ...writes,
      ],
    ],
  }),
  // Text that runs on a machine.
  defineService({
    id: 'ec2',
    name: 'EC2',
    rows: [['RunInstances,RequestSpotInstances', input('command', 'Member[UserData]', 'Member[LaunchSpecification].Member[UserData]')]],
  }),
  defineService({
    id: 'codebuild',
    name: 'CodeBuild',
    rows: [['StartBuild,StartBuildBatch', input('command', 'Member[buildspecOverride]')]],
  }),
  // What a service makes of a text, or reads off a picture, is still its sender's.
  defineService({
    id: 'textract',
    name: 'Textract',
    rows: [
      [
        'DetectDocumentText,AnalyzeDocument,GetDocumentTextDetection,GetDocumentAnalysis',
        reads('the text of the document that the event names', 'Blocks'),
      ],
    ],
  }),
  defineService({
    id: 'rekognition',
    name: 'Rekognition',
    rows: [['DetectText', reads('the text of the picture that the event names', 'TextDetections')]],
  }),
  defineService({
    id: 'translate',
    name: 'Translate',
    rows: [['TranslateText', reads('the translation of event data', 'TranslatedText')]],
  }),
  defineService({
    id: 'bedrock-runtime',
    name: 'BedrockRuntime',
    rows: [
      ['InvokeModel', reads("the model's answer to event data", 'body')],
      ['Converse', reads("the model's answer to event data", 'output')],
    ],
  }),
].flat();
