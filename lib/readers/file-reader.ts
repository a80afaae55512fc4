import type { Language } from '../../rules/catalogue.js';

/** A file that a reader gets. Paths are absolute; `root` is the scanned folder it was found under. */
export interface TextFile {
  path: string;
  root: string;
  text: string;
}

/** A range of a text. Lines and columns (in UTF-16 units) count from 1, `endColumn` is the first one after. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/**
 * One finding. `kind` leads to its rule, see `fileRules` in rules/index.ts; `message` says what is wrong, in a sentence, and the scan adds
 * the rule's advice; `scope` names what it lies in, as a function's name does in code.
 */
export interface FileFinding<Kind extends string = string> extends Place {
  kind: Kind;
  message: string;
  scope?: string;
  /** Whether what lies at its place is a secret: no output shows it. */
  isSecret?: boolean;
}

/** What a reader may ask for beside the file. */
export interface Surroundings {
  /** Every file of the scan, absolute. */
  files: ReadonlySet<string>;
  /** The options that the user gave to the rule of a kind; empty when none. */
  optionsOf: (kind: string) => Readonly<Record<string, unknown>>;
}

/** Finds what is wrong in one kind of file that is neither linted nor matched by patterns. */
export interface FileReader<Kind extends string = string> {
  /** The language of its findings. */
  language: Language;
  /** Whether a file may be of its kind, told by its absolute path. Cheap: it is asked for every file of a tree. */
  wants: (file: string) => boolean;
  /**
   * Reads a file that it wants. Findings of rules that are off are dropped later, and so are suppressed ones.
   *
   * @returns undefined when the text turns out to be of another kind: the file does not count as checked then
   * @throws BrokenFileError when the text cannot be parsed
   */
  read: (file: TextFile, surroundings: Surroundings) => readonly FileFinding<Kind>[] | undefined;
}

/** A text that cannot be parsed; the message says why, in a line. The scan names the file and goes on. */
export class BrokenFileError extends Error {
  override name = 'BrokenFileError';
}
