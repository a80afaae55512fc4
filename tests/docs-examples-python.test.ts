import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryOf, realLanguages, ruleIds } from '../rules/catalogue.js';
import { examplesOf, type DocExample } from './doc-page.js';

interface Finding {
  path: string;
  extra: { metadata: { slug: string; tier: string; recommended: boolean } };
}

const examples = ruleIds
  .filter(slug => realLanguages(slug).includes('py') && !entryOf(slug).readByScan?.includes('py'))
  .flatMap(slug =>
    examplesOf(slug)
      .filter(({ language }) => language === 'python')
      .map((example, index) => ({ slug, ...example, file: `${slug}_${index}.py` })),
  );

const semgrep = process.env['SEMGREP_PATH'] ?? join('.venv', process.platform === 'win32' ? 'Scripts/semgrep.exe' : 'bin/semgrep');

/** One run over all examples, because starting Semgrep costs more than scanning them. */
const scan = (): Finding[] => {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-security-docs-'));
  try {
    for (const { file, code } of examples) writeFileSync(join(folder, file), code);
    const configs = ['python', 'python-opt-in'].flatMap(pack => ['--config', `semgrep-rules/${pack}`]);
    const args = ['scan', ...configs, '--json', '--quiet', '--metrics', 'off', '--disable-version-check', '-j', '1'];
    const files = examples.map(({ file }) => join(folder, file));
    const output = execFileSync(semgrep, [...args, ...files], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    return (JSON.parse(output) as { results: Finding[] }).results;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe.runIf(examples.length > 0)('the Python examples', () => {
  const findings = scan();
  const slugsIn = (file: string, relevant: (finding: Finding) => boolean) =>
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
