import type { Looseness } from './messages.js';

/** A requirement with its options, joined over continued lines; `line` counts from 1, `column` is where it starts. */
interface LogicalLine {
  text: string;
  line: number;
  column: number;
}

/** The lines as pip reads them. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let open: LogicalLine | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
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
/** An archive that a host makes of one commit. */
const archiveOfCommit = /^https:\/\/[^\s#]*[/@][0-9a-f]{40}(?:\.(?:zip|tar\.gz|tgz))?(?:[#\s]|$)/i;
const archive = /\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)$/i;

/** How firmly a direct reference holds. PyPI's own files never change: their address holds their hash. */
function linkLooseness(link: string, text: string): Looseness | null {
  if (/^git\+/.test(link)) return /@[0-9a-f]{40}(?:[#\s]|$)/i.test(link) ? null : 'a git reference';
  const isFixed =
    /^file:/.test(link) || /^https:\/\/files\.pythonhosted\.org\/packages\//.test(link) || archiveOfCommit.test(link) || hasHash.test(text);
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
  const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*($|[=<>!~;@(].*$|--hash.*$)/.exec(text);
  const [, name = '', rest = ''] = match ?? [];
  // A file of the folder is named by its ending, and what conda exports has one `=`.
  if (!match || /[{}]|\$\(/.test(text) || archive.test(name) || /^=\s*[^=\s]/.test(rest)) return null;
  const direct = /^@\s*(\S+)/.exec(rest)?.[1];
  if (direct !== undefined) return { name, looseness: linkLooseness(direct, text), fromRegistry: false };
  const isPinned = /^\(?(?:[^;]*,)?\s*={2,3}\s*[^\s*,;]+\s*(?:[),;\s]|$)/.test(rest) || hasHash.test(rest);
  return { name, looseness: isPinned ? null : 'a range', fromRegistry: true };
}
