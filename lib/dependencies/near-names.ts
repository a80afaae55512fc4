const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What of a text survives a few edits: which characters it holds, which of them more than once, and how many, separators aside. */
interface Signature {
  readonly once: number;
  readonly twice: number;
  readonly length: number;
}

function signatureOf(text: string): Signature {
  let [once, twice, length] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isLetter(code) && !isDigit(code)) continue;
    length += 1;
    const bit = 1 << (isLetter(code) ? code - 97 : 26 + (code % 6));
    if ((once & bit) !== 0) twice |= bit;
    once |= bit;
  }
  return { once, twice, length };
}

const bitsOf = (mask: number): number => {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/**
 * Finds names that a few edits make of another. All are looked at, but by three numbers each: that takes microseconds, and there is nothing
 * to build that one lookup would not pay for.
 */
export class NearNames {
  readonly #once: Int32Array;
  readonly #twice: Int32Array;
  readonly #length: Uint16Array;

  constructor(names: readonly string[]) {
    this.#once = new Int32Array(names.length);
    this.#twice = new Int32Array(names.length);
    this.#length = new Uint16Array(names.length);
    for (const [index, name] of names.entries()) {
      const { once, twice, length } = signatureOf(name);
      this.#once[index] = once;
      this.#twice[index] = twice;
      this.#length[index] = length;
    }
  }

  /**
   * Where among the names those are that may be near, separators aside; whether they are, their edits must tell.
   *
   * @param most how many edits there may be
   */
  candidates(name: string, most: number): number[] {
    const { once, twice, length } = signatureOf(name);
    const found: number[] = [];
    for (let index = 0; index < this.#length.length; index += 1) {
      if (Math.abs(this.#length[index]! - length) > most) continue;
      // An edit adds a character and takes one away, at most, and each of that is seen in one of the two.
      if (bitsOf(this.#once[index]! ^ once) + bitsOf(this.#twice[index]! ^ twice) <= 2 * most) found.push(index);
    }
    return found;
  }
}
