import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedHandlers } from '../../lib/analysis/named-handlers.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lambda-security-templates-'));
  mkdirSync(path.join(root, '.git'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const named = (file: string): string[] => [...namedHandlers(path.join(root, file), {})];

describe('handlers that a template names', () => {
  it.each([
    ['SAM', 'template.yaml', 'Resources:\n  F:\n    Properties:\n      CodeUri: src/\n      Handler: jobs.nightly\n'],
    ['CloudFormation in JSON', 'stack.template.json', '{"Resources": {"F": {"Properties": {"Handler": "src/jobs.nightly"}}}}'],
    ['the Serverless Framework', 'serverless.yml', 'functions:\n  nightly:\n    handler: src/jobs.nightly # every night\n'],
    [
      'the Serverless Framework in TypeScript',
      'serverless.ts',
      "export default { functions: { nightly: { handler: 'src/jobs.nightly', timeout: 3 } } };\n",
    ],
    ['Terraform', 'lambda.tf', 'resource "aws_lambda_function" "f" {\n  handler = "src/jobs.nightly"\n}\n'],
  ])('%s', (_, name, text) => {
    write(name, text);
    expect(named('src/jobs.ts')).toEqual(['nightly']);
  });

  it('count for files below the template only', () => {
    write('a/template.yaml', 'Handler: jobs.nightly\n');
    expect(named('a/src/jobs.js')).toEqual(['nightly']);
    expect(named('b/src/jobs.js')).toEqual([]);
  });

  it('do not count for a file whose name only ends alike', () => {
    write('template.yaml', 'Handler: jobs.nightly\n');
    expect(named('src/old-jobs.js')).toEqual([]);
  });

  it('are not looked for above the repository', () => {
    write('template.yaml', 'Handler: jobs.nightly\n');
    mkdirSync(path.join(root, 'inner/.git'), { recursive: true });
    expect(named('inner/jobs.js')).toEqual([]);
  });

  it('are read anew when a file is linted again, as an editor does', () => {
    write('template.yaml', 'Handler: jobs.nightly\n');
    expect(named('jobs.js')).toEqual(['nightly']);
    write('template.yaml', 'Handler: jobs.daily\n');
    expect(named('jobs.js')).toEqual(['daily']);
  });

  it('are none in another file of the folder', () => {
    write('notes.yaml', 'Handler: jobs.nightly\n');
    expect(named('jobs.js')).toEqual([]);
  });
});
