import path from 'node:path';
import { dependencyReaders } from '../../lib/dependencies/readers.js';

/**
 * What the readers of dependencies find in a file, as `line:column-endColumn kind: message`.
 *
 * @param file absolute
 * @param files what else the scan has found, absolute
 */
export function found(file: string, text: string, files: readonly string[] = []): string[] {
  const surroundings = { files: new Set([file, ...files]), optionsOf: () => ({}) };
  return dependencyReaders
    .filter(reader => reader.wants(file))
    .flatMap(reader => reader.read({ path: file, root: path.dirname(file), text }, surroundings) ?? [])
    .map(({ kind, message, line, column, endColumn }) => `${line}:${column}-${endColumn} ${kind}: ${message}`);
}
