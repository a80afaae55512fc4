import { readFileSync } from 'node:fs';
import type { Place } from '../readers/file-reader.js';
import { maskedExcerpt, secretRanges } from '../secrets/redaction.js';
import type { Finding } from './finding.js';

/**
 * A piece of one line of a file, every secret of the file masked; undefined when there is no such line.
 *
 * @param line from 1
 * @param from the first column, from 1
 * @param to the first column that is left out; by default the end of the line
 */
export type RedactedFile = (line: number, from?: number, to?: number) => string | undefined;

/** The one way from a file to text that a report shows. */
export type RedactedSource = (file: string) => RedactedFile;

const readText = (file: string): string => {
  try {
    // Columns do not count the mark at the beginning of some files.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
};

const redactedFile = (text: string, form: 'code' | 'config', secrets: readonly Place[]): RedactedFile => {
  const starts = [0, ...Array.from(text.matchAll(/\r?\n/g), match => match.index + match[0].length)];
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  const known = secrets.map(place => ({ start: offset(place.line, place.column), end: offset(place.endLine, place.endColumn) }));
  const ranges = secretRanges(text, form, known);
  return (line, from = 1, to = Number.POSITIVE_INFINITY) => {
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    const end = start + (/^[^\r\n]*/.exec(text.slice(start, starts[line]))?.[0].length ?? 0);
    return maskedExcerpt(text, ranges, Math.min(start + from - 1, end), Math.min(start + to - 1, end));
  };
};

/**
 * Opens files for showing. Each is read, and looked through for secrets, once.
 *
 * @param secrets where some are known to stand, by file
 */
export function redactedSource(secrets: ReadonlyMap<string, readonly Place[]> = new Map()): RedactedSource {
  const files = new Map<string, RedactedFile>();
  return file => {
    let opened = files.get(file);
    if (opened === undefined)
      files.set(
        file,
        (opened = redactedFile(readText(file), /\.([cm]?[jt]sx?|py)$/i.test(file) ? 'code' : 'config', secrets.get(file) ?? [])),
      );
    return opened;
  };
}

/** The redacted text that a finding lies on, in one line. */
export function textOf({ file, line, column, endLine, endColumn }: Finding, source: RedactedSource): string {
  const lines = Array.from({ length: endLine - line + 1 }, (_, index) =>
    source(file)(line + index, index === 0 ? column : 1, line + index === endLine ? endColumn : undefined),
  );
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
