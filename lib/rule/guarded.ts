import type { Rule } from 'eslint';
import { SettingsError } from '../settings-checks.js';
import { recordInternalError } from './internal-errors.js';

/**
 * Runs a part of a rule. What goes wrong inside is kept for the scan's summary and ends this rule for this file, never the lint run; a wrong
 * setting is the user's to mend and is thrown. `LAMBDA_SECURITY_STRICT=1` throws everything.
 * @returns undefined when it went wrong
 */
function attempt<T>(slug: string, context: Rule.RuleContext, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (process.env['LAMBDA_SECURITY_STRICT'] === '1' || error instanceof SettingsError) throw error;
    recordInternalError({
      file: context.filename,
      rule: slug,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return undefined;
  }
}

/** Guards a rule's visitor. */
export function guarded(slug: string, context: Rule.RuleContext, visit: () => void): () => void {
  return () => attempt(slug, context, visit);
}

/** Guards the test by which a rule decides whether it looks at a file at all. */
export function isWanted(slug: string, context: Rule.RuleContext, test: () => boolean): boolean {
  return attempt(slug, context, test) ?? false;
}
