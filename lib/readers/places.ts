import type { Place } from './file-reader.js';

/** @returns a function that tells where offsets of a text (the end excluded) lie in its lines */
export function placesIn(text: string): (span: { readonly start: number; readonly end: number }) => Place {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), match => match.index + 1)];
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return ({ start, end }) => {
    const line = lineOf(start);
    const endLine = lineOf(Math.max(start, end));
    return {
      line: line + 1,
      column: start - starts[line]! + 1,
      endLine: endLine + 1,
      endColumn: Math.max(start, end) - starts[endLine]! + 1,
    };
  };
}
