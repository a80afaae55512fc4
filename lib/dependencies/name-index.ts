/** Deletions are taken from the beginnings of names only: what lies behind is compared letter by letter. */
const prefixLength = 6;

/** Calls `visit` with each text that `most` or fewer deletions leave of the beginning of a name, some of them more than once. */
function eachDeletion(name: string, most: number, visit: (text: string) => void): void {
  const remove = (text: string, from: number, left: number): void => {
    visit(text);
    if (left === 0) return;
    for (let at = from; at < text.length; at += 1) remove(text.slice(0, at) + text.slice(at + 1), at, left - 1);
  };
  remove(name.slice(0, prefixLength), 0, most);
}

const deletionsOf = (names: readonly string[], most: number): Map<string, string[]> => {
  const byDeletion = new Map<string, string[]>();
  for (const name of names) {
    eachDeletion(name, most, text => {
      const list = byDeletion.get(text);
      if (list === undefined) byDeletion.set(text, [name]);
      else if (list.at(-1) !== name) list.push(name);
    });
  }
  return byDeletion;
};

/**
 * Finds names that a few edits make of another, without a look at all of them: two texts that are close have a deletion in common
 * (symmetric delete, as in SymSpell). Names of one length are indexed when a name of about that length is first looked up.
 */
export class NameIndex {
  readonly #most: number;
  readonly #byLength = new Map<number, string[]>();
  readonly #indexed = new Map<number, Map<string, string[]>>();

  /** @param most how many edits a lookup allows */
  constructor(names: readonly string[], most: number) {
    this.#most = most;
    for (const name of names) {
      const list = this.#byLength.get(name.length);
      if (list === undefined) this.#byLength.set(name.length, [name]);
      else list.push(name);
    }
  }

  /** The names that may be near; whether they are, their edits must tell. */
  candidates(name: string): Set<string> {
    const found = new Set<string>();
    const indexes = Array.from({ length: 2 * this.#most + 1 }, (_, step) => this.#ofLength(name.length - this.#most + step));
    eachDeletion(name, this.#most, text => {
      for (const index of indexes) for (const near of index.get(text) ?? []) found.add(near);
    });
    found.delete(name);
    return found;
  }

  #ofLength(length: number): Map<string, string[]> {
    let index = this.#indexed.get(length);
    if (index === undefined) this.#indexed.set(length, (index = deletionsOf(this.#byLength.get(length) ?? [], this.#most)));
    return index;
  }
}
