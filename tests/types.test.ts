import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from './scan/workspace.js';

const repository = path.resolve(import.meta.dirname, '..');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What users write; each line below a `@ts-expect-error` must be refused. */
const config = `
import json from '@eslint/json';
import { defineConfig } from 'eslint/config';
import type { Linter } from 'eslint';
import lambdaSecurity, { type LambdaSecurityRules, type LambdaSecuritySettings } from 'eslint-plugin-lambda-security';

const rules = {
  'lambda-security/no-event-logging': 'off',
  'lambda-security/no-log-injection': ['warn', { jsonLogs: true }],
  'lambda-security/no-sql-injection': ['error', { dynamic: 'never' }],
  'lambda-security/no-shared-invocation-state': ['error', { tenantKeys: ['tenantId'] }],
} satisfies LambdaSecurityRules;
const settings: LambdaSecuritySettings = {};

export default defineConfig([
  ...lambdaSecurity.configs.recommended,
  ...lambdaSecurity.configs.packageJson(json),
  lambdaSecurity.crossFileCache(import.meta.dirname),
  { files: ['src/**/*.ts'], rules, settings: { 'lambda-security': settings } },
  { plugins: { 'lambda-security': lambdaSecurity }, extends: ['lambda-security/all'] },
]);
export const spread: Linter.Config[] = [...lambdaSecurity.configs.injection, { ...lambdaSecurity.configs.all[0], files: ['**/*.js'] }];

// @ts-expect-error no such rule
({ 'lambda-security/no-such-rule': 'error' }) satisfies LambdaSecurityRules;
// @ts-expect-error no such severity
({ 'lambda-security/no-ssrf': 'fatal' }) satisfies LambdaSecurityRules;
// @ts-expect-error no such option of this rule
({ 'lambda-security/no-event-logging': ['error', { jsonLogs: true }] }) satisfies LambdaSecurityRules;
// @ts-expect-error no such value
({ 'lambda-security/no-sql-injection': ['error', { dynamic: 'sometimes' }] }) satisfies LambdaSecurityRules;
// @ts-expect-error no such config
lambdaSecurity.configs.strict;
`;

test('eslint.config.ts: the types of the package take what is right and refuse what is wrong', () => {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', noEmit: true, types: ['node'], skipLibCheck: true };
  const files = ['eslint.config.ts'];
  const folder = workspace({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, files }),
    'eslint.config.ts': config,
  });
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['eslint', '@eslint', '@types', '@typescript-eslint'])
    symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name));
  symlinkSync(repository, path.join(folder, 'node_modules/eslint-plugin-lambda-security'));
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
});

test('the types that a user gets import nothing that a project with ESLint may lack: without skipLibCheck tsc would fail', () => {
  const packages = new Set<string>();
  const files = [path.join(repository, 'dist/lib/index.d.ts')];
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      const target = path.join(path.dirname(file), name.replace(/\.js$/, '.d.ts'));
      if (!name.startsWith('.')) packages.add(name);
      else if (!files.includes(target)) files.push(target);
    }
  }
  expect(files.length).toBeGreaterThan(3);
  expect([...packages]).toEqual(['eslint']);
});
