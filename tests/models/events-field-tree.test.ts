import { describe, expect, it } from 'vitest';
import { fieldSteps, fieldTree } from '../../lib/models/events/field-tree.js';
import { sensitiveByName } from '../../lib/models/events/sensitive-name.js';

const tree = fieldTree({
  fields: {
    list: { trust: 'controlled', below: 'trusted', whole: true },
    'list[].text': { trust: 'controlled', label: 'the text', form: 'string' },
    'map.*': { trust: 'controlled', label: 'an entry' },
    'map.fixed': { trust: 'trusted' },
    'map.*.deep': { trust: 'identity' },
    'all.**': { trust: 'controlled', label: 'a part', form: 'string' },
    vouched: { trust: 'identity' },
  },
  rest: 'trusted',
});
const facts = (...path: string[]) => tree.facts(path);

describe('fieldSteps', () => {
  it.each([
    ['Records[].s3.object.key', ['Records', '[]', 's3', 'object', 'key']],
    ['headers.*', ['headers', '*']],
    ['detail-type', ['detail-type']],
    ['["CodePipeline.job"].data', ['CodePipeline.job', 'data']],
    ['a["b:c"]', ['a', 'b:c']],
    ['[].arguments', ['[]', 'arguments']],
  ])('%s', (path, steps) => {
    expect(fieldSteps(path)).toEqual(steps);
  });
});

describe('fieldTree', () => {
  it('takes a certain element for any element', () => {
    expect(facts('list', '[3]', 'text')).toEqual(facts('list', '[]', 'text'));
    expect(facts('list', '[3]', 'text').label).toBe('the text');
  });

  it('prefers the named member to the star', () => {
    expect(facts('map', 'fixed').trust).toBe('trusted');
    expect(facts('map', 'other')).toMatchObject({ trust: 'controlled', label: 'an entry' });
  });

  it('prefers the longer entry to the one that names more', () => {
    expect(facts('map', 'fixed', 'deep').trust).toBe('identity');
  });

  it('inherits trust, and neither label nor form', () => {
    expect(facts('list', '[0]', 'text', 'parsed')).toMatchObject({ trust: 'controlled', label: null, form: 'json', whole: false });
  });

  it('inherits what an entry says of the places below it', () => {
    expect(facts('list').trust).toBe('controlled');
    expect(facts('list', '[0]', 'other').trust).toBe('trusted');
  });

  it('takes a place above a controlled one for controlled, and its other members for what they are', () => {
    expect(facts('list', '[0]').trust).toBe('controlled');
    expect(facts('map').trust).toBe('controlled');
    expect(facts('map', 'fixed', 'other').trust).toBe('trusted');
  });

  it('says the same of everything below a double star', () => {
    expect(facts('all', 'a', 'b')).toMatchObject({ trust: 'controlled', label: 'a part', form: 'string' });
  });

  it('takes a computed member for the worst that it may be', () => {
    expect(facts('*').trust).toBe('controlled');
    expect(facts('vouched', '*').trust).toBe('identity');
  });

  it('takes the rest for what the model says', () => {
    expect(facts('other', 'deep').trust).toBe('trusted');
  });

  it('takes the whole for controlled when a part is', () => {
    expect(facts()).toMatchObject({ trust: 'controlled', whole: true });
    expect(fieldTree({ fields: {}, rest: 'trusted' }).facts([])).toMatchObject({ trust: 'trusted', whole: false });
  });
});

describe('sensitiveByName', () => {
  it.each([
    ['password', 'the password'],
    ['newPassword', 'the new password'],
    ['user_password', 'the user password'],
    ['accessToken', 'the access token'],
    ['refresh-token', 'the refresh token'],
    ['apiKey', 'the api key'],
    ['X-API-Key', 'the x api key'],
    ['APIKey', 'the api key'],
    ['creditCard', 'the credit card'],
    ['cardNumber', 'the card number'],
    ['ssn', 'the ssn'],
    ['clientSecret', 'the client secret'],
    ['cookies', 'the cookies'],
    ['jwt', 'the jwt'],
  ])('%s', (name, words) => {
    expect(sensitiveByName(name)).toBe(words);
  });

  it.each([
    ['tokenCount', 'a number'],
    ['passwordLength', 'a number'],
    ['secretArn', 'an ARN'],
    ['secretName', 'a name'],
    ['tokenId', 'an id'],
    ['nextToken', 'it pages through a list'],
    ['NextToken', 'it pages through a list'],
    ['continuationToken', 'it pages through a list'],
    ['clientRequestToken', 'it names a request'],
    ['hasPassword', 'a boolean'],
    ['resetPassword', 'an action'],
    ['maxTokens', 'a number'],
    ['author', 'another word'],
    ['secretary', 'another word'],
    ['tokenize', 'another word'],
    ['keyboard', 'another word'],
    ['publicKey', 'not secret'],
    ['primaryKey', 'not secret'],
    ['', 'no word'],
    ['*', 'no word'],
  ])('not %s: %s', name => {
    expect(sensitiveByName(name)).toBeNull();
  });

  it('keeps the spelling of a header', () => {
    expect(sensitiveByName('X-Api-Key', true)).toBe('the X-Api-Key header');
  });
});
