import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../lib/index.js';
import type { JsRuleId } from '../rules/catalogue.js';
import { examplesOf, type DocExample } from './doc-page.js';

const slugs = Object.keys(plugin.rules) as JsRuleId[];

/** What `recommended` and the page's own rule say about an example. */
const report = (slug: JsRuleId, { code, language }: DocExample) => {
  const messages = new Linter().verify(
    code,
    [{ files: ['**'], languageOptions: { parser } }, ...plugin.configs.recommended, { rules: { [`lambda-security/${slug}`]: 'error' } }],
    { filename: `handler.${language}` },
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
};

describe.each(slugs)('on the page of %s', slug => {
  const examples = examplesOf(slug).filter(({ language }) => language !== 'python');
  const named = (wanted: DocExample['kind']) =>
    examples.filter(({ kind }) => kind === wanted).map(example => [example.line, example] as const);

  it.each(named('bad'))('the bad example in line %i is reported', (_, example) => {
    expect(report(slug, example)).toContain(`lambda-security/${slug}`);
  });

  it.each(named('good'))('nothing is reported in the good example in line %i', (_, example) => {
    expect(report(slug, example)).toEqual([]);
  });
});
