import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../rules/index.js';
import { entryOf, realLanguages, ruleIds, type CatalogueEntry, type RuleId } from '../rules/catalogue.js';

const real = ruleIds.filter(slug => realLanguages(slug).length > 0);
const realInPython = ruleIds.filter(slug => realLanguages(slug).includes('py') && !entryOf(slug).readByScan?.includes('py'));
const linted = ruleIds.filter(slug => realLanguages(slug).some(language => language === 'js' || language === 'pkg'));
const pythonFolder = (slug: RuleId) => `semgrep-rules/${entryOf(slug).recommended ? 'python' : 'python-opt-in'}`;
const basenames = (folder: string, extension: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .map(name => basename(name, extension));

describe('every entry', () => {
  const faults = (fault: (entry: CatalogueEntry, slug: RuleId) => boolean) => ruleIds.filter(slug => fault(entryOf(slug), slug));
  const isSentence = (text: string) => /^[A-Z].*[^.]\.$/.test(text) && !/[.!?] [A-Z]/.test(text);

  it('has a title that says what it forbids or asks for', () => {
    expect(faults(({ title }, slug) => !(slug.startsWith('no-') ? /^Disallow .*[^.]$/ : /^Require .*[^.]$/).test(title))).toEqual([]);
  });

  it('states the problem and the advice in one sentence each', () => {
    expect(faults(({ problem, advice }) => !isSentence(problem) || !isSentence(advice))).toEqual([]);
  });

  it('keeps the advice short enough for a message of 240 characters', () => {
    expect(faults(({ advice }) => advice.length > 110)).toEqual([]);
  });

  it('states the problem of its dynamic tier in one sentence that does not accuse the event', () => {
    expect(faults(({ dynamic }) => dynamic !== undefined && (!isSentence(dynamic.problem) || /\bevent\b/.test(dynamic.problem)))).toEqual(
      [],
    );
  });

  it('names only languages of its own as planned', () => {
    expect(faults(({ languages, planned = [] }) => planned.some(language => !languages.includes(language)))).toEqual([]);
  });

  it('links to at least one page, encrypted, and to none twice', () => {
    expect(
      faults(
        ({ references }) =>
          references.length === 0 || !references.every(link => link.startsWith('https://')) || new Set(references).size < references.length,
      ),
    ).toEqual([]);
  });

  it('has a slug in one of the three forms', () => {
    expect(faults((_, slug) => !/^(no|require|prefer)-[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  });
});

describe('a rule that exists', () => {
  it.each(linted)('%s has its file, its test and its line in the index', slug => {
    expect(existsSync(`rules/${slug}.ts`)).toBe(true);
    expect(existsSync(`tests/rules/${slug}.test.ts`)).toBe(true);
    expect(rules).toHaveProperty(slug);
  });

  it.each(realInPython)('%s has its Semgrep rule and its annotated test in the folder of its config', slug => {
    const folder = pythonFolder(slug);
    expect(existsSync(`${folder}/${slug}.yaml`)).toBe(true);
    expect(existsSync(`${folder}/${slug}.py`)).toBe(true);
  });

  it.each(realInPython.filter(slug => entryOf(slug).dynamic))('%s has a second Semgrep rule for its dynamic tier', slug => {
    const file = `semgrep-rules/python-opt-in/${slug}-dynamic.yaml`;
    const { rules: found } = parse(readFileSync(file, 'utf8')) as { rules: { id: string }[] };
    expect(found.map(({ id }) => id)).toContain(`${slug}-dynamic`);
  });

  it.each(real)('%s has its page', slug => {
    expect(existsSync(`docs/rules/${slug}.md`)).toBe(true);
  });
});

describe('a rule that does not exist', () => {
  it('has no file', () => {
    const expected = ['catalogue', 'index', ...linted].sort();
    expect(basenames('rules', '.ts').sort()).toEqual(expected);
  });

  it('has no page', () => {
    expect(basenames('docs/rules', '.md').sort()).toEqual([...real].sort());
  });

  it('is in no Python folder', () => {
    const dynamic = realInPython.filter(slug => entryOf(slug).dynamic).map(slug => `${slug}-dynamic`);
    const found = ['python', 'python-opt-in'].flatMap(folder => basenames(`semgrep-rules/${folder}`, '.yaml'));
    expect(found.sort()).toEqual([...realInPython, ...dynamic].sort());
  });
});
