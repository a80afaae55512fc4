import { describe, expect, it } from 'vitest';
import { contentType } from '../../lib/responses/content-type.js';
import { responseParts } from '../../lib/responses/response.js';
import { concatenate, constantValue, joinValues, unknownValue } from '../../lib/flow/values.js';
import type { Value } from '../../lib/flow/value.js';
import { literals, spread, unknown } from './literal-values.js';

const { of, made, read } = literals();

type Kind = 'http' | 'data' | 'edge' | null;

const partsOf = (value: Value, kind: Kind = 'http') => {
  const parts = responseParts(value, read, kind);
  if (parts === null) throw new Error('No response');
  return parts;
};
/** A value as it was written, for comparisons. */
const plain = (value: Value | null): unknown => {
  if (value === null) return null;
  const constants = read.constants(value);
  if (constants !== null) return constants.length === 1 ? constants[0] : constants;
  const members = read.members(value);
  return members === null ? 'unknown' : Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
};
const written = (value: Value, kind: Kind = 'http') => {
  const { status, headers, body, isBase64Encoded, ...rest } = partsOf(value, kind);
  return {
    ...rest,
    status: plain(status),
    headers: headers.map(({ name, value: header }) => [name, plain(header)]),
    body: plain(body),
    isBase64Encoded: plain(isBase64Encoded),
  };
};

describe('responseParts', () => {
  it('takes a proxy response apart, header names in lower case', () => {
    const response = of({ statusCode: 200, headers: { 'Content-Type': 'text/html', LOCATION: '/x' }, body: 'hi', isBase64Encoded: false });
    expect(written(response)).toEqual({
      shape: 'http',
      status: 200,
      headers: [
        ['content-type', 'text/html'],
        ['location', '/x'],
      ],
      headersKnown: true,
      body: 'hi',
      isBase64Encoded: false,
    });
  });

  it('takes each value of a multi-value header', () => {
    expect(written(of({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } })).headers).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  it('takes the cookies of the second payload format for headers', () => {
    expect(written(of({ statusCode: 200, cookies: ['a=1'] })).headers).toEqual([['set-cookie', 'a=1']]);
  });

  it('takes cookies that are no known list as one', () => {
    expect(written(of({ statusCode: 200, cookies: unknown })).headers).toEqual([['set-cookie', 'unknown']]);
  });

  it('is a plain text where an HTTP event gets a text', () => {
    expect(written(of('hi'))).toMatchObject({ shape: 'data', status: null, headers: [], body: 'hi' });
  });

  it('is data where an HTTP event gets an object without status and headers', () => {
    expect(written(of({ ok: true }))).toMatchObject({ shape: 'data', body: { ok: true } });
  });

  it('is a response where an HTTP event gets headers and no status', () => {
    expect(written(of({ headers: { location: '/x' }, body: 'hi' }))).toMatchObject({
      shape: 'http',
      headers: [['location', '/x']],
      body: 'hi',
    });
  });

  it('looks at both of two objects that may be returned', () => {
    const either = joinValues(of({ statusCode: 200, body: 'a' }), of({ statusCode: 500, body: 'b', headers: { location: '/x' } }));
    expect(written(either)).toMatchObject({ status: [200, 500], body: ['a', 'b'] });
  });

  it('finds the headers that rules ask for among others that are not known', () => {
    const parts = written(of({ statusCode: 200, headers: { 'content-type': 'text/html', 'x-other': '1', [spread]: true } }));
    expect(parts.headers).toContainEqual(['content-type', 'text/html']);
    expect(parts.headersKnown).toBe(false);
  });

  it('knows no headers of an object from elsewhere', () => {
    expect(written(of({ statusCode: 200, headers: unknown }))).toMatchObject({ headers: [], headersKnown: false });
  });

  it('looks into a nested HTTP response', () => {
    expect(written(of({ http_response: { statusCode: 302, headers: { Location: '/x' } } }))).toMatchObject({
      status: 302,
      headers: [['location', '/x']],
    });
  });

  it("takes CloudFront's lists of headers apart", () => {
    const response = of({
      status: '302',
      headers: { location: [{ key: 'Location', value: '/x' }], 'content-type': [{ value: 'text/html' }] },
      body: 'hi',
      bodyEncoding: 'text',
    });
    expect(written(response, 'edge')).toEqual({
      shape: 'edge',
      status: '302',
      headers: [
        ['location', '/x'],
        ['content-type', 'text/html'],
      ],
      headersKnown: true,
      body: 'hi',
      isBase64Encoded: 'text',
    });
  });

  it('reads the first element of a list that is not known', () => {
    const list = of({ 0: { value: '/x' }, [spread]: true });
    expect(written(of({ status: '302', headers: { location: list } }), 'edge').headers).toEqual([['location', '/x']]);
  });

  it('is no response where CloudFront gets a request back', () => {
    expect(responseParts(of({ uri: '/index.html', headers: {} }), read, 'edge')).toBeNull();
    expect(responseParts(unknownValue, read, 'edge')).toBeNull();
  });

  it('is data for services that take any value', () => {
    expect(written(of({ statusCode: 200, body: 'a' }), 'data')).toMatchObject({ shape: 'data', body: { statusCode: 200, body: 'a' } });
  });

  it("finds the body of a Bedrock agent's answer", () => {
    const api = of({ response: { httpStatusCode: 200, responseBody: { 'application/json': { body: 'a' } } } });
    expect(written(api, 'data')).toMatchObject({ shape: 'data', status: 200, body: 'a' });
    const fn = of({ response: { functionResponse: { responseBody: { TEXT: { body: 'b' } } } } });
    expect(written(fn, null)).toMatchObject({ shape: 'data', body: 'b' });
  });

  it.each([
    ['a status code', { statusCode: 400 }, 'http'],
    ['a body with headers', { body: 'a', headers: {} }, 'http'],
    ['multi-value headers', { multiValueHeaders: {} }, 'http'],
    ['a status with headers', { status: '200', headers: {} }, 'edge'],
    ['a status alone', { status: 'done' }, 'data'],
    ['a body alone', { body: 'a' }, 'data'],
    ['anything else', { result: 1 }, 'data'],
  ] as const)('decides by its shape where the event is not known: %s', (_, literal, shape) => {
    expect(partsOf(of(literal), null).shape).toBe(shape);
  });

  it('is no response where nothing is returned', () => {
    expect(responseParts(of(undefined), read, 'http')).toBeNull();
    expect(responseParts(of(null), read, null)).toBeNull();
  });

  it('sees nothing of a response in a value from elsewhere', () => {
    expect(partsOf(unknownValue)).toMatchObject({ shape: 'data', body: unknownValue });
  });
});

describe('web responses', () => {
  const web = { path: ['Response'], name: 'Response', isNew: true };

  it('has a body, a status and headers', () => {
    const response = made({ ...web, args: [of('<p>'), of({ status: 201, headers: { 'Content-Type': 'text/html' } })] });
    expect(written(response)).toMatchObject({ shape: 'http', status: 201, headers: [['content-type', 'text/html']], body: '<p>' });
  });

  it('has no headers without options', () => {
    expect(written(made({ ...web, args: [of('hi')] }))).toMatchObject({ headers: [], headersKnown: true, body: 'hi' });
  });

  it('takes headers of a Headers object and of a list of pairs', () => {
    const headers = made({ path: ['Headers'], name: 'Headers', isNew: true, args: [of({ location: '/x' })] });
    expect(written(made({ ...web, args: [of(null), of({ headers })] })).headers).toEqual([['location', '/x']]);
    expect(written(made({ ...web, args: [of(null), of({ headers: [['Location', '/y']] })] })).headers).toEqual([['location', '/y']]);
  });

  it('does not know all headers of a list with a pair that is not known', () => {
    expect(partsOf(made({ ...web, args: [of(null), of({ headers: [unknown] })] })).headersKnown).toBe(false);
  });

  it('redirects', () => {
    const response = made({ path: ['Response', 'redirect'], name: 'redirect', args: [of('/x'), of(303)] });
    expect(written(response)).toMatchObject({ status: 303, headers: [['location', '/x']], body: null });
  });

  it('is JSON when it is made so', () => {
    const response = made({ path: ['Response', 'json'], name: 'json', args: [of({ a: 1 }), of({ status: 400 })] });
    expect(written(response)).toMatchObject({ shape: 'data', status: 400, body: { a: 1 } });
  });

  it('is not what another call makes', () => {
    expect(partsOf(made({ path: ['Request'], name: 'Request', isNew: true, args: [of('hi')] })).body).not.toEqual(of('hi'));
  });
});

describe('contentType', () => {
  const typeOf = (header: unknown, name = 'Content-Type') =>
    contentType(partsOf(of({ statusCode: 200, headers: { [name]: header } })), read);

  it.each([
    ['text/html', 'html'],
    ['TEXT/HTML; charset=utf-8', 'html'],
    ['application/xhtml+xml', 'html'],
    ['image/svg+xml', 'html'],
    ['application/xml', 'text'],
    ['application/json', 'json'],
    ['application/problem+json; charset=utf-8', 'json'],
    ['text/plain', 'text'],
    ['text/csv', 'text'],
  ])('%s is %s', (header, expected) => {
    expect(typeOf(header)).toBe(expected);
  });

  it('is found under any spelling', () => {
    expect(typeOf('text/html', 'CONTENT-TYPE')).toBe('html');
  });

  it('is markup when it may be', () => {
    expect(typeOf(joinValues(constantValue('application/json'), constantValue('text/html')))).toBe('html');
  });

  it('is read off the beginning of a text that goes on with something unknown', () => {
    expect(typeOf(concatenate([constantValue('text/html; charset='), unknownValue]))).toBe('html');
  });

  it('is unknown when its value is', () => {
    expect(typeOf(unknown)).toBe('unknown');
    expect(typeOf(concatenate([constantValue('text'), unknownValue]))).toBe('unknown');
  });

  it('is missing when no header says', () => {
    expect(contentType(partsOf(of({ statusCode: 200, body: 'hi' })), read)).toBe('missing');
  });

  it('is unknown when a header that is not known may say', () => {
    expect(contentType(partsOf(of({ statusCode: 200, headers: unknown })), read)).toBe('unknown');
  });

  it('is JSON for data', () => {
    expect(contentType(partsOf(of({ ok: true })), read)).toBe('json');
  });
});
