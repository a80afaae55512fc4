import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import parser from '@typescript-eslint/parser';
import plugin from '../../lib/index.js';
import { workspace } from '../scan/workspace.js';

const repository = path.resolve(import.meta.dirname, '../..');
const oxlint = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');

const files = {
  'handler.js': "import { exec } from 'node:child_process';\nexport const handler = async event => exec('ls ' + event.file);\n",
  'typed.ts': `import type { SQSEvent } from 'aws-lambda';
export const handler = async (event: SQSEvent): Promise<void> => {
  console.log(event);
  for (const record of event.Records) eval(record.body as string);
};
`,
  'caller.js': "import { list } from './lists.js';\nexport const handler = async event => list(event.folder);\n",
  'lists.js': "import { exec } from 'node:child_process';\nexport const list = folder => exec('ls ' + folder);\n",
  'safe.js': "import { execFile } from 'node:child_process';\nexport const handler = async event => execFile('ls', [event.file]);\n",
};

test("oxlint's plugin host reports what ESLint reports, across modules too", async () => {
  const rules = plugin.configs.recommended[0]?.rules;
  const config = { jsPlugins: ['eslint-plugin-lambda-security'], categories: { correctness: 'off' }, rules };
  const folder = workspace({ ...files, '.oxlintrc.json': JSON.stringify(config) });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-lambda-security'));
  const names = Object.keys(files);

  const ran = spawnSync(process.execPath, [oxlint, '--format', 'json', ...names], { cwd: folder, encoding: 'utf8' });
  interface Report {
    diagnostics: { filename: string; code: string; labels: { span: { line: number; column: number } }[] }[];
  }
  const { diagnostics } = JSON.parse(ran.stdout) as Report;
  const reported = diagnostics.map(({ filename, code, labels: [label] }) => {
    const rule = /^lambda-security\((.*)\)$/.exec(code)?.[1] ?? code;
    return `${filename}:${label?.span.line}:${label?.span.column} ${rule}`;
  });

  const typescript = { files: ['**/*.ts'], languageOptions: { parser } };
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [typescript, ...plugin.configs.recommended] });
  const expected = (await eslint.lintFiles(names)).flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId }) => `${path.basename(filePath)}:${line}:${column} ${ruleId?.replace('lambda-security/', '')}`),
  );
  expect(expected).toHaveLength(4);
  expect(reported.toSorted()).toEqual(expected.toSorted());
});
