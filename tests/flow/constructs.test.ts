import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../lib/index.js';

const folder = path.join(import.meta.dirname, 'constructs');

/** What every fixture may use. */
const imports: Readonly<Record<string, string>> = {
  '.js': "const { exec } = require('node:child_process');",
  '.ts': "import { exec } from 'node:child_process';",
};

interface Fixture {
  readonly name: string;
  readonly code: string;
}

/** A file holds fixtures: `// # NAME`, then the code; a line with a sink says whether what reaches it is tainted or clean. */
const fixturesOf = (text: string): Fixture[] =>
  text
    .split(/^\/\/ # /m)
    .slice(1)
    .map(part => ({ name: part.slice(0, part.indexOf('\n')), code: part.slice(part.indexOf('\n') + 1) }));

const linesWith = (code: string, word: string): number[] =>
  code.split('\n').flatMap((line, index) => (line.endsWith(`// ${word}`) ? [index + 2] : []));

function reportedLines(code: string, file: string): number[] {
  const config = [
    ...plugin.configs.recommended,
    { files: ['**/*.{js,ts}'], languageOptions: { parser } },
    { rules: { 'lambda-security/no-command-injection': ['error', { dynamic: 'never' }] } },
  ] as Linter.Config[];
  const messages = new Linter({ configType: 'flat' }).verify(`${imports[path.extname(file)]}\n${code}`, config, { filename: file });
  const fatal = messages.find(message => message.fatal);
  if (fatal) throw new Error(`line ${fatal.line}: ${fatal.message}`);
  return messages.filter(({ ruleId }) => ruleId === 'lambda-security/no-command-injection').map(({ line }) => line);
}

describe.each(readdirSync(folder))('%s', file => {
  const fixtures = fixturesOf(readFileSync(path.join(folder, file), 'utf8'));

  it('names each fixture once', () => {
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });

  it.each(fixtures)('$name', ({ code }) => {
    const tainted = linesWith(code, 'tainted');
    expect(tainted.length + linesWith(code, 'clean').length).toBeGreaterThan(0);
    expect(reportedLines(code, file)).toEqual(tainted);
  });
});
