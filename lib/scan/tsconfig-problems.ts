import { readFileSync } from 'node:fs';
import { parseTsconfig } from '../analysis/parse-tsconfig.js';
import { takeUsedTsconfigs, type UsedTsconfig } from '../analysis/resolve-module.js';
import type { FileProblem } from './find-files.js';

/** The line of the first error of syntax; undefined when there is none, and when the file cannot be read. */
function brokenLine(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    // An empty file says nothing, and so breaks nothing.
    if (text.trim() !== '') parseTsconfig(text);
    return undefined;
  } catch (error) {
    return (error as { line?: number }).line ?? 1;
  }
}

const problemOf = ({ file, failure }: UsedTsconfig): string | undefined => {
  const missing = failure === undefined ? undefined : /^File '(.+)' not found\.$/.exec(failure)?.[1];
  if (missing !== undefined) return `it extends ${missing}, which is not there. Install the packages, or mend "extends"`;
  if (failure?.startsWith('Non-relative paths'))
    return 'its "paths" lead to folders without "./", and no "baseUrl" is set. Write "./" in front of them';
  if (failure !== undefined) return `${failure.replace(/\.$/, '')}. Mend it`;
  const line = brokenLine(file);
  return line === undefined ? undefined : `it is not valid JSON (line ${line}). Mend it`;
};

/** What is wrong with the tsconfig files that imports were resolved by: each in a line, with what to do. */
export const tsconfigProblems = (): FileProblem[] =>
  takeUsedTsconfigs().flatMap(tsconfig => {
    const problem = problemOf(tsconfig);
    if (problem === undefined) return [];
    return [{ file: tsconfig.file, message: `${problem}: until then imports by its "paths" may not be followed` }];
  });
