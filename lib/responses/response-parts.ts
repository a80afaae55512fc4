import type { ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';

/** A header of a response. */
export interface ResponseHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: Value;
  /** Members that lead from the response to the value. */
  readonly path: readonly string[];
}

/** What a handler answers, in whichever form its service takes. */
export interface ResponseParts {
  readonly status: Value | null;
  readonly headers: readonly ResponseHeader[];
  /** False when headers may be there that are not known. */
  readonly headersKnown: boolean;
  readonly body: Value;
  /** Members that lead from the response to the body; empty when the value itself is the body. */
  readonly bodyPath: readonly string[];
}

function has(value: Value, name: string, read: ValueReader): boolean {
  const member = read.member(value, name);
  const constants = read.constants(member);
  return constants === null || constants.some(constant => constant !== undefined);
}

function headersAt(response: Value, path: readonly string[], read: ValueReader): ResponseHeader[] | null {
  const object = path.reduce((value, name) => read.member(value, name), response);
  const members = read.members(object);
  if (members === null) return null;
  return members.map(([name, value]) => ({ name: name.toLowerCase(), value, path: [...path, name] }));
}

/** Lambda@Edge: `headers.location[0].value`. */
function edgeHeaders(headers: readonly ResponseHeader[], read: ValueReader): ResponseHeader[] {
  return headers.map(header => {
    const first = read.elements(header.value)?.[0];
    return first === undefined ? header : { ...header, value: has(first, 'value', read) ? read.member(first, 'value') : first };
  });
}

/**
 * The parts of a response.
 * @param response what the handler returned or called back with
 * @returns null for a value that is no object of the program, whose parts cannot be told
 */
export function responseParts(response: Value, read: ValueReader): ResponseParts | null {
  if (!response.references.some(({ type }) => type === 'object')) return null;
  const nested = has(response, 'http_response', read) ? ['http_response'] : [];
  const inner = nested.reduce((value, name) => read.member(value, name), response);
  const isHttp = ['statusCode', 'status', 'headers', 'multiValueHeaders', 'body'].some(name => has(inner, name, read));
  if (!isHttp) return { status: null, headers: [], headersKnown: true, body: response, bodyPath: [] };
  const single = has(inner, 'headers', read) ? headersAt(response, [...nested, 'headers'], read) : [];
  const multiple = has(inner, 'multiValueHeaders', read) ? headersAt(response, [...nested, 'multiValueHeaders'], read) : [];
  return {
    status: read.member(inner, has(inner, 'statusCode', read) ? 'statusCode' : 'status'),
    headers: edgeHeaders([...(single ?? []), ...(multiple ?? [])], read),
    headersKnown: single !== null && multiple !== null,
    body: read.member(inner, 'body'),
    bodyPath: [...nested, 'body'],
  };
}

/** What the content type says a body is. `missing`: no such header, so the service decides. */
export function contentType(parts: ResponseParts, read: ValueReader): 'html' | 'other' | 'missing' | 'unknown' {
  const header = parts.headers.findLast(({ name }) => name === 'content-type');
  if (header === undefined) return parts.headersKnown ? 'missing' : 'unknown';
  const constants = read.constants(header.value);
  const text = constants === null ? header.value.texts?.map(([first]) => first) : constants;
  if (text === undefined) return 'unknown';
  return text.some(part => typeof part === 'string' && /html|svg/iu.test(part)) ? 'html' : text.every(part => typeof part === 'string') ? 'other' : 'unknown';
}

