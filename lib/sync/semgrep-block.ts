import { entryOf, ruleIds, type RuleId } from '../../rules/catalogue.js';
import { docsUrl } from '../rule/rule-meta.js';
import { cweTitle } from './cwe-names.js';
import type { MarkedBlock } from './marked-block.js';

interface SemgrepRule {
  slug: RuleId;
  tier: 'tainted' | 'shape' | 'dynamic';
}

/** The slug is the id, or the id up to a suffix that says which language or tier a further rule of it is for. */
function slugOf(id: string): RuleId {
  const slugs = ruleIds.filter(slug => id === slug || id.startsWith(`${slug}-`));
  const [longest] = slugs.sort((a, b) => b.length - a.length);
  if (!longest) throw new Error(`the rule id ${id} begins with no slug of the catalogue`);
  return longest;
}

/** The rule that a block stands in: the last id above it, and the tier that its id and its mode tell. */
function ruleAround({ before }: MarkedBlock, text: string): SemgrepRule {
  const id = [...before.matchAll(/^ *- id: *([\w-]+)/gm)].at(-1);
  if (!id?.[1]) throw new Error('a <sync:catalogue> block stands before any `- id:`');
  const body = text.slice(id.index + id[0].length).split(/^ *- id:/m)[0] ?? '';
  const tier = id[1].endsWith('-dynamic') ? 'dynamic' : /^ *mode: *taint/m.test(body) ? 'tainted' : 'shape';
  return { slug: slugOf(id[1]), tier };
}

/**
 * The catalogue's part of a Semgrep rule: severity, message and metadata, and in the Python folders the language.
 *
 * @param block the block to fill
 * @param text the whole file, whose rule decides the tier
 * @param folder the folder below `semgrep-rules`
 */
export function semgrepBlock(block: MarkedBlock, text: string, folder: string): string[] {
  const { slug, tier } = ruleAround(block, text);
  const entry = entryOf(slug);
  if (tier === 'dynamic' && !entry.dynamic) throw new Error(`${slug} has no dynamic tier in the catalogue`);
  const problem = tier === 'dynamic' ? entry.dynamic!.problem : entry.problem;
  const severity = tier === 'dynamic' ? 'WARNING' : entry.severity.toUpperCase();
  return [
    ...(folder.startsWith('python') ? ['languages: [python]'] : []),
    `severity: ${severity}`,
    'message: >-',
    `  ${problem}`,
    `  ${entry.advice}`,
    'metadata:',
    `  slug: ${slug}`,
    `  tier: ${tier}`,
    '  category: security',
    `  subcategory: [${tier === 'dynamic' ? 'audit' : 'vuln'}]`,
    `  confidence: ${tier === 'dynamic' ? 'LOW' : entry.confidence.toUpperCase()}`,
    '  technology: [aws-lambda]',
    ...(entry.cwe === undefined ? [] : [`  cwe: [${JSON.stringify(cweTitle(entry.cwe))}]`]),
    `  owasp: [${JSON.stringify(entry.owasp)}]`,
    '  references:',
    ...entry.references.map(reference => `    - ${reference}`),
    `  source: ${docsUrl(slug)}`,
    `  recommended: ${entry.recommended && tier !== 'dynamic'}`,
  ];
}
