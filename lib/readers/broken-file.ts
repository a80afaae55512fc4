import { SyntaxProblem } from '../templates/yaml-tree.js';
import { BrokenFileError } from './file-reader.js';

/** Reads a text; what a parser refuses becomes a BrokenFileError that names the line. */
export function brokenBy<Result>(text: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const line = text.slice(0, error.offset).split('\n').length;
    throw new BrokenFileError(`line ${line}: ${error.message.replace(/ at line \d+, column \d+:?\s*$/, '')}`);
  }
}
