import type { ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { holdsObject, isPresent, isWritten, presentMember } from './presence.js';

export interface ResponseHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: Value;
}

export interface Headers {
  readonly list: readonly ResponseHeader[];
  /** Whether there are no others. */
  readonly known: boolean;
}

/** What rules ask for, in the spellings that people write: read one by one where not all headers are known. */
const askedFor = [
  'Content-Type',
  'Location',
  'Set-Cookie',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
];

/** `content-type` in the spellings that are seen: as asked, in lower case, with one capital, in capitals. */
function spellings(name: string): string[] {
  const lower = name.toLowerCase();
  return [name, lower, lower.charAt(0).toUpperCase() + lower.slice(1), name.toUpperCase()];
}

/** Headers as an object of names and values. */
export function headersOf(headers: Value | null, read: ValueReader): Headers {
  if (headers === null) return { list: [], known: true };
  const members = read.members(headers);
  if (members !== null) return { list: members.map(([name, value]) => ({ name: name.toLowerCase(), value })), known: true };
  if (!holdsObject(headers) && !isWritten(headers)) return { list: [], known: false };
  const list = askedFor.flatMap(name =>
    spellings(name).map(spelling => ({ name: name.toLowerCase(), value: read.member(headers, spelling) })),
  );
  return { list: list.filter(({ value }) => isPresent(value)), known: false };
}

/** Headers whose values are lists: of texts, or as CloudFront writes them of `{ key, value }`. */
export function multiValueHeadersOf(headers: Value | null, read: ValueReader): Headers {
  const { list, known } = headersOf(headers, read);
  const single = list.flatMap(({ name, value }) => {
    const elements = read.elements(value) ?? [presentMember(value, '0', read) ?? value];
    return elements.map(element => ({ name, value: holdsObject(element) ? (presentMember(element, 'value', read) ?? element) : element }));
  });
  return { list: single, known };
}

/** Headers as a list of `[name, value]`; null when the value is no such list. */
export function pairsOf(headers: Value, read: ValueReader): Headers | null {
  const pairs = read.elements(headers);
  if (pairs === null) return null;
  const list: ResponseHeader[] = [];
  let known = true;
  for (const pair of pairs) {
    const [name, value] = read.elements(pair) ?? [];
    const [text] = name === undefined ? [] : (read.constants(name) ?? []);
    if (typeof text === 'string' && value !== undefined) list.push({ name: text.toLowerCase(), value });
    else known = false;
  }
  return { list, known };
}
