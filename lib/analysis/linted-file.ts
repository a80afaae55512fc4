import type { Rule } from 'eslint';
import { mayHoldHandler } from '../handlers/may-hold-handler.js';
import { analysisOf, type FileAnalysis, sourceFileOf } from './file-analysis.js';
import { moduleLoader } from './module-loader.js';

/** Whether a linted source is JavaScript or TypeScript: JSON, CSS and Markdown have other trees. */
export function isScript(context: Rule.RuleContext): boolean {
  return (context.sourceCode.ast as { readonly type?: string } | undefined)?.type === 'Program' && 'scopeManager' in context.sourceCode;
}

const verdicts = new WeakMap<object, boolean>();

/** Whether a handler may be in the linted file. Cheap. */
export function mayBeHandlerFile(context: Rule.RuleContext): boolean {
  const { ast, text } = context.sourceCode;
  let verdict = verdicts.get(ast);
  if (verdict === undefined) verdicts.set(ast, (verdict = mayHoldHandler(ast as never, text, context.filename)));
  return verdict;
}

/** The analysis of the linted file, shared by all rules. */
export function analysisOfContext(context: Rule.RuleContext): FileAnalysis {
  const { sourceCode } = context;
  return analysisOf(sourceFileOf(sourceCode, context.physicalFilename, moduleLoader(context)));
}
