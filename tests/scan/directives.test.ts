import { describe, expect, test } from 'vitest';
import { fakeSemgrep, found, pythonPack, runScan, workspace } from './workspace.js';

const reason = 'the value is a constant of the build';
const rule = 'lambda-security/no-command-injection';

/** What a scan says of `exec(event.a)` on the third line of a file with this comment around it. */
const scanWith = async (before: string, after = '', argv: string[] = []) => {
  const code = `// the first line\n${before}\nexec(event.a);${after}\nexec(event.b);\n`;
  const report = await runScan(workspace({ 'a.js': code }), argv);
  return { lines: found(report), unexplained: report.unexplained, findings: report.findings };
};

const both = ['a.js:3 no-command-injection', 'a.js:4 no-command-injection'];
const first = ['a.js:3 no-command-injection (suppressed)', 'a.js:4 no-command-injection'];
const all = ['a.js:3 no-command-injection (suppressed)', 'a.js:4 no-command-injection (suppressed)'];

describe('ESLint directives that a scan honours', () => {
  test.each([
    ['on the line before', `// eslint-disable-next-line ${rule} -- ${reason}`, '', first],
    ['on the line before, as a block', `/* eslint-disable-next-line ${rule} -- ${reason} */`, '', first],
    ['on the line before, over several lines', `/* eslint-disable-next-line\n   ${rule} -- ${reason}\n*/`, '', undefined],
    ['on the line itself', '', ` // eslint-disable-line ${rule} -- ${reason}`, first],
    ['for the rest of the file', `/* eslint-disable ${rule} -- ${reason} */`, '', all],
    ['up to where it is enabled again', `/* eslint-disable ${rule} -- ${reason} */`, ` /* eslint-enable ${rule} */`, first],
    ['up to where everything is enabled again', `/* eslint-disable ${rule} -- ${reason} */`, ' /* eslint-enable */', first],
    ['among other rules', `// eslint-disable-next-line no-eval, ${rule} -- ${reason}`, '', first],
  ])('%s', async (_, before, after, expected) => {
    const { lines, unexplained, findings } = await scanWith(before, after);
    expect(lines).toEqual(expected ?? ['a.js:5 no-command-injection (suppressed)', 'a.js:6 no-command-injection']);
    expect(unexplained).toBe(0);
    expect(findings[0]?.suppressed).toEqual({ kind: 'inSource', justification: reason });
  });
});

describe('ESLint directives that do not weaken a scan', () => {
  test.each([
    ['a blanket one', '/* eslint-disable */', '', 0],
    ['a blanket one with a reason', `/* eslint-disable -- ${reason} */`, '', 0],
    ['a blanket one for a line', '', ' // eslint-disable-line', 0],
    ['one that names the rule and gives no reason', `// eslint-disable-next-line ${rule}`, '', 1],
    ['one whose reason is empty', `// eslint-disable-next-line ${rule} -- `, '', 1],
    ['one that names another rule', `// eslint-disable-next-line lambda-security/no-xxe -- ${reason}`, '', 0],
    ['inline configuration', `/* eslint ${rule}: off -- ${reason} */`, '', 0],
    ['a line comment that would open a range', `// eslint-disable ${rule} -- ${reason}`, '', 0],
    ['one that was closed again', `/* eslint-disable ${rule} -- ${reason} *//* eslint-enable ${rule} */`, '', 0],
    ['text in a string', `const text = "eslint-disable-next-line ${rule} -- ${reason}";`, '', 0],
  ])('%s', async (_, before, after, unexplained) => {
    const result = await scanWith(before, after);
    expect(result.lines).toEqual(both);
    expect(result.unexplained).toBe(unexplained);
  });

  test('--respect-inline-config lets a blanket comment count, and keeps what it suppressed', async () => {
    expect((await scanWith('/* eslint-disable */', '', ['--respect-inline-config'])).lines).toEqual(all);
  });

  test('--respect-inline-config lets inline configuration count', async () => {
    expect((await scanWith(`/* eslint ${rule}: off */`, '', ['--respect-inline-config'])).lines).toEqual([]);
  });
});

describe('nosemgrep comments', { timeout: 120_000 }, () => {
  const python = [
    'import os',
    'os.system(a)  # nosemgrep: no-command-injection -- a constant',
    '# nosemgrep: no-command-injection -- a constant, too',
    'os.system(b)',
    'os.system(c)  # nosemgrep: no-sql-injection, pack.no-command-injection-dynamic -- a copied id',
    'os.system(d)  # nosemgrep',
    'os.system(e)  # nosemgrep: no-command-injection',
    'os.system(f)  # nosemgrep: no-sql-injection -- another rule',
    'x = 1  # nosemgrep: no-command-injection -- on a line of code, for that line',
    'os.system(g)',
  ].join('\n');

  test('one that names the rule and gives a reason counts, on the line or alone on the line before', async () => {
    const report = await runScan(workspace({ 'a.py': python }), [], { packs: pythonPack() });
    expect(found(report)).toEqual([
      'a.py:2 no-command-injection (suppressed)',
      'a.py:4 no-command-injection (suppressed)',
      'a.py:5 no-command-injection (suppressed)',
      'a.py:6 no-command-injection',
      'a.py:7 no-command-injection',
      'a.py:8 no-command-injection',
      'a.py:10 no-command-injection',
    ]);
    expect(report.findings[0]?.suppressed).toEqual({ kind: 'inSource', justification: 'a constant' });
    expect(report.unexplained).toBe(1);
  });

  test('--respect-inline-config lets blanket comments and those without a reason count', async () => {
    // What Semgrep itself says of these lines is in the test above, and does not depend on the option.
    const results = python.split('\n').flatMap((text, index) => {
      const at = { start: { line: index + 1, col: 1 }, end: { line: index + 1, col: 13 } };
      const metadata = { slug: 'no-command-injection', tier: 'tainted' };
      const result = { check_id: 'no-command-injection', path: 'a.py', ...at, extra: { message: 'm', severity: 'ERROR', metadata } };
      return text.startsWith('os.system') ? [result] : [];
    });
    const semgrep = workspace({ 'report.json': JSON.stringify({ results, errors: [], paths: { scanned: ['a.py'] } }) });
    const env = { ...process.env, SEMGREP_PATH: fakeSemgrep(`cat ${semgrep}/report.json`) };
    const report = await runScan(workspace({ 'a.py': python }), ['--respect-inline-config'], { env });
    expect(found(report).filter(line => !line.endsWith('(suppressed)'))).toEqual([
      'a.py:8 no-command-injection',
      'a.py:10 no-command-injection',
    ]);
  });
});
