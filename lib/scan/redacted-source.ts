import { readFileSync } from 'node:fs';
import type { Finding } from './finding.js';

/** Masks every secret of a source text; lines stay where they are. */
export type Redact = (source: string) => string;

/** The redacted lines of a file; none when it cannot be read any more. */
export type RedactedSource = (file: string) => readonly string[];

/** The one way from a file to text that a report shows. Each file is read and masked once. */
export function redactedSource(redact: Redact): RedactedSource {
  const files = new Map<string, readonly string[]>();
  return file => {
    let lines = files.get(file);
    if (lines === undefined) {
      try {
        lines = redact(readFileSync(file, 'utf8')).split(/\r?\n/);
      } catch {
        lines = [];
      }
      files.set(file, lines);
    }
    return lines;
  };
}

/** The redacted text that a finding lies on, from its first column to its last, in one line. */
export function textOf({ file, line, column, endLine, endColumn }: Finding, source: RedactedSource): string {
  const lines = source(file).slice(line - 1, endLine);
  return lines
    .map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === endLine - line ? endColumn - 1 : undefined))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
