import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileFinding } from '../readers/file-reader.js';
import { type Looseness, looseMessage, twinMessage } from './messages.js';
import { ownPythonModules } from './python-names.js';
import { normalizedPython, popularTwin } from './typosquat.js';

type RequirementFinding = FileFinding<'typosquat' | 'floating-version'>;

/** A requirement with its options, joined over continued lines; `line` counts from 1, `column` is where it starts. */
interface LogicalLine {
  text: string;
  line: number;
  column: number;
}

/** `requirements.txt`, `requirements-dev.txt`, `dev_requirements.txt`, `requirements/base.txt`. */
export const isRequirements = (file: string): boolean =>
  /(?:^|[\\/])(?:[\w.-]*requirements?[\w.-]*|requirements?[\\/][\w.-]+)\.txt$/i.test(file);

/** The lines as pip reads them. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
function* logicalLines(text: string): Generator<LogicalLine> {
  let open: LogicalLine | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const continued = raw.endsWith('\\');
    const part = (continued ? raw.slice(0, -1) : raw).replace(/(?:^|\s)#.*$/, '');
    if (open) open.text += ` ${part.trim()}`;
    else if (part.trim() !== '') open = { text: part.trim(), line: index + 1, column: part.search(/\S/) + 1 };
    if (open && !continued) {
      yield open;
      open = undefined;
    }
  }
  if (open) yield open;
}

/** One requirement: `name` is null when only a place is given. */
interface Requirement {
  name: string | null;
  looseness: Looseness | null;
  /** Whether the registry decides by name. */
  fromRegistry: boolean;
}

const hasHash = /--hash[=\s]|#(?:[^\s#]*&)?sha(?:256|384|512)=/i;

/** How firmly a direct reference holds. PyPI's own files never change: their address holds their hash. */
function linkLooseness(link: string, text: string): Looseness | null {
  if (/^git\+/.test(link)) return /@[0-9a-f]{40}(?:[#\s]|$)/i.test(link) ? null : 'a git reference';
  const isFixed = /^file:/.test(link) || /^https:\/\/files\.pythonhosted\.org\/packages\//.test(link) || hasHash.test(text);
  return isFixed ? null : 'a URL without a hash';
}

/**
 * Reads a requirement as PEP 508 and pip write it.
 *
 * @returns null for what is none: options, paths, template markup
 */
export function readRequirement(text: string): Requirement | null {
  const link = /^(?:-e\s*|--editable[=\s]\s*)?((?:git\+|hg\+|svn\+|bzr\+|https?:|file:)\S*)/.exec(text)?.[1];
  if (link !== undefined) {
    return { name: /#(?:.*&)?egg=([\w.-]+)/.exec(link)?.[1] ?? null, looseness: linkLooseness(link, text), fromRegistry: false };
  }
  const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?=$|[=<>!~;@(\s])(.*)$/.exec(text);
  if (!match || /[{}]|\$\(/.test(text)) return null;
  const [, name = '', rest = ''] = match;
  const direct = /^@\s*(\S+)/.exec(rest)?.[1];
  if (direct !== undefined) return { name, looseness: linkLooseness(direct, text), fromRegistry: false };
  const isPinned = /^\(?\s*={2,3}\s*[^\s*,;]+\s*(?:[);\s]|$)/.test(rest) || hasHash.test(rest);
  return { name, looseness: isPinned ? null : 'a range', fromRegistry: true };
}

/** The popular package that a required name is one slip away from. A name of Python's own is nobody's slip, but no package either. */
export const requiredTwin = (name: string): string | null => (ownPythonModules.has(name) ? null : popularTwin(name, 'pypi'));

/** The names that the constraints of a requirements file pin; null when they cannot be read. */
function constrainedNames(text: string, file: string): Set<string> | null {
  const names = new Set<string>();
  for (const line of logicalLines(text)) {
    const constraints = /^(?:-c|--constraint)[=\s]*(\S+)/.exec(line.text)?.[1];
    if (constraints === undefined) continue;
    try {
      for (const entry of logicalLines(readFileSync(path.resolve(path.dirname(file), constraints), 'utf8'))) {
        const requirement = readRequirement(entry.text);
        if (requirement?.name && requirement.looseness === null) names.add(normalizedPython(requirement.name));
      }
    } catch {
      return null;
    }
  }
  return names;
}

/** What is wrong in a requirements file. @param file absolute: constraints lie beside it */
export function requirementsFindings(text: string, file: string): RequirementFinding[] {
  const found: RequirementFinding[] = [];
  const constrained = constrainedNames(text, file);
  for (const { text: entry, line, column } of logicalLines(text)) {
    const requirement = readRequirement(entry);
    if (requirement === null) continue;
    const { name, looseness, fromRegistry } = requirement;
    const shown = name ?? entry.replace(/^-e\s*|\s.*$/g, '').replace(/^(\w+\+?\w*:\/\/)[^@/]*@/, '$1');
    const width = (name !== null && entry.startsWith(name) ? name : (entry.split(' ', 1)[0] ?? '')).length;
    const place = { line, column, endLine: line, endColumn: column + width };
    const twin = name === null || !fromRegistry ? null : requiredTwin(name);
    if (name !== null && twin !== null) found.push({ kind: 'typosquat', message: twinMessage(name, twin), ...place });
    const isConstrained = fromRegistry && (constrained === null || constrained.has(normalizedPython(name ?? '')));
    if (looseness !== null && !isConstrained) found.push({ kind: 'floating-version', message: looseMessage(shown, looseness), ...place });
  }
  return found;
}
