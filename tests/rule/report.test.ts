import path from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, expect, test } from 'vitest';
import plugin from '../../lib/index.js';
import { startCollecting, stopCollecting } from '../../lib/rule/collecting.js';
import { takeReportDetails } from '../../lib/rule/report-details.js';

beforeEach(startCollecting);
afterEach(stopCollecting);

const file = path.resolve('handler.js');
const lint = (code: string): Linter.LintMessage[] =>
  new Linter({ cwd: path.dirname(file) }).verify(code, [...plugin.configs.recommended], { filename: file });

/** The flow of the only finding in a file, as `line:column what`. */
const flow = (code: string): string[] => {
  lint(code);
  const details = takeReportDetails(file);
  expect(details).toHaveLength(1);
  return details[0]?.flow.map(({ line, column, message }) => `${line}:${column} ${message}`) ?? [];
};

test('a flow begins with one step at the parameter, which is where the data enters and is assigned', () => {
  expect(flow("import { exec } from 'child_process';\nexport const handler = async event => exec('ls ' + event.file);\n")).toEqual([
    '2:30 event data, event.file enters here',
    '2:44 reaches exec()',
  ]);
});

test('what begins a message stands within a step', () => {
  const code =
    'export const handler = async event => {\n  try {\n    return load(event.id);\n  } catch (error) {\n    return { statusCode: 500, body: error.message };\n  }\n};\n';
  expect(flow(code).at(-1)).toMatch(/^5:\d+ reaches the response$/);
});

test('a variable on the way is a step of its own', () => {
  const code =
    "import { exec } from 'child_process';\nexport const handler = async event => {\n  const { file } = event;\n  exec('ls ' + file);\n};\n";
  expect(flow(code)).toEqual(['2:30 event data, event.file enters here', '3:3 assigned to file', '4:8 reaches exec()']);
});

test('where no scan takes what rules keep for it, nothing is kept', () => {
  stopCollecting();
  expect(lint("import { exec } from 'child_process';\nexport const handler = async event => exec(event.file);\n")).toHaveLength(1);
  expect(takeReportDetails(file)).toEqual([]);
});
