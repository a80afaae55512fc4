import type { ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import type { ResponseParts } from './response.js';

/** What a browser makes of a body: markup, JSON, other text; `missing`: no header says; `unknown`: one may, with a value that is not known. */
export type ContentType = 'html' | 'json' | 'text' | 'missing' | 'unknown';

/** Markup that people open in a browser; plain XML is for programs. */
function classify(type: string): ContentType {
  const name = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(name)) return 'html';
  return /[/+]json$/.test(name) ? 'json' : 'text';
}

/** The texts that a header's value may start with; null when any of them is not known. */
function beginnings(value: Value, read: ValueReader): readonly string[] | null {
  const constants = read.constants(value);
  if (constants !== null) return constants.filter(constant => typeof constant === 'string');
  if (value.texts === null) return null;
  const starts = value.texts.map(([first]) => (typeof first === 'string' && first.includes('/') ? first : null));
  return starts.every(start => start !== null) ? starts : null;
}

/** Whether the content type may be markup or JSON, as the program decides for each request. */
export function isNegotiated({ headers }: ResponseParts, read: ValueReader): boolean {
  const types = headers.filter(({ name }) => name === 'content-type').flatMap(({ value }) => beginnings(value, read)?.map(classify) ?? []);
  return types.includes('html') && types.includes('json');
}

/** @returns what the response's content type is; markup when it may be markup among others. */
export function contentType(parts: ResponseParts, read: ValueReader): ContentType {
  const found = parts.headers
    .filter(({ name }) => name === 'content-type')
    .flatMap(({ value }) => beginnings(value, read)?.map(classify) ?? (['unknown'] as const));
  for (const type of ['html', 'unknown', 'json', 'text'] as const) if (found.includes(type)) return type;
  if (parts.shape === 'data') return 'json';
  return parts.headersKnown ? 'missing' : 'unknown';
}
