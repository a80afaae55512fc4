/** A set of characters as a bit set over the alphabet: the ASCII characters, and one representative for each sort of other character. */
export type CharacterSet = bigint;

/** What else a class can let in: a space, two line ends, Latin, Greek and other letters, a sign. */
const others = ['\u00a0', '\u0085', '\u2028', '\u00e9', '\u03c9', '\u4e2d', '\u20ac'];
const alphabet: readonly string[] = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), ...others];
const bits = new Map(alphabet.map((character, index) => [character, 1n << BigInt(index)]));

/** Every character. */
export const everything: CharacterSet = (1n << BigInt(alphabet.length)) - 1n;

/** @returns the set of the characters of a text, those outside the alphabet left out. */
export function setOf(characters: string): CharacterSet {
  let set = 0n;
  for (const character of characters) set |= bits.get(character) ?? 0n;
  return set;
}

/**
 * @param source one character class, set or character of a regular expression, as written
 * @param flags those of `i`, `s`, `u`, `v` that hold for it
 * @returns the characters that it matches
 */
export function setOfClass(source: string, flags: string): CharacterSet {
  const expression = new RegExp(`^(?:${source})$`, flags);
  let set = 0n;
  for (const [character, bit] of bits) if (expression.test(character)) set |= bit;
  return set;
}

/** @returns whether the set holds a single character, or one letter in both cases: text that nobody chooses. */
export function isFixedCharacter(set: CharacterSet): boolean {
  const members = alphabet.filter((_, index) => (set >> BigInt(index)) & 1n);
  return new Set(members.map(member => member.toLowerCase())).size === 1;
}

export const digits = setOf('0123456789');
export const asciiLetters = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
/** Letters of any script. */
export const letters = asciiLetters | setOf('\u00e9\u03c9\u4e2d');
export const lineEnds = setOf('\n\r');
export const whitespace = setOf(' \t\n\r\v\f\u00a0\u0085\u2028');
