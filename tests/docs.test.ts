import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realLanguages, ruleIds } from '../rules/catalogue.js';
import { examplesOf, pageOf } from './doc-page.js';

const pages = ruleIds.filter(slug => realLanguages(slug).length > 0);

describe('the page of', () => {
  it.each(pages)('%s has every section, in the order that a reader expects', slug => {
    const headings = [...pageOf(slug).matchAll(/^## (.*)$/gm)].map(match => match[1]);
    expect(headings).toEqual(['Why it matters on Lambda', 'Examples', 'What it knows', 'Options', 'Limits', 'References']);
  });

  it.each(pages)('%s has the three blocks that sync fills', slug => {
    expect([...pageOf(slug).matchAll(/<sync:(\w+)>/g)].map(match => match[1])).toEqual(['catalogue', 'options', 'references']);
  });

  it.each(pages)('%s has a bad and a good example in every language of code that the rule reads', slug => {
    const kindsIn = (...languages: string[]) =>
      new Set(
        examplesOf(slug)
          .filter(({ language }) => languages.includes(language))
          .map(({ kind }) => kind),
      );
    if (realLanguages(slug).includes('js')) expect(kindsIn('js', 'ts')).toEqual(new Set(['bad', 'good']));
    if (realLanguages(slug).includes('py')) expect(kindsIn('python')).toEqual(new Set(['bad', 'good']));
  });
});

describe('links', () => {
  const documents = [
    'README.md',
    'CHANGELOG.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map(name => `docs/${name}`),
  ].filter(name => name.endsWith('.md'));

  it.each(documents)('of %s lead to files that exist', document => {
    const text = readFileSync(document, 'utf8').replaceAll(/^```[^]*?^```$/gm, '');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => posix.join(posix.dirname(document), match[1]!));
    expect(targets.filter(target => !existsSync(target))).toEqual([]);
  });
});
