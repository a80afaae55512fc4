/** What is known of folders and manifests as long as no linted file comes again: an editor's comes after an edit, of whatever file. */
const kept: { clear(): void }[] = [];
const seen = new Set<string>();

/** @returns a map that is emptied when a new round begins */
export function keptForRound<K, V>(): Map<K, V> {
  const map = new Map<K, V>();
  kept.push(map);
  return map;
}

/** Begins to lint a file, and a new round with it if it was linted in this one. @param file absolute */
export function beginFile(file: string): void {
  if (seen.has(file)) {
    seen.clear();
    for (const map of kept) map.clear();
  }
  seen.add(file);
}
