import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { logicalLines, readRequirement } from './requirement.js';
import { normalizedPython } from './typosquat.js';

const depth = 5;

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** What the lines of a requirements file refer to by an option: `-r base.txt`, `--constraint=constraints.txt`. */
const referred = (text: string, short: string, long: string): string[] =>
  [...logicalLines(text)].flatMap(line => new RegExp(`^(?:${short}|${long})[=\\s]*(\\S+)`).exec(line.text)?.[1] ?? []);

/** The constraints of a file and of those that it includes: pip applies them to everything that it installs. */
function constraintsOf(text: string, file: string, level = 0): string[] {
  const absolute = (name: string): string => (/^https?:/.test(name) ? name : path.resolve(path.dirname(file), name));
  const included = level < depth ? referred(text, '-r', '--requirement').map(absolute) : [];
  return [
    ...referred(text, '-c', '--constraint').map(absolute),
    ...included.flatMap(other => constraintsOf(textOf(other) ?? '', other, level + 1)),
  ];
}

const filesIn = (folder: string, pattern: RegExp): string[] => {
  try {
    return readdirSync(folder).flatMap(name => (pattern.test(name) ? path.join(folder, name) : []));
  } catch {
    return [];
  }
};

/** Those of the files that include another one, beside it and in the folder above. */
const includersOf = (file: string): string[] => {
  const folder = path.dirname(file);
  const beside = filesIn(folder, path.basename(folder) === 'requirements' ? /\.txt$/i : /requirements?[\w.-]*\.txt$/i);
  return [...beside, ...filesIn(path.dirname(folder), /requirements?[\w.-]*\.txt$/i)].filter(
    other =>
      other !== file && referred(textOf(other) ?? '', '-r', '--requirement').some(name => path.resolve(path.dirname(other), name) === file),
  );
};

/** The names that constraints pin; null where some cannot be read, and may pin anything. */
function pinnedNames(files: readonly string[]): Set<string> | null {
  const names = new Set<string>();
  for (const file of files) {
    const text = textOf(file);
    if (text === null) return null;
    for (const line of logicalLines(text)) {
      const requirement = readRequirement(line.text);
      if (requirement?.name && requirement.looseness === null) names.add(normalizedPython(requirement.name));
    }
  }
  return names;
}

/**
 * Makes the test whether constraints hold a requirement in place: those that the file names, that the files which include it name, or that lie
 * beside it.
 *
 * @param file absolute
 */
export function constraintsOn(text: string, file: string): (name: string) => boolean {
  let names: Set<string> | null | undefined;
  return name => {
    if (names === undefined)
      names = pinnedNames([
        ...constraintsOf(text, file),
        ...includersOf(file).flatMap(other => constraintsOf(textOf(other) ?? '', other, depth)),
        ...filesIn(path.dirname(file), /^constraints[\w.-]*\.txt$/i),
      ]);
    return names === null || names.has(normalizedPython(name));
  };
}
