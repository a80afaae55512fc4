import parser from '@typescript-eslint/parser';
import json from '@eslint/json';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { dependencyReaders } from '../lib/dependencies/readers.js';
import plugin from '../lib/index.js';
import { entryOf, realLanguages, ruleIds, type RuleId } from '../rules/catalogue.js';
import { fileRules } from '../rules/index.js';
import { examplesOf, type DocExample } from './doc-page.js';

const slugs = ruleIds.filter(slug => slug in plugin.rules || realLanguages(slug).includes('req'));
/** The languages of examples that this test reads on a page; Semgrep reads the others. */
const languagesOn = (slug: RuleId): DocExample['language'][] => [
  'js',
  'ts',
  'json',
  'requirements',
  'toml',
  ...(entryOf(slug).readByScan?.includes('py') ? (['python'] as const) : []),
];

/** What the readers of the scan say about an example. */
const readByScan = (file: string, text: string): string[] =>
  dependencyReaders
    .filter(reader => reader.wants(file))
    .flatMap(reader => reader.read({ path: file, root: '/nowhere', text }, { files: new Set(), optionsOf: () => ({}) }) ?? [])
    .map(({ kind }) => `lambda-security/${fileRules[kind]}`);

/** What `recommended` and the page's own rule say about an example. */
const report = (slug: RuleId, { code, language }: DocExample): string[] => {
  if (language === 'requirements') return readByScan('/nowhere/requirements.txt', code).filter(found => found.endsWith(slug));
  if (language === 'toml') return readByScan('/nowhere/pyproject.toml', code);
  if (language === 'python') return readByScan('/nowhere/handler.py', code);
  if (language === 'json') {
    const config = { ...plugin.configs.packageJson(json)[0], rules: { [`lambda-security/${slug}`]: 'error' } } as Linter.Config;
    const linter = new Linter({ cwd: '/nowhere' });
    return linter.verify(code, [config], { filename: '/nowhere/package.json' }).map(({ ruleId, message }) => ruleId ?? message);
  }
  const messages = new Linter().verify(
    code,
    [{ files: ['**'], languageOptions: { parser } }, ...plugin.configs.recommended, { rules: { [`lambda-security/${slug}`]: 'error' } }],
    { filename: `handler.${language}` },
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
};

describe.each(slugs)('on the page of %s', slug => {
  const examples = examplesOf(slug).filter(({ language }) => languagesOn(slug).includes(language));
  const named = (wanted: DocExample['kind']) =>
    examples.filter(({ kind }) => kind === wanted).map(example => [example.line, example] as const);

  it.each(named('bad'))('the bad example in line %i is reported', (_, example) => {
    expect(report(slug, example)).toContain(`lambda-security/${slug}`);
  });

  it.each(named('good'))('nothing is reported in the good example in line %i', (_, example) => {
    expect(report(slug, example)).toEqual([]);
  });
});
