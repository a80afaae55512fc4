import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogue } from '../../rules/catalogue.js';
import { rewriteBlocks } from '../../lib/sync/marked-block.js';
import { semgrepBlock } from '../../lib/sync/semgrep-block.js';

const pack = (...rules: [id: string, mode: string][]) =>
  [
    'rules:',
    ...rules.flatMap(([id, mode]) => [`  - id: ${id}`, '    # <sync:catalogue> x', '    # </sync:catalogue>', `    ${mode}`]),
  ].join('\n');

const synced = (text: string, folder = 'python') =>
  (parse(rewriteBlocks(text, block => semgrepBlock(block, text, folder))) as { rules: Record<string, unknown>[] }).rules;

describe('semgrepBlock', () => {
  it('writes what the catalogue says, as YAML that parses', () => {
    const entry = catalogue['no-command-injection'];
    const [rule] = synced(pack(['no-command-injection', 'mode: taint']));
    expect(rule).toMatchObject({
      languages: ['python'],
      severity: 'ERROR',
      message: `${entry.problem} ${entry.advice}`,
      metadata: {
        slug: 'no-command-injection',
        tier: 'tainted',
        confidence: 'HIGH',
        cwe: ["CWE-78: Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')"],
        owasp: [entry.owasp],
        references: entry.references,
        recommended: true,
      },
    });
  });

  it('gives the dynamic twin its own problem text and never more than a warning', () => {
    const { dynamic, advice } = catalogue['no-sql-injection'];
    const [, rule] = synced(pack(['no-sql-injection', 'mode: taint'], ['no-sql-injection-dynamic', 'pattern: a']));
    expect(rule).toMatchObject({
      severity: 'WARNING',
      message: `${dynamic.problem} ${advice}`,
      metadata: { slug: 'no-sql-injection', tier: 'dynamic', confidence: 'LOW', recommended: false },
    });
  });

  it('takes the tier from the rule that the block stands in, not from its neighbour', () => {
    const [first, second] = synced(pack(['no-unsafe-deserialization', 'pattern: a'], ['no-ssrf', 'mode: taint']));
    expect([first, second].map(rule => (rule?.['metadata'] as { tier: string }).tier)).toEqual(['shape', 'tainted']);
  });

  it('leaves the language to the rule outside the Python folders and knows the slug below a suffix', () => {
    const [rule] = synced(pack(['no-env-secret-terraform', 'pattern: a']), 'template');
    expect(rule).not.toHaveProperty('languages');
    expect(rule).toHaveProperty('metadata.slug', 'no-env-secret');
  });

  it('writes no cwe where the catalogue has none', () => {
    expect(synced(pack(['no-uncached-secret', 'pattern: a']))[0]?.['metadata']).not.toHaveProperty('cwe');
  });

  it('refuses an id that no slug begins, and a dynamic rule of a slug without that tier', () => {
    expect(() => synced(pack(['made-up', 'pattern: a']))).toThrow('made-up begins with no slug');
    expect(() => synced(pack(['no-ssrf-dynamic', 'pattern: a']))).toThrow('no-ssrf has no dynamic tier');
  });
});
