import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { workspace } from '../scan/workspace.js';

const repository = path.resolve(import.meta.dirname, '../..');
const config = `import lambdaSecurity from 'eslint-plugin-lambda-security';
export default [...lambdaSecurity.configs.recommended, lambdaSecurity.crossFileCache(import.meta.dirname)];
`;
const caller = "import { list } from './lists.js';\nexport const handler = async event => list(event.folder);\n";

test('eslint --concurrency: the workers report what one thread reports, across modules too', { timeout: 60_000 }, async () => {
  const callers = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [`${name}.js`, caller]));
  const folder = workspace({
    ...callers,
    'package.json': '{ "type": "module" }',
    'eslint.config.js': config,
    'lists.js': "import { exec } from 'node:child_process';\nexport const list = folder => exec('ls ' + folder);\n",
  });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-lambda-security'));
  const lint = async (concurrency: number | 'off'): Promise<string[]> => {
    const results = await new ESLint({ cwd: folder, concurrency }).lintFiles(['.']);
    return results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId }) => `${path.basename(filePath)}:${line} ${ruleId}`));
  };

  const expected = await lint('off');
  expect(expected).toEqual(Object.keys(callers).map(name => `${name}:2 lambda-security/no-command-injection`));
  expect((await lint(2)).toSorted()).toEqual(expected);
});
