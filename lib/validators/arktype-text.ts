import type { Shape } from '../flow/schema.js';
import { any, arrayOf, both, safe, text, unionOf } from './shapes.js';
import { formatShape, limited, matching } from './text-shapes.js';

/** The pieces of a definition: quoted texts and patterns as a whole, `[]`, operators, words and numbers. */
const piece = /\s*("[^"]*"|'[^']*'|\/(?:[^/\\]|\\.)+\/[a-z]*|\[\]|[<>]=?|==|[|&()%=#?]|[\w.$-]+)/gy;

function piecesOf(definition: string): readonly string[] | null {
  const pieces: string[] = [];
  piece.lastIndex = 0;
  const end = definition.trimEnd().length;
  while (piece.lastIndex < end) {
    const match = piece.exec(definition);
    if (match === null) return null;
    pieces.push(match[1]!);
  }
  return pieces;
}

const safeWords = new Set('number bigint boolean true false null undefined never Date symbol'.split(' '));
const numeric = /^-?\d+(?:\.\d+)?n?$/;

/** What a keyword allows: `string.uuid.v4`, `number.integer`, `string.numeric.parse`. */
function wordShape(word: string): Shape {
  if (safeWords.has(word) || word.startsWith('number.') || numeric.test(word)) return safe;
  const [root, format, ...more] = word.split('.');
  if (root !== 'string') return any;
  if (format === undefined) return text;
  if (more.includes('parse')) return ['numeric', 'integer', 'date'].includes(format) ? safe : any;
  if (format === 'integer' || format === 'numeric') return safe;
  if (format === 'date' && more.length === 0) return text;
  return limited(text, formatShape(format === 'date' ? 'isodate' : format));
}

/** A reader of definitions, by precedence: union, intersection, a value with its bounds and brackets. */
class Definition {
  private at = 0;

  constructor(private readonly pieces: readonly string[]) {}

  whole(): Shape {
    const shape = this.union();
    // A default value: `string = "x"`.
    return this.at === this.pieces.length || this.pieces[this.at] === '=' ? shape : any;
  }

  private union(): Shape {
    const members = [this.intersection()];
    while (this.take('|')) members.push(this.intersection());
    return unionOf(members);
  }

  private intersection(): Shape {
    let shape = this.bounded();
    while (this.take('&')) shape = both(shape, this.bounded());
    return shape;
  }

  /** `0 < number <= 10`, `string > 3`, `number % 2`: bounds leave a text a text. */
  private bounded(): Shape {
    let shape = this.postfix();
    while (/^(?:[<>]=?|==|%)$/.test(this.pieces[this.at] ?? '')) {
      const before = this.pieces[this.at - 1] ?? '';
      this.at++;
      const next = this.postfix();
      if (numeric.test(before)) shape = next;
    }
    return shape;
  }

  private postfix(): Shape {
    let shape = this.primary();
    while (this.take('[]')) shape = arrayOf(shape);
    return shape;
  }

  private primary(): Shape {
    const next = this.pieces[this.at++];
    if (next === undefined) return any;
    if (next === '(') {
      const shape = this.union();
      return this.take(')') ? shape : any;
    }
    if (/^["']/.test(next)) return safe;
    if (next.startsWith('/')) {
      const end = next.lastIndexOf('/');
      return matching(next.slice(1, end), next.slice(end + 1));
    }
    return wordShape(next);
  }

  private take(wanted: string): boolean {
    if (this.pieces[this.at] !== wanted) return false;
    this.at++;
    return true;
  }
}

/** @returns what a definition in ArkType's own words allows: `'pdf' | 'png'`, `string.uuid[]`, `0 < number <= 10`. https://arktype.io/docs/keywords */
export function definitionShape(definition: string): Shape {
  const pieces = piecesOf(definition);
  return pieces === null ? any : new Definition(pieces).whole();
}
