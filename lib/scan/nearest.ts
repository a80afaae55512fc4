/** How many letters apart two words are. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The word that was meant by one that does not exist; undefined when none is like it. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words.map(each => ({ each, letters: distance(each, word) })).sort((a, b) => a.letters - b.letters);
  return best !== undefined && best.letters <= Math.max(2, word.length / 2) ? best.each : undefined;
}
