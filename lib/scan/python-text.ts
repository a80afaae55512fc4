/** Where a Python string begins: its prefix and its quotes. */
const opening = /(?<![\w])([rRbBuUfF]{0,2})("""|'''|"|')|#/g;

const closingOf = (text: string, from: number, quotes: string): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quotes, at)) return at;
    else if (quotes.length === 1 && text[at] === '\n') return at;
  }
  return text.length;
};

/** Python text with comments and what strings hold as spaces, at the same offsets; what an f-string holds is code and stays. */
export function withoutStrings(text: string): string {
  let result = '';
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, prefix = '', quotes] = match;
    const start = match.index + whole.length;
    const lineEnd = text.indexOf('\n', start);
    const end = quotes === undefined ? (lineEnd < 0 ? text.length : lineEnd) : closingOf(text, start, quotes);
    const inside = text.slice(start, end);
    result += text.slice(result.length, start) + (/f/i.test(prefix) ? inside : inside.replace(/[^\n]/g, ' '));
    opening.lastIndex = end + (quotes?.length ?? 0);
  }
  return result + text.slice(result.length);
}

/** The parts between brackets that commas separate, as they are written; undefined when the bracket does not close. */
export function bracketed(text: string, code: string, open: number): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (depth === 0 || (depth === 1 && char === ',')) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
    if (depth === 0) return parts.filter(part => part !== '');
  }
  return undefined;
}
