import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor } from './language-server.js';

const repository = path.resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lambda-security-editor-')));

const files = {
  'package.json': '{\n  "private": true,\n  "type": "module",\n  "dependencies": { "loadsh": "4.17.21" }\n}\n',
  'eslint.config.js': `import parser from '@typescript-eslint/parser';
import json from '@eslint/json';
import lambdaSecurity from 'eslint-plugin-lambda-security';
const { recommended, packageJson } = lambdaSecurity.configs;
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, ...recommended, ...packageJson(json)];
`,
  'handler.js': `import { exec } from 'node:child_process';
export const handler = async event => exec('ls ' + event.file);
`,
  'typed.ts': `import type { S3Event } from 'aws-lambda';
import { execSync } from 'node:child_process';
export const handler = async (event: S3Event): Promise<void> => {
  execSync('ls ' + event.Records[0]!.s3.object.key);
};
`,
  'caller.js': `import { list } from './lists.js';
export const handler = async event => list(event.folder);
`,
  'query.js': 'export const handler = async event => eval(event.body);\n',
  'lists.js': `import { exec, execFile } from 'node:child_process';
export const list = folder => exec('ls ' + folder);
`,
};

const editor = new Editor(folder);
const codes = async (name: string): Promise<string[]> => (await editor.diagnostics(name)).map(({ code }) => code);

/** One language server, as in an editor, for all of these. */
describe('the ESLint language server, as editors run it', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    mkdirSync(path.join(folder, 'node_modules'));
    const packages = path.join(repository, 'node_modules');
    for (const name of ['eslint', '@eslint', '@typescript-eslint'])
      symlinkSync(path.join(packages, name), path.join(folder, 'node_modules', name));
    symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-lambda-security'));
    await editor.start();
  });

  afterAll(() => {
    editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('package.json: an imitated name is underlined', async () => {
    editor.open('package.json');
    expect(await editor.diagnostics('package.json')).toMatchObject([
      {
        code: 'lambda-security/no-typosquat-dependency',
        range: { start: { line: 3, character: 20 }, end: { line: 3, character: 28 } },
      },
    ]);
  });

  test.each(['handler.js', 'typed.ts'])('%s: the finding stands below the argument and links to the page of its rule', async name => {
    editor.open(name);
    const [diagnostic, ...others] = await editor.diagnostics(name);
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe('lambda-security/no-command-injection');
    expect(diagnostic?.codeDescription?.href).toMatch(/^https:.*\/docs\/rules\/no-command-injection\.md$/);
    const { start, end } = diagnostic?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const marked = editor.textOf(name).split('\n')[start.line]?.slice(start.character, end.character);
    expect(marked).toMatch(/^'ls ' \+ event\./);
  });

  test('an edit that mends it takes the finding away before the file is saved', async () => {
    editor.edit('handler.js', text =>
      text.replace('exec }', 'execFile }').replace("exec('ls ' + event.file)", "execFile('ls', [event.file])"),
    );
    expect(await codes('handler.js')).toEqual([]);
    editor.edit('handler.js', () => files['handler.js']);
    expect(await codes('handler.js')).toEqual(['lambda-security/no-command-injection']);
  });

  test('a suggestion is offered at the finding, and choosing it mends the code', async () => {
    editor.open('query.js');
    const [diagnostic] = await editor.diagnostics('query.js');
    const actions = diagnostic === undefined ? [] : await editor.actions('query.js', diagnostic);
    const [suggestion] = actions.filter(({ title }) => title.endsWith('(lambda-security/no-code-injection)'));
    await suggestion?.apply();
    expect(editor.textOf('query.js')).toBe(files['query.js'].replace('eval(', 'JSON.parse('));
    expect(await codes('query.js')).toEqual([]);
  });

  test('an imported module counts as it was saved last', async () => {
    editor.open('caller.js');
    expect(await codes('caller.js')).toEqual(['lambda-security/no-command-injection']);
    editor.open('lists.js');
    editor.edit('lists.js', text => text.replace("exec('ls ' + folder)", "execFile('ls', [folder])"));
    expect(await codes('caller.js')).toEqual(['lambda-security/no-command-injection']);
    editor.save('lists.js');
    expect(await codes('caller.js')).toEqual([]);
  });
});
