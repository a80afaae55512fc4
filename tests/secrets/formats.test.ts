import { describe, expect, it } from 'vitest';
import { knownSecrets } from '../../lib/secrets/formats.js';
import { fake, privateKey, samples } from './samples.js';

const claims = (data: object): string => Buffer.from(JSON.stringify({ aud: 'https://api.example.com', ...data })).toString('base64url');

describe('knownSecrets', () => {
  it('finds a token that is valid for a year', () => {
    const token = `eyJhbGciOiJIUzI1NiJ9.${claims({ iat: 1522705669, exp: 1554241669 })}.${fake(43)}`;
    expect(knownSecrets(`const token = '${token}';`).map(({ label }) => label)).toEqual(['a JSON Web Token']);
  });

  it.each(samples.map(([label, value]) => [label, value]))('finds %s', (label, value) => {
    expect(knownSecrets(`const value = "${value}";`).map(secret => secret.label)).toContain(label);
  });

  it.each([
    ['the documented access key id of AWS', 'AKIAIOSFODNN7EXAMPLE'],
    ['the other documented access key id of AWS', 'AKIAI44QH8DHBEXAMPLE'],
    ['an access key id of one letter', `AKIA${'X'.repeat(16)}`],
    ['an access key id that counts', 'AKIA1234567890123456'],
    ['a GitHub token of one letter', `ghp_${'x'.repeat(36)}`],
    ['a token too short', `ghp_${fake(12)}`],
    ['a token that goes on', `ghp_${fake(300)}`],
    ['a token inside a word', `laughp_${fake(36)}`],
    ['the sample token of jwt.io', `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6Ik.${fake(43)}`],
    ['a token that was valid for an hour', `eyJhbGciOiJIUzI1NiJ9.${claims({ iat: 1522705669, exp: 1522709269 })}.${fake(43)}`],
    ['a token that is cut off', 'eyJhbGciOiJIUzI1NiIs...'],
    ['a Slack token with numbers and a word in it', 'xoxb-1234-5678-foo'],
    ['a Slack token that says what belongs there', 'xoxb-your-slack-bot-token'],
    ['a publishable key', `pk_live_${fake(24)}`],
    ['the markers of a private key alone', `text.includes('${privateKey().split('\n')[0]}') || fail('no key')`],
    ['the markers of a private key around a variable', `${privateKey().split('\n')[0]}\\n\${body}\\n`],
    ['a public key', privateKey().replaceAll('PRIVATE', 'PUBLIC')],
    ['a certificate', privateKey().replaceAll('RSA PRIVATE KEY', 'CERTIFICATE')],
    ['a URL without credentials', 'https://db.example.com:5432/app'],
    ['a URL with a user alone', 'ssh://git@github.com/a/b.git'],
    ['a URL into which a password is put', 'postgres://app:${process.env.PASSWORD}@db.example.com/app'],
    ['a URL with a pattern', 'postgres://user:password@localhost:5432/app'],
    ['a URL with a placeholder', 'mongodb://<user>:<password>@localhost'],
    ['a URL with a mask', 'https://user:****@example.com'],
    ['an address in a path', 'https://example.com/users/a:b@example.com'],
    ['a hash', fake(40, 'hex')],
    ['an integrity hash', `sha512-${fake(86)}==`],
    ['an ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf'],
    ['a word with a prefix', 'sk-learn and key-value and npm_config_registry'],
    ['an ordinary sentence', 'The token has expired, please sign in again.'],
  ])('is silent about %s', (_, text) => {
    expect(knownSecrets(text)).toEqual([]);
  });

  it('gives samples too when asked to, for masking', () => {
    expect(knownSecrets('AKIAIOSFODNN7EXAMPLE', true)).toHaveLength(1);
  });

  it('gives the range of the password alone in a URL', () => {
    const text = 'connect("redis://:hunter2secret@cache.example.com")';
    const [secret] = knownSecrets(text);
    expect(text.slice(secret!.start, secret!.end)).toBe('hunter2secret');
  });

  it('gives the range of a private key over its lines', () => {
    const text = `const key = \`${privateKey()}\`;`;
    const [secret] = knownSecrets(text);
    expect(text.slice(secret!.start, secret!.end)).toBe(privateKey());
  });

  it('gives a private key without its end up to the end of the text', () => {
    const text = privateKey().split('\n').slice(0, 3).join('\n');
    expect(knownSecrets(text)).toMatchObject([{ start: 0, end: text.length }]);
  });
});
