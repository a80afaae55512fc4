import { knownSecrets } from './formats.js';
import { secretNameKind, wordsOf } from './names.js';
import { isRandom } from './shapes.js';

/** Offsets in a text, end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `code`: JavaScript, TypeScript, Python; `config`: templates, Dockerfiles and other files whose values need no quotes. */
export type TextForm = 'code' | 'config';

const mask = '***';

/** A name, then a colon or an equals sign (a type annotation between them), then a quote: `password: 'x'`, `"token": "x"`, `const key: string = 'x'`. */
const assignment =
  /(?<![\w$.-])([A-Za-z_$][\w$.-]{0,100})["'\]]{0,2}[ \t]{0,20}(?::[ \t]{0,10}[A-Za-z][\w.<>| ]{0,40})?(?:=>|:=|\?\?=|\|\|=|[:=])\s{0,40}[a-zA-Z]{0,2}(["'`])/g;
/** A header or an argument that carries a credential whatever it is called. */
const bearer = /\b(?:Bearer|Basic|token)\s{1,3}([A-Za-z0-9+/=_.~-]{8,4000})/gi;
/** Functions one of whose arguments is a key. */
const keyed =
  /(?<![\w$])(?:sign|verify|signAsync|createHmac|createSecretKey|createCipheriv|createDecipheriv|HmacSHA\d{1,3}|setApiKey|AES|hmac|encode|decode)(?:\.(?:new|encrypt|decrypt))?\s{0,5}\(/g;
const quoted = /(["'`])((?:\\.|(?!\1)[^\\\n]){0,500})\1/g;
const algorithm =
  /^(?:(?:RS|HS|ES|PS|sha|SHA|RSA-SHA|aes|AES|md|MD)[-\d]|EdDSA|none|utf-?8|hex|base64(?:url)?|ascii|latin1|binary|buffer$)/;
/** A value without quotes in a template or a Dockerfile: `DB_PASSWORD: x`, `ENV TOKEN=x`, `- API_KEY=x`. */
const bare =
  /^[ \t]{0,80}(?:-[ \t]{1,5})?(?:(?:ENV|ARG|export)[ \t]{1,5})?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]{0,10}(?:[:=][ \t]{0,10}|[ \t]{1,5})(\S[^\n]{0,4000})$/gm;
const reference = /^(?:!|\$|\{\{|\{|\[|"|'|<|>|\|)/;
/** Long pieces of letters and digits; where one is random it is masked, whatever it is for. */
const piece = /(?<![A-Za-z0-9+/=_~-])[A-Za-z0-9+/=_~-]{20,4000}(?![A-Za-z0-9+/=_~-])/g;
const privateKeyEnd = /-----END (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
/** A line of a key, in quotes or not, joined or not. */
const keyLine = /^[\s"'`+]{0,80}[A-Za-z0-9+/=]{1,200}(?:\\[nr]){0,2}["'`\s+,\\]{0,20}$/;

/** Wider than the rule: for display, a word of a secret's name is enough unless the name is about something else. */
function isMasked(name: string): boolean {
  return secretNameKind(name) !== null || ['authorization', 'auth', 'cookie', 'pass'].includes(wordsOf(name).at(-1) ?? '');
}

/** The end of a text in quotes; the end of the line, or of all for a template literal, where it is not closed. */
function endOfQuoted(text: string, start: number, quote: string): number {
  for (let i = start; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
    else if (text[i] === '\n' && quote !== '`') return i;
  }
  return text.length;
}

function assigned(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(assignment)) {
    if (!isMasked(match[1]!)) continue;
    const start = match.index + match[0].length;
    ranges.push({ start, end: endOfQuoted(text, start, match[2]!) });
  }
  return ranges;
}

const longestCall = 600;

/** The bracket that closes a call. */
function endOfArguments(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestCall);
  let depth = 1;
  for (let i = start; i < limit; i++) {
    const character = text[i]!;
    if (character === '"' || character === "'" || character === '`') i = endOfQuoted(text, i + 1, character);
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return i;
  }
  return limit;
}

function inCalls(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const call of text.matchAll(keyed)) {
    const from = call.index + call[0].length;
    const args = text.slice(from, endOfArguments(text, from));
    for (const match of args.matchAll(quoted)) {
      const value = match[2]!;
      const start = from + match.index + 1;
      if (value.length >= 4 && !algorithm.test(value)) ranges.push({ start, end: start + value.length });
    }
  }
  return ranges;
}

function unquoted(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(bare)) {
    const value = match[2]!;
    if (!isMasked(match[1]!) || reference.test(value)) continue;
    const end = match.index + match[0].length;
    ranges.push({ start: end - value.length, end });
  }
  return ranges;
}

function schemed(text: string): TextRange[] {
  return Array.from(text.matchAll(bearer), match => {
    const end = match.index + match[0].length;
    return { start: end - match[1]!.length, end };
  });
}

function randomPieces(text: string): TextRange[] {
  return Array.from(text.matchAll(piece), match => ({ start: match.index, end: match.index + match[0].length })).filter(({ start, end }) =>
    isRandom(text.slice(start, end)),
  );
}

const longestKeyLine = 300;

/** Lines of a private key whose beginning the text does not show. */
function keysCutOff(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(privateKeyEnd)) {
    let start = match.index;
    while (start > 0) {
      const before = text.slice(Math.max(0, start - longestKeyLine), start);
      const line = before.slice(before.lastIndexOf('\n', before.length - 2) + 1);
      if (!keyLine.test(line.replace(/\n$/, ''))) break;
      start -= line.length;
    }
    if (start < match.index) ranges.push({ start, end: match.index });
  }
  return ranges;
}

/** Only what stands between the markers of a private key, so that a reader sees what it was. */
function insideMarkers(text: string, range: TextRange): TextRange {
  if (!text.startsWith('-----BEGIN', range.start)) return range;
  const start = text.indexOf('-----', range.start + 10) + 5;
  const end = text.lastIndexOf('-----END', range.end);
  return { start, end: end >= start ? end : range.end };
}

/** Sorted, and joined where they touch or overlap. */
function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (end <= start) continue;
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/**
 * Where a text holds secrets, or may: every known format, passwords in URLs, private keys over several lines, literals under a secret's name or in a
 * key's place, and random text. Wider than what is reported: what is masked for nothing only makes an excerpt harder to read.
 *
 * @param text of a whole file, so that a secret which begins or ends outside an excerpt is found
 * @param known where secrets are known to stand
 * @returns offsets in order, none of them overlapping
 */
export function secretRanges(text: string, form: TextForm = 'code', known: readonly TextRange[] = []): readonly TextRange[] {
  const ranges: TextRange[] = [
    [...known],
    knownSecrets(text, true).map(secret => insideMarkers(text, secret)),
    assigned(text),
    inCalls(text),
    keysCutOff(text),
    form === 'config' ? unquoted(text) : [],
    schemed(text),
    randomPieces(text),
  ].flat();
  return merged(ranges);
}

/**
 * @param ranges of a text, in order, as `secretRanges` gives them
 * @param start of the excerpt in the text
 * @param end of the excerpt, excluded
 * @returns the excerpt with `***` for each secret that reaches into it
 */
export function maskedExcerpt(text: string, ranges: readonly TextRange[], start = 0, end = text.length): string {
  let result = '';
  let at = start;
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    result += text.slice(at, Math.max(range.start, at)) + mask;
    at = Math.min(range.end, end);
  }
  return result + text.slice(at, end);
}

/** @returns the text with `***` for each secret in it. Doing so again changes nothing. */
export function redact(text: string, form: TextForm = 'code'): string {
  let before = text;
  let after = maskedExcerpt(text, secretRanges(text, form));
  // A piece that stood beside a secret may look random once it stands alone.
  while (after !== before) {
    before = after;
    after = maskedExcerpt(after, secretRanges(after, form));
  }
  return after;
}
