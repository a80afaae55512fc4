import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** @returns what the text of a tsconfig says, which may have comments and trailing commas. Throws an error that has the `line`. */
export function parseTsconfig(text: string): unknown {
  // Loaded when a tsconfig is looked at.
  const { evaluate, parse } = require('@humanwhocodes/momoa') as typeof import('@humanwhocodes/momoa');
  return evaluate(parse(text.replace(/^\uFEFF/, ''), { mode: 'jsonc', allowTrailingCommas: true }));
}
