import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileFinding, Surroundings, TextFile } from '../readers/file-reader.js';
import { type Twin, twinMessage } from './messages.js';
import { popularTwin } from './popular-twin.js';
import { ownPythonModules } from './python-names.js';
import { normalizedPython } from './typosquat.js';

/** Strings and comments: https://docs.python.org/3/reference/lexical_analysis.html */
const textual = /("""|''')(?:\\[^]|(?!\1)[^\\])*\1|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|#[^\n]*/g;

/** The code with every string and comment blanked, so that all else keeps its place. */
const withoutText = (code: string): string => code.replace(textual, found => found.replace(/[^\n]/g, ' '));

const importLine =
  /^[ \t]*(?:from[ \t]+(\w+)[\w.]*[ \t]+import\b|import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*))/gmu;

/** A module that an import names first: `a` in `import a.b`. */
interface ImportedModule {
  name: string;
  /** Where its name starts in the file. */
  offset: number;
}

function* importsIn(code: string): Generator<ImportedModule> {
  for (const match of code.matchAll(importLine)) {
    const [whole, from, list = ''] = match;
    if (from !== undefined) {
      yield { name: from, offset: match.index + whole.indexOf(from, whole.indexOf('from') + 4) };
      continue;
    }
    const start = match.index + whole.length - list.length;
    for (const entry of list.matchAll(/(?:^|,[ \t]*)(\w+)/gu))
      yield { name: entry[1] ?? '', offset: start + entry.index + entry[0].length - (entry[1]?.length ?? 0) };
  }
}

const bare = (name: string): string => normalizedPython(name).replaceAll('-', '');

/** A module is named as its package is, but without separators if its author likes. */
function moduleTwin(name: string): Twin | null {
  if (name.length < 5 || ownPythonModules.has(name)) return null;
  const twin = popularTwin(name, 'pypi');
  return twin !== null && bare(twin.name) === bare(name) ? null : twin;
}

const foldersAndModules = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The names of all folders and Python modules of the scan: any of them may be on the path that Python searches. */
function localNames({ files }: Surroundings): ReadonlySet<string> {
  let names = foldersAndModules.get(files);
  if (names === undefined) {
    names = new Set([...files].filter(file => file.endsWith('.py')).flatMap(file => file.slice(0, -3).split(/[\\/]/)));
    foldersAndModules.set(files, names);
  }
  return names;
}

const liesBeside = (name: string, file: string): boolean =>
  ['', '.py', '.pyi', '.so', '.pyd'].some(ending => existsSync(path.join(path.dirname(file), name + ending)));

/** Imports of Python modules that are named almost like a popular package, and that the project does not hold itself. */
export function importFindings({ path: file, text }: TextFile, surroundings: Surroundings): FileFinding<'typosquat'>[] {
  const suspects = [...importsIn(text)].filter(({ name }) => moduleTwin(name) !== null);
  if (suspects.length === 0) return [];
  const found: FileFinding<'typosquat'>[] = [];
  for (const { name, offset } of importsIn(withoutText(text))) {
    const twin = moduleTwin(name);
    if (twin === null || localNames(surroundings).has(name) || liesBeside(name, file)) continue;
    const line = text.slice(0, offset).split('\n').length;
    const column = offset - text.lastIndexOf('\n', offset - 1);
    found.push({ kind: 'typosquat', message: twinMessage(name, twin), line, column, endLine: line, endColumn: column + name.length });
  }
  return found;
}
