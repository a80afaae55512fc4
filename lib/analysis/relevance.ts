import { knowledge } from './knowledge.js';

const interpreting: ReadonlySet<string> = new Set(['command', 'code', 'sql', 'deserialize']);
const shapes: ReadonlySet<string> = new Set(['secret-fetch', 'secret-refetch', 'secret-listing', 'stale-secret', 'secret-grant']);
let names: ReadonlySet<string> | null = null;

const specifier = /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?)\s*['"`]([^'"`\n]{1,80})['"`]/gu;
const globals = /\b(?:eval|Function|execScript)\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(\s*[^\s(]*['"`]/u;

/**
 * Whether a file names a library whose calls matter without any handler: those that interpret text, and those that fetch secrets.
 * By its text alone: this is asked of every file.
 */
export function namesInterpreter(text: string): boolean {
  names ??= knowledge().graph.namesWith(interpreting, shapes);
  for (const [, name = ''] of text.matchAll(specifier)) {
    if (names.has(name.startsWith('node:') ? name.slice(5) : name)) return true;
  }
  return globals.test(text);
}
