import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Lines of text by the title that they stand under. */
export type Sections<Title extends string> = Readonly<Record<Title, readonly string[]>>;

/** Writes lists: a comment, then each title in brackets with its lines. */
export const formatSections = (comment: string, sections: Sections<string>): string =>
  [`# ${comment}`, ...Object.entries(sections).flatMap(([title, lines]) => [`[${title}]`, ...lines]), ''].join('\n');

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-lambda-security/package.json'));

/**
 * Reads what `formatSections` wrote.
 *
 * @param file below the package's folder
 */
export function loadSections<Title extends string>(file: string, titles: readonly Title[]): Sections<Title> {
  const text = readFileSync(path.join(packageRoot, file), 'utf8');
  const linesOf = (title: Title): string[] => {
    const heading = `\n[${title}]\n`;
    const from = text.indexOf(heading) + heading.length;
    const end = text.indexOf('\n[', from - 1);
    return end === from - 1 ? [] : text.slice(from, end).split('\n');
  };
  return Object.fromEntries(titles.map(title => [title, linesOf(title)])) as unknown as Sections<Title>;
}
