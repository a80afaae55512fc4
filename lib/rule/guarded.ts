import type { Rule } from 'eslint';
import { recordInternalError } from './internal-errors.js';

/**
 * Runs a rule's visitor. What goes wrong inside is kept for the scan's summary and ends this rule for this file, never the lint run.
 * `LAMBDA_SECURITY_STRICT=1` throws instead.
 */
export function guarded(slug: string, context: Rule.RuleContext, visit: () => void): () => void {
  return () => {
    try {
      visit();
    } catch (error) {
      if (process.env['LAMBDA_SECURITY_STRICT'] === '1') throw error;
      recordInternalError({
        file: context.filename,
        rule: slug,
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  };
}
