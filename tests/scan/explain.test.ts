import path from 'node:path';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { explainRule, listRules } from '../../lib/scan/explain.js';
import { realLanguages, ruleIds } from '../../rules/catalogue.js';

const pages = path.resolve(import.meta.dirname, '../../docs/rules');
const page = { colors: pc.createColors(false), width: 80 };
const real = ruleIds.filter(slug => realLanguages(slug).length > 0);

test('every rule is listed once, in 80 columns', () => {
  const lines = listRules(page).split('\n');
  const listed = lines.flatMap(line => /^ {2}[✓ ] ([\w-]+)  /.exec(line)?.[1] ?? []);
  expect(listed.toSorted()).toEqual([...real].sort());
  expect(lines.filter(line => line.length > 80)).toEqual([]);
});

describe('explain', () => {
  test('shows bad and good code of both languages, as it stands on the page', () => {
    const text = explainRule('no-command-injection', pages, page);
    const [bad, good] = ['✗ JavaScript, reported\n    import { exec }', '✓ JavaScript, mended\n    import { execFile }'];
    for (const part of [bad, good, '✗ Python, reported\n    import subprocess', '✓ Python, mended\n    import os'])
      expect(text).toContain(part);
    expect(text).toContain('  Severity: error\n');
    expect(text).toContain('Why it matters on Lambda\n');
    expect(text).not.toMatch(/<!--|```|\*\*|^\|/m);
  });

  test.each(real)('%s: prose in 80 columns', slug => {
    const prose = explainRule(slug, pages, page)
      .split('\n')
      .filter(line => !line.startsWith('    ') && !/^ {2}\S+.*: /.test(line) && line.replace(/^[- ] /, '').includes(' '));
    expect(prose.filter(line => line.length > 80)).toEqual([]);
  });

  test("a rule's name as ESLint prints it is understood, and a slip is answered with the nearest rule", () => {
    expect(explainRule('lambda-security/no-xxe', pages, page)).toBe(explainRule('no-xxe', pages, page));
    expect(() => explainRule('no-sqli-injection', pages, page)).toThrow('Did you mean no-sql-injection?');
  });
});
