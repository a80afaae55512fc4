/** What would steer a terminal or reorder text: control characters and directional marks. Scanned code is not to be trusted. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of unknown origin as it can be shown on a terminal: tabs widened, other control characters replaced. */
export const printable = (text: string): string => text.replaceAll('\t', '  ').replace(unprintable, '\u{fffd}');

/**
 * Breaks text into lines at spaces; a word that is longer than a line has one of its own.
 *
 * @param width in characters
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A number and its noun. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
