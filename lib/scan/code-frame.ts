import type { Colors } from 'picocolors/types.js';
import { printable } from './terminal-text.js';

/** Where a frame points: lines and columns from 1, `endColumn` the first one after. */
export interface FrameRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The part of a long line that shows its column. */
const window = (text: string, column: number, width: number): { shown: string; column: number } => {
  if (text.length <= width) return { shown: text, column };
  const start = Math.max(0, Math.min(column - Math.floor(width / 3), text.length - width));
  return { shown: `${start > 0 ? '…' : ''}${text.slice(start + (start > 0 ? 1 : 0), start + width)}`, column: column - start };
};

/**
 * The line of a finding, the one before it, and a mark below the range.
 *
 * @param lines the file's lines, redacted
 * @param width of the output, in characters
 * @returns lines to print; none when the file has no such line
 */
export function codeFrame(lines: readonly string[], range: FrameRange, width: number, colors: Colors): string[] {
  const text = lines[range.line - 1];
  if (text === undefined) return [];
  const gutter = String(range.line).length;
  const room = Math.max(20, width - gutter - 5);
  const end = range.endLine === range.line ? range.endColumn : text.length + 1;
  const lead = printable(text.slice(0, range.column - 1)).length;
  const marked = Math.max(1, printable(text.slice(range.column - 1, end - 1)).trimEnd().length);
  const { shown, column } = window(printable(text), lead + 1, room);
  const mark = '^'.repeat(Math.min(marked, room - column + 1));
  const before = lines[range.line - 2];
  return [
    ...(before === undefined || before.trim() === ''
      ? []
      : [colors.dim(`  ${String(range.line - 1).padStart(gutter)} | ${window(printable(before), 1, room).shown}`)]),
    `${colors.red('>')} ${range.line} ${colors.dim('|')} ${shown}`,
    `  ${' '.repeat(gutter)} ${colors.dim('|')} ${' '.repeat(column - 1)}${colors.red(mark)}`,
  ];
}
