import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { enabledRules } from '../../lib/scan/enabled-rules.js';
import { exitCode } from '../../lib/scan/exit-code.js';
import { fileReaders } from '../../lib/scan/file-readers.js';
import { findFiles, type FoundFiles } from '../../lib/scan/find-files.js';
import { runReaders } from '../../lib/scan/run-readers.js';
import { found, runScan, suiteFolder, workspace } from './workspace.js';

/** A file of each kind that a reader reads, with something wrong in it. */
const whole: Readonly<Record<string, string>> = {
  'package.json': '{\n  "name": "orders",\n  "dependencies": {\n    "express": "latest"\n  }\n}\n',
  'requirements.txt': 'boto3\n# what the function needs\nrequests==2.32.3 \\\n  --hash=sha256:0123\nnumpy\n',
  'pyproject.toml': '[project]\nname = "orders"\ndependencies = [\n  "boto3",\n]\n',
  Dockerfile: 'FROM public.ecr.aws/lambda/python:3.12 AS base\nFROM base\nUSER root\nCMD ["a.b"]\n',
  'template.yaml':
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  List:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: "a.b" }\n',
  'stack.json': '{\n  "Resources": {\n    "List": {\n      "Type": "AWS::Lambda::Function"\n    }\n  }\n}\n',
  'serverless.yml': 'service: orders\nprovider:\n  name: aws\nfunctions:\n  list:\n    handler: "a.b"\n',
  'main.tf': 'resource "aws_lambda_function" "list" {\n  function_name = "list"\n  handler       = "a.b"\n}\n',
  '.github/workflows/ship.yml': 'on: push\njobs:\n  ship:\n    steps:\n      - run: "sam deploy"\n',
  '.gitlab-ci.yml': 'ship:\n  script:\n    - "sam deploy"\n',
};
const names = Object.keys(whole);

const search = (root: string): FoundFiles => findFiles([{ path: root, root, isFolder: true }], () => false);
const levels = enabledRules('all', { folder: '.', settings: {}, rules: {}, exclude: [] });

/** What reading a folder comes to. A reader that throws anything but that a file is broken makes this throw. */
function read(root: string, { files, skipped, problems } = search(root)) {
  const result = runReaders({ files, readers: fileReaders, levelsFor: () => levels, respectInlineConfig: false });
  const name = (file: string): string => path.relative(root, file);
  return {
    problems: [...problems, ...result.problems].map(({ file, message }) => `${name(file)}: ${message}`),
    skipped: skipped.map(entry => `${name(entry.path)}: ${entry.reason}`),
    findings: result.findings.map(({ file, rule }) => `${name(file)} ${rule}`).sort(),
  };
}

/** Another file beside it, which is read whatever happens to the first one. */
const beside = 'other/requirements.txt';
const besideFound = `${beside} require-pinned-dependency`;

const readChanged = (name: string, text: string) => read(workspace({ [name]: text, [beside]: 'boto3\n' }));

describe.each(names)('%s', name => {
  const text = whole[name]!;
  const expected = read(suiteFolder({ [name]: text })).findings;

  test('as it is has findings', () => expect(expected.length).toBeGreaterThan(0));

  test.each([
    ['with line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with both', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['without a line end', text.trimEnd()],
  ])('%s says the same', (_, changed) => {
    const { problems, findings } = readChanged(name, changed);
    expect([problems, findings]).toEqual([[], [...expected, besideFound].sort()]);
  });

  test('cut off anywhere is read or named in one line, and the next file is read', () => {
    for (let end = 0; end <= text.length; end += 13) {
      const { problems, findings } = readChanged(name, text.slice(0, end));
      expect(problems.length).toBeLessThanOrEqual(1);
      for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}: [^\\n]+$`));
      expect(findings).toContain(besideFound);
    }
  });

  test.each([
    ['that is empty', ''],
    ['of spaces', ' \n\n \t\n'],
    ['with tabs for spaces', text.replaceAll('  ', '\t')],
    ['of brackets', '['.repeat(20_000)],
    ['of maps within maps', '{"a":'.repeat(5_000)],
    ['of lists within lists', `${'- '.repeat(5_000)}a\n`],
    ['of quotes', `"'\`${'"\'`'.repeat(1_000)}`],
    ['of letters that are none', '\uFFFD\uD800x\u0007\u001B[31m'],
    ['twice', `${text}${text}`],
    ['that is one text', '"just a text"'],
    ['that is a list', '- a\n- b\n'],
    ['that is a number', '42'],
  ])('%s is read or named in one line, and the next file is read', (_, changed) => {
    const { problems, findings } = readChanged(name, changed);
    expect(problems.length).toBeLessThanOrEqual(1);
    for (const problem of problems) expect(problem).toMatch(/^[^\n\u001B]+$/);
    expect(findings).toContain(besideFound);
  });

  test('that is binary or huge is left out', () => {
    expect(readChanged(name, `${text}\0`).skipped).toEqual([`${name}: binary`]);
    expect(readChanged(name, text.padEnd(1_000_001, '\n')).skipped).toEqual([`${name}: too large`]);
  });

  test('that is gone between finding and reading is named', () => {
    const root = workspace({ [name]: text, [beside]: 'boto3\n' });
    const files = search(root);
    rmSync(path.join(root, name));
    const { problems, findings } = read(root, files);
    expect(problems).toEqual([`${name}: there is no such file or folder`]);
    expect(findings).toEqual([besideFound]);
  });

  test('that is a folder by the time it is read is named', () => {
    const root = workspace({ [name]: text, [beside]: 'boto3\n' });
    const files = search(root);
    rmSync(path.join(root, name));
    mkdirSync(path.join(root, name));
    expect(read(root, files).problems).toEqual([expect.stringMatching(/^[^\n]+: [^\n]+$/)]);
  });

  test('that is a link in a circle is left out', () => {
    const root = workspace({ [beside]: 'boto3\n' });
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    symlinkSync(path.basename(name), path.join(root, name));
    const { problems, skipped, findings } = read(root);
    expect([problems, skipped, findings]).toEqual([[], [`${name}: link`], [besideFound]]);
  });

  test('without permission is named', () => {
    const root = workspace({ [name]: text, [beside]: 'boto3\n' });
    for (const folder of [root, path.dirname(path.join(root, name)), path.join(root, '.github'), path.join(root, 'other')])
      if (existsSync(folder)) chmodSync(folder, 0o755);
    chmodSync(path.join(root, name), 0o000);
    // The superuser may read everything, so somebody else looks.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      const { problems, findings } = read(root);
      expect([problems, findings]).toEqual([[`${name}: no permission to read it`], [besideFound]]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe('keys that are there twice, anchors and merged maps', () => {
  test.each([
    ['package.json', '{ "dependencies": { "a": "1.0.0", "a": "latest" }, "dependencies": { "b": "latest" } }', 2],
    ['template.yaml', 'Resources:\n  A: { Type: AWS::Lambda::Function }\n  A: { Type: AWS::Lambda::Function }\n', 2],
    [
      'template.yaml',
      'X: &common { Tracing: Active }\nResources:\n  A: { Type: AWS::Serverless::Function, Properties: { <<: *common, Handler: a.b } }\n',
      0,
    ],
    [
      'template.yaml',
      'X: &common { Tracing: Active }\nResources:\n  A: { Type: AWS::Serverless::Function, Properties: { <<: [*common], Handler: a.b } }\n',
      0,
    ],
    [
      'template.yaml',
      'X: &common { Tracing: Active }\nResources:\n  A: { Type: AWS::Serverless::Function, Properties: { <<: *common, Tracing: Disabled } }\n',
      1,
    ],
    ['template.yaml', 'Resources: &all\n  A: { Type: AWS::Lambda::Function, Properties: *all }\n', 1],
    ['template.yaml', 'Resources:\n  A: { Type: AWS::Lambda::Function, Properties: *nowhere }\n', 0],
    ['.gitlab-ci.yml', '.ship: &ship\n  script: [sam deploy]\nprod:\n  <<: *ship\n', 1],
    ['.gitlab-ci.yml', '.all: &all\n  <<: *all\n  script: [*all]\n', 0],
    ['.github/workflows/a.yml', 'jobs: &jobs\n  a: { steps: [{ run: sam deploy }, *jobs] }\njobs: {}\n', 1],
    ['pyproject.toml', '[project]\ndependencies = ["a"]\n[project]\ndependencies = ["b"]\n', 0],
    ['main.tf', 'resource "aws_lambda_function" "a" {\n  handler = "a"\n  handler = "b"\n}\n', 1],
  ])('%s: %s', (name, text, count) => {
    const { problems, findings } = readChanged(name, text);
    expect(problems.length).toBeLessThanOrEqual(1);
    expect(findings.filter(entry => entry.startsWith(name))).toHaveLength(count);
  });

  test('aliases of aliases of aliases come to an end', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`);
    const text = `Resources: { A: { Type: AWS::Lambda::Function } }\na0: &a0 [x]\n${lines.join('\n')}\n`;
    expect(readChanged('template.yaml', text).findings).toContain(besideFound);
  });
});

test('a scan with broken files ends as one without them, and names them', async () => {
  const root = workspace({
    'package.json': '{',
    'template.yaml': 'Resources: { A: { Type: "AWS::Lambda::Function"',
    'main.tf': 'resource "aws_iam_role" {',
    'pyproject.toml': '[',
    [beside]: 'reqeusts==1.0.0\n',
  });
  const report = await runScan(root, []);
  expect(report.problems.map(({ file }) => report.nameOf(file))).toEqual(['main.tf', 'package.json', 'pyproject.toml', 'template.yaml']);
  expect(found(report)).toEqual([`${beside}:1 no-typosquat-dependency`]);
  expect([report.failures, exitCode(report, 'error')]).toEqual([[], 1]);
  rmSync(path.join(root, beside));
  writeFileSync(path.join(root, 'requirements.txt'), 'requests==2.32.3\n');
  expect(exitCode(await runScan(root, []), 'error')).toBe(0);
});
