import type { ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { headersOf, multiValueHeadersOf, pairsOf, type Headers, type ResponseHeader } from './headers.js';
import { holdsObject, isAnswer, isPresent, presentMember } from './presence.js';

/** What a handler's answer is made of. */
export interface ResponseParts {
  /** `http`: with a status and headers; `edge`: the same as CloudFront writes it; `data`: what goes to the caller as JSON, all of it. */
  readonly shape: 'http' | 'edge' | 'data';
  readonly status: Value | null;
  readonly headers: readonly ResponseHeader[];
  /** Whether there are no headers but these. */
  readonly headersKnown: boolean;
  readonly body: Value | null;
  readonly isBase64Encoded: Value | null;
}

const noHeaders: Headers = { list: [], known: true };

function dataParts(body: Value): ResponseParts {
  return { shape: 'data', status: null, headers: [], headersKnown: true, body, isBase64Encoded: null };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response */
function httpParts(value: Value, read: ValueReader): ResponseParts {
  const headers = headersOf(presentMember(value, 'headers', read), read);
  const multi = multiValueHeadersOf(presentMember(value, 'multiValueHeaders', read), read);
  const cookies = presentMember(value, 'cookies', read);
  const cookieHeaders =
    cookies === null ? [] : (read.elements(cookies) ?? [cookies]).map(cookie => ({ name: 'set-cookie', value: cookie }));
  return {
    shape: 'http',
    status: presentMember(value, 'statusCode', read),
    headers: [...headers.list, ...multi.list, ...cookieHeaders],
    headersKnown: headers.known && multi.known,
    body: presentMember(value, 'body', read),
    isBase64Encoded: presentMember(value, 'isBase64Encoded', read),
  };
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses-in-requests.html */
function edgeParts(value: Value, read: ValueReader): ResponseParts {
  const headers = multiValueHeadersOf(presentMember(value, 'headers', read), read);
  return {
    shape: 'edge',
    status: presentMember(value, 'status', read),
    headers: headers.list,
    headersKnown: headers.known,
    body: presentMember(value, 'body', read),
    isBase64Encoded: presentMember(value, 'bodyEncoding', read),
  };
}

/** `new Response(body, { status, headers })`, `Response.json(data)`, `Response.redirect(url)`. https://developer.mozilla.org/docs/Web/API/Response */
function webParts(value: Value, read: ValueReader): ResponseParts | null {
  const call = read.call(value);
  if (call === null || !call.path.includes('Response')) return null;
  const [body = null, init = null] = call.args;
  if (call.name === 'redirect') {
    const headers = body === null ? [] : [{ name: 'location', value: body }];
    return { shape: 'http', status: init, headers, headersKnown: true, body: null, isBase64Encoded: null };
  }
  const isJson = call.name === 'json';
  if (!isJson && !(call.isNew && call.name === 'Response')) return null;
  const given = init === null ? null : presentMember(init, 'headers', read);
  const made = given === null ? null : read.call(given);
  const source = made?.name === 'Headers' ? (made.args[0] ?? null) : given;
  const headers = source === null ? noHeaders : (pairsOf(source, read) ?? headersOf(source, read));
  const status = init === null ? null : presentMember(init, 'status', read);
  return { shape: isJson ? 'data' : 'http', status, headers: headers.list, headersKnown: headers.known, body, isBase64Encoded: null };
}

/** A Bedrock agent's answer keeps the body below its content type. https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html */
function agentParts(value: Value, read: ValueReader): ResponseParts | null {
  const response = presentMember(value, 'response', read);
  if (response === null || !holdsObject(response)) return null;
  const direct = presentMember(response, 'responseBody', read);
  const nested = presentMember(response, 'functionResponse', read);
  const bodies = direct ?? (nested === null ? null : presentMember(nested, 'responseBody', read));
  if (bodies === null) return null;
  const [first] = read.members(bodies) ?? [];
  const body = first === undefined ? null : presentMember(first[1], 'body', read);
  return { ...dataParts(body ?? bodies), status: presentMember(response, 'httpStatusCode', read) };
}

function has(value: Value, name: string, read: ValueReader): boolean {
  return isPresent(read.member(value, name));
}

function looksLikeHttp(value: Value, read: ValueReader): boolean {
  if (has(value, 'statusCode', read) || has(value, 'multiValueHeaders', read)) return true;
  return has(value, 'body', read) && (has(value, 'headers', read) || has(value, 'isBase64Encoded', read));
}

function looksLikeEdge(value: Value, read: ValueReader): boolean {
  return has(value, 'status', read) && ['headers', 'body', 'statusDescription', 'bodyEncoding'].some(name => has(value, name, read));
}

/**
 * Takes apart what a handler returned (or gave to its callback).
 * @param kind how the event's service reads it; null when the event is not known: then the value's own shape decides
 * @returns null where the value is no answer: nothing at all, or for CloudFront a request that goes on
 */
export function responseParts(value: Value, read: ValueReader, kind: 'http' | 'data' | 'edge' | null): ResponseParts | null {
  if (!isPresent(value)) return null;
  if (kind === 'data') return agentParts(value, read) ?? dataParts(value);
  const web = webParts(value, read);
  if (web !== null) return web;
  if (kind === 'edge') {
    // What goes on as a request is no answer: `return response ?? request`.
    const answer = { ...value, taints: value.taints.filter(({ origin }) => origin.facts.answer === true) };
    return (holdsObject(value) || isAnswer(value)) && has(answer, 'status', read) ? edgeParts(answer, read) : null;
  }
  if (!holdsObject(value)) return dataParts(value);
  const inner = presentMember(value, 'http_response', read);
  if (inner !== null && holdsObject(inner)) return httpParts(inner, read);
  if (looksLikeHttp(value, read) || (kind === 'http' && has(value, 'headers', read))) return httpParts(value, read);
  if (kind === null && looksLikeEdge(value, read)) return edgeParts(value, read);
  return (kind === null ? agentParts(value, read) : null) ?? dataParts(value);
}
