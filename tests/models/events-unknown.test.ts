import { describe, expect, it } from 'vitest';
import { fieldModel } from '../../lib/models/events/registry.js';

const facts = (path: string) => fieldModel(null).facts(path === '' ? [] : path.split('/'));

describe('an event of unknown kind', () => {
  it.each([
    ['requestContext/requestId', 'only HTTP events have a request context'],
    ['requestContext/accountId', 'only HTTP events have a request context'],
    ['Records/[0]/awsRegion', 'only services send Records'],
    ['Records/[0]/eventSourceARN', 'only services send Records'],
    ['Records/[]/messageId', 'only services send Records'],
    ['Records/[0]/s3/bucket/name', 'the bucket is configured'],
    ['stageVariables/table', 'the stage is configured'],
    ['isBase64Encoded', 'a boolean that the service sets'],
    ['httpMethod', 'the service knows the methods'],
    ['triggerSource', 'only Cognito sends it'],
    ['callerContext/clientId', 'only Cognito sends it'],
    ['request/intent/name', 'the skill declares its intents'],
  ])('%s is trusted: %s', path => {
    expect(facts(path).trust).toBe('trusted');
  });

  it.each([
    ['id', 'anybody may send an id'],
    ['source', 'EventBridge sets it, AppSync does not'],
    ['account', 'EventBridge sets it, a caller may send it'],
    ['resources/[0]', 'EventBridge sets it, a caller may send it'],
    ['records/[0]/name', 'Firehose is not alone in having records'],
    ['userPoolId', 'Cognito sets it, a caller may send it'],
    ['requestContext/http/path', 'the request chooses the path'],
    ['Records/[]/body/id', 'what is parsed out of a body is the sender’s'],
    ['[0]/body', 'a batch of a pipe'],
    ['*', 'any member'],
    ['anything', 'a direct invocation'],
  ])('%s is the sender’s: %s', path => {
    expect(facts(path).trust).toBe('controlled');
  });

  it('believes an authorizer', () => {
    expect(facts('requestContext/authorizer/claims/sub').trust).toBe('identity');
  });

  it.each([
    ['body', 'the request body'],
    ['headers/x', 'a request header'],
    ['Records/[]/s3/object/key', 'the S3 object key'],
    ['Records/[]/body', 'the SQS message body'],
    ['requestContext/http/userAgent', 'the user agent'],
  ])('has a label where the models agree: %s', (path, label) => {
    expect(facts(path).label).toBe(label);
  });

  it.each(['username', 'subject', 'detail', 'token', 'parameters', 'body/name', ''])(
    'has none where one service of many is meant: %s',
    path => {
      expect(facts(path).label).toBeNull();
    },
  );
});
