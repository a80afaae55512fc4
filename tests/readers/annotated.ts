import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReader } from '../../lib/readers/file-reader.js';

/** A line of a fixture, and what must or must not be found in it: the line below `# ruleid: KIND -- why` or `# ok: KIND -- why`. */
export interface Expectation {
  readonly line: number;
  readonly kind: string;
  readonly why: string;
  readonly isFinding: boolean;
}

const annotation = /^\s*(?:#|\/\/)\s*(ruleid|ok):\s*([\w-]+)\s+--\s+(.*)$/;

/** The expectations of a text, in their order. */
export function expectationsOf(text: string): Expectation[] {
  const lines = text.split('\n');
  return lines.flatMap((content, index) => {
    const [, word, kind = '', why = ''] = annotation.exec(content) ?? [];
    if (word === undefined) return [];
    const below = lines.findIndex((other, at) => at > index && !annotation.test(other));
    return [{ line: below + 1, kind, why, isFinding: word === 'ruleid' }];
  });
}

/** What a reader finds in a file, as `KIND:LINE`; a multi-line place counts by where it begins. */
export function foundIn(reader: FileReader, file: string, text: string, files: readonly string[] = []): string[] {
  const found = reader.read({ path: file, root: path.dirname(file), text }, { files: new Set([file, ...files]), optionsOf: () => ({}) });
  return (found ?? []).map(({ kind, line }) => `${kind}:${line}`);
}

export const fixture = (...names: readonly string[]): { readonly file: string; readonly text: string } => {
  const file = path.resolve('tests/fixtures', ...names);
  return { file, text: readFileSync(file, 'utf8') };
};
