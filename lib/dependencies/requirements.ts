import type { FileFinding } from '../readers/file-reader.js';
import { constraintsOn } from './constraints.js';
import { looseMessage, type Twin, twinMessage } from './messages.js';
import { popularTwin } from './popular-twin.js';
import { ownPythonModules } from './python-names.js';
import { logicalLines, readRequirement } from './requirement.js';

type RequirementFinding = FileFinding<'typosquat' | 'floating-version'>;

/** `requirements.txt`, `requirements-dev.txt`, `dev_requirements.txt`, `requirements/base.txt`. */
export const isRequirements = (file: string): boolean =>
  /(?:^|[\\/])(?:[\w.-]*requirements?[\w.-]*|requirements?[\\/][\w.-]+)\.txt$/i.test(file);

/** The popular package that a required name is one slip away from. A name of Python's own is nobody's slip, but no package either. */
export const requiredTwin = (name: string): Twin | null => (ownPythonModules.has(name) ? null : popularTwin(name, 'pypi'));

/** What is wrong in a requirements file. @param file absolute: constraints lie beside it */
export function requirementsFindings(text: string, file: string): RequirementFinding[] {
  const found: RequirementFinding[] = [];
  const isHeld = constraintsOn(text, file);
  for (const { text: entry, line, column } of logicalLines(text)) {
    const requirement = readRequirement(entry);
    if (requirement === null) continue;
    const { name, looseness, fromRegistry } = requirement;
    const shown = name ?? entry.replace(/^-e\s*|\s.*$/g, '').replace(/^(\w+\+?\w*:\/\/)[^@/]*@/, '$1');
    const width = (name !== null && entry.startsWith(name) ? name : (entry.split(' ', 1)[0] ?? '')).length;
    const place = { line, column, endLine: line, endColumn: column + width };
    const twin = name === null || !fromRegistry ? null : requiredTwin(name);
    if (name !== null && twin !== null) found.push({ kind: 'typosquat', message: twinMessage(name, twin), ...place });
    if (looseness !== null && !(fromRegistry && isHeld(name ?? '')))
      found.push({ kind: 'floating-version', message: looseMessage(shown, looseness), ...place });
  }
  return found;
}
