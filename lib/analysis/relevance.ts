import type { Knowledge } from '../flow/knowledge.js';

const interpreting: ReadonlySet<string> = new Set(['command', 'code', 'sql', 'deserialize']);
const shapes: ReadonlySet<string> = new Set(['secret-fetch', 'secret-refetch', 'secret-listing', 'stale-secret']);
const none: ReadonlySet<string> = new Set();
const interpreters = new WeakMap<Knowledge, ReadonlySet<string>>();
const secretKeepers = new WeakMap<Knowledge, ReadonlySet<string>>();

const handlerTakers = new WeakMap<Knowledge, ReadonlySet<string>>();

const specifier = /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?)\s*['"`]([^'"`\n]{1,80})['"`]/gu;
const globals = /\b(?:eval|Function|execScript)\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(\s*[^\s(]*['"`]/u;

/** The modules that the text asked about last imports: it is asked about several times in turn. */
let last: { readonly text: string; readonly names: readonly string[] } = { text: '', names: [] };

function importsOf(text: string): readonly string[] {
  if (last.text !== text) {
    const names = Array.from(text.matchAll(specifier), ([, name = '']) => (name.startsWith('node:') ? name.slice(5) : name));
    last = { text, names };
  }
  return last.names;
}

const imports = (text: string, names: ReadonlySet<string>): boolean => importsOf(text).some(name => names.has(name));

function namesOf(
  cache: WeakMap<Knowledge, ReadonlySet<string>>,
  known: Knowledge,
  find: (graph: Knowledge['graph']) => ReadonlySet<string>,
): ReadonlySet<string> {
  let names = cache.get(known);
  if (names === undefined) cache.set(known, (names = find(known.graph)));
  return names;
}

/** Whether a file names a library that interprets text, which matters without any handler. By its text alone: this is asked of every file. */
export function namesInterpreter(text: string, known: Knowledge): boolean {
  return imports(text, namesOf(interpreters, known, graph => graph.namesWith(interpreting, none))) || globals.test(text);
}

/** Whether a file names a library that fetches or grants secrets, whose calls matter for their form alone. By its text, too. */
export function namesSecretKeeper(text: string, known: Knowledge): boolean {
  return imports(text, namesOf(secretKeepers, known, graph => graph.namesWith(none, shapes)));
}

/** Whether a file names a library that takes handlers. By its text, too. */
export function namesHandlerTaker(text: string, known: Knowledge): boolean {
  return imports(text, namesOf(handlerTakers, known, graph => graph.handlerTakers()));
}
