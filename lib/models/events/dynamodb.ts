import { defineEvent } from '../event-model.js';

/** An attribute's numbers and booleans are numbers and booleans: DynamoDB checks them. */
const image = {
  'Records[].dynamodb.NewImage.*.S': { trust: 'controlled', label: 'an item attribute', form: 'string' },
  'Records[].dynamodb.NewImage.*.N': { trust: 'trusted' },
  'Records[].dynamodb.NewImage.*.BOOL': { trust: 'trusted' },
  'Records[].dynamodb.OldImage.*.S': { trust: 'controlled', label: 'an item attribute', form: 'string' },
  'Records[].dynamodb.OldImage.*.N': { trust: 'trusted' },
  'Records[].dynamodb.OldImage.*.BOOL': { trust: 'trusted' },
  'Records[].dynamodb.Keys.*.S': { trust: 'controlled', label: 'an item key', form: 'string' },
  'Records[].dynamodb.Keys.*.N': { trust: 'trusted' },
} as const;

/** DynamoDB streams. https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export const dynamoDbEvent = defineEvent({
  types: ['DynamoDBStreamEvent'],
  handlerTypes: ['DynamoDBStreamHandler'],
  parts: { 'Records[]': ['DynamoDBRecord', 'DynamoDBStreamRecord'], 'Records[].dynamodb': ['StreamRecord'] },
  service: 'DynamoDB',
  distinctive: ['Records[].dynamodb'],
  fields: {
    Records: { trust: 'controlled', below: 'trusted', whole: true },
    'Records[]': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].dynamodb': { trust: 'controlled', below: 'trusted', whole: true },
    'Records[].dynamodb.NewImage': { trust: 'controlled', label: 'the new item', whole: true },
    'Records[].dynamodb.OldImage': { trust: 'controlled', label: 'the old item', whole: true },
    'Records[].dynamodb.Keys': { trust: 'controlled', label: "the item's keys" },
    ...image,
  },
  rest: 'trusted',
});
