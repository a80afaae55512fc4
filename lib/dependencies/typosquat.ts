import { type Edit, editsBetween, type Slip } from './edits.js';
import { NearNames } from './near-names.js';
import type { Ecosystem, PopularNames } from './popular-names.js';
import { ownNpmNames } from './npm-names.js';
import { wantedPythonNames } from './python-names.js';

const wordsOf = (name: string): string[] => name.split(/[-_./@]+/).filter(word => word !== '');
const withoutSeparators = (name: string): string => name.replace(/[-_./@]/g, '');
/** Whether two names differ by their separators alone. */
export const isSpeltAlike = (name: string, other: string): boolean => withoutSeparators(name) === withoutSeparators(other);
const scopeOf = (name: string): string => (name.startsWith('@') ? (name.split('/', 1)[0] ?? '') : '');

const sorted = (letters: readonly string[]): string => [...letters.join('')].sort().join('');
const isNumeral = (text: string): boolean => /^\d$/.test(text);

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

/** The kinds of resemblance, the one that says most first. */
type Resemblance = 'separators' | 'slip' | 'slips' | 'beside';
const resemblances: readonly Resemblance[] = ['separators', 'slip', 'slips', 'beside'];

/** Tells names that look like a popular package's from names of their own. */
class Lookalikes {
  readonly #isNpm: boolean;
  readonly #names: PopularNames;
  readonly #rank: ReadonlyMap<string, number>;
  readonly #known: ReadonlySet<string>;
  // Made for the first name that is not popular itself, and those that few names need for the first that does.
  #near: NearNames | undefined;
  #words: ReadonlySet<string> | undefined;
  #scopes: ReadonlySet<string> | undefined;

  constructor(ecosystem: Ecosystem, names: PopularNames) {
    this.#isNpm = ecosystem === 'npm';
    this.#names = names;
    this.#rank = new Map(names.targets.map((name, rank) => [name.toLowerCase(), rank]));
    this.#known = new Set(names.known.map(name => name.toLowerCase()));
  }

  /** The popular package that a name is taken for; null when it is popular itself, or its own. */
  twinOf(name: string): string | null {
    if (this.#rank.has(name) || this.#known.has(name)) return null;
    const readable = latin(name);
    if (readable !== name) return this.#rank.has(readable) ? readable : null;
    // Nobody but its owner publishes below a scope.
    if (scopeOf(name) !== '' && this.#ownedScopes.has(scopeOf(name))) return null;
    return this.#withSuffix(name) ?? this.#resembled(name);
  }

  get #ownedScopes(): ReadonlySet<string> {
    this.#scopes ??= new Set([...this.#names.targets, ...this.#names.known].map(scopeOf));
    return this.#scopes;
  }

  get #knownWords(): ReadonlySet<string> {
    this.#words ??= new Set([...this.#names.targets.flatMap(wordsOf), ...this.#names.words]);
    return this.#words;
  }

  /** The ranks of the names that may be near, the most popular first. */
  #candidates(name: string, most: number): number[] {
    this.#near ??= new NearNames(this.#names.targets);
    return this.#near.candidates(name, most);
  }

  #rankOf(name: string): number {
    return this.#rank.get(name) ?? Infinity;
  }

  /** `zustand.js`, `nodemonjs`, `expressjs-session`, `underscore.string-2`. */
  #withSuffix(name: string): string | null {
    const inside = this.#isNpm ? /^(.{5,})js(-.+)$/.exec(name) : null;
    if (inside !== null && this.#rankOf(inside[1]! + inside[2]!) < tier.fourth) return inside[1]! + inside[2]!;
    const base = (this.#isNpm ? /^(.{4,}?)[-.]?js$/ : null)?.exec(name)?.[1] ?? /^(.{6,})-2$/.exec(name)?.[1];
    if (base === undefined) return null;
    // `bytes.js` is how a package of its own is called; `mysqljs` is not.
    const isGlued = base.length + 2 === name.length;
    const limit = base.length > 5 ? tier.fourth : base.length > 4 && isGlued ? tier.third : tier.top;
    if (this.#rankOf(base) < limit) return base;
    if (name.endsWith('-2') || base.length < 5) return null;
    for (const rank of this.#candidates(base, 1)) {
      const target = this.#names.targets[rank]!;
      if (target.length < 6 || rank >= tier.third || scopeOf(target) !== '') continue;
      const edits = editsBetween(base, target, 1);
      if (edits?.length === 1 && edits[0]!.slip !== 'digit' && !startsOtherwise(base, target)) return target;
    }
    return null;
  }

  /** The most popular name that it resembles in the most telling way. */
  #resembled(name: string): string | null {
    const found = new Map<Resemblance, string>();
    for (const rank of this.#candidates(name, 2)) {
      const target = this.#names.targets[rank]!;
      const resemblance = this.#resemblance(name, target, rank);
      if (resemblance !== null && !found.has(resemblance)) found.set(resemblance, target);
    }
    return resemblances.map(resemblance => found.get(resemblance)).find(target => target !== undefined) ?? null;
  }

  #resemblance(name: string, target: string, rank: number): Resemblance | null {
    const isScoped = scopeOf(target) !== '';
    // A scope has its owner: only its own name can be a slip of another's.
    if (scopeOf(name) !== '' && (!isScoped || name.slice(scopeOf(name).length) !== target.slice(scopeOf(target).length))) return null;
    if (isSpeltAlike(name, target)) return this.#isSeparatedOtherwise(name, target, rank) ? 'separators' : null;
    if (isScoped && scopeOf(name) === '') return null;
    const edits = editsBetween(name, target, isScoped ? 1 : 2);
    if (edits?.length === 1 && this.#isOneSlip(name, target, rank, edits[0]!)) return 'slip';
    if (edits?.length === 2 && this.#areTwoSlips(name, target, rank, edits)) return 'slips';
    return !isScoped && this.#isOneSlipBeside(name, target, rank) ? 'beside' : null;
  }

  /** The same letters with other separators, or without the scope: `crossenv`, `types-node`. */
  #isSeparatedOtherwise(name: string, target: string, rank: number): boolean {
    const { length } = withoutSeparators(name);
    if (length < 6) return false;
    // Many a package moved into a scope and left its old name behind.
    if (scopeOf(target) !== '')
      return scopeOf(target) === '@types' || rank < tier.second || (rank < tier.last && this.#isScopeForgotten(name, target));
    return rank < (length < 9 ? tier.fourth : tier.last);
  }

  /** `prisma-client` for `@prisma/client`, where no popular name says that the owner, or others, ever named packages so. */
  #isScopeForgotten(name: string, target: string): boolean {
    const beginning = `${scopeOf(target).slice(1)}-`;
    const isBegun = (other: string): boolean => other.startsWith(beginning);
    return name === target.slice(1).replace('/', '-') && !this.#names.targets.some(isBegun) && !this.#names.known.some(isBegun);
  }

  #isOneSlip(name: string, target: string, rank: number, { slip, written, meant }: Edit): boolean {
    const length = Math.min(name.length, target.length);
    if (slip === 'separator') return false;
    if (slip === 'drop' && target.length > 5 && rank < tier.second && !this.#isMadeOfWords(name, target)) return true;
    if (startsOtherwise(name, target) && slip !== 'lookalike' && rank >= tier.top) return this.#isOneSlipAtStart(name, target, rank, slip);
    // A number is a version or a generation, but at the top of the list.
    if (slip === 'digit') {
      if (written === '') return length > 5 && rank < tier.second;
      if (length < 6 || rank >= tier.third) return false;
      return isNumeral(written) && isNumeral(meant) ? !this.#isNpm : name.length === target.length && !/\d$/.test(name + target);
    }
    if (slip === 'plural') return (length > 3 && rank < 50) || (length > 7 && rank < (length > 11 ? tier.last : tier.fourth));
    if (careless.has(slip)) return length > (rank < (this.#isNpm ? tier.first : tier.fourth) ? 3 : 4);
    if (this.#isMadeOfWords(name, target) || !isLongEnough(name, target, rank)) return false;
    if (length > 4 && rank < tier.second && slip === 'neighbour') return true;
    if (length > (slip === 'add' ? 4 : 5) && rank < tier.top) return true;
    // PyPI is less crowded, but a plain other letter is soon another name in a short one.
    const isCrowded = this.#isNpm || slip === 'replace';
    return (length > 5 && rank < (isCrowded ? tier.third : 3_000)) || (length > 6 && rank < tier.last);
  }

  #isOneSlipAtStart(name: string, target: string, rank: number, slip: Slip): boolean {
    if (this.#isMadeOfWords(name, target)) return false;
    if (slip === 'drop')
      return target.length > 8 && !this.#isNpm ? rank < tier.fourth : target.length > (this.#isNpm ? 7 : 6) && rank < tier.third;
    if (slip === 'neighbour') return target.length > 5 && rank < tier.second;
    return !this.#isNpm && target.length > 9 && rank < tier.second;
  }

  #areTwoSlips(name: string, target: string, rank: number, edits: readonly Edit[]): boolean {
    const length = lengthOfChanged(name, target);
    const count = (slips: ReadonlySet<Slip>): number => edits.filter(({ slip }) => slips.has(slip)).length;
    if (target.length < 6) return false;
    // `require-ports`: nobody names two packages by the same words, a plural here and there.
    if (edits.every(({ slip }) => slip === 'plural')) return length > 9 && rank < tier.last;
    if (this.#isMadeOfWords(name, target)) return false;
    // `urllb` for `urllib3`.
    const digit = edits.find(({ slip }) => slip === 'digit');
    if (digit !== undefined) return rank < tier.first && digit.written === '' && target.endsWith(digit.meant) && count(likely) === 1;
    if (startsOtherwise(name, target) && (rank >= tier.top || count(likely) < 2)) return false;
    // A letter that went to another place.
    const isMoved = sorted(edits.map(({ written }) => written)) === sorted(edits.map(({ meant }) => meant));
    if (isMoved && rank < (length > 7 ? tier.third : tier.first)) return true;
    if (isMoved && length > 8 && lengthOfCore(name, target) < 5) return true;
    if (!isLongEnough(name, target, rank)) return false;
    if (count(careless) === 2 && (rank < tier.first || (target.length > 6 && rank < tier.last))) return true;
    if (target.length < 7) return false;
    if (count(careless) > 0 && rank < (length > 7 ? tier.third : tier.first)) return true;
    if (length > 7 && rank < tier.first && edits.every(({ slip }) => likely.has(slip) || slip === 'add')) return true;
    // Whose beginning is right was looked for: the more of it there is, the less may be right behind it.
    const isBegun = name.startsWith(target.slice(0, 4)) && count(likely) > 0;
    if (isBegun && ((length > 7 && rank < tier.top) || (length > 9 && rank < tier.third) || (length > 11 && rank < tier.last))) return true;
    // Of two letters that are missing too little is left.
    return count(likely) === 2 && edits.some(({ slip }) => slip !== 'drop') && rank < (target.length > 7 ? 1_500 : 500);
  }

  /** A slip and other separators: `dizcordjs`. */
  #isOneSlipBeside(name: string, target: string, rank: number): boolean {
    if (rank >= 1_500 || scopeOf(target) !== '') return false;
    const [bare, near] = [withoutSeparators(name), withoutSeparators(target)];
    const edits = bare.length < 7 ? null : editsBetween(bare, near, 1);
    if (edits?.length !== 1 || edits[0]!.slip === 'digit' || startsOtherwise(bare, near)) return false;
    return !this.#isMadeOfWords(name, target) && isLongEnough(name, target, rank);
  }

  /** Whether the words by which a name differs are words of other popular names, or their plural: `html-tag` was not meant to be `html-tags`. */
  #isMadeOfWords(name: string, target: string): boolean {
    const others = new Set(wordsOf(target));
    const changed = wordsOf(name).filter(word => !others.has(word));
    const isWord = (word: string): boolean => this.#knownWords.has(word) || /^\d+$/.test(word);
    const isPlural = (word: string): boolean => word.endsWith('s') && !others.has(word.slice(0, -1)) && isWord(word.slice(0, -1));
    return changed.length > 0 && changed.every(word => isWord(word) || isPlural(word));
  }
}

/** People look at the first letter: they seldom mistake it. A swap and a doubled letter keep it in sight. */
function startsOtherwise(name: string, target: string): boolean {
  const first = scopeOf(name) === '' ? 0 : 1;
  const swapped = name[first] === target[first + 1] && name[first + 1] === target[first];
  return name[first] !== target[first] && !swapped;
}

/** How long the words of a target are that a name has otherwise; all of it where their number differs. */
export function lengthOfChanged(name: string, target: string): number {
  const own = wordsOf(name);
  const others = wordsOf(target);
  if (own.length !== others.length) return target.length;
  return others.filter((word, index) => word !== own[index]).join('').length;
}

/** How much of a target is left between what a name has in common with it at both ends. */
function lengthOfCore(name: string, target: string): number {
  let [start, end] = [0, 0];
  while (start < target.length && name[start] === target[start]) start += 1;
  while (end < target.length - start && name.at(-1 - end) === target.at(-1 - end)) end += 1;
  return target.length - start - end;
}

/** A short word of a longer name is soon another word: `pytest-mpi` and `pytest-mpl` are two things. */
function isLongEnough(name: string, target: string, rank: number): boolean {
  const own = wordsOf(name);
  const others = wordsOf(target);
  if (own.length !== others.length || own.length === 1) return true;
  const changed = others.filter((word, index) => word !== own[index]);
  return changed.every(word => word.length > 4) || rank < tier.first;
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
    const lookalikes = new Lookalikes(ecosystem, { ...names, known: [...names.known, ...ownNpmNames] });
    return name => lookalikes.twinOf(name.toLowerCase());
  }
  const lookalikes = new Lookalikes(ecosystem, { ...names, targets: withWanted(names.targets) });
  return name => lookalikes.twinOf(normalizedPython(name));
}
