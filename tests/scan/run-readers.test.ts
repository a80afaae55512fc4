import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { BrokenFileError, type FileReader } from '../../lib/readers/file-reader.js';
import { enabledRules } from '../../lib/scan/enabled-rules.js';
import { type ReaderRun, runReaders } from '../../lib/scan/run-readers.js';
import { workspace } from './workspace.js';

/** Reports every line of a `.list` file that holds `bad`; `broken`, `foreign` and `throw` do what they say. */
const reader: FileReader<'typosquat' | 'floating-version'> = {
  language: 'req',
  wants: file => file.endsWith('.list') || file.endsWith('.json'),
  read: ({ text }, { optionsOf }) => {
    if (text.startsWith('foreign')) return undefined;
    if (text.startsWith('broken')) throw new BrokenFileError('line 1 has no end');
    if (text.startsWith('throw')) throw new TypeError('unexpected');
    return text.split('\n').flatMap((line, index) => {
      const column = line.indexOf('bad') + 1;
      const place = { line: index + 1, column, endLine: index + 1, endColumn: column + 3 };
      const kind = line.includes('opt-in') ? 'floating-version' : 'typosquat';
      return column === 0 ? [] : [{ kind, message: `bad ${JSON.stringify(optionsOf('typosquat'))}`, ...place }];
    });
  },
};

const levels = (rules: Record<string, unknown> = {}) =>
  enabledRules('recommended', { folder: '.', settings: {}, rules: rules as never, exclude: [] });

function run(files: Record<string, string>, changes: Partial<ReaderRun> = {}, rules: Record<string, unknown> = {}) {
  const root = workspace(files);
  const sources = Object.keys(files).map(name => ({ path: path.join(root, name), root, kind: 'other' as const }));
  const result = runReaders({ files: sources, readers: [reader], levelsFor: () => levels(rules), respectInlineConfig: false, ...changes });
  return { ...result, names: (paths: readonly string[]) => paths.map(file => path.relative(root, file)) };
}

describe('files that no engine reads', () => {
  test('a finding has the rule, the severity and the place, like any other', () => {
    const { findings, checked, names } = run({ 'a.list': 'ok\n  bad\n' });
    expect(findings).toMatchObject([
      {
        rule: 'no-typosquat-dependency',
        severity: 'error',
        tier: 'shape',
        line: 2,
        column: 3,
        endColumn: 6,
        language: 'req',
        engine: 'files',
      },
    ]);
    expect(names(checked)).toEqual(['a.list']);
  });

  test('a file of another kind does not count as checked', () => {
    const { findings, checked, foreign, names } = run({ 'a.list': 'foreign bad' });
    expect([findings, checked, names(foreign)]).toEqual([[], [], ['a.list']]);
  });

  test('a broken file is named, and the rest is read', () => {
    const { findings, problems, checked, names } = run({ 'a.list': 'broken', 'b.list': 'bad' });
    expect(problems.map(({ file, message }) => `${names([file]).join()}: ${message}`)).toEqual(['a.list: line 1 has no end']);
    expect(findings).toHaveLength(1);
    expect(names(checked)).toEqual(['b.list']);
  });

  test('a reader that fails is an internal error of that file, and the rest is read', () => {
    vi.stubEnv('LAMBDA_SECURITY_STRICT', '');
    const { findings, internalErrors } = run({ 'a.list': 'throw', 'b.list': 'bad' });
    vi.unstubAllEnvs();
    expect(internalErrors).toMatchObject([{ rule: 'req reader' }]);
    expect(internalErrors[0]?.stack).toContain('unexpected');
    expect(findings).toHaveLength(1);
  });

  test('a file that is gone is named', () => {
    const root = workspace({});
    const files = [{ path: path.join(root, 'gone.list'), root, kind: 'other' as const }];
    expect(run({}, { files }).problems).toMatchObject([{ message: 'there is no such file or folder' }]);
  });

  test('a rule that is off reports nothing, one that the user turns on does, with its options', () => {
    const text = { 'a.list': 'bad\nbad opt-in' };
    expect(run(text).findings.map(({ rule }) => rule)).toEqual(['no-typosquat-dependency']);
    const rules = {
      'lambda-security/no-typosquat-dependency': ['warn', { allow: 1 }],
      'lambda-security/require-pinned-dependency': 'error',
    };
    expect(run(text, {}, rules).findings).toMatchObject([
      {
        rule: 'no-typosquat-dependency',
        severity: 'warning',
        message: 'bad {"allow":1} Check the name and install the package that you mean.',
      },
      { rule: 'require-pinned-dependency', severity: 'error' },
    ]);
    expect(run(text, {}, { 'lambda-security/no-typosquat-dependency': 'off' }).findings).toEqual([]);
  });

  test('a comment with the rule and a reason suppresses, one without a reason is counted, and JSON has no comments', () => {
    const { findings, unexplained } = run({
      'a.list': 'bad # nosemgrep: no-typosquat-dependency -- our own fork\n\nbad # nosemgrep: no-typosquat-dependency',
      'b.json': '"bad # nosemgrep: no-typosquat-dependency -- text"',
    });
    expect(findings.map(({ suppressed }) => suppressed?.justification)).toEqual(['our own fork', undefined, undefined]);
    expect(unexplained).toBe(1);
  });

  test('a file that an engine checks as well is not counted twice', () => {
    const root = workspace({ 'a.list': 'bad' });
    const files = [{ path: path.join(root, 'a.list'), root, kind: 'py' as const }];
    const { findings, checked } = run({}, { files });
    expect([findings.length, checked]).toEqual([1, []]);
  });
});
