import type { Colors } from 'picocolors/types.js';
import type { RedactedFile } from './redacted-source.js';
import { printable } from './terminal-text.js';

/** Where a frame points: lines and columns from 1, `endColumn` the first one after. */
export interface FrameRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The part of a long line that shows an offset of it, and where that offset is now. */
const window = (text: string, offset: number, width: number): { shown: string; offset: number } => {
  if (text.length <= width) return { shown: text, offset };
  const start = Math.max(0, Math.min(offset - Math.floor(width / 3), text.length - width));
  const end = start + width;
  const [left, right] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  return { shown: left + text.slice(start + left.length, end - right.length) + right, offset: offset - start };
};

const indentOf = (text: string): number => text.length - text.trimStart().length;

/**
 * The line of a finding, the one before it, and a mark below the range.
 *
 * @param width of the output, in characters
 * @returns lines to print; none when the file has no such line
 */
export function codeFrame(file: RedactedFile, range: FrameRange, width: number, colors: Colors): string[] {
  const { line, column, endLine, endColumn } = range;
  const end = endLine === line ? endColumn : undefined;
  const pieces = [file(line, 1, column), file(line, column, end), end === undefined ? '' : file(line, end)];
  if (pieces[0] === undefined) return [];
  const [lead = '', marked = '', rest = ''] = pieces.map(piece => printable(piece ?? ''));
  const text = lead + marked + rest;
  const before = printable(file(line - 1) ?? '').trimEnd();

  const gutter = String(line).length;
  const room = Math.max(20, width - gutter - 5);
  const indent = Math.min(indentOf(text), lead.length, before === '' ? Number.POSITIVE_INFINITY : indentOf(before));
  const { shown, offset } = window(text.slice(indent), lead.length - indent, room);
  const mark = '^'.repeat(Math.max(1, Math.min(marked.trimEnd().length, room - offset)));
  const context = `  ${String(line - 1).padStart(gutter)} | ${window(before.slice(indent), 0, room).shown}`;
  return [
    ...(before === '' ? [] : [colors.dim(context)]),
    `${colors.red('>')} ${line} ${colors.dim('|')} ${shown}`,
    `  ${' '.repeat(gutter)} ${colors.dim('|')} ${' '.repeat(offset)}${colors.red(mark)}`,
  ];
}
