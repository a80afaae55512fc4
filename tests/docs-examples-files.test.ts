import { describe, expect, it } from 'vitest';
import { fileReaders } from '../lib/scan/file-readers.js';
import { fileRules } from '../rules/index.js';
import { realLanguages, ruleIds, type RuleId } from '../rules/catalogue.js';
import { pageOf } from './doc-page.js';

const fence = /^```(yaml|hcl|dockerfile) (bad|good)\n([^]*?)^```$/gm;

/** The name that a file with this text has. */
const nameOf = (language: string, text: string): string => {
  if (language === 'dockerfile') return 'Dockerfile';
  if (language === 'hcl') return 'main.tf';
  if (/^jobs:/m.test(text)) return '.github/workflows/deploy.yml';
  if (/^ {2}script:/m.test(text)) return '.gitlab-ci.yml';
  return /^provider:/m.test(text) ? 'serverless.yml' : 'template.yaml';
};

/** The slugs that the scan's readers report in a file. */
const slugsIn = (name: string, text: string): RuleId[] => {
  const file = `/project/${name}`;
  const surroundings = { files: new Set([file]), optionsOf: () => ({}) };
  const readers = fileReaders.filter(reader => reader.wants(file));
  return readers.flatMap(reader =>
    (reader.read({ path: file, root: '/project', text }, surroundings) ?? []).map(({ kind }) => fileRules[kind]),
  );
};

const examples = ruleIds
  .filter(slug => realLanguages(slug).some(language => language === 'tpl' || language === 'image' || language === 'wf'))
  .flatMap(slug => [...pageOf(slug).matchAll(fence)].map(([, language = '', kind = '', text = '']) => ({ slug, language, kind, text })));

describe('the examples of files', () => {
  it.each(examples.filter(({ kind }) => kind === 'bad'))(
    'a bad one in $language on the page of $slug is reported',
    ({ slug, language, text }) => {
      expect(slugsIn(nameOf(language, text), text)).toContain(slug);
    },
  );

  it.each(examples.filter(({ kind }) => kind === 'good'))(
    'a good one in $language on the page of $slug is not',
    ({ slug, language, text }) => {
      expect(slugsIn(nameOf(language, text), text)).not.toContain(slug);
    },
  );

  it.each([...new Set(examples.map(({ slug }) => slug))])('the page of %s has both kinds', slug => {
    expect(new Set(examples.filter(example => example.slug === slug).map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']));
  });
});
