import { knowledge } from './knowledge.js';

const interpreting: ReadonlySet<string> = new Set(['command', 'code', 'sql', 'deserialize']);
const shapes: ReadonlySet<string> = new Set(['secret-fetch', 'secret-refetch', 'secret-listing', 'stale-secret', 'secret-grant']);
const none: ReadonlySet<string> = new Set();
let interpreters: ReadonlySet<string> | null = null;
let secretKeepers: ReadonlySet<string> | null = null;

const specifier = /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?)\s*['"`]([^'"`\n]{1,80})['"`]/gu;
const globals = /\b(?:eval|Function|execScript)\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(\s*[^\s(]*['"`]/u;

function imports(text: string, names: ReadonlySet<string>): boolean {
  for (const [, name = ''] of text.matchAll(specifier)) if (names.has(name.startsWith('node:') ? name.slice(5) : name)) return true;
  return false;
}

/** Whether a file names a library that interprets text, which matters without any handler. By its text alone: this is asked of every file. */
export function namesInterpreter(text: string): boolean {
  interpreters ??= knowledge().graph.namesWith(interpreting, none);
  return imports(text, interpreters) || globals.test(text);
}

/** Whether a file names a library that fetches or grants secrets, whose calls matter for their form alone. By its text, too. */
export function namesSecretKeeper(text: string): boolean {
  secretKeepers ??= knowledge().graph.namesWith(none, shapes);
  return imports(text, secretKeepers);
}
