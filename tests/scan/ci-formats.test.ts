import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../lib/scan/format-github.js';
import { formatGitlab, formatGitlabSast } from '../../lib/scan/format-gitlab.js';
import { formatHtml } from '../../lib/scan/format-html.js';
import { formatJunit } from '../../lib/scan/format-junit.js';
import { formatMarkdown } from '../../lib/scan/format-markdown.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import type { ScanReport } from '../../lib/scan/scan.js';
import { runScan, workspace } from './workspace.js';

const source = redactedSource();
const docs = /https:\S*?\/no-[\w-]+\.md/g;

/** One error with a flow, one warning, one suppressed finding and one file that does not parse. */
const example = (): Promise<ScanReport> =>
  runScan(
    workspace({
      'src/a.js': 'export function save(event) {\n  exec(event.a);\n  log(event);\n}\n',
      'src/b.js': '// eslint-disable-next-line lambda-security/no-command-injection -- a constant\nexec(event.b);\n',
      'broken.js': 'const = 1;\n',
    }),
    [],
  );

/** A report whose file name, message and code try to break out of the format. */
const hostile = async (): Promise<ScanReport> => {
  const report = await runScan(workspace({ 'a,b:c%<x>&`"\'.js': 'exec(`</script><script>alert("1")</script>` + "::error::x");\n' }), []);
  report.findings = report.findings.map(finding => ({
    ...finding,
    message: '</p><img src=x onerror=alert(1)>\n::error::`@everyone` [x](y) \u0001',
  }));
  return report;
};

describe('github', () => {
  test('an annotation per finding and per problem, then the summary', async () => {
    expect(formatGithub(await example()))
      .toBe(`::error file=src/a.js,line=2,endLine=2,col=8,endColumn=15,title=no-command-injection::The argument of exec is not safe.
::warning file=src/a.js,line=3,endLine=3,col=7,endColumn=12,title=no-event-logging::The argument of log is not safe.
::warning file=broken.js::Parsing error: Unexpected token = (line 1)
2 findings (1 error, 1 warning) in 2 files.
     1  no-command-injection
     1  no-event-logging
Suppressed with a reason: 1.
Not, or only in part, checked: 1 file.
`);
  });

  test('names and messages cannot end an annotation or begin another', async () => {
    const lines = formatGithub(await hostile()).split('\n');
    expect(lines.filter(line => line.startsWith('::'))).toHaveLength(1);
    expect(lines[0]).toContain('file=a%2Cb%3Ac%25<x>&`"\'.js,line=1');
    expect(lines[0]).toContain('onerror=alert(1)>%0A::error::');
  });

  test('what the scan could not do is an error', async () => {
    expect(formatGithub(await runScan(workspace({}), ['gone']))).toContain('::error::gone: there is no such file or folder\n');
  });
});

describe('gitlab', () => {
  test('a code quality report', async () => {
    const issues = JSON.parse(formatGitlab(await example(), source)) as unknown[];
    expect(issues).toHaveLength(2);
    expect(issues[0]).toEqual({
      description: 'The argument of exec is not safe.',
      check_name: 'no-command-injection',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'critical',
      location: { path: 'src/a.js', lines: { begin: 2, end: 2 } },
    });
    expect(issues[1]).toMatchObject({ severity: 'minor' });
  });

  test('the same code in two files has two fingerprints, and the same two in every run', async () => {
    const report = await runScan(workspace({ 'a.js': 'exec(event.a);\n', 'b.js': 'exec(event.a);\n' }), []);
    const prints = (JSON.parse(formatGitlab(report, source)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
    expect((JSON.parse(formatGitlab(report, redactedSource())) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)).toEqual(
      prints,
    );
  });

  test('a SAST report', async () => {
    const report = JSON.parse(formatGitlabSast(await example(), source, new Date('2026-01-02T03:04:05Z'))) as {
      vulnerabilities: unknown[];
    };
    expect(report).toMatchObject({
      scan: { type: 'sast', status: 'success', start_time: '2026-01-02T03:04:05', end_time: '2026-01-02T03:04:05' },
    });
    expect(report.vulnerabilities[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/) as string,
      severity: 'High',
      location: { file: 'src/a.js', start_line: 2, end_line: 2, method: 'save' },
      identifiers: [{ value: 'no-command-injection' }, { type: 'cwe', value: '78' }],
      solution: expect.stringMatching(/\.$/) as string,
      details: {
        code_flows: {
          items: [
            [
              { node_type: 'source', file_location: { file_name: 'src/a.js', line_start: 1 } },
              { node_type: 'sink', file_location: { file_name: 'src/a.js', line_start: 2 } },
            ],
          ],
        },
      },
    });
  });

  test('a SAST report has what version 15.2.1 of the schema asks for, complete or not', async () => {
    const text = { type: 'string', minLength: 1 };
    const url = { type: 'string', pattern: '^https?://.+' };
    const object = (properties: Record<string, object>, optional: Record<string, object> = {}) => ({
      type: 'object',
      required: Object.keys(properties),
      properties: { ...properties, ...optional },
      additionalProperties: false,
    });
    const list = (items: object, bounds = {}) => ({ type: 'array', items, ...bounds });
    const line = { type: 'integer', minimum: 1 };
    const tool = object({ id: text, name: text, version: text, url, vendor: object({ name: text }) });
    const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
    const node = object({
      type: { const: 'code-flow-node' },
      node_type: { enum: ['source', 'propagation', 'sink'] },
      file_location: object({ type: { const: 'file-location' }, file_name: text, line_start: line }),
    });
    const flows = object({
      name: text,
      type: { const: 'code-flows' },
      items: list(list(node, { minItems: 1 }), { minItems: 1, maxItems: 10 }),
    });
    const vulnerability = object(
      {
        id: text,
        name: { type: 'string', maxLength: 255 },
        description: { type: 'string', maxLength: 1_048_576 },
        severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
        identifiers: list(object({ type: text, name: text, value: text, url }), { minItems: 1 }),
        location: object({ file: text, start_line: line, end_line: line }, { method: text }),
        links: list(object({ url })),
      },
      { solution: { type: 'string', maxLength: 7000 }, details: object({ code_flows: flows }) },
    );
    const messages = list(object({ level: { enum: ['info', 'warn', 'fatal'] }, value: text }));
    const status = { enum: ['success', 'failure'] };
    const scan = object({ analyzer: tool, scanner: tool, type: { const: 'sast' }, start_time: time, end_time: time, status, messages });
    const validate = new Ajv({ allErrors: true }).compile(
      object({ schema: url, version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' }, scan, vulnerabilities: list(vulnerability) }),
    );
    for (const report of [await example(), await hostile(), await runScan(workspace({}), ['gone'])]) {
      validate(JSON.parse(formatGitlabSast(report, source, new Date())));
      expect(validate.errors).toBe(null);
    }
  });

  test('a code quality report has what GitLab asks for', async () => {
    const validate = new Ajv({ allErrors: true }).compile({
      type: 'array',
      minItems: 1,
      items: {
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string', pattern: '^[^./]' },
              lines: { required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    });
    validate(JSON.parse(formatGitlab(await example(), source)));
    expect(validate.errors).toBe(null);
  });
});

describe('junit', () => {
  test('a suite per file, a failure per finding', async () => {
    const report = await runScan(workspace({ 'src/a.js': 'exec(event.a);\n' }), ['.', 'gone']);
    expect(formatJunit(report).replace(docs, 'LINK')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lambda-security" tests="2" failures="1" errors="1">
  <testsuite name="src/a.js" tests="1" failures="1" errors="0">
    <testcase name="no-command-injection 1:6" classname="src/a.js" file="src/a.js" line="1">
      <failure type="error" message="The argument of exec is not safe.">src/a.js:1:6
The argument of exec is not safe.
1. src/a.js:1:1 the event
2. src/a.js:1:6 exec()
LINK</failure>
    </testcase>
  </testsuite>
  <testsuite name="lambda-security" tests="1" failures="0" errors="1">
    <testcase name="scan" classname="lambda-security"><error message="gone: there is no such file or folder"/></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('names and messages cannot break the markup, and hold nothing that XML forbids', async () => {
    const text = formatJunit(await hostile());
    expect(text).not.toMatch(/<(?!\/?(testsuites|testsuite|testcase|failure)\b|\?xml)/);
    expect(text).not.toContain('\u0001');
    expect(text).toContain('a,b:c%&lt;x&gt;&amp;`&quot;&#39;.js');
  });
});

describe('markdown', () => {
  test('the worst first, with the code, the flow and the summary', async () => {
    expect(formatMarkdown(await example(), source).replace(docs, 'LINK'))
      .toBe(`### lambda-security: 2 findings (1 error, 1 warning) in 2 files.

#### :red_circle: \`src/a.js:2:8\` [no-command-injection](LINK)

The argument of exec is not safe.

\`exec(event.a);\`

<details><summary>How the data gets there</summary>

1. \`src/a.js:1\` the event
2. \`src/a.js:2\` exec\\(\\)

</details>

#### :yellow_circle: \`src/a.js:3:7\` [no-event-logging](LINK)

The argument of log is not safe.

\`log(event);\`

<details><summary>How the data gets there</summary>

1. \`src/a.js:1\` the event
2. \`src/a.js:3\` log\\(\\)

</details>

- Suppressed with a reason: 1.
- Not, or only in part, checked: 1 file.
`);
  });

  test('text of the code is no markup and mentions nobody', async () => {
    const text = formatMarkdown(await hostile(), source);
    expect(text).toContain('\\<img src=x onerror=alert\\(1\\)\\>');
    expect(text).not.toMatch(/@everyone|(?<!\\)\[x\]/);
    expect(text).toContain('``exec(`</script>');
  });

  test('a comment stays below the limit of code hosts, and says what is missing', async () => {
    const report = await runScan(workspace({ 'a.js': 'exec(event.a);\n'.repeat(400) }), []);
    const text = formatMarkdown(report, source);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.split('#### ').length - 1;
    expect(text).toContain(`${400 - shown} more findings not shown here.`);
  });
});

describe('html', () => {
  test('one page that loads nothing, with totals, filters and the flow through the code', async () => {
    const text = formatHtml(await example(), source);
    expect(text).not.toMatch(/<(link|img|iframe)\b|\bsrc=|@import|url\(/);
    expect(text).toContain('<b class="error">1</b>error</li>');
    expect(text).toContain('<option>no-event-logging</option>');
    expect(text).toContain('<mark>event.a</mark>');
    expect(text).toContain('the event <span class="dim">at <code>src/a.js:1:1</code>');
    expect(text).toContain('Suppressed with a reason: 1.');
    expect(text).toContain('broken.js: Parsing error');
  });

  test('names, messages and code cannot become markup', async () => {
    const text = formatHtml(await hostile(), source);
    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;/script&gt;&lt;script&gt;alert(');
  });

  test('secrets are masked', async () => {
    const report = await runScan(workspace({ 'a.js': 'const password = "opensesame";\nexec(event.a);\n' }), []);
    expect(formatHtml(report, source)).not.toContain('opensesame');
  });
});
