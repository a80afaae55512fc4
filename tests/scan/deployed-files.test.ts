import path from 'node:path';
import pc from 'picocolors';
import { expect, test } from 'vitest';
import { formats } from '../../lib/scan/formats.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import { found, runScan, workspace } from './workspace.js';

const password = 'Vq7-mwd4Zr2k';

const project = (): string =>
  workspace({
    'template.yaml': `Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      Environment: { Variables: { DB_PASSWORD: ${password} } }\n`,
    'infra/stack.json': JSON.stringify({
      Parameters: { P: { Type: 'String', Default: password } },
      Resources: { B: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { SMTP_PASSWORD: { Ref: 'P' } } } } } },
    }),
    'api/serverless.yml': `service: s\ncustom:\n  smtp: ${password}\nprovider:\n  name: aws\n  tracing: { lambda: true }\n  environment:\n    SMTP_PASSWORD: \${self:custom.smtp}\n`,
    'tf/main.tf': `variable "upstream" {\n  default = "${password}"\n}\nresource "aws_lambda_function" "f" {\n  tracing_config { mode = "Active" }\n  environment {\n    variables = { DB_PASSWORD = var.upstream }\n  }\n}\n`,
    'tf/broken.tf': 'resource "aws_lambda_function" "f" {\n  name = "f\n}\n',
    'image/Dockerfile':
      'FROM public.ecr.aws/lambda/python:3.12\n# nosemgrep: require-non-root-user -- Lambda has a user of its own\nUSER root\n',
    '.github/workflows/ship.yml': 'on: push\njobs:\n  ship:\n    steps:\n      - run: sam deploy\n',
    'openapi.yaml': 'openapi: 3.0.0\n',
    'data.json': '{"a": [1, 2',
  });

test('what is deployed with the code is read in the same scan', async () => {
  const cwd = project();
  const report = await runScan(cwd, ['.', '--config', 'all']);
  expect(found(report)).toEqual([
    '.github/workflows/ship.yml:5 require-dependency-audit',
    'api/serverless.yml:3 no-hardcoded-secret',
    'image/Dockerfile:1 require-pinned-base-image',
    'image/Dockerfile:3 require-non-root-user (suppressed)',
    'infra/stack.json:1 no-hardcoded-secret',
    'infra/stack.json:1 require-tracing',
    'template.yaml:2 require-tracing',
    'template.yaml:5 no-hardcoded-secret',
    'tf/main.tf:2 no-hardcoded-secret',
  ]);
  expect(report.failures).toEqual([]);
});

test('a broken file is named, and what is of another kind is not', async () => {
  const cwd = project();
  const { problems, nameOf, checked } = await runScan(cwd, ['.']);
  expect(problems.map(({ file, message }) => `${nameOf(file)}: ${message}`)).toEqual(['tf/broken.tf: line 2: a text is not closed']);
  expect(checked).toBe(6);
});

test('no format shows a secret, also where its own line does not tell that it is one', async () => {
  const cwd = project();
  const report = await runScan(cwd, ['.', '--config', 'all']);
  for (const [name, format] of Object.entries(formats)) {
    const text = format(report, { source: redactedSource(report.secrets), colors: pc.createColors(false), width: 200, verbose: true });
    expect(text, name).toContain('no-hardcoded-secret');
    expect(text, name).not.toContain(password);
  }
  expect([...report.secrets.keys()].map(file => path.relative(cwd, file)).sort()).toEqual([
    'api/serverless.yml',
    'infra/stack.json',
    'template.yaml',
    'tf/main.tf',
  ]);
});
