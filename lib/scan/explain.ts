import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Colors } from 'picocolors/types.js';
import { entryOf, type Language, realLanguages, type RuleId, ruleIds } from '../../rules/catalogue.js';
import { UsageError } from './config-file.js';
import { nearest } from './nearest.js';
import { wrap } from './terminal-text.js';

/** How a page is shown. */
export interface Page {
  colors: Colors;
  /** Of the terminal, in characters. */
  width: number;
}

const languageNames: Record<Language, string> = {
  js: 'JS/TS',
  py: 'Python',
  pkg: 'package.json',
  req: 'requirements',
  image: 'Dockerfile',
  tpl: 'templates',
  wf: 'workflows',
};

const isReal = (slug: RuleId): boolean => realLanguages(slug).length > 0;

/** Every rule by category: its name, severity, languages, whether `recommended` holds it, and what it does. */
export function listRules({ colors, width }: Page): string {
  const slugs = ruleIds.filter(isReal);
  const widest = Math.max(...slugs.map(({ length }) => length));
  const lines = [...new Set(slugs.map(slug => entryOf(slug).category))].flatMap(category => [
    colors.bold(category),
    ...slugs
      .filter(slug => entryOf(slug).category === category)
      .flatMap(slug => {
        const { title, severity, recommended } = entryOf(slug);
        const level = severity === 'error' ? colors.red('error  ') : colors.yellow('warning');
        const languages = realLanguages(slug).map(language => languageNames[language]);
        const about = wrap(`${title} (${languages.join(', ')})`, width - widest - 15);
        const margin = ' '.repeat(widest + 15);
        return about.map((text, index) =>
          index === 0 ? `  ${recommended ? '✓' : ' '} ${slug.padEnd(widest)}  ${level}  ${text}` : margin + text,
        );
      }),
    '',
  ]);
  return `${[...lines, '✓ in `recommended`. `lambda-security explain RULE` says more.'].join('\n')}\n`;
}

/** The bold and underlined parts of a line, and its links as their text. */
const inline = (text: string, colors: Colors): string =>
  text
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1')
    .replaceAll(/<(https?:[^>]+)>/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, (_, bold: string) => colors.bold(bold));

const codeTitles: Record<string, string> = {
  js: 'JavaScript',
  ts: 'TypeScript',
  python: 'Python',
  json: 'package.json',
  requirements: 'requirements.txt',
  yaml: 'YAML',
  hcl: 'Terraform',
  dockerfile: 'Dockerfile',
};

/** A block between blank lines: a heading, a quotation, a table, a list or a paragraph. */
const proseLines = (block: string, { colors, width }: Page): string[] => {
  const heading = /^#+ (.*)$/.exec(block);
  if (heading) return [colors.bold(colors.underline(heading[1] ?? '')), ''];
  if (block.startsWith('|')) {
    const rows = block.split('\n').map(row =>
      row
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
    return [
      ...rows.filter(([name = '']) => /\w/.test(name)).map(([name = '', value = '']) => `  ${colors.dim(name)}: ${inline(value, colors)}`),
      '',
    ];
  }
  const items = block.split(/\n(?=- )/).map(item => item.replaceAll(/\n\s*(?:> )?/g, ' ').replace(/^> /, ''));
  return [
    ...items.flatMap(item => {
      const [first, rest, text] = item.startsWith('- ') ? ['- ', '  ', item.slice(2)] : ['', '', item];
      return wrap(text, width - first.length).map((line, index) => (index === 0 ? first : rest) + inline(line, colors));
    }),
    '',
  ];
};

/** Markdown as lines of a terminal: code indented below what it is an example of, paragraphs broken at the width. */
const renderMarkdown = (markdown: string, page: Page): string[] => {
  const { colors } = page;
  const pieces = markdown.replaceAll(/<!--[^]*?-->\n?/g, '').split(/^```(.*)\n([^]*?)^```$/m);
  return pieces.flatMap((piece, index) => {
    if (index % 3 === 0)
      return piece
        .split(/\n{2,}/)
        .map(block => block.trim())
        .filter(block => block !== '')
        .flatMap(block => proseLines(block, page));
    if (index % 3 === 2)
      return [
        ...piece
          .trimEnd()
          .split('\n')
          .map(line => (line === '' ? '' : `    ${line}`)),
        '',
      ];
    const [language = '', quality = ''] = piece.split(' ');
    const title = codeTitles[language] ?? language;
    if (quality === 'bad') return [colors.red(`✗ ${title}, reported`)];
    return quality === 'good' ? [colors.green(`✓ ${title}, mended`)] : [];
  });
};

/**
 * The page of a rule as text. Throws a UsageError that names the rule that may have been meant.
 *
 * @param name a rule, with or without the plugin's prefix
 * @param pages the folder of the rules' pages
 */
export function explainRule(name: string, pages: string, page: Page): string {
  const wanted = name.replace(/^lambda-security\//, '');
  const slugs = ruleIds.filter(isReal);
  const slug = slugs.find(each => each === wanted);
  if (slug === undefined) {
    const meant = nearest(wanted, slugs);
    const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
    throw new UsageError(`There is no rule ${name}.${question} \`lambda-security rules\` lists them.`);
  }
  return `${renderMarkdown(readFileSync(path.join(pages, `${slug}.md`), 'utf8'), page)
    .join('\n')
    .trimEnd()}\n`;
}
