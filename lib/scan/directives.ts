import type { Suppression } from './finding.js';

/** A comment that switches reports off or on. `line` and `column` are where it starts to count, from 1. */
export interface Directive {
  kind: 'next-line' | 'disable' | 'enable';
  line: number;
  column: number;
  /** Slugs; empty when it names none. */
  rules: string[];
  justification: string;
}

/** A comment as ESLint's source code holds it: lines count from 1, columns from 0. */
export interface SourceComment {
  type: string;
  value: string;
  loc: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const eslintDirective = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)(.*)$/s;

const slugsIn = (text: string, prefix: string): string[] =>
  text
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry.startsWith(prefix))
    .map(entry => entry.slice(prefix.length));

/**
 * ESLint's directive comments that concern this plugin, in the order of the source. One that names only other rules is left
 * out, and a blanket one is kept only where it switches reports on.
 */
export function eslintDirectives(comments: readonly SourceComment[]): Directive[] {
  return comments.flatMap(({ type, value, loc }): Directive[] => {
    const [, word, rest = ''] = eslintDirective.exec(value) ?? [];
    // As in ESLint, ranges are opened and closed by block comments only.
    if (word === undefined || (type !== 'Block' && !word.endsWith('-line'))) return [];
    const [names = '', ...reasons] = rest.split(/\s-{2,}\s/);
    const rules = slugsIn(names, 'lambda-security/');
    const isEnable = word === 'enable';
    if (rules.length === 0 && !(isEnable && names.trim() === '')) return [];
    const justification = reasons.join(' -- ').trim();
    if (!word.endsWith('-line')) {
      return [{ kind: isEnable ? 'enable' : 'disable', line: loc.start.line, column: loc.start.column + 1, rules, justification }];
    }
    const line = word === 'disable-line' ? loc.start.line : loc.end.line + 1;
    return [{ kind: 'next-line', line, column: 1, rules, justification }];
  });
}

/** What a directive does to a finding: keeps it suppressed, or would if it gave a reason. */
export type Verdict = Suppression | 'no reason' | undefined;

const verdictOf = (directive: Directive | undefined): Verdict => {
  if (directive === undefined) return undefined;
  return directive.justification === '' ? 'no reason' : { kind: 'inSource', justification: directive.justification };
};

/** Applies ESLint's directives to one finding. */
export function judgeByEslint(directives: readonly Directive[], finding: { rule: string; line: number; column: number }): Verdict {
  const { rule, line, column } = finding;
  const onLine = directives.find(({ kind, line: at, rules }) => kind === 'next-line' && at === line && rules.includes(rule));
  if (onLine) return verdictOf(onLine);
  const last = directives.findLast(
    ({ kind, line: at, column: from, rules }) =>
      kind !== 'next-line' && (at < line || (at === line && from <= column)) && (rules.includes(rule) || rules.length === 0),
  );
  return last?.kind === 'disable' ? verdictOf(last) : undefined;
}

const nosemgrep = /#\s*nosem(?:grep)?\b\s*(?::\s*([\w.\-, ]*?))?\s*(?:\s--\s+(.*?))?\s*$/;

/**
 * Applies `# nosemgrep: SLUG -- why`, on the first line of the finding or alone on the line before, to one finding.
 *
 * @param lines the file's lines
 * @param blanket whether a comment counts that names no rule or gives no reason, as it does for Semgrep itself
 */
export function judgeByNosemgrep(lines: readonly string[], finding: { rule: string; line: number }, blanket: boolean): Verdict {
  const own = lines[finding.line - 1] ?? '';
  const before = lines[finding.line - 2] ?? '';
  for (const text of before.trimStart().startsWith('#') ? [own, before] : [own]) {
    const match = nosemgrep.exec(text);
    if (!match) continue;
    const [, names = '', justification = ''] = match;
    // Semgrep prints ids with their folders in front, and people copy what is printed.
    const rules = names.split(',').map(name =>
      name
        .trim()
        .split('.')
        .at(-1)
        ?.replace(/-dynamic$/, ''),
    );
    if (rules.includes(finding.rule)) return blanket || justification ? { kind: 'inSource', justification } : 'no reason';
    if (blanket && names === '') return { kind: 'inSource', justification };
  }
  return undefined;
}
