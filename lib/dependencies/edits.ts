/**
 * What a finger or an eye does to a name: `swap` two letters, `double` one, drop one of a double (`undouble`), hit a key nearby
 * (`neighbour`, or beside the right one: `extra-neighbour`), take a character for one that looks alike (`lookalike`), take a vowel for
 * another (`vowel`), lose or add the `s` of a `plural`, change a `separator` or a `digit`, or plainly `drop`, `add` or `replace` a letter.
 */
export type Slip =
  | 'swap'
  | 'double'
  | 'undouble'
  | 'neighbour'
  | 'extra-neighbour'
  | 'lookalike'
  | 'vowel'
  | 'plural'
  | 'separator'
  | 'digit'
  | 'drop'
  | 'add'
  | 'replace';

/** One difference between what was written and what was meant: the character of each side, empty where there is none. */
export interface Edit {
  readonly slip: Slip;
  readonly written: string;
  readonly meant: string;
}

const keyRows = ['1234567890-', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** How far each row of a keyboard is shifted to the right, in keys. */
const shifts = [0, 0.5, 0.75, 1.25];
const keys = new Map(
  keyRows.flatMap((row, y) => [...row].map((key, x): [string, { x: number; y: number }] => [key, { x: x + shifts[y]!, y }])),
);

const areNeighbours = (a: string, b: string): boolean => {
  const [one, other] = [keys.get(a), keys.get(b)];
  return one !== undefined && other !== undefined && Math.abs(one.y - other.y) <= 1 && Math.abs(one.x - other.x) <= 1.3;
};

const lookalikes = new Set(['0o', '1l', '1i', '5s', '3e', '4a', 'il', 'uv', 'gq']);
const lookAlike = (a: string, b: string): boolean => lookalikes.has(a + b) || lookalikes.has(b + a);

const isVowel = (text: string): boolean => /^[aeiouy]$/.test(text);
const isDigit = (text: string): boolean => /^\d$/.test(text);
const isSeparator = (text: string): boolean => /^[-_./@]$/.test(text);

/** @param isLast it ends a name or a word of one */
const replaced = (written: string, meant: string, isLast: boolean): Slip => {
  if (isSeparator(written) && isSeparator(meant)) return 'separator';
  if (lookAlike(written, meant)) return 'lookalike';
  // `tensorfl9w`; at the end, a digit is a version.
  const isMisplaced = !isLast && isDigit(written) && !isDigit(meant) && areNeighbours(written, meant);
  if (!isMisplaced && (isDigit(written) || isDigit(meant))) return 'digit';
  if (areNeighbours(written, meant)) return 'neighbour';
  return isVowel(written) && isVowel(meant) ? 'vowel' : 'replace';
};

/** @param around the characters beside it; @param isLast it ends a name or a word of one */
const added = (letter: string, around: string, isLast: boolean): Slip => {
  if (isSeparator(letter)) return 'separator';
  if (around.includes(letter)) return 'double';
  if (isDigit(letter)) return 'digit';
  if (isLast) return letter === 's' ? 'plural' : 'add';
  return [...around].some(key => areNeighbours(letter, key)) ? 'extra-neighbour' : 'add';
};

const dropped = (letter: string, around: string, isLast: boolean): Slip => {
  if (isSeparator(letter)) return 'separator';
  if (around.includes(letter)) return 'undouble';
  if (isDigit(letter)) return 'digit';
  return isLast && letter === 's' ? 'plural' : 'drop';
};

const endsWord = (text: string, index: number): boolean => index >= text.length || isSeparator(text[index]!);
const beside = (text: string, before: number, after: number): string => (text[before] ?? '') + (text[after] ?? '');

/** The optimal string alignment distances of all beginnings of two texts; rows are the written one's. */
function distances(written: string, meant: string): number[][] {
  const table: number[][] = [];
  for (let i = 0; i <= written.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= meant.length; j += 1) {
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const change = table[i - 1]![j - 1]! + (written[i - 1] === meant[j - 1] ? 0 : 1);
      const swap = written[i - 1] === meant[j - 2] && written[i - 2] === meant[j - 1] ? table[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(change, swap, table[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
  }
  return table;
}

/** What comes to mind first when a difference can be explained in several ways: the slips that a finger makes by itself. */
const ease: Readonly<Partial<Record<Slip, number>>> = { swap: 3, double: 3, undouble: 3, lookalike: 3, separator: 3, replace: 0, digit: 0 };
const easeOf = (edits: readonly Edit[]): number => edits.reduce((sum, { slip }) => sum + (ease[slip] ?? 2), 0);

/**
 * The shortest way from what was meant to what was written, swaps of two letters included; of several, the one that is made most easily.
 *
 * @param most give up above this many edits
 * @returns the edits from the end of the text to its start; null when there are more
 */
export function editsBetween(written: string, meant: string, most: number): Edit[] | null {
  if (Math.abs(written.length - meant.length) > most) return null;
  const table = distances(written, meant);
  if (table[written.length]![meant.length]! > most) return null;
  const wayTo = (i: number, j: number): Edit[] => {
    const here = table[i]![j]!;
    if (here === 0) return [];
    const [a = '', b = ''] = [written[i - 1], meant[j - 1]];
    const ways: Edit[][] = [];
    const add = (edit: Edit, before: Edit[]): void => void ways.push([edit, ...before]);
    if (a === b && here === table[i - 1]?.[j - 1]) ways.push(wayTo(i - 1, j - 1));
    if (i > 1 && j > 1 && a === meant[j - 2] && written[i - 2] === b && here === table[i - 2]![j - 2]! + 1) {
      add({ slip: 'swap', written: written.slice(i - 2, i), meant: meant.slice(j - 2, j) }, wayTo(i - 2, j - 2));
    }
    if (i > 0 && j > 0 && a !== b && here === table[i - 1]![j - 1]! + 1) {
      add({ slip: replaced(a, b, endsWord(written, i)), written: a, meant: b }, wayTo(i - 1, j - 1));
    }
    if (i > 0 && here === table[i - 1]![j]! + 1) {
      add({ slip: added(a, beside(written, i - 2, i), endsWord(written, i)), written: a, meant: '' }, wayTo(i - 1, j));
    }
    if (j > 0 && here === table[i]![j - 1]! + 1) {
      add({ slip: dropped(b, beside(meant, j - 2, j), endsWord(meant, j)), written: '', meant: b }, wayTo(i, j - 1));
    }
    return ways.reduce((best, way) => (easeOf(way) > easeOf(best) ? way : best));
  };
  return wayTo(written.length, meant.length);
}
