import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedExcerpt, redact, secretRanges } from '../../lib/secrets/redaction.js';
import { fake, privateKey, samples } from './samples.js';

/** Pieces of a value that would give it away. */
function tellTale(value: string): string {
  return value.startsWith('-----') ? (value.split(/\n|\\n/)[2] ?? '') : value.slice(-8).replace(/@.*/, '');
}

describe('redact', () => {
  it.each(samples.map(([label, value]) => [label, value]))('masks %s in code, in a message and in a template', (_, value) => {
    if (value.startsWith('postgres')) return expect(redact(`url = '${value}'`)).not.toContain('hunter2');
    const secret = value.includes('://:') ? value.slice(9, 21) : value.includes('app:') ? value.slice(18, 30) : tellTale(value);
    expect(redact(`call("${value}");`)).not.toContain(secret);
    expect(redact(`Something was called with ${value}.`)).not.toContain(secret);
    expect(redact(`Environment:\n  VALUE: ${value}\n`, 'config')).not.toContain(secret);
  });

  it.each([
    ['a variable', `const password = 'hunter2';`, `const password = '***';`],
    ['a variable with a type', `const password: string = "hunter2";`, `const password: string = "***";`],
    ['a property', `connect({ user: 'app', password: 'admin' })`, `connect({ user: 'app', password: '***' })`],
    ['a property in quotes', `{ "api_key": "abc" }`, `{ "api_key": "***" }`],
    ['a member', `config.clientSecret = 'open sesame';`, `config.clientSecret = '***';`],
    ['a default', `const { token = 'abc' } = options;`, `const { token = '***' } = options;`],
    ['a fallback', `options.token ??= 'abc';`, `options.token ??= '***';`],
    ['a template literal over two lines', 'const secret = `one\ntwo`;', 'const secret = `***`;'],
    ['a text with an escaped quote', `const password = 'it\\'s me';`, `const password = '***';`],
    ['a header', `headers: { Authorization: 'Bearer abcdefgh' }`, `headers: { Authorization: '***' }`],
    ['a header in a message', `sent with Bearer abcdefghij`, `sent with Bearer ***`],
    ['a signer’s key', `jwt.sign(payload, 'shhhhh', { algorithm: 'HS256' })`, `jwt.sign(payload, '***', { algorithm: 'HS256' })`],
    ['a digest’s key', `createHmac('sha256', 'keyboard cat').update('x')`, `createHmac('sha256', '***').update('x')`],
    ['Python', `password = "hunter2"\nboto3.client('s3')`, `password = "***"\nboto3.client('s3')`],
    ['a URL', `'postgres://app:hunter2@db.example.com/app'`, `'postgres://app:***@db.example.com/app'`],
    ['a random text in no special place', `call('${fake(32)}')`, `call('***')`],
    ['a documented example', `id = 'AKIAIOSFODNN7EXAMPLE'`, `id = '***'`],
  ])('masks %s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    ['a variable read from somewhere', `const password = event.password;`],
    ['a name of a secret', `const secretName = 'prod/db';`],
    ['a length', `const passwordLength = '12';`],
    ['a path in an event', `event.Records[0].s3.object.key`],
    ['a message', `This command line contains the S3 object key, event.Records[0].s3.object.key, through render() at renderer.mjs:6.`],
    ['an ARN', `arn:aws:lambda:eu-west-1:123456789012:function:orders-production-handler`],
    ['another call’s arguments', `verify(token); console.log('done with it')`],
    ['an import', `import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';`],
  ])('leaves %s', (_, text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['a variable of a function', `      DB_PASSWORD: hunter2`, `      DB_PASSWORD: ***`],
    ['a list of variables', `  - API_KEY=abc`, `  - API_KEY=***`],
    ['a Dockerfile', `ENV TOKEN=abc\nRUN make`, `ENV TOKEN=***\nRUN make`],
    ['a Dockerfile of old', `ENV TOKEN abc`, `ENV TOKEN ***`],
    ['quotes', `password: "hunter2"`, `password: "***"`],
  ])('masks %s in a template', (_, text, expected) => {
    expect(redact(text, 'config')).toBe(expected);
  });

  it.each([
    `DB_PASSWORD: !Ref Password`,
    `DB_PASSWORD: \${self:custom.password}`,
    `DB_PASSWORD: {{resolve:ssm-secure:db:1}}`,
    `SecretArn: !GetAtt Db.Secret`,
  ])('leaves the reference %s in a template', text => {
    expect(redact(text, 'config')).toBe(text);
  });
});

describe('private keys', () => {
  const lines = privateKey().split('\n');

  it('are masked between their markers, over all their lines', () => {
    expect(redact(`const key = \`${privateKey()}\`;`)).toBe(`const key = \`${lines[0]}***${lines.at(-1)}\`;`);
  });

  it('are masked in a text on one line', () => {
    expect(redact(`key: '${privateKey('\\n')}'`)).not.toContain(fake(22));
  });

  it('are masked in texts that are joined', () => {
    const text = lines.map(line => `  '${line}\\n'`).join(' +\n');
    for (const line of lines.slice(1, -1)) expect(redact(text)).not.toContain(line);
  });

  it('are masked when the text ends before they do', () => {
    expect(redact(lines.slice(0, 3).join('\n'))).toBe(`${lines[0]}***`);
  });

  it('are masked when the text starts after they do, a short last line too', () => {
    const masked = redact(lines.slice(3).join('\n'));
    expect(masked).not.toContain(fake(22));
    expect(masked).toContain(lines.at(-1));
  });
});

describe('maskedExcerpt', () => {
  const text = `const a = 1;\nconst key = \`${privateKey()}\`;\nconst b = 2;`;
  const ranges = secretRanges(text);

  it('shows a piece of a file with the secrets that the whole file told of', () => {
    const start = text.indexOf('MII', text.indexOf('MII') + 1);
    expect(maskedExcerpt(text, ranges, start, start + 40)).toBe('***');
  });

  it('leaves the text around them', () => {
    expect(maskedExcerpt(text, ranges, 0, 12)).toBe('const a = 1;');
    expect(maskedExcerpt(text, ranges, text.length - 14)).toBe('`;\nconst b = 2;'.slice(-14));
  });

  it('gets ranges in order that do not overlap', () => {
    const many = secretRanges(`password = 'ghp_${fake(36)}'; const url = 'mysql://a:ghp_${fake(36)}@b'; token = "x"`);
    expect(many.length).toBeGreaterThan(1);
    many.slice(1).forEach((range, i) => expect(range.start).toBeGreaterThan(many[i]!.end));
  });
});

describe('properties', () => {
  const glue = fc.constantFrom(
    ...`' " \` = : , ; ( ) { } [ ] + * \\n \n Bearer password token secret const sign( a b1 -----END`.split(' '),
    ' ',
  );
  const planted = fc.constantFrom(...samples.map(([, value]) => value).filter(value => !value.includes('://')));
  const piece = fc.oneof(
    { weight: 3, arbitrary: glue },
    { weight: 1, arbitrary: planted },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
  );
  const source = fc.array(piece, { maxLength: 25 }).map(pieces => pieces.join(' '));

  it('masking twice is masking once', () => {
    fc.assert(
      fc.property(source, fc.constantFrom('code', 'config'), (text, form) => {
        const once = redact(text, form);
        expect(redact(once, form)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('no planted secret is left', () => {
    fc.assert(
      fc.property(source, planted, source, (before, secret, after) => {
        expect(redact(`${before} ${secret} ${after}`)).not.toContain(tellTale(secret));
      }),
      { numRuns: 500 },
    );
  });
});
