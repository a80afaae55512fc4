import type { Shape, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { textKinds } from '../strings/harm.js';
import { judgePattern } from '../strings/pattern.js';
import { judgePrefix } from '../strings/guard-text.js';
import { any, both, safe, text } from './shapes.js';

/** @returns a text that is harmless to some kinds. */
function clearedFor(kinds: readonly string[]): Shape {
  return textKinds.every(kind => kinds.includes(kind)) ? safe : kinds.length === 0 ? text : { type: 'cleared', kinds };
}

/** @returns a text that this regular expression accepts, wherever it finds a match. */
export function matching(pattern: string, flags: string): Shape {
  return clearedFor(judgePattern(pattern, flags, true));
}

/** @returns a text that the value, a regular expression (or its source), accepts; any text when it is not known. */
export function matchingValue(value: Value | undefined, read: ValueReader): Shape {
  const constants = value === undefined ? null : read.constants(value);
  if (constants === null || constants.length === 0) return text;
  const shapes = constants.map(constant => {
    if (typeof constant === 'string') return matching(constant, '');
    return typeof constant === 'object' && constant !== null ? matching(constant.pattern, constant.flags) : text;
  });
  return shapes.length === 1 ? shapes[0]! : text;
}

/** @returns a text that starts with the value. */
export function startingWith(value: Value | undefined, read: ValueReader): Shape {
  const constants = value === undefined ? null : read.constants(value);
  const prefix = constants?.length === 1 ? constants[0] : null;
  return typeof prefix === 'string' ? clearedFor(judgePrefix([prefix], null)) : text;
}

const hexadecimal = '^[0-9a-fA-F]+$';
const alphanumeric = '^[0-9a-zA-Z]+$';
const ipv4 = '^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$';
const ipv6 = '^[0-9a-fA-F:.]+$';

/**
 * What the formats of the libraries let through, by name without case, hyphens and underscores. Where libraries differ, the wider one counts.
 * E-mail addresses and URLs are any text: quotes and brackets are legal in both.
 */
const formats: Readonly<Record<string, string>> = {
  uuid: '^[0-9a-fA-F-]{36}$',
  guid: '^[0-9a-fA-F-]{36}$',
  uuidv4: '^[0-9a-fA-F-]{36}$',
  uuidv6: '^[0-9a-fA-F-]{36}$',
  uuidv7: '^[0-9a-fA-F-]{36}$',
  ulid: alphanumeric,
  cuid: alphanumeric,
  cuid2: alphanumeric,
  ksuid: alphanumeric,
  xid: alphanumeric,
  nanoid: '^[0-9a-zA-Z_-]+$',
  objectid: hexadecimal,
  mongoid: hexadecimal,
  hex: hexadecimal,
  hexadecimal,
  hash: hexadecimal,
  hexcolor: '^#[0-9a-fA-F]+$',
  color: '^#[0-9a-fA-F]+$',
  octal: '^(?:0[oO])?[0-7]+$',
  digits: '^[0-9]+$',
  decimal: '^[+-]?[0-9.]+$',
  numeric: '^[+-]?[0-9.]+$',
  numberstring: '^[+-]?[0-9.]+$',
  alpha: '^[a-zA-Z]+$',
  alphanum: alphanumeric,
  alphanumeric,
  token: '^[0-9a-zA-Z_]+$',
  slug: '^[0-9a-z_-]+$',
  port: '^[0-9]+$',
  booleanstring: '^(?:true|false|0|1)$',
  base64: '^[0-9a-zA-Z+/=]*$',
  base64url: '^[0-9a-zA-Z_=-]*$',
  jwt: '^[\\w-]+\\.[\\w-]+\\.[\\w-]*$',
  e164: '^\\+?[0-9]+$',
  creditcard: '^[0-9 -]+$',
  isoweek: '^[0-9]{4}-W[0-9]{2}$',
  duration: '^P[0-9A-Z.,]+$',
  isoduration: '^P[0-9A-Z.,]+$',
  ip: ipv6,
  ipv4,
  ipv6,
  cidr: '^[0-9a-fA-F:.]+/[0-9]+$',
  cidrv4: '^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]+$',
  cidrv6: '^[0-9a-fA-F:]+/[0-9]+$',
  mac: '^[0-9a-fA-F:.-]+$',
  macaddress: '^[0-9a-fA-F:.-]+$',
  fqdn: '^[0-9a-zA-Z.-]+$',
  hostname: '^[0-9a-zA-Z.-]+$',
  domain: '^[0-9a-zA-Z.-]+$',
  semver: '^[0-9a-zA-Z.+-]+$',
};

/** Formats of dates and times: they leave out what can do harm as a path or URL as well, whatever their letters. */
const closed = new Set([
  'isodate',
  'isodatetime',
  'isotimestamp',
  'iso8601',
  'datestring',
  'rfc3339',
  'datetime',
  'date',
  'isotime',
  'isotimesecond',
  'time',
]);

/** @returns what a text format leaves of the texts; null when no format has the name. */
export function formatShape(name: string): Shape | null {
  const key = name.toLowerCase().replace(/[-_]/g, '');
  if (closed.has(key)) return safe;
  const pattern = formats[key];
  if (pattern !== undefined) return matching(pattern, '');
  return ['email', 'url', 'uri', 'emoji'].includes(key) ? text : null;
}

/** @returns the shape, a text at least, limited further. */
export function limited(shape: Shape, by: Shape | null): Shape {
  return by === null ? shape : both(shape, by);
}

/** @returns the text that a test of the program lets through; the shape itself when it is no text. */
export function refined(shape: Shape, test: Value | undefined, read: ValueReader): Shape {
  if (test === undefined || (shape.type !== 'text' && shape.type !== 'cleared')) return shape;
  return both(shape, clearedFor(textKinds.filter(read.accepts(test))));
}

const unknownBit: (typeof import('../flow/value.js').Nature)['unknown'] = 1;
const coercedBit: (typeof import('../flow/value.js').Nature)['coerced'] = 2;
const unknown: Value = { constants: [], references: [], taints: [], nature: unknownBit, texts: null, proof: null };

/** @returns what a function makes of a value: harmless when it gives a constant, a number, a boolean or a date, or got nothing else than harmless data. */
export function transformed(shape: Shape, fn: Value | undefined, read: ValueReader): Shape {
  if (shape.type === 'safe') return safe;
  if (fn === undefined) return any;
  const result = read.apply(fn, [unknown]);
  const isKnown = result.references.length === 0 && result.taints.length === 0 && (result.nature & ~coercedBit) === 0;
  return isKnown && (result.nature !== 0 || result.constants.length > 0) ? safe : any;
}
