import rule from '../../rules/require-event-validation.js';
import { check, quiet, tainted } from './rule-tester.js';

const dynamo =
  "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, PutCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\nconst put = Item => db.send(new PutCommand({ TableName: 't', Item }));\n";
const zod = "import { z } from 'zod';\nconst Body = z.object({ title: z.string().max(80), n: z.number() });\n";

check('require-event-validation', rule, {
  valid: [
    {
      name: 'the name of an object, by way of a queue',
      filename: 'file.ts',
      code: `import type { SQSHandler } from 'aws-lambda';\n${dynamo}export const handler: SQSHandler = async event => { for (const record of event.Records) { const { s3 } = JSON.parse(record.body).Records[0]; await put({ id: s3.object.key }); } };`,
    },
    {
      name: 'middleware of the program that says of itself that it checks',
      code: `import middy from '@middy/core';\nimport { validateBodyMiddleware } from './validate-body.js';\n${dynamo}export const handler = middy(async event => { await put({ title: event.body.title }); }).use(validateBodyMiddleware());`,
    },
    {
      name: 'what the user pool has checked',
      code: `${dynamo}export const handler = async event => { if (event.triggerSource === 'PostConfirmation_ConfirmSignUp') await put({ id: event.userName, name: event.request.userAttributes.name }); return event; };`,
    },
    {
      name: 'what the schema of AppSync has checked',
      code: `import type { AppSyncResolverHandler } from 'aws-lambda';\n${dynamo}export const handler: AppSyncResolverHandler<{ id: string }, void> = async event => { await put({ id: event.arguments.id }); };`,
      filename: 'file.ts',
    },
    ...quiet(dynamo, {
      'a schema is parsed in front of the write': [zod, 'const { title } = Body.parse(JSON.parse(event.body)); await put({ title });'],
      'a schema that only tells, and the outcome is obeyed': [
        zod,
        'const outcome = Body.safeParse(JSON.parse(event.body)); if (!outcome.success) return { statusCode: 400 }; await put({ title: outcome.data.title });',
      ],
      'another schema library': [
        "import Joi from 'joi';\nconst schema = Joi.object({ title: Joi.string().max(80).required() });",
        'const { error, value } = schema.validate(JSON.parse(event.body)); if (error) return { statusCode: 400 }; await put({ title: value.title });',
      ],
      'a compiled JSON schema': [
        "import Ajv from 'ajv';\nconst validate = new Ajv().compile({ type: 'object', properties: { title: { type: 'string', maxLength: 80 } }, additionalProperties: false });",
        "const body = JSON.parse(event.body); if (!validate(body)) throw new Error('no'); await put({ title: body.title });",
      ],
      'a schema of another package': [
        "import Ajv from 'ajv';\nimport schema from '@example/schemas';\nconst validate = new Ajv().compile(schema);",
        "const body = JSON.parse(event.body); if (!validate(body)) throw new Error('no'); await put({ title: body.title });",
      ],
      'the type is tested':
        "const { title } = JSON.parse(event.body); if (typeof title !== 'string') return { statusCode: 400 }; await put({ title });",
      'the value is one of a list': [
        "const kinds = ['a', 'b'];",
        'const { kind } = JSON.parse(event.body); if (!kinds.includes(kind)) return { statusCode: 400 }; await put({ kind });',
      ],
      'a pattern limits the value':
        'const { id } = event.pathParameters; if (!/^[\\w-]{1,36}$/.test(id)) return { statusCode: 400 }; await put({ id });',
      'a local validator throws': [
        "function assertTitle(title) { if (typeof title !== 'string' || title.length > 80) throw new Error('no'); }",
        'const { title } = JSON.parse(event.body); assertTitle(title); await put({ title });',
      ],
      'numbers are made of the values': 'const { n } = JSON.parse(event.body); await put({ n: Number(n) });',
      'only what AWS wrote is stored': 'await put({ id: event.requestContext.requestId, at: Date.now() });',
      'nothing of the event is used': 'await put({ at: Date.now() });',
      'the event is only read back': 'return { statusCode: 200, body: JSON.stringify({ path: event.path }) };',
      'the event is only logged': 'console.log(event.path); await put({ at: Date.now() });',
      'an item is read by its key': "return db.send(new GetCommand({ TableName: 't', Key: { id: event.pathParameters.id } }));",
      'rows are read by a bound value': [
        "import { Pool } from 'pg';\nconst pool = new Pool();",
        "return pool.query('select * from t where id = $1', [event.pathParameters.id]);",
      ],
    }),
    {
      name: 'the name of an object has passed S3',
      code: `import type { S3Event } from 'aws-lambda';\n${dynamo}export const handler = async (event: S3Event) => put({ key: event.Records[0].s3.object.key });`,
      filename: 'file.ts',
    },
    {
      name: 'validators of a route',
      code: `import express from 'express';\nimport serverless from 'serverless-http';\nimport { body, validationResult } from 'express-validator';\n${dynamo}const app = express();\napp.post('/notes', body('title').isString().isLength({ max: 80 }), async (req, res) => { if (!validationResult(req).isEmpty()) return res.status(400).end(); await put({ title: req.body.title }); res.end(); });\nexport const handler = serverless(app);`,
    },
    {
      name: 'nobody sends a scheduled event',
      code: `import type { ScheduledEvent } from 'aws-lambda';\n${dynamo}export const handler = async (event: ScheduledEvent) => put({ id: event.id, at: event.time });`,
      filename: 'file.ts',
    },
    {
      name: 'middleware checks the event',
      code: `import middy from '@middy/core';\nimport validator from '@middy/validator';\nimport { transpileSchema } from '@middy/validator/transpile';\n${dynamo}const eventSchema = { type: 'object', properties: { body: { type: 'object', properties: { title: { type: 'string', maxLength: 80 } } } } };\nexport const handler = middy().use(validator({ eventSchema: transpileSchema(eventSchema) })).handler(async event => put({ title: event.body.title }));`,
    },
    {
      name: 'middleware parses the event by a schema',
      code: `import middy from '@middy/core';\nimport { parser } from '@aws-lambda-powertools/parser/middleware';\nimport { z } from 'zod';\n${dynamo}const schema = z.object({ title: z.string() });\nexport const handler = middy().use(parser({ schema })).handler(async event => put({ title: event.title }));`,
    },
  ],
  invalid: [
    {
      name: 'middleware of the program that checks a token',
      code: `import middy from '@middy/core';\nimport { validateJwtMiddleware } from './validate-jwt.js';\n${dynamo}export const handler = middy(async event => { await put({ title: event.body.title }); }).use(validateJwtMiddleware());`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'middleware of the program that says nothing of the kind',
      code: `import middy from '@middy/core';\nimport { loadSettings } from './settings.js';\n${dynamo}export const handler = middy(async event => { await put({ title: event.body.title }); }).use(loadSettings());`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'what the client tells the user pool beside',
      code: `${dynamo}export const handler = async event => { if (event.triggerSource === 'PostConfirmation_ConfirmSignUp') await put({ id: event.userName, plan: event.request.clientMetadata.plan }); return event; };`,
      errors: [{ messageId: 'tainted' }],
    },
    ...tainted(dynamo, {
      'a field of the body is stored as it came': 'const { title } = JSON.parse(event.body); await put({ title });',
      'JSON.parse in a try is no validation':
        'let body; try { body = JSON.parse(event.body); } catch { return { statusCode: 400 }; } await put({ title: body.title });',
      'that there is a value says nothing of it':
        'const { title } = JSON.parse(event.body); if (!title) return { statusCode: 400 }; await put({ title });',
      'a schema whose outcome is not looked at': [
        zod,
        'const body = JSON.parse(event.body); Body.safeParse(body); await put({ title: body.title });',
      ],
      'a schema that comes too late': [zod, 'const body = JSON.parse(event.body); await put({ title: body.title }); Body.parse(body);'],
      'a schema for one field, and another is stored': [
        zod,
        'const body = JSON.parse(event.body); Body.parse(body); await put({ title: body.title, owner: body.owner });',
      ],
      'a field that the schema lets be anything': [
        "import { z } from 'zod';\nconst Body = z.object({ title: z.string(), more: z.any() });",
        'const body = Body.parse(JSON.parse(event.body)); await put({ title: body.title, more: body.more });',
      ],
      'the type is tested, and the answer only logged':
        "const { title } = JSON.parse(event.body); if (typeof title !== 'string') console.warn('odd'); await put({ title });",
      'a message is passed on': [
        "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nconst sqs = new SQSClient({});",
        "await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: event.body }));",
      ],
      'an object is stored': [
        "import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
        "await s3.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: event.body }));",
      ],
      'an event is published': [
        "const AWS = require('aws-sdk');\nconst sns = new AWS.SNS();",
        "await sns.publish({ TopicArn: 't', Message: JSON.stringify(event.queryStringParameters) }).promise();",
      ],
      'a row is inserted with bound values': [
        "import { Pool } from 'pg';\nconst pool = new Pool();",
        "await pool.query('insert into t values ($1)', [JSON.parse(event.body).title]);",
      ],
      'a command gets a field': ["import { execSync } from 'node:child_process';", "execSync('cat ' + event.file);"],
      'through a repository class': [
        'class Notes { async save(note) { return put({ ...note, at: Date.now() }); } }',
        'await new Notes().save(JSON.parse(event.body));',
      ],
      'through a loop over the records': 'for (const record of event.Records) await put(JSON.parse(record.body));',
      'through a function that parses': [
        'const parse = text => JSON.parse(text);',
        'const body = parse(event.body); await put({ id: body.id });',
      ],
      'two uses are one report': 'await put({ a: event.a }); await put({ b: event.b });',
    }),
    {
      name: 'the report is at the parameter, and names the use',
      code: `${dynamo}export const handler = async event => { await db.send(new PutCommand({ TableName: 't', Item: { title: event.title } })); };`,
      errors: [
        {
          messageId: 'tainted',
          line: 5,
          column: 30,
          data: {
            sink: 'new PutCommand()',
            harm: 'trusts',
            source: 'event data, event.title',
            path: '',
            advice: 'Check the event against a schema that constrains each field before the first use.',
          },
        },
      ],
    },
    {
      name: 'a parameter that is taken apart',
      code: `${dynamo}export const handler = async ({ body }, context) => { await put(JSON.parse(body)); };`,
      errors: [{ messageId: 'tainted', line: 5, column: 31 }],
    },
    {
      name: 'each handler of the file answers for itself',
      code: `${dynamo}export const createHandler = async event => put(JSON.parse(event.body));\nexport const updateHandler = async event => put({ id: event.pathParameters.id });`,
      errors: [
        { messageId: 'tainted', line: 5 },
        { messageId: 'tainted', line: 6 },
      ],
    },
  ],
});
