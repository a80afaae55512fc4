import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../lib/index.js';
import { workspace } from './scan/workspace.js';

const caller = "import { list } from './lists.js';\nexport const handler = async event => list(event.folder);\n";
const vulnerable = "import { exec } from 'node:child_process';\nexport const list = folder => exec('ls ' + folder);\n";
const safe = "import { execFile } from 'node:child_process';\nexport const list = folder => execFile('ls', [folder]);\n";

/** A project with a cross-file finding that is linted with `--cache`, each time as by a new process. */
const project = (withHelper: boolean) => {
  const folder = workspace({ 'package.json': '{ "type": "module" }', 'caller.js': caller, 'lists.js': vulnerable });
  return {
    folder,
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
    lint: async () => {
      const helper = withHelper ? [plugin.crossFileCache(folder)] : [];
      const eslint = new ESLint({
        cwd: folder,
        cache: true,
        overrideConfigFile: true,
        overrideConfig: [...plugin.configs.recommended, ...helper],
      });
      return (await eslint.lintFiles(['caller.js'])).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    },
  };
};

test('under --cache a mended module takes its finding away, and a broken one brings it back', async () => {
  const { lint, write } = project(true);
  expect(await lint()).toEqual(['lambda-security/no-command-injection']);
  write('lists.js', safe);
  expect(await lint()).toEqual([]);
  write('lists.js', vulnerable);
  expect(await lint()).toEqual(['lambda-security/no-command-injection']);
});

test('without the helper the cache keeps what was true before', async () => {
  const { lint, write } = project(false);
  await lint();
  write('lists.js', safe);
  expect(await lint()).toEqual(['lambda-security/no-command-injection']);
});

test('the hash changes with code, templates and how imports resolve, and with nothing else', () => {
  const { folder, write } = project(true);
  const hash = () => plugin.crossFileCache(folder).settings?.['lambda-security/project'];
  const first = hash();
  mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
  for (const name of ['README.md', 'node_modules/a/index.js', 'data.json']) write(name, 'x');
  expect(hash()).toBe(first);
  const seen = new Set([first]);
  for (const name of ['new.ts', 'template.yaml', 'tsconfig.json', 'main.tf']) {
    write(name, 'x');
    seen.add(hash());
  }
  expect(seen.size).toBe(5);
});
