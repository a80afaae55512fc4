import pc from 'picocolors';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../lib/scan/format-json.js';
import { formatPretty } from '../../lib/scan/format-pretty.js';
import { formatSarif } from '../../lib/scan/format-sarif.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import type { ScanReport } from '../../lib/scan/scan.js';
import { fakeSemgrep, runScan, workspace } from './workspace.js';

const suppressedLine = '// eslint-disable-next-line lambda-security/no-command-injection -- a constant\nexec(event.b);\n';
const source = redactedSource();
const plain = { colors: pc.createColors(false), width: 80, verbose: false };

const sarifOf = (report: ScanReport): Log => JSON.parse(formatSarif(report, source)) as Log;

describe('json', () => {
  test('every field, with file names as in the other outputs, and suppressed findings', async () => {
    const report = await runScan(workspace({ 'src/a.js': `exec(event.a);\n${suppressedLine}` }), []);
    const [first, second] = JSON.parse(formatJson(report)) as unknown[];
    expect(first).toEqual({
      rule: 'no-command-injection',
      severity: 'error',
      tier: 'tainted',
      message: 'The argument of exec is not safe.',
      file: 'src/a.js',
      line: 1,
      column: 6,
      endLine: 1,
      endColumn: 13,
      language: 'js',
      flow: [
        { file: 'src/a.js', line: 1, column: 1, message: 'the event' },
        { file: 'src/a.js', line: 1, column: 6, message: 'exec()' },
      ],
      docs: expect.stringMatching(/^https:.*\/no-command-injection\.md$/) as string,
    });
    expect(second).toMatchObject({ line: 3, suppressed: { kind: 'inSource', justification: 'a constant' } });
  });

  test('nothing found is an empty array', async () => {
    expect(formatJson(await runScan(workspace({ 'a.js': 'ok();\n' }), []))).toBe('[]\n');
  });
});

describe('sarif', () => {
  test('a result has its rule, place, flow, fingerprint and tier, and names are URIs', async () => {
    const [run] = sarifOf(await runScan(workspace({ 'my src/ü#.js': 'exec(event.a);\n' }), [])).runs;
    const [result] = run?.results ?? [];
    const location = { artifactLocation: { uri: 'my%20src/%C3%BC%23.js', uriBaseId: '%SRCROOT%' } };
    expect(result).toMatchObject({
      ruleId: 'no-command-injection',
      level: 'error',
      locations: [{ physicalLocation: { ...location, region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 13 } } }],
      relatedLocations: [
        { id: 0, message: { text: 'the event' } },
        { id: 1, message: { text: 'exec()' } },
      ],
      suppressions: [],
      properties: { tier: 'tainted' },
    });
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations).toMatchObject([
      { location: { physicalLocation: { ...location, region: { startLine: 1, startColumn: 1 } } } },
      { location: { physicalLocation: { ...location, region: { startLine: 1, startColumn: 6 } } } },
    ]);
    expect(result?.partialFingerprints?.['lambdaSecurity/v1']).toMatch(/^[0-9a-f]{64}$/);
    const rule = run?.tool.driver.rules?.[result?.ruleIndex ?? -1];
    expect(rule).toMatchObject({
      id: 'no-command-injection',
      properties: { tags: expect.arrayContaining(['external/cwe/cwe-078']) as string[] },
    });
    expect(rule?.help?.text).toContain(rule?.helpUri);
  });

  test('fingerprints stay when lines move and secrets are rotated, and differ for the second of two alike', async () => {
    const prints = async (code: string) => {
      const [run] = sarifOf(await runScan(workspace({ 'a.js': code }), [])).runs;
      return run?.results?.map(result => result.partialFingerprints?.['lambdaSecurity/v1']);
    };
    const before = await prints('exec(event.a);\nexec(event.a);\nexec({ password: "opensesame" });\n');
    expect(await prints('// a new line\n\nexec(event.a);\n  exec( event.a );\nexec({ password: "swordfish" });\n')).toEqual(before);
    expect(new Set(before).size).toBe(3);
  });

  test('suppressed findings say why', async () => {
    const [run] = sarifOf(await runScan(workspace({ 'a.js': suppressedLine }), [])).runs;
    expect(run?.results?.[0]?.suppressions).toEqual([{ kind: 'inSource', justification: 'a constant' }]);
  });

  test('warnings and failures are notifications, and each engine has a run of its own', async () => {
    const cwd = workspace({ 'broken.js': 'const = 1;\n', 'a.js': 'ok();\n', 'b.py': '' });
    const env = { ...process.env, SEMGREP_PATH: fakeSemgrep('exit 3') };
    const log = sarifOf(await runScan(cwd, [], { env }));
    expect(log.runs.map(run => run.tool.driver.name)).toEqual(['lambda-security', 'lambda-security for Semgrep']);
    expect(log.runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: 'error', message: { text: expect.stringContaining('exit code 3') as string } },
        { level: 'warning', locations: [{ physicalLocation: { artifactLocation: { uri: 'broken.js' } } }] },
      ],
    });
  });
});

describe('pretty', () => {
  test('grouped by file, with the code, the flow, the documentation and a summary', async () => {
    const report = await runScan(workspace({ 'a.js': `const before = 1;\nexec(event.a);\n${suppressedLine}`, 'dist/b.js': '' }), []);
    const text = formatPretty(report, source, plain).replace(/https:\S+/, 'LINK');
    expect(text).toBe(`a.js
  2:6  error  no-command-injection
  The argument of exec is not safe.
    1 | const before = 1;
  > 2 | exec(event.a);
      |      ^^^^^^^
    1. a.js:1:1  the event
    2. a.js:2:6  exec()
  LINK

1 finding (1 error) in 1 file.
     1  no-command-injection
Suppressed with a reason: 1.
Skipped: build output (1). (--verbose lists them)
`);
  });

  test('colours only when they are wanted', async () => {
    const report = await runScan(workspace({ 'a.js': 'exec(event.a);\n' }), []);
    const escape = String.fromCharCode(27);
    expect(formatPretty(report, source, plain)).not.toContain(escape);
    expect(formatPretty(report, source, { ...plain, colors: pc.createColors(true) })).toContain(`${escape}[31merror`);
  });

  test('code cannot steer the terminal, and long lines show the place of the finding', async () => {
    const long = `const x = "${'y'.repeat(300)}"; exec(event.a);`;
    const report = await runScan(workspace({ 'a.js': `${long}\nexec("\u001b[2J\u202e", 1);\n` }), []);
    const text = formatPretty(report, source, plain);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    for (const line of text.split('\n').filter(part => !part.includes('https:'))) expect(line.length).toBeLessThanOrEqual(80);
    const lines = text.split('\n');
    const mark = lines.findIndex(line => line.includes('^'));
    const at = lines[mark]?.indexOf('^') ?? 0;
    expect(lines[mark - 1]?.slice(at, at + 'event.a'.length)).toBe('event.a');
  });

  test('hops keep to 80 columns: words go on below, and stand below a path that leaves no room beside it', async () => {
    const report = await runScan(workspace({ 'a.js': 'exec(event.a);\n' }), []);
    const step = { file: report.findings[0]?.file ?? '', line: 1, column: 1, message: 'word '.repeat(20).trim() };
    report.findings = report.findings.map(finding => ({ ...finding, flow: [step, step] }));
    const beside = formatPretty(report, source, plain).split('\n');
    expect(beside).toContain(`    1. a.js:1:1  ${'word '.repeat(12).trim()}`);
    expect(beside).toContain(`${' '.repeat(17)}${'word '.repeat(8).trim()}`);
    report.nameOf = () => `${'folder/'.repeat(8)}a.js`;
    const below = formatPretty(report, source, plain).split('\n');
    expect(below[below.indexOf(`    1. ${'folder/'.repeat(8)}a.js:1:1`) + 1]).toBe(`       ${'word '.repeat(14).trim()}`);
    for (const line of [...beside, ...below].filter(part => !part.includes('https:'))) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('a line that is cut says so on both sides', async () => {
    const code = `const a = "${'x'.repeat(100)}"; exec(event.a); const b = "${'y'.repeat(100)}";\n`;
    expect(formatPretty(await runScan(workspace({ 'a.js': code }), []), source, plain)).toMatch(/> 1 \| ….*exec\(event\.a\);.*…\n/);
  });

  test('the mark stands below the code where tabs come before it', async () => {
    const report = await runScan(workspace({ 'a.js': 'if (x) {\n\t\texec(event.a);\n}\n' }), []);
    expect(formatPretty(report, source, plain)).toContain('> 2 |     exec(event.a);\n      |          ^^^^^^^');
  });

  test('secrets of the code are not shown, and the mark stands where it should', async () => {
    const code = 'const password = "opensesame";\nconst token = "open sesame"; exec(event.a);\n';
    const text = formatPretty(await runScan(workspace({ 'a.js': code }), []), source, plain);
    expect(text).toContain(`    1 | const password = "***";
  > 2 | const token = "***"; exec(event.a);
      |                           ^^^^^^^`);
  });

  test('what both lines of a frame are indented by is left out', async () => {
    const report = await runScan(workspace({ 'a.js': '      if (a)\n        exec(event.a);\n' }), []);
    expect(formatPretty(report, source, plain)).toContain('  > 2 |   exec(event.a);\n      |        ^^^^^^^');
  });

  test('what could not be checked is counted, and --verbose lists what was skipped', async () => {
    const report = await runScan(workspace({ 'broken.js': 'const = 1;\n', 'a.js': 'ok();\n', 'dist/b.js': '' }), []);
    const text = formatPretty(report, source, { ...plain, verbose: true });
    expect(text).toContain('Not, or only in part, checked: 1 file.');
    expect(text).toContain('  dist: build output');
  });
});
