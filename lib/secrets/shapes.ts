import { knownSecrets } from './formats.js';
import { isSecretName, secretNameKind, wordsOf } from './names.js';

/** @returns the Shannon entropy of a text in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const placeholderWords = new Set(
  `changeme change replace replaceme todo fixme your yours my-own example examples sample dummy placeholder insert enter redacted masked hidden fake mock
  mocked test testing tests foo bar baz qux none null undefined nil empty unknown na default xxx xxxx xyz abc todo tbd secret-here goes here some
  any string value lorem ipsum demo`.split(/\s+/),
);

/** Where a value is put in, or shown not to be one. */
const insertion =
  /^(?:<.*>|\[.*\]|\{.*\}|\(.*\)|%.*%?|\$.*|#.*|@@.*|__.*__|\.{2,}.*|.*\.{3}|.*…|.*\$\{.*|.*\{\{.*|env[.:].*|process\.env.*|!.*)$/s;
const onlyMarks = /^[\s*xX.\-_#?•0=/]+$/;

/**
 * @param value as written, without quotes
 * @param name what the code calls it, where it has a name
 * @returns whether it stands for a secret that is put in elsewhere, or is a documented example: no secret even where only a secret can stand
 */
export function isPlaceholder(value: string, name = ''): boolean {
  const text = value.trim();
  if (text.length < 3 || insertion.test(text) || onlyMarks.test(text)) return true;
  if (/EXAMPLE|x{4}|X{4}|\*{3}|abcdefghij|ABCDEFGHIJ|0123456789/.test(text)) return true;
  const words = wordsOf(text);
  if (words.some(word => placeholderWords.has(word) || /^(?:your|replace|changeme|example|placeholder|dummy)/.test(word))) return true;
  return name !== '' && words.join('') === wordsOf(name).join('');
}

/** `password`, `apiKey`, `my-access-token`: what a secret is called, not its value. */
function isNameOfSecret(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= 4 && !/\d/.test(text) && isSecretName(text) && words.every(word => vocabulary.has(word));
}

const vocabulary = new Set(
  `password passwd pwd passphrase passcode secret secrets credential credentials token jwt apikey api key access private client auth bearer refresh
  session id app user admin db database the my a name x header authorization basic login signing encryption webhook aws github slack stripe google`.split(
    /\s+/,
  ),
);

/** A segment of a readable text: a word, a short number, a word with a short number behind it. */
const readable = /^(?:[A-Za-z]{1,3}|[A-Za-z]*[aeiouyAEIOUY][A-Za-z]*|\d{1,4}|v\d{1,3})\d{0,3}$/;
const unpronounceable = /[^aeiouy\d_\W]{6}/i;

/** Whether a text reads like words: names, headers, sentences, identifiers, keys of tables and translations. */
function isWordy(text: string): boolean {
  const segments = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter(segment => segment !== '');
  return segments.length > 0 && segments.every(segment => segment.length <= 18 && readable.test(segment) && !unpronounceable.test(segment));
}

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const location = /^(?:arn:|[a-z][a-z\d+.-]*:\/\/|\.{0,2}\/|~\/|[A-Z]:\\|data:|urn:|mailto:|\/)/i;
const dateOrVersion = /^(?:\d{4}-\d{2}-\d{2}.*|v?\d+(?:\.\d+)+.*|[\d.,:+\-\s]+)$/;

function classesOf(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d\s]/].filter(pattern => pattern.test(text)).length;
}

/**
 * @param shortest length from which on it counts; hexadecimal, which hashes and ids are written in as well, from twice as many on
 * @returns whether a text is random enough to be made by a machine: hexadecimal or mixed characters, and not words
 */
export function isRandom(text: string, shortest = 16): boolean {
  if (text.length < shortest || /[\s<>(){}'"`,;|\\]/.test(text)) return false;
  if (/^[\da-f]+$/i.test(text)) return text.length >= 2 * shortest && /\d/.test(text) && /[a-f]/i.test(text);
  if (isWordy(text) || location.test(text) || dateOrVersion.test(text)) return false;
  // A single digit in a short text is more often a name than chance.
  return (text.length < 16 ? /\d.*\d/ : /\d/).test(text) && /[A-Za-z]/.test(text) && entropy(text) >= 3;
}

/** A password that somebody chose: letters with digits or signs, in one piece. */
function isChosenPassword(text: string): boolean {
  if (text.length < 6 || text.length > 64 || /\s/.test(text) || location.test(text) || dateOrVersion.test(text)) return false;
  if (/[!@#$%^&*?~+]/.test(text) && /[A-Za-z\d]/.test(text)) return classesOf(text) >= 2 && !/^[^A-Za-z\d]|[([{<]/.test(text.slice(0, 1));
  return /[A-Za-z]/.test(text) && /\d/.test(text) && (!isWordy(text) || /^[A-Za-z]+\d+$/.test(text));
}

/**
 * @param value a literal's text
 * @param name what the code calls it: a variable, a property, a parameter
 * @returns whether both together say that the value is a secret; a value of a known format needs no name
 */
export function looksLikeSecret(value: string, name: string): boolean {
  const known = knownSecrets(value);
  if (known.some(secret => secret.strength === 'secret')) return true;
  if (known.length === 0 && knownSecrets(value, true).length > 0) return false;
  const kind = secretNameKind(name);
  if (kind === null || isPlaceholder(value, name) || isNameOfSecret(value.trim())) return false;
  const text = value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  if (text.length > 4096) return false;
  if (uuid.test(text)) return !/^0+|^(.)\1{7}-/.test(text);
  if (isRandom(text, 10)) return true;
  if (kind === 'password') return isChosenPassword(text);
  return kind === 'secret' && text.length >= 8 && (isChosenPassword(text) || /^super[\w-]*\d+$|^[\w-]*1234?5?6?!?$/.test(text));
}
