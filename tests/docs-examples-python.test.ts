import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryOf, realLanguages, ruleIds } from '../rules/catalogue.js';
import { examplesOf, type DocExample } from './doc-page.js';
import { findingsOfPack, type SemgrepFinding } from './semgrep-pack.js';

const examples = ruleIds
  .filter(slug => realLanguages(slug).includes('py') && !entryOf(slug).readByScan?.includes('py'))
  .flatMap(slug =>
    examplesOf(slug)
      .filter(({ language }) => language === 'python')
      .map((example, index) => ({ slug, ...example, file: `${slug}_${index}.py` })),
  );

describe.runIf(examples.length > 0)('the Python examples', () => {
  const findings = findingsOfPack(Object.fromEntries(examples.map(({ file, code }) => [file, code])));
  const slugsIn = (file: string, relevant: (finding: SemgrepFinding) => boolean) =>
    findings.filter(finding => basename(finding.path) === file && relevant(finding)).map(({ extra }) => extra.metadata.slug);
  const named = (wanted: DocExample['kind']) =>
    examples.filter(({ kind }) => kind === wanted).map(example => [example.slug, example] as const);

  it.each(named('bad'))('a bad one on the page of %s is reported', (slug, { file }) => {
    expect(slugsIn(file, ({ extra }) => extra.metadata.tier !== 'dynamic')).toContain(slug);
  });

  it.each(named('good'))('nothing is reported in a good one on the page of %s', (slug, { file }) => {
    expect(slugsIn(file, ({ extra }) => extra.metadata.recommended || extra.metadata.slug === slug)).toEqual([]);
  });
});
