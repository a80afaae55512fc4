import { expect, it } from 'vitest';
import { entryOf, realLanguages, ruleIds } from '../../rules/catalogue.js';
import { examplesOf, type DocExample } from '../doc-page.js';
import { slugsIn, type PackSuite } from './semgrep-pack.js';

const examples = ruleIds
  .filter(slug => realLanguages(slug).includes('py') && !entryOf(slug).readByScan?.includes('py'))
  .flatMap(slug =>
    examplesOf(slug)
      .filter(({ language }) => language === 'python')
      .map((example, index) => ({ slug, ...example, file: `${slug}_${index}.py` })),
  );

export const pages: PackSuite = {
  about: 'the Python examples of the pages',
  files: Object.fromEntries(examples.map(({ file, code }) => [file, code])),
  check(found) {
    const named = (wanted: DocExample['kind']) =>
      examples.filter(({ kind }) => kind === wanted).map(example => [example.slug, example] as const);

    it.each(named('bad'))('a bad one on the page of %s is reported', (slug, { file }) => {
      expect(slugsIn(found(file).filter(({ extra }) => extra.metadata.tier !== 'dynamic'))).toContain(slug);
    });

    it.each(named('good'))('nothing is reported in a good one on the page of %s', (slug, { file }) => {
      expect(slugsIn(found(file).filter(({ extra }) => extra.metadata.recommended || extra.metadata.slug === slug))).toEqual([]);
    });
  },
};
