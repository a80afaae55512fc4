import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../../lib/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lambda-security-editing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
const linter = new Linter({ configType: 'flat', cwd: tmpdir() });

/** Lints a text as an editor does: under the file's name, whatever the disk holds. */
const lint = (text: string): string[] =>
  linter
    .verify(text, plugin.configs.recommended, { filename: path.join(folder, 'handler.js') })
    .map(({ line, ruleId, message }) => `${line} ${ruleId ?? message}`);

const handler = "import { run } from './run.js';\nexport const handler = async event => run(event.body);\n";
const dangerous = "import { exec } from 'node:child_process';\nexport const run = text => exec(text);\n";
const harmless = "import { exec } from 'node:child_process';\nexport const run = text => exec('ls');\n";
const found = ['2 lambda-security/no-command-injection'];

describe('a file that is linted again after an edit', () => {
  it('gives what its new text says', () => {
    const bad = "import { exec } from 'node:child_process';\nexport const handler = async event => exec(event.body);\n";
    expect(lint(bad)).toEqual(found);
    expect(lint(bad.replace('event.body', "'ls'"))).toEqual([]);
    expect(lint(bad)).toEqual(found);
  });

  it('survives every state of being typed', () => {
    for (let length = 0; length <= dangerous.length; length += 1) lint(`${dangerous.slice(0, length)}\n${handler}`);
    expect(lint(handler)).toEqual([]);
  });
});

describe('an imported module', () => {
  it('counts as it is saved, not as it was', () => {
    write('run.js', dangerous);
    expect(lint(handler)).toEqual(found);
    write('run.js', harmless);
    expect(lint(handler)).toEqual([]);
  });

  it('counts anew though its size and its second are the same', () => {
    const other = dangerous.replace('exec(text)', "exec('ls')");
    expect(other).toHaveLength(dangerous.length);
    write('run.js', dangerous);
    const { mtimeMs } = statSync(path.join(folder, 'run.js'));
    const second = Math.floor(mtimeMs / 1000);
    utimesSync(path.join(folder, 'run.js'), second, second + 0.1);
    expect(lint(handler)).toEqual(found);
    write('run.js', other);
    utimesSync(path.join(folder, 'run.js'), second, second + 0.9);
    expect(lint(handler)).toEqual([]);
  });

  it.each([
    ["a package's own imports", 'package.json', (file: string) => ({ imports: { '#run': file } })],
    ["a tsconfig's paths", 'tsconfig.json', (file: string) => ({ compilerOptions: { paths: { '#run': [file] } } })],
  ])('is found by %s as they are saved', (_, name, manifest) => {
    write('bad.js', dangerous);
    write('good.js', harmless);
    const text = handler.replace('./run.js', '#run');
    write(name, JSON.stringify(manifest('./bad.js')));
    expect(lint(text)).toEqual(found);
    write(name, JSON.stringify(manifest('./good.js')));
    expect(lint(text)).toEqual([]);
  });

  it('counts once it is there, and no longer once it is gone', () => {
    expect(lint(handler)).toEqual([]);
    write('run.js', dangerous);
    expect(lint(handler)).toEqual(found);
    rmSync(path.join(folder, 'run.js'));
    expect(lint(handler)).toEqual([]);
  });

  it('counts under its new name', () => {
    write('old.js', dangerous);
    expect(lint(handler)).toEqual([]);
    renameSync(path.join(folder, 'old.js'), path.join(folder, 'run.js'));
    expect(lint(handler)).toEqual(found);
  });

  it('counts through a re-export that changes', () => {
    write('bad.js', dangerous);
    write('good.js', harmless);
    write('run.js', "export { run } from './bad.js';\n");
    expect(lint(handler)).toEqual(found);
    write('run.js', "export { run } from './good.js';\n");
    expect(lint(handler)).toEqual([]);
  });

  it('may import its importer', () => {
    write('handler.js', handler);
    write('run.js', `import { handler } from './handler.js';\n${dangerous}export const again = handler;\n`);
    expect(lint(handler)).toEqual(found);
  });

  it('that does not parse is as good as absent', () => {
    write('run.js', 'export const run = text => {');
    expect(lint(handler)).toEqual([]);
    write('run.js', dangerous);
    expect(lint(handler)).toEqual(found);
  });
});
