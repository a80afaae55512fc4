import type { Rule } from 'eslint';
import { mayHoldHandler } from '../handlers/may-hold-handler.js';
import { analysisOf, type FileAnalysis, sourceFileOf } from './file-analysis.js';
import { moduleLoader } from './module-loader.js';
import { namesInterpreter } from './relevance.js';

/** Whether a linted source is JavaScript or TypeScript: JSON, CSS and Markdown have other trees. */
export function isScript(context: Rule.RuleContext): boolean {
  return (context.sourceCode.ast as { readonly type?: string } | undefined)?.type === 'Program' && 'scopeManager' in context.sourceCode;
}

/** Files above this (in characters) are generated or bundled: nothing in them is followed. */
const maxLength = 1_000_000;
const verdicts = new WeakMap<object, boolean>();

/** Whether a handler may be in the linted file. Cheap. */
export function mayBeHandlerFile(context: Rule.RuleContext): boolean {
  const { ast, text } = context.sourceCode;
  let verdict = verdicts.get(ast);
  if (verdict === undefined)
    verdicts.set(ast, (verdict = text.length <= maxLength && mayHoldHandler(ast as never, text, context.filename)));
  return verdict;
}

/** Whether the linted file names a library that interprets text or fetches secrets. Cheap. */
export function mayInterpret(context: Rule.RuleContext): boolean {
  const { ast, text } = context.sourceCode;
  let verdict = interpreters.get(ast);
  if (verdict === undefined) interpreters.set(ast, (verdict = text.length <= maxLength && namesInterpreter(text)));
  return verdict;
}

const interpreters = new WeakMap<object, boolean>();

/** The analysis of the linted file, shared by all rules. @param everywhere functions count that no handler reaches, in any file */
export function analysisOfContext(context: Rule.RuleContext, everywhere = false): FileAnalysis {
  const { sourceCode } = context;
  // One analysis serves all rules: the widest that any of them asked for when it was created.
  const widest = everywhere || interpreters.get(sourceCode.ast) === true;
  return analysisOf(sourceFileOf(sourceCode, context.physicalFilename, moduleLoader(context)), widest);
}
