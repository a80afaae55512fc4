/** A line that no one writes: long, and full of statements and calls. A long string or table has few of these signs. */
const isPackedLine = (line: string): boolean => line.length > 1_000 && (line.match(/[;{}()]/g)?.length ?? 0) > line.length / 25;

/** Whether most of a JavaScript text is on lines that a minifier wrote. */
export function isPacked(text: string): boolean {
  let packed = 0;
  for (const line of text.split('\n')) if (isPackedLine(line)) packed += line.length;
  return packed * 2 > text.length;
}
