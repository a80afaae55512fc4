import { describe, expect, it } from 'vitest';
import { isPlaceholder, isRandom, looksLikeSecret } from '../../lib/secrets/shapes.js';
import { fake, samples } from './samples.js';

describe('looksLikeSecret', () => {
  it.each([
    ['a random text under a token’s name', 'token', fake(32)],
    ['a random text under a key’s name', 'apiKey', fake(20)],
    ['hexadecimal under a secret’s name', 'clientSecret', fake(32, 'hex')],
    ['a secret access key', 'secretAccessKey', `${fake(20)}/${fake(19)}`],
    ['a UUID under a strong name', 'apiToken', 'c9a3b1f0-52d7-4e8a-9b6c-0d1e2f3a4b5c'],
    ['a password with signs', 'password', 'S3cr3t!pw'],
    ['a password with a number', 'dbPassword', 'hunter2'],
    ['a password of a word and digits', 'password', 'winter2024'],
    ['a password with a leading word', 'TMP_PASSWORD', 'Password123!'],
    ['a human secret', 'JWT_SECRET', 'super-secret-key-1234'],
    ['a header with its scheme', 'authToken', `Bearer ${fake(40)}`],
    ['a known format, whatever the name', 'value', `ghp_${fake(36)}`],
    ['a password in a URL, whatever the name', 'url', `mysql://root:${fake(10)}@db.example.com`],
  ])('%s', (_, name, value) => {
    expect(looksLikeSecret(value, name)).toBe(true);
  });

  it.each(samples.filter(([label]) => !/id$|Twilio|test key/.test(label)))('%s needs no name', (_, value) => {
    expect(looksLikeSecret(value, '')).toBe(true);
  });

  it.each([
    ['nothing', 'password', ''],
    ['the same as the name', 'password', 'password'],
    ['the same as the name in another case', 'apiKey', 'API_KEY'],
    ['the name of a secret', 'accessToken', 'refresh_token'],
    ['a header’s name', 'apiKey', 'x-api-key'],
    ['a placeholder', 'password', 'changeme'],
    ['a placeholder with a number', 'password', 'changeme123'],
    ['a placeholder in angle brackets', 'token', '<your token here 123>'],
    ['a placeholder in words', 'apiKey', 'your-api-key-123'],
    ['a text that is put in', 'password', '${DB_PASSWORD}'],
    ['a template’s reference', 'password', '{{resolve:secretsmanager:db:SecretString:password}}'],
    ['crosses', 'token', 'xxxxxxxxxxxxxxxxxxxx1'],
    ['stars', 'password', '********'],
    ['a documented example', 'secretAccessKey', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['a documented key id', 'accessKey', 'AKIAIOSFODNN7EXAMPLE'],
    ['the sample of jwt.io', 'jwt', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${fake(43)}`],
    ['a cut-off sample', 'access_token', 'ya29.a0AfH6SMC...'],
    ['a sentence', 'password', 'Enter your password 2 times'],
    ['a label', 'password', 'Password'],
    ['an ARN', 'secret', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd'],
    ['a path', 'token', '/prod/service1/token'],
    ['a path in the tree', 'privateKey', './keys/private1.pem'],
    ['a URL without credentials', 'token', 'https://auth.example.com/oauth2/token'],
    ['the name of a secret in a store', 'secret', 'prod/orders/db-password'],
    ['an alias of a key', 'signingKey', 'alias/my-signing-key1'],
    ['a cookie’s attributes', 'idToken', 'Path=/; Secure; HttpOnly; SameSite=Lax'],
    ['a date', 'token', '2024-05-01T10:00:00Z'],
    ['a version', 'token', '1.2.3-beta.4'],
    ['an empty UUID', 'token', '00000000-0000-0000-0000-000000000000'],
    ['an alphabet', 'secretCharacters', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
    ['a mode', 'credentials', 'same-origin'],
    ['a random text under another name', 'commit', fake(40)],
    ['a random text under a name about a secret', 'passwordHash', fake(40)],
    ['a page’s mark', 'nextToken', fake(40)],
    ['a key of a table', 'partitionKey', fake(24)],
    ['an algorithm', 'secret', 'HS256'],
    ['a key of a translation', 'token', 'errors.auth.token2.expired'],
    ['a class of a syntax highlighter', 'token', 'keyword.$0x'],
    ['a class of a style sheet', 'passwordToken', 'form-control-2 mt-4'],
    ['a test key of Stripe', 'value', `sk_test_${fake(24)}`],
  ])('not %s', (_, name, value) => {
    expect(looksLikeSecret(value, name)).toBe(false);
  });
});

describe('isPlaceholder', () => {
  it.each([
    '',
    'x',
    '<password>',
    '${TOKEN}',
    '{{token}}',
    '%s',
    '$SECRET',
    'your-secret',
    'YOUR_API_KEY',
    'change-me',
    'replace_with_key',
    '***',
    'xxxx-xxxx',
    '...',
  ])('%s', value => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each(['secret', 'my-secret', 'shhhhh', 'root', 'admin', 'hunter2', 'keyboard cat', '123456', fake(20)])(
    'not %s: where only a secret can stand, a weak one is one',
    value => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );

  it('counts a value that repeats the name', () => {
    expect(isPlaceholder('dbPassword', 'db_password')).toBe(true);
    expect(isPlaceholder('dbPassword', 'user')).toBe(false);
  });
});

describe('isRandom', () => {
  it.each([fake(24), fake(40, 'hex'), `${fake(16)}+/${fake(20)}==`])('%s', text => {
    expect(isRandom(text)).toBe(true);
  });

  it.each([
    'event.Records[0].s3.object.key',
    'getSignedUrlForObjectInBucket2',
    'no-uncached-secret-in-handler',
    'AWS::Lambda::Function',
    'us-east-1-production-cluster-2',
    '2024-05-01T10:00:00.000Z',
    'application/vnd.api+json',
    '123456789012345678901234',
    fake(24, 'hex'),
  ])('not %s', text => {
    expect(isRandom(text)).toBe(false);
  });
});
