import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { parseArguments } from '../../lib/scan/arguments.js';
import { findSemgrep } from '../../lib/scan/find-semgrep.js';
import { loadEslint, typescriptParsers } from '../../lib/scan/load-eslint.js';
import { scan, type ScanEnvironment, type ScanReport } from '../../lib/scan/scan.js';
import { stubRules } from './stub-plugin.js';

const repository = path.resolve(import.meta.dirname, '../..');

function folderWith(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lambda-security-')));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** A temporary folder with files, gone after the test. */
export function workspace(files: Record<string, string>): string {
  const folder = folderWith(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder with files for all tests of a file, gone after them. */
export function suiteFolder(files: Record<string, string>): string {
  const folder = folderWith(files);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A rule pack for Semgrep with one rule that reports `os.system(...)`. */
export const pythonPack = (): string =>
  workspace({
    'python/no-command-injection.yaml': `
rules:
  - id: no-command-injection
    languages: [python]
    severity: ERROR
    message: This command line contains data from the event.
    metadata: { slug: no-command-injection, tier: tainted }
    pattern: os.system($X)
`,
  });

/** A program that stands for Semgrep: a shell script. */
export function fakeSemgrep(script: string): string {
  const file = path.join(workspace({ semgrep: `#!/bin/sh\n${script}\n` }), 'semgrep');
  chmodSync(file, 0o755);
  return file;
}

/** Runs a scan in this process with the stub rules. `argv` is what follows `lambda-security scan`. */
export function runScan(cwd: string, argv: readonly string[], changes: Partial<ScanEnvironment> = {}): Promise<ScanReport> {
  const request = parseArguments(['scan', ...argv]);
  if (request?.command !== 'scan') throw new Error('no scan was asked for');
  const args = request.scan;
  const env = changes.env ?? process.env;
  return scan(args, {
    cwd,
    env,
    packs: path.join(repository, 'semgrep-rules'),
    rules: { recommended: stubRules, all: stubRules },
    loadEslint,
    ...typescriptParsers(),
    findSemgrep: () => findSemgrep(repository, env, cwd),
    progress: () => undefined,
    signal: new AbortController().signal,
    ...changes,
  });
}

/** The findings as `file:line rule`, as the outputs name them. */
export const found = ({ findings, nameOf }: ScanReport): string[] =>
  findings.map(({ file, line, rule, suppressed }) => `${nameOf(file)}:${line} ${rule}${suppressed ? ' (suppressed)' : ''}`);

/** What was left out, as `file: reason`. */
export const skipped = ({ skipped: list, nameOf }: ScanReport): string[] =>
  list.map(({ path: file, reason }) => `${nameOf(file)}: ${reason}`);
