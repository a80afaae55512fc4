import rule from '../../rules/no-nosql-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-nosql-injection', rule, {
  valid: [
    {
      name: 'a string cannot hold an operator',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.findOne({ name: String(JSON.parse(event.body).name) });",
    },
  ],
  invalid: [
    {
      name: 'a value of the body may be an object',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.findOne({ name: JSON.parse(event.body).name });",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the whole filter',
      code: "import { MongoClient } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\nexport const handler = async event => users.find(JSON.parse(event.body));",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});

const mongo = "import { MongoClient, ObjectId } from 'mongodb';\nconst users = new MongoClient('x').db().collection('u');\n";
const dynamo =
  "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));\n";

check('no-nosql-injection, on documents', rule, {
  valid: quiet(mongo, {
    'a path parameter is a string': 'return users.findOne({ name: event.pathParameters.name });',
    'a query parameter is a string': 'return users.findOne({ name: event.queryStringParameters.name });',
    'an identifier made of the value': 'return users.findOne({ _id: new ObjectId(JSON.parse(event.body).id) });',
    'an operator that takes a value': 'return users.findOne({ name: { $eq: JSON.parse(event.body).name } });',
    'text made by a template': 'const { name } = JSON.parse(event.body); return users.findOne({ name: `${name}` });',
    'the type was tested':
      "const { name } = JSON.parse(event.body); if (typeof name !== 'string') throw new Error('no'); return users.findOne({ name });",
    'a number': 'return users.find({ age: Number(JSON.parse(event.body).age) }).toArray();',
    'a document that is stored, not a filter': 'return users.insertOne(JSON.parse(event.body));',
    'a schema allows a string alone': [
      "import { z } from 'zod';\nconst input = z.object({ name: z.string() });",
      'const { name } = input.parse(JSON.parse(event.body)); return users.findOne({ name });',
    ],
    'operators are taken out': [
      "import sanitize from 'mongo-sanitize';",
      'return users.findOne({ name: sanitize(JSON.parse(event.body).name) });',
    ],
    'an array method named find': 'const list = JSON.parse(event.body).list; return list.find(item => item.id === event.id);',
    'fields set to values of the body':
      'const { name } = JSON.parse(event.body); return users.updateOne({ _id: new ObjectId(event.pathParameters.id) }, { $set: { name } });',
  }),
  invalid: tainted(mongo, {
    'the body is the filter': 'return users.find(JSON.parse(event.body)).toArray();',
    'a field of the body may hold an operator': 'const { name } = JSON.parse(event.body); return users.findOne({ name });',
    'an operator with the value in text that the server runs':
      'return users.findOne({ $where: `this.name == "${event.pathParameters.name}"` });',
    'a filter that is spread': 'return users.deleteMany({ active: true, ...JSON.parse(event.body).filter });',
    'a condition among others': 'return users.find({ $or: [{ a: 1 }, { name: JSON.parse(event.body).name }] }).toArray();',
    'an update that the body writes': 'return users.updateOne({ _id: 1 }, JSON.parse(event.body));',
    'a pipeline from the body': 'return users.aggregate(JSON.parse(event.body).pipeline).toArray();',
    'a type test that is not obeyed':
      "const { name } = JSON.parse(event.body); if (typeof name !== 'string') console.log('odd'); return users.findOne({ name });",
    'through a repository': [
      'const repository = { byName(name) { return users.findOne({ name }); } };',
      'return repository.byName(JSON.parse(event.body).name);',
    ],
    'through a class with a field': [
      'class Users { constructor(all) { this.all = all; } find(filter) { return this.all.find(filter).toArray(); } }',
      'return new Users(users).find(JSON.parse(event.body).filter);',
    ],
    'through a loop that fills the filter':
      'const filter = {}; for (const [key, value] of Object.entries(JSON.parse(event.body))) filter[key] = value; return users.findOne(filter);',
    'through a model of an ODM': [
      "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));",
      'const login = async ({ name, password }) => User.findOne({ name: String(name), password }); return login(JSON.parse(event.body));',
    ],
  }),
});

check('no-nosql-injection, on DynamoDB', rule, {
  valid: quiet(dynamo, {
    'the value of an expression':
      "return db.send(new QueryCommand({ TableName: 't', KeyConditionExpression: 'id = :id', ExpressionAttributeValues: { ':id': event.id } }));",
    'a key': "return db.send(new GetCommand({ TableName: 't', Key: { id: event.pathParameters.id } }));",
    'an item': "return db.send(new PutCommand({ TableName: 't', Item: JSON.parse(event.body) }));",
    'an expression of placeholders':
      "const body = JSON.parse(event.body); const parts = []; const values = {}; Object.values(body).forEach((value, i) => { parts.push(`#k${i} = :v${i}`); values[`:v${i}`] = value; }); return db.send(new UpdateCommand({ TableName: 't', Key: { id: 1 }, UpdateExpression: 'set ' + parts.join(', '), ExpressionAttributeValues: values }));",
    'the table is named by the environment': 'return db.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: event.id } }));',
    'the index is one of two':
      "return db.send(new QueryCommand({ TableName: 't', IndexName: event.byName ? 'name' : 'id', KeyConditionExpression: 'id = :id', ExpressionAttributeValues: { ':id': event.id } }));",
    'a limit': "return db.send(new ScanCommand({ TableName: 't', Limit: Number(event.limit) }));",
  }),
  invalid: tainted(dynamo, {
    'the value in the text of an expression':
      "return db.send(new QueryCommand({ TableName: 't', KeyConditionExpression: 'id = ' + event.id }));",
    'the whole request': 'return db.send(new ScanCommand(JSON.parse(event.body)));',
    'the table': 'return db.send(new GetCommand({ TableName: event.table, Key: { id: 1 } }));',
    'the names of the fields in an update':
      "const body = JSON.parse(event.body); const parts = Object.keys(body).map((key, i) => `${key} = :v${i}`); return db.send(new UpdateCommand({ TableName: 't', Key: { id: 1 }, UpdateExpression: 'set ' + parts.join(', ') }));",
    'a request that is spread': "return db.send(new ScanCommand({ TableName: 't', ...JSON.parse(event.body) }));",
    'the old document client': [
      "const AWS = require('aws-sdk');\nconst old = new AWS.DynamoDB.DocumentClient();",
      "return old.scan({ TableName: 't', FilterExpression: `contains(name, ${event.name})` }).promise();",
    ],
    'through a class that keeps the request': [
      "class Query { params = { TableName: 't' }; filter(text) { this.params.FilterExpression = text; return this; } run() { return db.send(new ScanCommand(this.params)); } }",
      "return new Query().filter('name = ' + event.name).run();",
    ],
  }),
});

check('no-nosql-injection, as text', rule, {
  valid: quiet(mongo, {
    'the text of whatever it is': 'return users.findOne({ name: JSON.parse(event.body).name.toString() });',
  }),
  invalid: tainted(mongo, {
    'the value of whatever it is': 'return users.findOne({ name: JSON.parse(event.body).name.valueOf() });',
  }),
});
