/** A region of a text that `npm run sync` owns, between two comment lines. */
export interface MarkedBlock {
  /** `catalogue` in `# <sync:catalogue> ...`. */
  name: string;
  /** What follows the name inside the brackets: `event` in `# <sync:sources event> ...`; empty if nothing does. */
  argument: string;
  /** The spaces before the opening comment. */
  indent: string;
  /** The text before the block, in which its owner (a rule id, say) is found. */
  before: string;
}

const opening = /^(?<indent>[ ]*)(?:#|<!--) <sync:(?<name>[a-z]+)(?: (?<argument>[\w-]+))?>.*$/;
const closing = (name: string) => new RegExp(`^ *(?:#|<!--) </sync:${name}>`);

/**
 * Replaces the content of every marked block and leaves everything else, the two comment lines included, as it is.
 *
 * @param text a Markdown or YAML text
 * @param render the lines of a block, without its indentation
 * @throws if a block is not closed
 */
export function rewriteBlocks(text: string, render: (block: MarkedBlock) => readonly string[]): string {
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const groups = opening.exec(line)?.groups;
    written.push(line);
    if (!groups) continue;
    const { indent = '', name = '', argument = '' } = groups;
    const end = lines.findIndex((candidate, index) => index > at && closing(name).test(candidate));
    if (end < 0) throw new Error(`the block <sync:${name}> in line ${at + 1} is not closed`);
    const content = render({ name, argument, indent, before: lines.slice(0, at).join('\n') });
    written.push(...content.map(row => (row === '' ? '' : indent + row)), lines[end]!);
    at = end;
  }
  return written.join('\n');
}

/** The names of the marked blocks in a text. */
export const blockNames = (text: string): string[] => text.split('\n').flatMap(line => opening.exec(line)?.groups?.['name'] ?? []);
