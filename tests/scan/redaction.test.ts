import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import pc from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import plugin from '../../lib/index.js';
import { formats } from '../../lib/scan/formats.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import type { ScanReport } from '../../lib/scan/scan.js';
import { ruleIds } from '../../rules/catalogue.js';
import { examplesOf } from '../doc-page.js';
import { fake, privateKey } from '../secrets/samples.js';
import { runScan, suiteFolder } from './workspace.js';

const token = `ghp_${fake(36)}`;
const bearer = fake(32, 'base62', 11);
const password = 'Vq7-mwd4Zr2k';
const inUrl = 'Zk91xQpL77mw';
const pem = privateKey();
/** What no output may hold: each value, and each line of the key. */
const planted = [token, bearer, password, inUrl, ...pem.split('\n').slice(1, -1)];

/** A program with secrets all around it: in each line, in a URL, in a key over several lines, above and below. */
function surrounded(code: string): string {
  const around = `const database = 'postgres://app:${inUrl}@db.internal:5432/app';\nconst settings = { password: '${password}' };`;
  const key = `const signing = \`${pem}\`;`;
  const lines = code
    .trimEnd()
    .split('\n')
    .map(line => `${line} // ${token} Authorization: Bearer ${bearer}`);
  // What an example puts into a template literal over several lines stays as it is.
  const body = /`[^`]*\n[^`]*`/u.test(code) ? code.trimEnd() : lines.join('\n');
  return `${around}\n${key}\n${body}\n${key.replace('signing', 'second')}\n${around.replaceAll('const ', 'export const last_')}\n`;
}

/** Rules that read JavaScript or TypeScript, with an example that each reports. */
const examples = ruleIds
  .filter(slug => slug in plugin.rules)
  .flatMap(slug => {
    const example = examplesOf(slug).find(({ kind, language }) => kind === 'bad' && (language === 'js' || language === 'ts'));
    return example === undefined ? [] : [{ slug, file: `${slug}.${example.language}`, text: surrounded(example.code) }];
  });
const inPath = `const { exec } = require('node:child_process');\nexports.handler = async event => exec(event['${token}'] + event.headers['${bearer}']);\n`;
const folder = suiteFolder({ ...Object.fromEntries(examples.map(({ file, text }) => [file, text])), 'in-a-path.js': inPath });

describe('with secrets planted around a finding of each rule', { timeout: 60_000 }, () => {
  let report: ScanReport;
  beforeAll(async () => {
    report = await runScan(folder, ['.', '--config', 'all'], { rules: plugin.configs as never });
  });

  test.each(examples.map(({ slug, file }) => [slug, file] as const))('%s reports its example', (slug, file) => {
    const there = report.findings.filter(finding => path.basename(finding.file) === file);
    expect(there.map(({ rule }) => rule)).toContain(slug);
  });

  test.each(Object.keys(formats) as (keyof typeof formats)[])('no value in %s', name => {
    const source = redactedSource(report.secrets);
    const output = formats[name](report, { source, colors: pc.createColors(false), width: 120, verbose: true });
    // A format may leave out findings beyond a number.
    expect(examples.filter(({ slug }) => output.includes(slug)).length).toBeGreaterThan(examples.length / 2);
    expect(planted.filter(value => output.includes(value))).toEqual([]);
  });

  test('no value in what ESLint is told: messages, their data, fixes and suggestions', () => {
    const linter = new Linter({ cwd: folder });
    const files = ['**/*.js', '**/*.ts'];
    const configs = [{ files, languageOptions: { parser } }, ...plugin.configs.all.map(config => ({ ...config, files }))];
    for (const file of readdirSync(folder)) {
      const messages = linter.verify(readFileSync(path.join(folder, file), 'utf8'), configs, { filename: path.join(folder, file) });
      expect(messages.length, file).toBeGreaterThan(0);
      expect(
        planted.filter(value => JSON.stringify(messages).includes(value)),
        file,
      ).toEqual([]);
    }
  });
});
