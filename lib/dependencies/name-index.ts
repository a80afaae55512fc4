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

/**
 * Finds names that a few edits make of another, without a look at all of them: two texts that are close have a deletion in common
 * (symmetric delete, as in SymSpell).
 */
export class NameIndex {
  readonly #most: number;
  readonly #byDeletion = new Map<string, string[]>();

  /** @param most how many edits a lookup allows */
  constructor(names: readonly string[], most: number) {
    this.#most = most;
    for (const name of names) {
      eachDeletion(name, most, text => {
        const list = this.#byDeletion.get(text);
        if (list === undefined) this.#byDeletion.set(text, [name]);
        else if (list.at(-1) !== name) list.push(name);
      });
    }
  }

  /** The names that may be near; whether they are, their edits must tell. */
  candidates(name: string): Set<string> {
    const found = new Set<string>();
    eachDeletion(name, this.#most, text => {
      for (const near of this.#byDeletion.get(text) ?? []) if (Math.abs(near.length - name.length) <= this.#most) found.add(near);
    });
    found.delete(name);
    return found;
  }
}
