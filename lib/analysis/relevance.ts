import { memberReaches } from '../flow/api-reach.js';
import type { Knowledge } from '../flow/knowledge.js';

/** What a text of unknown origin does harm in. */
export const interpreting: ReadonlySet<string> = new Set(['command', 'code', 'sql', 'deserialize']);
const shapes: ReadonlySet<string> = new Set(['secret-fetch', 'secret-refetch', 'secret-listing', 'stale-secret']);
const none: ReadonlySet<string> = new Set();
const interpreters = new WeakMap<Knowledge, ReadonlySet<string>>();
const secretKeepers = new WeakMap<Knowledge, ReadonlySet<string>>();
const handlerTakers = new WeakMap<Knowledge, ReadonlySet<string>>();

const specifier = /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?)\s*['"`]([^'"`\n]{1,80})['"`]/gu;
const globals = /\b(?:eval|Function|execScript)\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(\s*[^\s(]*['"`]/u;

/** The words that the globals begin with: looking for one of them is quicker than the expression. */
const globalWords = ['eval', 'Function', 'execScript', 'setTimeout', 'setInterval', 'setImmediate'];
const namesGlobal = (text: string): boolean => globalWords.some(word => text.includes(word)) && globals.test(text);

/** The name of a module without the `node:` of a built-in one. */
export const plainName = (name: string): string => (name.startsWith('node:') ? name.slice(5) : name);

/** The modules that the text asked about last imports: it is asked about several times in turn. */
let last: { readonly text: string; readonly names: readonly string[] } = { text: '', names: [] };

/** The modules that a text names in its imports, each as often as it does. */
export function importsOf(text: string): readonly string[] {
  if (last.text !== text) {
    const names = Array.from(text.matchAll(specifier), ([, name = '']) => plainName(name));
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

/** Modules and globals that interpret text. */
export const interpreterNames = (known: Knowledge): ReadonlySet<string> =>
  namesOf(interpreters, known, graph => graph.namesWith(interpreting, none));

/** `import { a, b as c } from 'm'`, `const { a, b: c } = require('m')`: the names that are taken, and from where. */
const namedImports = /\bimport\s*\{([^}]*)\}\s*from\s*['"]([^'"\n]{1,80})['"]|\{([^{}]*)\}\s*=\s*require\s*\(\s*['"]([^'"\n]{1,80})['"]/gu;

/** Whether a file imports what interprets text, and not only other things of the libraries that do. */
export function importsInterpreter(text: string, known: Knowledge): boolean {
  if (namesGlobal(text)) return true;
  const names = interpreterNames(known);
  const found = importsOf(text).filter(name => names.has(name));
  if (found.length === 0) return false;
  let harmless = 0;
  for (const [, list = '', module = '', requiredList = list, required = module] of text.matchAll(namedImports)) {
    const name = plainName(required);
    if (!names.has(name)) continue;
    const members = requiredList.split(',').map(each => /^\s*(?:type\s+)?([\w$]*)/u.exec(each)?.[1] ?? '');
    if (members.some(member => memberReaches(known.graph, name, member, interpreting))) return true;
    harmless++;
  }
  return harmless < found.length;
}

/** Whether a file names a library that interprets text, which matters without any handler. By its text alone: this is asked of every file. */
export function namesInterpreter(text: string, known: Knowledge): boolean {
  return imports(text, interpreterNames(known)) || namesGlobal(text);
}

/** Whether a file names a library that fetches or grants secrets, whose calls matter for their form alone. By its text, too. */
export function namesSecretKeeper(text: string, known: Knowledge): boolean {
  return imports(
    text,
    namesOf(secretKeepers, known, graph => graph.namesWith(none, shapes)),
  );
}

/** Whether a file names a library that takes handlers. By its text, too. */
export function namesHandlerTaker(text: string, known: Knowledge): boolean {
  return imports(
    text,
    namesOf(handlerTakers, known, graph => graph.handlerTakers()),
  );
}
