import { describe, expect, test } from 'vitest';
import { formatJson } from '../../lib/scan/format-json.js';
import { formatSarif } from '../../lib/scan/format-sarif.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import { exitCode } from '../../lib/scan/exit-code.js';
import { found, runScan, skipped, workspace } from './workspace.js';

const project = {
  '.git/HEAD': '',
  'package.json':
    '{\n  "dependencies": { "loadsh": "^4.17.21" },\n  "scripts": { "build": "esbuild a.ts --bundle --external:@aws-sdk/*" }\n}\n',
  'requirements.txt': 'reqeusts==2.32.3\nboto3\n',
  'pyproject.toml': '[project]\ndependencies = ["numoy>=2"]\n',
};

describe('a scan of manifests', () => {
  test('recommended: packages that are named almost like a popular one', async () => {
    const report = await runScan(workspace(project), []);
    expect(found(report)).toEqual([
      'package.json:2 no-typosquat-dependency',
      'pyproject.toml:2 no-typosquat-dependency',
      'requirements.txt:1 no-typosquat-dependency',
    ]);
    expect([report.checked, report.engines, report.failures, exitCode(report, 'error')]).toEqual([3, ['files'], [], 1]);
  });

  test('all: versions that float, and an SDK that is left out', async () => {
    const report = await runScan(workspace(project), ['--config', 'all']);
    expect(found(report)).toEqual([
      'package.json:2 require-pinned-dependency',
      'package.json:2 no-typosquat-dependency',
      'package.json:3 require-bundled-sdk',
      'pyproject.toml:2 no-typosquat-dependency',
      'pyproject.toml:2 require-pinned-dependency',
      'requirements.txt:1 no-typosquat-dependency',
      'requirements.txt:2 require-pinned-dependency',
    ]);
    expect(report.findings.map(({ severity }) => severity)).toContain('warning');
  });

  test('JSON and SARIF hold them as they hold any finding', async () => {
    const report = await runScan(workspace(project), ['package.json']);
    const [entry] = JSON.parse(formatJson(report)) as Record<string, unknown>[];
    expect(entry).toMatchObject({
      rule: 'no-typosquat-dependency',
      severity: 'error',
      tier: 'shape',
      file: 'package.json',
      line: 2,
      column: 21,
      endColumn: 29,
      language: 'pkg',
      flow: [],
      message: '"loadsh" is one slip away from the popular package "lodash". Check the name and install the package that you mean.',
    });
    const { runs } = JSON.parse(formatSarif(report, redactedSource())) as { runs: { automationDetails: object; results: object[] }[] };
    expect(runs).toMatchObject([{ automationDetails: { id: 'lambda-security/files/' }, results: [{ ruleId: 'no-typosquat-dependency' }] }]);
  });

  test('what .gitignore, --exclude and the list of folders leave out is not read', async () => {
    const manifest = project['package.json'];
    const cwd = workspace({
      '.gitignore': 'generated/',
      'a.js': 'ok();\n',
      'node_modules/a/package.json': manifest,
      'cdk.out/asset/requirements.txt': project['requirements.txt'],
      'generated/package.json': manifest,
      'legacy/package.json': manifest,
    });
    const report = await runScan(cwd, ['--exclude', 'legacy/']);
    expect(found(report)).toEqual([]);
    expect(skipped(report)).toHaveLength(4);
  });

  test('a broken file is named, and the others are checked', async () => {
    const report = await runScan(workspace({ ...project, 'package.json': '{ "dependencies": ', 'sub/pyproject.toml': '[project' }), []);
    expect(report.problems.map(({ file }) => report.nameOf(file))).toEqual(['package.json', 'sub/pyproject.toml']);
    expect(found(report)).toEqual(['pyproject.toml:2 no-typosquat-dependency', 'requirements.txt:1 no-typosquat-dependency']);
    expect(report.failures).toEqual([]);
  });

  test('a comment in requirements suppresses a finding, with a reason', async () => {
    const text =
      'reqeusts==2.32.3  # nosemgrep: no-typosquat-dependency -- our own fork\ndjangoo==5.0  # nosemgrep: no-typosquat-dependency\n';
    const report = await runScan(workspace({ 'requirements.txt': text }), []);
    expect(found(report)).toEqual([
      'requirements.txt:1 no-typosquat-dependency (suppressed)',
      'requirements.txt:2 no-typosquat-dependency',
    ]);
    expect(report.unexplained).toBe(1);
  });

  test("the config file's levels hold here too, and do not trouble ESLint", async () => {
    const rules = { 'lambda-security/no-typosquat-dependency': 'off', 'lambda-security/require-pinned-dependency': 'error' };
    const cwd = workspace({
      'a.js': 'ok();\n',
      'requirements.txt': 'reqeusts\n',
      'lambda-security.config.json': JSON.stringify({ rules }),
    });
    const report = await runScan(cwd, []);
    expect(report.findings).toMatchObject([{ rule: 'require-pinned-dependency', severity: 'error' }]);
    expect(report.failures).toEqual([]);
  });
});
