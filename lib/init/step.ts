/** One thing that init proposes. Text ends with a line break. */
export type Step =
  /** A file that does not exist. */
  | { kind: 'write'; file: string; text: string }
  /** A file that exists: its whole new text, and the lines that are added to it. */
  | { kind: 'amend'; file: string; text: string; added: string }
  | { kind: 'run'; program: string; args: readonly string[] }
  /** What cannot be done safely, or needs a choice: left to the reader. */
  | { kind: 'tell'; text: string };
