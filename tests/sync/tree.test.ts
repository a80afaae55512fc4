import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryOf, realLanguages, ruleIds } from '../../rules/catalogue.js';
import { compareTree } from '../../lib/sync/tree.js';

const pages = ruleIds.filter(slug => realLanguages(slug).length > 0);
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lambda-security-sync-'));
  for (const part of ['README.md', 'docs/rules', 'semgrep-rules', 'lib/handlers']) cpSync(part, join(root, part), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

const edit = (file: string, change: (text: string) => string) => {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return text;
};

describe('compareTree', () => {
  it('finds nothing to do in the repository as it is', () => {
    expect(compareTree(root)).toEqual({ outdated: [], problems: [] });
  });

  it('finds a row that was changed in the README table, and gives back the text as it was', () => {
    const text = edit('README.md', before => before.replace('| Recommended |', '| Suggested |'));
    expect(compareTree(root)).toEqual({ outdated: [{ file: 'README.md', text }], problems: [] });
  });

  it.each(pages.slice(0, 1))('finds a header that was changed on the page of %s', slug => {
    const text = edit(`docs/rules/${slug}.md`, before => before.replace(entryOf(slug).problem, 'Nothing to see here.'));
    expect(compareTree(root).outdated).toEqual([{ file: `docs/rules/${slug}.md`, text }]);
  });

  it('leaves what people wrote on a page alone', () => {
    for (const slug of pages) edit(`docs/rules/${slug}.md`, before => `${before}\nOne more remark.\n`);
    expect(compareTree(root)).toEqual({ outdated: [], problems: [] });
  });

  it('finds a severity that was changed in a Semgrep rule', () => {
    const text = edit('semgrep-rules/python/no-event-logging.yaml', before => before.replace('severity: WARNING', 'severity: INFO'));
    expect(compareTree(root).outdated).toEqual([{ file: 'semgrep-rules/python/no-event-logging.yaml', text }]);
  });

  it('names a page that is missing and a rule file whose block was removed', () => {
    for (const slug of pages.slice(0, 1)) rmSync(join(root, `docs/rules/${slug}.md`));
    edit('semgrep-rules/python/no-event-logging.yaml', before => before.replaceAll(/^.*<\/?sync:catalogue>.*$/gm, ''));
    expect(compareTree(root).problems).toEqual([
      ...pages.slice(0, 1).map(slug => `docs/rules/${slug}.md is missing`),
      'semgrep-rules/python/no-event-logging.yaml has no <sync:catalogue> block',
    ]);
  });
});
