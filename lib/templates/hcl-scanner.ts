import { SyntaxProblem } from './yaml-tree.js';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const identifier = /[A-Za-z_][\w-]*/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const heredoc = /<<(-?)([A-Za-z_][\w-]*)[ \t]*\r?\n/y;

/**
 * A text of HCL and a place in it: what stands there, without grammar.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export class HclScanner {
  pos: number;

  constructor(
    readonly text: string,
    pos = 0,
    readonly limit = text.length,
  ) {
    this.pos = pos;
  }

  get next(): string {
    return this.pos < this.limit ? this.text[this.pos]! : '';
  }

  fail(message: string, offset = this.pos): never {
    throw new SyntaxProblem(message, offset);
  }

  startsWith(token: string): boolean {
    return this.text.startsWith(token, this.pos) && this.pos + token.length <= this.limit;
  }

  /** Steps over a token that must be there. */
  expect(token: string): void {
    if (!this.startsWith(token)) this.fail(`"${token}" is missing`);
    this.pos += token.length;
  }

  /** Steps over spaces and comments; over line ends only where they mean nothing. */
  skipSpace(lines: boolean): void {
    while (this.pos < this.limit) {
      if (this.next === ' ' || this.next === '\t' || this.next === '\r' || (lines && this.next === '\n') || this.next === '\uFEFF')
        this.pos++;
      else if (this.next === '#' || this.startsWith('//')) this.pos = this.#indexOf('\n', this.pos, this.limit);
      else if (this.startsWith('/*')) this.pos = this.#indexOf('*/', this.pos + 2, this.limit - 2) + 2;
      else return;
    }
  }

  #indexOf(token: string, from: number, otherwise: number): number {
    const index = this.text.indexOf(token, from);
    return index === -1 || index > this.limit ? otherwise : index;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.pos;
    const match = pattern.exec(this.text);
    if (match !== null) this.pos += match[0].length;
    return match;
  }

  identifier(): string | undefined {
    return this.#match(identifier)?.[0];
  }

  number(): number | undefined {
    const match = this.#match(number);
    return match === null ? undefined : Number(match[0]);
  }

  /** The text between quotes as written, escapes resolved, `${...}` left as it is. */
  quoted(): string {
    const start = this.pos;
    this.expect('"');
    let value = '';
    while (this.next !== '"') {
      if (this.next === '' || this.next === '\n') this.fail('a text is not closed', start);
      if (this.next === '\\') value += this.#escape();
      else if (this.startsWith('${') || this.startsWith('%{')) value += this.#insertion();
      else if (this.startsWith('$${') || this.startsWith('%%{')) value += this.#take(3);
      else value += this.#take(1);
    }
    this.pos++;
    return value;
  }

  #take(length: number): string {
    const taken = this.text.slice(this.pos, this.pos + length);
    this.pos += length;
    return taken;
  }

  #escape(): string {
    const code = this.#take(2)[1] ?? '';
    if (code === 'u' || code === 'U')
      return String.fromCodePoint(Math.min(Number.parseInt(this.#take(code === 'u' ? 4 : 8), 16) || 0, 0x10ffff));
    return code === 'n' ? '\n' : code === 't' ? '\t' : code === 'r' ? '\r' : code;
  }

  #insertion(): string {
    const start = this.pos;
    this.pos += 1;
    this.skipBracket();
    return this.text.slice(start, this.pos);
  }

  /** Steps over a bracket and all that is in it. */
  skipBracket(): void {
    const start = this.pos;
    const close = closing[this.next]!;
    this.pos++;
    for (;;) {
      this.skipSpace(true);
      if (this.next === '') this.fail(`"${close}" is missing`, start);
      if (this.next === close) break;
      if (Object.values(closing).includes(this.next)) this.fail(`"${close}" is missing`, start);
      this.skipToken();
    }
    this.pos++;
  }

  /** Steps over a text, a bracket or a character. */
  skipToken(): void {
    if (this.next === '"') this.quoted();
    else if (Object.hasOwn(closing, this.next)) this.skipBracket();
    else if (this.startsWith('<<')) {
      if (this.heredoc() === undefined) this.pos += 2;
    } else this.pos++;
  }

  /** A text over several lines, `${...}` left as it is; undefined when none begins here. The line end behind it stays. */
  heredoc(): { text: string; from: number } | undefined {
    const start = this.pos;
    const match = this.#match(heredoc);
    if (match === null) return undefined;
    const end = new RegExp(`^[ \\t]*${match[2]}[ \\t]*\\r?$`, 'gm');
    end.lastIndex = this.pos;
    const last = end.exec(this.text);
    if (last === null || last.index > this.limit) this.fail(`${match[2]} is not closed`, start);
    const from = this.pos;
    this.pos = last.index + last[0].trimEnd().length;
    return { text: this.text.slice(from, last.index), from };
  }
}
