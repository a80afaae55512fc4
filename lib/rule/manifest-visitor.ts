import type { DocumentNode } from '@humanwhocodes/momoa';
import type { Rule } from 'eslint';
import { entryOf, type RuleId } from '../../rules/catalogue.js';
import { isManifest, type ManifestFinding } from '../dependencies/manifest.js';
import { guarded } from './guarded.js';

/** The message of a rule that says what is wrong in one sentence and what to do in another. */
export const problemMessages = { shape: '{{problem}} {{advice}}' };

/**
 * Reports what is wrong in a package.json that ESLint reads as JSON (language `json/json` of `@eslint/json`).
 *
 * @returns a visitor without entries for every other file
 */
export function manifestVisitor(
  slug: RuleId,
  context: Rule.RuleContext,
  check: (document: DocumentNode, file: string) => readonly ManifestFinding[],
): Rule.RuleListener {
  const ast = context.sourceCode.ast as unknown as DocumentNode;
  if (ast.type !== 'Document' || !isManifest(context.filename)) return {};
  const report = guarded(slug, context, () => {
    for (const { message, loc } of check(ast, context.physicalFilename)) {
      context.report({ loc, messageId: 'shape', data: { problem: message, advice: entryOf(slug).advice } });
    }
  });
  return { Document: report };
}
