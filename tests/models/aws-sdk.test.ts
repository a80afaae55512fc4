import { describe } from 'vitest';
import { library, libraryInFull } from './kinds-of-lines.js';

const documents = `import { DynamoDBDocumentClient, DynamoDBDocument, GetCommand, PutCommand, QueryCommand, UpdateCommand, TransactWriteCommand, BatchGetCommand, ExecuteStatementCommand } from '@aws-sdk/lib-dynamodb'; import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; const client = DynamoDBDocumentClient.from(new DynamoDBClient({})); const aggregated = DynamoDBDocument.from(new DynamoDBClient({}));`;

describe('DynamoDB', () => {
  library('version 3, document client: expressions are text, values are bound', documents, [
    ['await client.send(new QueryCommand({ TableName: "t", FilterExpression: `a = ${event.a}` }))', 'nosql'],
    [
      'await client.send(new QueryCommand({ TableName: "t", KeyConditionExpression: "a = :a", ExpressionAttributeValues: { ":a": event.a } }))',
    ],
    ['await client.send(new QueryCommand({ TableName: event.pathParameters.table }))', 'nosql'],
    ['await client.send(new QueryCommand({ TableName: "t", IndexName: event.a }))', 'nosql'],
    ['await client.send(new QueryCommand({ TableName: "t", ExpressionAttributeNames: { "#a": event.a } }))', 'nosql'],
    ['await client.send(new QueryCommand(body))', 'nosql'],
    ['await client.send(new QueryCommand({ TableName: "t", ...body }))', 'nosql'],
    ['await client.send(new GetCommand({ TableName: "t", Key: { id: event.pathParameters.id } }))'],
    ['await client.send(new PutCommand({ TableName: "t", Item: body }))'],
    ['await client.send(new PutCommand(body))', 'nosql'],
    ['await client.send(new UpdateCommand({ TableName: "t", Key: { id: 1 }, UpdateExpression: `SET ${event.a} = :v` }))', 'nosql'],
    [
      'await client.send(new TransactWriteCommand({ TransactItems: [{ Update: { TableName: "t", UpdateExpression: event.a } }] }))',
      'nosql',
    ],
    ['await client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: "t", Item: body } }] }))'],
    ['await client.send(new BatchGetCommand({ RequestItems: body }))', 'nosql'],
    ["await client.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM t WHERE a = '${event.a}'` }))", 'sql'],
    ['await client.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM t WHERE a = ?", Parameters: [event.a] }))'],
    ['await aggregated.query({ TableName: "t", FilterExpression: event.a })', 'nosql'],
    ['await aggregated.get({ TableName: "t", Key: { id: event.a } })'],
  ]);
  library('version 3: what was read with event data is stored data', documents, [
    ['const { Item } = await client.send(new GetCommand({ TableName: "t", Key: { id: event.a } })); exec(Item.name)', 'command'],
    ['const { Item } = await client.send(new GetCommand({ TableName: "t", Key: { id: "x" } })); exec(Item.name)'],
    [
      'const { Items } = await client.send(new QueryCommand({ TableName: "t", ExpressionAttributeValues: { ":a": event.a } })); for (const item of Items) exec(item.name)',
      'command',
    ],
    [
      'const { Count } = await client.send(new QueryCommand({ TableName: "t", ExpressionAttributeValues: { ":a": event.a } })); exec(Count)',
    ],
    ['const { Item } = await aggregated.get({ TableName: "t", Key: { id: event.a } }); exec(Item.name)', 'command'],
    ['client.send(new GetCommand({ TableName: "t", Key: { id: event.a } }), (error, data) => { exec(data.Item.name); })', 'command'],
  ]);
  library(
    'version 2: promise, callback, document client, own module',
    `import AWS from 'aws-sdk'; import { DocumentClient } from 'aws-sdk/clients/dynamodb'; import DynamoDB from 'aws-sdk/clients/dynamodb'; const docs = new AWS.DynamoDB.DocumentClient(); const own = new DocumentClient(); const low = new DynamoDB();`,
    [
      ['await docs.scan({ TableName: event.pathParameters.a }).promise()', 'nosql'],
      ['await docs.put(body).promise()', 'nosql'],
      ['await docs.put({ TableName: "t", Item: body }).promise()'],
      ['const { Item } = await docs.get({ TableName: "t", Key: { id: event.a } }).promise(); exec(Item.name)', 'command'],
      ['docs.get({ TableName: "t", Key: { id: event.a } }, (error, data) => { exec(data.Item.name); })', 'command'],
      ['docs.get({ TableName: "t", Key: { id: "x" } }, (error, data) => { exec(data.Item.name); })'],
      ['await own.query({ TableName: "t", FilterExpression: event.a }).promise()', 'nosql'],
      ['await low.getItem({ TableName: event.a }).promise()', 'nosql'],
      ['exec(AWS.DynamoDB.Converter.unmarshall(event.item).name)', 'command'],
    ],
  );
});

describe('services that run queries', () => {
  library(
    'RDS Data, Athena, Redshift Data, Timestream, CloudWatch Logs, S3 Select',
    `import { RDSDataClient, RDSData, ExecuteStatementCommand, BatchExecuteStatementCommand } from '@aws-sdk/client-rds-data'; import { StartQueryExecutionCommand } from '@aws-sdk/client-athena'; import { ExecuteStatementCommand as Redshift, BatchExecuteStatementCommand as Batch } from '@aws-sdk/client-redshift-data'; import { QueryCommand } from '@aws-sdk/client-timestream-query'; import { StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs'; import { SelectObjectContentCommand } from '@aws-sdk/client-s3'; import AWS from 'aws-sdk'; const client = new RDSDataClient({}); const whole = new RDSData({}); const v2 = new AWS.RDSDataService(); const athena = new AWS.Athena();`,
    [
      ['await client.send(new ExecuteStatementCommand({ sql: `SELECT ${event.a}` }))', 'sql'],
      [
        'await client.send(new ExecuteStatementCommand({ sql: "SELECT :a", parameters: [{ name: "a", value: { stringValue: event.a } }] }))',
      ],
      ['await client.send(new BatchExecuteStatementCommand({ sql: event.a }))', 'sql'],
      ['await whole.executeStatement({ sql: event.a })', 'sql'],
      ['await v2.executeStatement({ sql: event.a }).promise()', 'sql'],
      ['await v2.executeStatement({ sql: "SELECT :a", parameters: [{ name: "a", value: { stringValue: event.a } }] }).promise()'],
      ['new StartQueryExecutionCommand({ QueryString: `SELECT ${event.a}` })', 'sql'],
      ['new StartQueryExecutionCommand({ QueryString: "SELECT ?", ExecutionParameters: [event.a] })'],
      ['athena.startQueryExecution({ QueryString: event.a }, () => {})', 'sql'],
      ['new Redshift({ Sql: event.a })', 'sql'],
      ['new Batch({ Sqls: ["SELECT 1", event.a] })', 'sql'],
      ['new QueryCommand({ QueryString: event.a })', 'sql'],
      ['new StartQueryCommand({ queryString: event.a })', 'sql'],
      ['new StartQueryCommand({ queryString: "fields @message", logGroupName: event.a })'],
      ['new SelectObjectContentCommand({ Bucket: "b", Key: "k", Expression: event.a })', 'sql'],
      [
        'const answer = await client.send(new ExecuteStatementCommand({ sql: "SELECT :a", parameters: [{ value: { stringValue: event.a } }] })); exec(answer.records[0][0].stringValue)',
        'command',
      ],
    ],
  );
});

describe('storage and messages', () => {
  library(
    'S3',
    `import { S3Client, S3, GetObjectCommand, PutObjectCommand, CopyObjectCommand, DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'; import { getSignedUrl } from '@aws-sdk/s3-request-presigner'; import { Upload } from '@aws-sdk/lib-storage'; import AWS from 'aws-sdk'; const client = new S3Client({}); const whole = new S3({}); const v2 = new AWS.S3();`,
    [
      ['await client.send(new GetObjectCommand({ Bucket: "b", Key: event.a }))', 'object-key'],
      ['await client.send(new GetObjectCommand({ Bucket: "b", Key: "k" }))'],
      ['await client.send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: event.body }))'],
      ['await client.send(new CopyObjectCommand({ Bucket: "b", Key: "k", CopySource: event.a }))', 'object-key'],
      ['await client.send(new DeleteObjectsCommand({ Bucket: "b", Delete: { Objects: [{ Key: event.a }] } }))', 'object-key'],
      ['await getSignedUrl(client, new GetObjectCommand({ Bucket: "b", Key: event.a }))', 'object-key'],
      ['new Upload({ client, params: { Bucket: "b", Key: event.a, Body: "x" } })', 'object-key'],
      ['await v2.getObject({ Bucket: event.a, Key: "k" }).promise()', 'object-key'],
      ['v2.getSignedUrl("getObject", { Bucket: "b", Key: event.a })', 'object-key'],
      [
        'const { Body } = await client.send(new GetObjectCommand({ Bucket: "b", Key: event.a })); exec(await Body.transformToString())',
        'command object-key',
      ],
      ['const { Body } = await client.send(new GetObjectCommand({ Bucket: "b", Key: "k" })); exec(await Body.transformToString())'],
      ['const { Body } = await v2.getObject({ Bucket: "b", Key: event.a }).promise(); exec(Body.toString())', 'command object-key'],
      ['const { Body } = await whole.getObject({ Bucket: "b", Key: event.a }); exec(await Body.transformToString())', 'command object-key'],
      [
        'const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: "b", Prefix: event.a })); exec(Contents[0].Key)',
        'command',
      ],
      ['const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: "b" })); exec(Contents[0].Key)'],
    ],
  );
  library(
    'what is called or written to by its name',
    `import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda'; import { SendMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'; import { PublishCommand } from '@aws-sdk/client-sns'; import { StartExecutionCommand } from '@aws-sdk/client-sfn'; import { S3Client } from '@aws-sdk/client-s3'; import AWS from 'aws-sdk'; const sqs = new SQSClient({}); const lambda = new LambdaClient({});`,
    [
      ['new InvokeCommand({ FunctionName: event.a, Payload: "x" })', 'url'],
      ['new InvokeCommand({ FunctionName: "f", Payload: event.a })'],
      ['new SendMessageCommand({ QueueUrl: event.a })', 'url'],
      ['new SendMessageCommand({ QueueUrl: "q", MessageBody: event.a })'],
      ['new PublishCommand({ TopicArn: event.a })', 'url'],
      ['new StartExecutionCommand({ stateMachineArn: event.a })', 'url'],
      ['new S3Client({ endpoint: event.a })', 'url'],
      ['new S3Client({ region: event.a })'],
      ['new AWS.S3({ endpoint: event.a })', 'url'],
      ['new AWS.Endpoint(event.a)', 'url'],
      ['AWS.config.update({ endpoint: event.a })', 'module-state url'],
      ['AWS.config.credentials = event.a', 'module-state'],
      ['new AWS.StepFunctions().startExecution({ stateMachineArn: event.a }, () => {})', 'url'],
      ['const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: "q" })); exec(Messages[0].Body)', 'command'],
      ['const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: "q" })); exec(Messages[0].MessageId)'],
      [
        'const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: "f", Payload: event.a })); exec(Buffer.from(Payload).toString())',
        'command',
      ],
      ['const { StatusCode } = await lambda.send(new InvokeCommand({ FunctionName: "f", Payload: event.a })); exec(StatusCode)'],
    ],
  );
  library(
    'mail in HTML',
    `import { SendEmailCommand, SES } from '@aws-sdk/client-ses'; import { SendEmailCommand as V2 } from '@aws-sdk/client-sesv2'; import AWS from 'aws-sdk'; import escapeHtml from 'escape-html'; const ses = new SES({});`,
    [
      ['new SendEmailCommand({ Message: { Body: { Html: { Data: `<p>${event.a}</p>` } } } })', 'html'],
      ['new SendEmailCommand({ Message: { Body: { Text: { Data: event.a } } } })'],
      ['new SendEmailCommand({ Message: { Body: { Html: { Data: `<p>${escapeHtml(event.a)}</p>` } } } })'],
      ['new V2({ Content: { Simple: { Body: { Html: { Data: event.a } } } } })', 'html'],
      ['await ses.sendEmail({ Message: { Body: { Html: { Data: event.a } } } })', 'html'],
      ['new AWS.SES().sendEmail({ Message: { Body: { Html: { Data: event.a } } } }, () => {})', 'html'],
    ],
  );
  library(
    'text that runs on machines',
    `import { SendCommandCommand } from '@aws-sdk/client-ssm'; import { RunInstancesCommand } from '@aws-sdk/client-ec2'; import { StartBuildCommand } from '@aws-sdk/client-codebuild';`,
    [
      ['new SendCommandCommand({ DocumentName: "AWS-RunShellScript", Parameters: { commands: [`ls ${event.a}`] } })', 'command'],
      ['new SendCommandCommand({ DocumentName: "AWS-RunShellScript", InstanceIds: [event.a], Parameters: { commands: ["ls"] } })'],
      ['new RunInstancesCommand({ UserData: event.a })', 'command'],
      ['new StartBuildCommand({ buildspecOverride: event.a })', 'command'],
      ['new StartBuildCommand({ projectName: event.a })'],
    ],
  );
  libraryInFull(
    'writes',
    `import { PutItemCommand } from '@aws-sdk/client-dynamodb'; import { PutEventsCommand } from '@aws-sdk/client-eventbridge'; import { GetItemCommand } from '@aws-sdk/client-dynamodb';`,
    [
      ['new PutItemCommand({ TableName: "t", Item: { id: { S: event.a } } })', 'request write'],
      ['new PutEventsCommand({ Entries: [{ Detail: event.a }] })', 'request write'],
      ['new GetItemCommand({ TableName: "t", Key: { id: { S: event.a } } })'],
      ['new PutItemCommand({ TableName: "t", Item: { id: { S: context.awsRequestId } } })'],
    ],
  );
});

describe('secrets', () => {
  libraryInFull(
    'Secrets Manager, SSM, KMS, STS',
    `import { SecretsManagerClient, SecretsManager, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'; import { SSMClient, GetParameterCommand, GetParametersByPathCommand } from '@aws-sdk/client-ssm'; import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms'; import { STSClient, AssumeRoleCommand } from '@aws-sdk/client-sts'; import AWS from 'aws-sdk'; const sm = new SecretsManagerClient({}); const whole = new SecretsManager({}); const ssm = new SSMClient({}); const kms = new KMSClient({}); const sts = new STSClient({}); const v2 = new AWS.SecretsManager();`,
    [
      ['const { SecretString } = await sm.send(new GetSecretValueCommand({ SecretId: "s" })); console.log(SecretString)', 'log text-log'],
      ['const secret = await sm.send(new GetSecretValueCommand({ SecretId: "s" })); console.log(secret)', 'log text-log'],
      ['const secret = await sm.send(new GetSecretValueCommand({ SecretId: "s" })); console.log(secret.Name, secret.ARN)'],
      [
        'const { SecretString } = await sm.send(new GetSecretValueCommand({ SecretId: "s" })); console.log(JSON.parse(SecretString).password)',
        'log text-log',
      ],
      ['await sm.send(new GetSecretValueCommand({ SecretId: event.a }))', 'secret-id'],
      ['const { SecretString } = await whole.getSecretValue({ SecretId: "s" }); console.log(SecretString)', 'log text-log'],
      ['const { SecretString } = await v2.getSecretValue({ SecretId: "s" }).promise(); console.log(SecretString)', 'log text-log'],
      ['v2.getSecretValue({ SecretId: "s" }, (error, data) => { console.log(data.SecretString); })', 'log text-log'],
      [
        'const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "p", WithDecryption: true })); console.log(Parameter.Value)',
        'log text-log',
      ],
      ['const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "p", WithDecryption: true })); console.log(Parameter.Name)'],
      ['const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "p" })); console.log(Parameter.Value)'],
      [
        'const { Parameters } = await ssm.send(new GetParametersByPathCommand({ Path: "/p", WithDecryption: true })); for (const one of Parameters) console.log(one.Value)',
        'log text-log',
      ],
      ['await ssm.send(new GetParameterCommand({ Name: event.a }))', 'secret-id'],
      [
        'const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: blob })); console.log(Buffer.from(Plaintext).toString())',
        'log text-log',
      ],
      ['const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: "r" })); console.log(Credentials)', 'log text-log'],
      ['const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: "r" })); console.log(Credentials.Expiration)'],
      ['const { AssumedRoleUser } = await sts.send(new AssumeRoleCommand({ RoleArn: "r" })); console.log(AssumedRoleUser)'],
    ],
  );
  libraryInFull(
    'providers and Powertools parameters',
    `import { fromEnv } from '@aws-sdk/credential-providers'; import { getSecret } from '@aws-lambda-powertools/parameters/secrets'; import { getParameter, SSMProvider } from '@aws-lambda-powertools/parameters/ssm'; import { S3Client } from '@aws-sdk/client-s3'; const provider = new SSMProvider(); const client = new S3Client({});`,
    [
      ['console.log(await fromEnv()())', 'log text-log'],
      ['const { accessKeyId } = await fromEnv()(); console.log(accessKeyId)'],
      ['console.log(await client.config.credentials())', 'log text-log'],
      ['console.log(await getSecret("s"))', 'log text-log'],
      ['console.log(await getParameter("p", { decrypt: true }))', 'log text-log'],
      ['console.log(await getParameter("p"))'],
      ['console.log(await provider.get("p", { decrypt: true }))', 'log text-log'],
      ['await getSecret(event.a)', 'secret-id'],
    ],
  );
});
