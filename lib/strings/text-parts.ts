import type { Part } from '../flow/value.js';

/** Stands for a piece whose text is not known. */
const hole = '\uE000';
const maxTexts = 8;

/** The texts that a piece may be; the hole where it may be anything. */
function textsOf(part: Part): readonly string[] {
  if (typeof part === 'string') return [part];
  const { constants, references, taints, nature } = part;
  if (constants.length === 0 || references.length > 0 || taints.length > 0 || nature !== 0) return [hole];
  return constants.map(constant => (typeof constant === 'string' || typeof constant === 'number' ? String(constant) : hole));
}

/** All texts that a row of pieces may be, holes for what is not known. */
function textsOfParts(parts: readonly Part[]): readonly string[] {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    const options = textsOf(part);
    texts =
      texts.length * options.length > maxTexts
        ? texts.map(text => text + hole)
        : texts.flatMap(text => options.map(option => text + option));
  }
  return texts;
}

/** A scheme (`https:`) or nothing, and the slashes in front of a host; URL parsers take any number of either slash. */
const beforeHost = /^(?:(?:[a-z\uE000][\w+.\uE000-]*:)?[/\\]{2,}|[a-z\uE000][\w+.\uE000-]*:[/\\]*)/i;

/** Whether a piece is the path of a request as it came, or was tested for a slash in front. */
function startsWithSlash(part: Part | undefined, tested: number): boolean {
  if (part === undefined || typeof part === 'string' || part.taints.length === 0) return false;
  return part.taints.every(
    ({ origin, cleared }) => (cleared & tested) !== 0 || (origin.facts.rooted === true && origin.operation === null),
  );
}

/**
 * Whether the text in front of a piece already says which host a URL names, so that the piece can only choose a path or a query there. A base URL at
 * the start that is not known (`${API}/users/`) counts as the program's own. `/` alone in front of the piece says nothing: `//evil.test` is a host.
 * The same holds for where a browser is sent, and for the first argument of `new URL(path, base)`.
 *
 * @param index of the piece in `parts`
 * @param tested bit of data that is known to start with a slash
 */
export function hostIsFixed(parts: readonly Part[], index: number, tested = 0): boolean {
  const opening = startsWithSlash(parts[index], tested) ? '/' : '';
  return textsOfParts(parts.slice(0, index)).every(before => {
    const text = before + opening;
    if (text === '/' || text === '\\') return false;
    const start = beforeHost.exec(text)?.[0] ?? '';
    return /[/?#\\]/.test(text.slice(start.length));
  });
}

/** Property names that lead out of an object to what all objects have in common. */
const prototypeKeys = ['__proto__', 'constructor', 'prototype'];

/** Whether constant text around the pieces keeps the whole from being one of some names. */
function cannotBe(parts: readonly Part[], names: readonly string[]): boolean {
  return names.every(
    name =>
      parts.some(part => typeof part === 'string' && !name.includes(part)) || (typeof parts[0] === 'string' && !name.startsWith(parts[0])),
  );
}

/**
 * Whether what a piece holds can do harm where it stands in a text.
 *
 * @param kind sink kind that the whole text reaches
 * @param parts the text in order
 * @param index of the piece
 * @param tested bit of data that is known to start with a slash
 */
export function pieceMatters(kind: string, parts: readonly Part[], index: number, tested = 0): boolean {
  switch (kind) {
    case 'url':
    case 'redirect':
      return !hostIsFixed(parts, index, tested);
    case 'object-key':
      // Before it a prefix, behind it an ending: either leaves less than a choice of every object.
      return parts.length === 1;
    case 'property-key':
      return !cannotBe(parts, prototypeKeys);
    case 'env-name':
      return !cannotBe(parts, ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']);
    default:
      return true;
  }
}

const htmlElement =
  /<(?:!doctype html|(?:a|article|b|body|br|button|code|div|em|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|main|meta|nav|ol|option|p|pre|script|section|select|span|strong|style|svg|table|tbody|td|textarea|th|thead|tr|u|ul|video)[\s/>])/i;

/** Whether the constant pieces of a text make it HTML: they hold a tag of HTML, and no XML declaration without `<html` or `<svg`. */
export function opensHtml(parts: readonly Part[]): boolean {
  const text = parts.map(part => (typeof part === 'string' ? part : hole)).join('');
  return htmlElement.test(text) && (!/^\s*<\?xml/i.test(text) || /<(?:html|svg)[\s>]/i.test(text));
}
