import { editsBetween, type Slip } from './edits.js';
import { NameIndex } from './name-index.js';
import { type Ecosystem, loadNames, type PopularNames } from './popular-names.js';
import { wantedPythonNames } from './python-names.js';

const wordsOf = (name: string): string[] => name.split(/[-_./@]+/).filter(word => word !== '');
const withoutSeparators = (name: string): string => name.replace(/[-_./@]/g, '');
/** Whether two names differ by their separators alone. */
export const isSpeltAlike = (name: string, other: string): boolean => withoutSeparators(name) === withoutSeparators(other);
const scopeOf = (name: string): string => (name.startsWith('@') ? (name.split('/', 1)[0] ?? '') : '');

/** Letters of other alphabets that no one can tell from Latin ones, in the order of `plain`. */
const foreign = 'аеорсухіјѕԁһӏοανıɡɑ';
const plain = 'aeopcyxijsdhloavıga'.replace('ı', 'i');
const latin = (name: string): string => [...name.normalize('NFKC')].map(letter => plain[[...foreign].indexOf(letter)] ?? letter).join('');

/** Slips that hardly anyone makes on purpose: a name that differs by them alone is nobody's own idea. */
const careless: ReadonlySet<Slip> = new Set<Slip>(['swap', 'double', 'undouble', 'lookalike', 'separator']);
/** Slips that explain a difference when there are two. */
const likely: ReadonlySet<Slip> = new Set<Slip>([...careless, 'neighbour', 'extra-neighbour', 'vowel', 'plural', 'drop']);

/** How popular a target must be, as its rank in the list, for a looser resemblance to count. */
const tier = { top: 20, first: 100, second: 300, third: 1_000, fourth: 2_500, last: 5_000 } as const;
const indexedTwice = 1_500;

interface Indexes {
  readonly words: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  /** From a name without its separators to the most popular one that has them. */
  readonly bare: ReadonlyMap<string, string>;
  readonly near: NameIndex;
  readonly far: NameIndex;
  readonly nearBare: NameIndex;
}

function indexesOf({ targets, known, words }: PopularNames): Indexes {
  const first = targets.slice(0, indexedTwice);
  return {
    words: new Set([...targets.flatMap(wordsOf), ...words]),
    scopes: new Set([...targets, ...known].map(scopeOf)),
    bare: new Map(targets.map((name): [string, string] => [withoutSeparators(name), name]).reverse()),
    near: new NameIndex(targets, 1),
    far: new NameIndex(first, 2),
    nearBare: new NameIndex(first.map(withoutSeparators), 1),
  };
}

/** Tells names that look like a popular package's from names of their own. */
class Lookalikes {
  readonly #ecosystem: Ecosystem;
  readonly #rank: ReadonlyMap<string, number>;
  readonly #known: ReadonlySet<string>;
  readonly #names: PopularNames;
  #indexes: Indexes | undefined;

  constructor(ecosystem: Ecosystem, names: PopularNames) {
    const { targets, known } = names;
    this.#ecosystem = ecosystem;
    this.#names = names;
    this.#rank = new Map(targets.map((name, rank) => [name.toLowerCase(), rank]));
    this.#known = new Set(known.map(name => name.toLowerCase()));
  }

  /** Made for the first name that is not popular itself: many a file imports none. */
  get #index(): Indexes {
    this.#indexes ??= indexesOf(this.#names);
    return this.#indexes;
  }

  /** The popular package that a name is taken for; null when it is popular itself, or its own. */
  twinOf(name: string): string | null {
    if (this.#rank.has(name) || this.#known.has(name)) return null;
    const readable = latin(name);
    if (readable !== name) return this.#rank.has(readable) ? readable : null;
    // Nobody but its owner publishes below a scope.
    if (scopeOf(name) !== '' && this.#index.scopes.has(scopeOf(name))) return null;
    return this.#withSuffix(name) ?? this.#bareTwin(name) ?? this.#oneSlip(name) ?? this.#twoSlips(name) ?? this.#oneSlipBeside(name);
  }

  #rankOf(name: string): number {
    return this.#rank.get(name) ?? Infinity;
  }

  /** `zustand.js`, `nodemonjs`, `underscore.string-2`. */
  #withSuffix(name: string): string | null {
    const base = (this.#ecosystem === 'npm' ? /^(.{5,}?)[-.]?js$/ : null)?.exec(name)?.[1] ?? /^(.{6,})-2$/.exec(name)?.[1];
    if (base === undefined) return null;
    if (base.length > 5 && this.#rankOf(base) < tier.fourth) return base;
    if (name.endsWith('-2')) return null;
    for (const target of this.#index.near.candidates(base)) {
      const edits = editsBetween(base, target, 1);
      if (edits?.length !== 1 || target.length < 6 || this.#rankOf(target) >= tier.third || scopeOf(target) !== '') continue;
      if (edits[0]!.slip !== 'digit' && !this.#startsOtherwise(base, target)) return target;
    }
    return null;
  }

  /** The same letters with other separators, or without the scope: `crossenv`, `types-node`. */
  #bareTwin(name: string): string | null {
    const bare = withoutSeparators(name);
    const target = bare.length < 6 ? undefined : this.#index.bare.get(bare);
    if (target === undefined) return null;
    const rank = this.#rankOf(target);
    // Many a package moved into a scope and left its old name behind.
    if (scopeOf(target) !== '') return scopeOf(target) === '@types' || rank < tier.second ? target : null;
    return rank < (bare.length < 9 ? tier.fourth : tier.last) ? target : null;
  }

  #oneSlip(name: string): string | null {
    const found = this.#sorted(this.#index.near.candidates(name));
    return found.find(target => this.#isOneSlip(name, target)) ?? null;
  }

  #isOneSlip(name: string, target: string): boolean {
    const edits = this.#comparable(name, target) ? editsBetween(name, target, 1) : null;
    if (edits?.length !== 1) return false;
    const [{ slip, written }] = edits as [(typeof edits)[number]];
    const rank = this.#rankOf(target);
    const length = Math.min(name.length, target.length);
    if (slip === 'separator') return false;
    if (slip === 'drop' && target.length > 5 && rank < tier.second && !this.#isMadeOfWords(name, target)) return true;
    if (this.#startsOtherwise(name, target) && slip !== 'lookalike' && rank >= tier.top) {
      return slip === 'drop' && target.length > 7 && rank < tier.third && !this.#isMadeOfWords(name, target);
    }
    // A number is a version or a generation, but at the top of the list.
    if (slip === 'digit') {
      if (written === '') return length > 5 && rank < tier.second;
      return length > 5 && rank < tier.third && name.length === target.length && !/\d$/.test(name + target);
    }
    if (slip === 'plural') return rank < 50 || (length > 7 && rank < 2_000);
    if (careless.has(slip)) return length > 4 && (rank < tier.last || length > 5);
    if (this.#isMadeOfWords(name, target) || !this.#isLongEnough(name, target)) return false;
    if (slip === 'neighbour' && length > 4 && rank < tier.second) return true;
    // PyPI is less crowded, but a plain other letter is soon another name in a short one.
    const isCrowded = this.#ecosystem === 'npm' || slip === 'replace';
    return (length > 5 && rank < (isCrowded ? tier.third : 3_000)) || (length > 6 && rank < tier.last);
  }

  #twoSlips(name: string): string | null {
    const found = this.#sorted(this.#index.far.candidates(name));
    return found.find(target => this.#isTwoSlips(name, target)) ?? null;
  }

  #isTwoSlips(name: string, target: string): boolean {
    const edits = this.#comparable(name, target) ? editsBetween(name, target, 2) : null;
    if (edits?.length !== 2 || target.length < 7) return false;
    const [one, other] = edits as [(typeof edits)[number], (typeof edits)[number]];
    const rank = this.#rankOf(target);
    if (one.slip === 'digit' || other.slip === 'digit' || this.#isMadeOfWords(name, target)) return false;
    if (this.#startsOtherwise(name, target) && rank >= tier.top) return false;
    // A letter that went to another place.
    if (one.written + other.written === one.meant + other.meant && target.length > 7 && rank < tier.third) return true;
    if (!this.#isLongEnough(name, target)) return false;
    if (one.slip === 'drop' && other.slip === 'drop') return target.length > 7 && rank < tier.first;
    const bothLikely = likely.has(one.slip) && likely.has(other.slip);
    if (target.length > 7 && rank < tier.third && (careless.has(one.slip) || careless.has(other.slip))) return true;
    if (target.length > 7 && rank < tier.first && [one, other].every(({ slip }) => likely.has(slip) || slip === 'add')) return true;
    return bothLikely && rank < (target.length > 7 ? indexedTwice : 500);
  }

  /** A slip and other separators: `dizcordjs`. */
  #oneSlipBeside(name: string): string | null {
    const bare = withoutSeparators(name);
    if (bare.length < 7) return null;
    for (const near of this.#index.nearBare.candidates(bare)) {
      const target = this.#index.bare.get(near) ?? near;
      const edits = editsBetween(bare, near, 1);
      if (edits?.length !== 1 || edits[0]!.slip === 'digit' || scopeOf(target) !== '' || this.#rankOf(target) >= indexedTwice) continue;
      if (!this.#startsOtherwise(bare, near) && !this.#isMadeOfWords(name, target) && this.#isLongEnough(name, target)) return target;
    }
    return null;
  }

  #sorted(names: Iterable<string>): string[] {
    return [...names].sort((a, b) => this.#rankOf(a) - this.#rankOf(b));
  }

  #comparable(name: string, target: string): boolean {
    return (scopeOf(name) === '') === (scopeOf(target) === '');
  }

  /** People look at the first letter: they seldom mistake it. A swap and a doubled letter keep it in sight. */
  #startsOtherwise(name: string, target: string): boolean {
    const swapped = name[0] === target[1] && name[1] === target[0];
    return name[0] !== target[0] && !swapped;
  }

  /** Whether the words by which a name differs are words of other popular names: `html-tag` was not meant to be `html-tags`. */
  #isMadeOfWords(name: string, target: string): boolean {
    const others = new Set(wordsOf(target));
    const changed = wordsOf(name).filter(word => !others.has(word));
    return changed.length > 0 && changed.every(word => this.#index.words.has(word) || /^\d+$/.test(word));
  }

  /** A short word of a longer name is soon another word: `pytest-mpi` and `pytest-mpl` are two things. */
  #isLongEnough(name: string, target: string): boolean {
    const own = wordsOf(name);
    const others = wordsOf(target);
    if (own.length !== others.length || own.length === 1) return true;
    const changed = others.filter((word, index) => word !== own[index]);
    return changed.every(word => word.length > 4) || this.#rankOf(target) < tier.first;
  }
}

/** Names of PyPI as it compares them. https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const normalizedPython = (name: string): string => name.replace(/[-_.]+/g, '-').toLowerCase();

/** Names that people type for a popular package are imitated as if they were its own. */
const withWanted = (targets: readonly string[]): string[] => [
  ...targets.slice(0, tier.first),
  ...wantedPythonNames,
  ...targets.slice(tier.first).filter(name => !wantedPythonNames.includes(name)),
];

/**
 * Makes the test for one ecosystem: from a name, in any case, to the popular package that it is one slip away from; null when it is
 * popular itself or resembles none.
 */
export function lookalikesOf(ecosystem: Ecosystem, names: PopularNames): (name: string) => string | null {
  if (ecosystem === 'npm') {
    const lookalikes = new Lookalikes(ecosystem, names);
    return name => lookalikes.twinOf(name.toLowerCase());
  }
  const lookalikes = new Lookalikes(ecosystem, { ...names, targets: withWanted(names.targets) });
  return name => lookalikes.twinOf(normalizedPython(name));
}

interface Loaded {
  readonly twinOf: (name: string) => string | null;
  readonly answers: Map<string, string | null>;
}

const loaded = new Map<Ecosystem, Loaded>();

/** The popular package that a name is one slip away from, as `lookalikesOf` tells it from the names in this package. */
export function popularTwin(name: string, ecosystem: Ecosystem): string | null {
  let entry = loaded.get(ecosystem);
  if (entry === undefined) loaded.set(ecosystem, (entry = { twinOf: lookalikesOf(ecosystem, loadNames(ecosystem)), answers: new Map() }));
  let answer = entry.answers.get(name);
  if (answer === undefined) entry.answers.set(name, (answer = entry.twinOf(name)));
  return answer;
}
