import { HclScanner } from './hcl-scanner.js';
import type { Entry, Span, Tree } from './tree.js';

/** A block: `resource "aws_lambda_function" "orders" { ... }`. The span is its head's. */
export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
}

export interface Body {
  readonly attributes: readonly Entry[];
  readonly blocks: readonly Block[];
}

const nesting = 100;
const keywords: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const isEnd = (next: string): boolean => next === '' || next === ',' || next === ')' || next === ']' || next === '}';

/** A recursive descent over the parts of HCL that hold data; operators, conditions and loops are stepped over. */
class HclReader {
  readonly #scan: HclScanner;
  #depth = 0;

  constructor(scanner: HclScanner) {
    this.#scan = scanner;
  }

  body(isNested: boolean): Body {
    const scan: HclScanner = this.#scan;
    const attributes: Entry[] = [];
    const blocks: Block[] = [];
    if (++this.#depth > nesting) scan.fail('too many blocks in one another');
    for (;;) {
      scan.skipSpace(true);
      if (scan.next === '' && !isNested) break;
      if (scan.next === '}' && isNested) break;
      const start = scan.pos;
      const name = scan.next === '"' ? scan.quoted() : scan.identifier();
      if (name === undefined) scan.fail(scan.next === '' ? '"}" is missing' : 'a name is missing');
      const at = { start, end: scan.pos };
      scan.skipSpace(false);
      if (scan.next === '=' && !scan.startsWith('==')) {
        scan.pos++;
        attributes.push({ key: name, at, value: this.#expression(false) });
      } else blocks.push(this.#block(name, start));
    }
    this.#depth--;
    return { attributes, blocks };
  }

  #block(type: string, start: number): Block {
    const scan: HclScanner = this.#scan;
    const labels: string[] = [];
    let end = scan.pos;
    while (scan.next !== '{') {
      const label = scan.next === '"' ? scan.quoted() : scan.identifier();
      if (label === undefined) scan.fail('"=" or "{" is missing');
      labels.push(label);
      end = scan.pos;
      scan.skipSpace(false);
    }
    scan.pos++;
    const body = this.body(true);
    scan.expect('}');
    return { type, labels, body, start, end };
  }

  /** @param lines whether line ends mean nothing here, as between brackets */
  #expression(lines: boolean): Tree {
    const scan: HclScanner = this.#scan;
    if (++this.#depth > nesting) scan.fail('too many brackets in one another');
    scan.skipSpace(lines);
    const start = scan.pos;
    const first = this.#operand();
    const end = scan.pos;
    scan.skipSpace(lines);
    this.#depth--;
    if (first !== undefined && this.#isOver(lines)) return { ...first, start, end };
    while (!this.#isOver(lines)) {
      scan.skipToken();
      scan.skipSpace(lines);
    }
    if (scan.pos === start) scan.fail('a value is missing');
    return { kind: 'other', start, end: scan.pos };
  }

  #isOver(lines: boolean): boolean {
    const { next } = this.#scan;
    return isEnd(next) || (!lines && next === '\n');
  }

  #operand(): Tree | undefined {
    const scan: HclScanner = this.#scan;
    const start = scan.pos;
    const span = (): Span => ({ start, end: scan.pos });
    if (scan.next === '"') return this.#text(scan.quoted(), start);
    if (scan.next === '[') return this.#list();
    if (scan.next === '{') return this.#map();
    const number = scan.number();
    if (number !== undefined) return { kind: 'scalar', value: number, ...span() };
    const lines = scan.heredoc();
    if (lines !== undefined) return { kind: 'scalar', value: lines.text, from: lines.from, ...span() };
    const name = scan.identifier();
    if (name === undefined) return undefined;
    if (Object.hasOwn(keywords, name)) return { kind: 'scalar', value: keywords[name]!, ...span() };
    if (scan.next === '(') {
      const args = this.#arguments();
      this.#path();
      return { kind: 'call', name, args, ...span() };
    }
    this.#path();
    return { kind: 'name', path: scan.text.slice(start, scan.pos), ...span() };
  }

  /** `"${var.password}"` is what older Terraform wrote for `var.password`. */
  #text(value: string, start: number): Tree {
    const end = this.#scan.pos;
    const only = /^\$\{\s*([A-Za-z_][\w.[\]"*-]*)\s*\}$/.exec(value)?.[1];
    return only === undefined ? { kind: 'scalar', value, start, end } : { kind: 'name', path: only, start, end };
  }

  /** What follows a name: `.arn`, `[0]`, `["key"]`, `[*]`, `.*`. */
  #path(): void {
    const scan: HclScanner = this.#scan;
    for (;;) {
      if (scan.next === '[') scan.skipBracket();
      else if (scan.next === '.' && /[\w*]/.test(scan.text[scan.pos + 1] ?? '')) {
        scan.pos++;
        if (scan.identifier() === undefined) scan.pos++;
      } else return;
    }
  }

  #list(): Tree {
    const start = this.#scan.pos;
    if (this.#isLoop()) return { kind: 'other', start, end: this.#scan.pos };
    return { kind: 'list', items: this.#arguments(), start, end: this.#scan.pos };
  }

  #arguments(): Tree[] {
    const scan: HclScanner = this.#scan;
    const items: Tree[] = [];
    const close = scan.next === '(' ? ')' : ']';
    scan.pos++;
    scan.skipSpace(true);
    while (scan.next !== close) {
      items.push(this.#expression(true));
      if (scan.next === ',') scan.pos++;
      else if (scan.next !== close) scan.fail('"," is missing');
      scan.skipSpace(true);
    }
    scan.pos++;
    return items;
  }

  /** `[for ...]` and `{for ...}` are stepped over. */
  #isLoop(): boolean {
    const scan: HclScanner = this.#scan;
    const inside = new HclScanner(scan.text, scan.pos + 1, scan.limit);
    inside.skipSpace(true);
    if (inside.identifier() !== 'for' || !/\s/.test(inside.next)) return false;
    scan.skipBracket();
    return true;
  }

  #map(): Tree {
    const scan: HclScanner = this.#scan;
    const start = scan.pos;
    if (this.#isLoop()) return { kind: 'other', start, end: scan.pos };
    const entries: Entry[] = [];
    scan.pos++;
    scan.skipSpace(true);
    while (scan.next !== '}') {
      entries.push(this.#entry());
      scan.skipSpace(false);
      if (scan.next === ',' || scan.next === '\n') scan.pos++;
      else if (scan.next !== '}') scan.fail('"," or "}" is missing');
      scan.skipSpace(true);
    }
    scan.pos++;
    return { kind: 'map', entries, start, end: scan.pos };
  }

  #entry(): Entry {
    const scan: HclScanner = this.#scan;
    const start = scan.pos;
    let key = '';
    if (scan.next === '(') scan.skipBracket();
    else if (scan.next === '"') key = scan.quoted();
    else {
      key = scan.number()?.toString() ?? scan.identifier() ?? '';
      const from = scan.pos;
      this.#path();
      key += scan.text.slice(from, scan.pos);
    }
    if (scan.pos === start) scan.fail('a key is missing');
    const at = { start, end: scan.pos };
    scan.skipSpace(true);
    if (scan.next !== '=' && scan.next !== ':') scan.fail('"=" is missing');
    scan.pos++;
    return { key, at, value: this.#expression(false) };
  }
}

/**
 * Reads HCL as Terraform writes it. No kept parser for it on npm tells where in the text a value stands.
 *
 * @param start where the file begins in the text
 * @param end where it ends
 * @returns the blocks and attributes of the file, with offsets in the whole text; throws a SyntaxProblem
 */
export const readHcl = (text: string, start = 0, end = text.length): Body => new HclReader(new HclScanner(text, start, end)).body(false);
