import path from 'node:path';
import type { Finding } from './finding.js';
import { bracketed, withoutStrings } from './python-text.js';

interface Parameter {
  name: string;
  fallback: string | undefined;
}

interface Definition {
  name: string;
  isMethod: boolean;
  parameters: Parameter[];
  body: string;
}

interface PythonFile {
  path: string;
  text: string;
  /** The text without strings and comments. */
  code: string;
}

const constant = /^(?:[rRbBuU]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|-?\d[\d._]*|None|True|False|(?:\w+\.)*[A-Z][A-Z0-9_]*)$/;
const otherOrigin = /\b(?:json\.loads?|requests\.\w+|input)\(|\bsys\.argv\b/;
const words = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? [];
const indentOf = (line: string): number => line.search(/\S|$/);

/** The function around a line, unless something may call it that its name does not show: a decorator. */
function definitionAround({ text, code }: PythonFile, line: number): Definition | undefined {
  const lines = code.split('\n');
  let indent = indentOf(lines[line - 1] ?? '');
  for (let index = line - 1; index >= 0; index -= 1) {
    const current = lines[index] ?? '';
    if (current.trim() === '' || indentOf(current) > indent) continue;
    const found = /^\s*(?:async\s+)?def\s+(\w+)\s*\(/.exec(current);
    if (found !== null && indentOf(current) < indent) {
      if (/^\s*@/.test(lines[index - 1] ?? '')) return undefined;
      const offset = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
      const parts = bracketed(text, code, offset + found[0].length - 1) ?? [];
      const parameters = parts
        .filter(part => part !== '*' && part !== '/')
        .map(part => ({ name: /^\**(\w+)/.exec(part)?.[1] ?? '', fallback: /(?<![=!<>])=(?!=)\s*(.*)$/s.exec(part)?.[1] }));
      const isMethod = /^(?:self|cls)$/.test(parameters[0]?.name ?? '');
      return {
        name: found[1] ?? '',
        isMethod,
        parameters: isMethod ? parameters.slice(1) : parameters,
        body: lines.slice(index + 1, line).join('\n'),
      };
    }
    indent = Math.min(indent, indentOf(current));
  }
  return undefined;
}

/** The text that a finding is about. */
function reported(code: string, { line, column, endLine, endColumn }: Finding): string {
  const lines = code.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines.map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined)).join('\n');
}

/** The names that stand behind a text, through the assignments of the function. */
function namesBehind(text: string, body: string): Set<string> {
  const names = new Set(words(text));
  for (let size = 0; size !== names.size;) {
    size = names.size;
    for (const [, name = '', value = ''] of body.matchAll(/^\s*(?:for\s+)?(\w+)\s*(?:[+]?=|in)\s+(.*)$/gm))
      if (names.has(name)) for (const word of words(value)) names.add(word);
  }
  return names;
}

/** The arguments of each call of a function; undefined when the file also uses it in another way. */
function callsIn({ text, code }: PythonFile, { name, isMethod }: Definition): string[][] | undefined {
  const calls: string[][] = [];
  for (const { index } of code.matchAll(new RegExp(String.raw`\b${name}\b`, 'g'))) {
    const before = code.slice(code.lastIndexOf('\n', index) + 1, index);
    if (/(?:\bdef\s+|\bimport\b.*)$/.test(before)) continue;
    const open = /^\s*\(/.exec(code.slice(index + name.length))?.[0].length;
    const parts = open === undefined ? undefined : bracketed(text, code, index + name.length + open - 1);
    if (parts === undefined || (isMethod && !before.endsWith('.'))) return undefined;
    calls.push(parts);
  }
  return calls;
}

const argumentOf = (call: readonly string[], { name, fallback }: Parameter, position: number): string | undefined => {
  const named = call.map(part => /^(\w+)\s*=(?!=)\s*(.*)$/s.exec(part)).find(match => match?.[1] === name)?.[2];
  const placed = call[position];
  return named ?? (placed === undefined || /^\w+\s*=(?!=)/.test(placed) ? fallback : placed);
};

/** Whether a file can call what another one defines: it imports the function or its module. */
const mayCall = (code: string, definedIn: string, name: string): boolean => {
  const stem = path.basename(definedIn, '.py');
  return new RegExp(String.raw`^\s*(?:from\s.*\bimport\b.*\b${name}\b|(?:from|import)\s.*\b${stem}\b)`, 'm').test(code);
};

/**
 * Settles what one file alone cannot know: who calls a Python function. A `dynamic` finding goes when all that it is assembled from are
 * parameters for which every call passes a constant.
 *
 * @param textOf the text of a scanned file
 */
export function joinPythonCallers(findings: readonly Finding[], files: readonly string[], textOf: (file: string) => string): Finding[] {
  const read = new Map<string, PythonFile>();
  const fileOf = (name: string): PythonFile => {
    let file = read.get(name);
    if (file === undefined) {
      const text = textOf(name);
      read.set(name, (file = { path: name, text, code: withoutStrings(text) }));
    }
    return file;
  };
  const isSettled = (finding: Finding): boolean => {
    const file = fileOf(finding.file);
    const definition = definitionAround(file, finding.line);
    if (definition === undefined) return false;
    const sink = reported(file.code, finding);
    const names = namesBehind(sink, definition.body);
    const used = definition.parameters
      .map((parameter, position) => ({ parameter, position }))
      .filter(({ parameter }) => names.has(parameter.name));
    if (used.length === 0 || otherOrigin.test(`${definition.body}\n${sink}`)) return false;
    const callers = files.filter(name => name === file.path || mayCall(fileOf(name).code, file.path, definition.name));
    const calls = callers.map(name => callsIn(fileOf(name), definition));
    const all = calls.flatMap(one => one ?? []);
    if (all.length === 0 || calls.includes(undefined)) return false;
    return all.every(call => used.every(({ parameter, position }) => constant.test(argumentOf(call, parameter, position) ?? '')));
  };
  return findings.filter(finding => finding.tier !== 'dynamic' || finding.language !== 'py' || !isSettled(finding));
}
