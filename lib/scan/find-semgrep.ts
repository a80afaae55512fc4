import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProcess } from './process.js';

/** The oldest Semgrep that the pack is tested with. */
const oldest = [1, 172, 0] as const;
/** Semgrep as the pack is tested with it, in pip's words. */
export const semgrepPackage = `semgrep==${oldest.join('.')}`;

const install = `Install it (\`pip install ${semgrepPackage}\`) or set SEMGREP_PATH, or leave Python out with --no-python.`;

/** A Semgrep to run, or the line that says why there is none. */
export type FoundSemgrep = { program: string } | { problem: string };

const isOlder = (version: readonly number[]): boolean => {
  const index = oldest.findIndex((part, position) => part !== (version[position] ?? 0));
  return index !== -1 && (version[index] ?? 0) < (oldest[index] ?? 0);
};

/**
 * Finds Semgrep: `$SEMGREP_PATH`, then the `.venv` that a checkout's set-up made, then a recent enough one on PATH. Nothing is
 * ever installed.
 *
 * @param packageRoot the folder of this package; in a checkout it holds `.venv`
 * @param env where SEMGREP_PATH and PATH are read
 * @param cwd a relative SEMGREP_PATH counts from here
 */
export async function findSemgrep(packageRoot: string, env: NodeJS.ProcessEnv, cwd: string): Promise<FoundSemgrep> {
  const windows = process.platform === 'win32';
  const name = windows ? 'semgrep.exe' : 'semgrep';
  if (env.SEMGREP_PATH) {
    const program = path.resolve(cwd, env.SEMGREP_PATH);
    return existsSync(program) ? { program } : { problem: `Python was not checked: SEMGREP_PATH names ${program}, which does not exist.` };
  }
  const own = path.join(packageRoot, '.venv', windows ? 'Scripts' : 'bin', name);
  if (existsSync(own)) return { program: own };
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(folder => folder !== '');
  const program = folders.map(folder => path.join(folder, name)).find(file => existsSync(file));
  if (program === undefined) return { problem: `Python was not checked: Semgrep was not found. ${install}` };
  const { code, stdout } = await runProcess(program, ['--version', '--disable-version-check'], { cwd, env });
  const version = /^(\d+)\.(\d+)\.(\d+)/m.exec(stdout)?.slice(1).map(Number);
  if (code !== 0 || version === undefined) return { problem: `Python was not checked: ${program} does not tell its version. ${install}` };
  if (isOlder(version)) {
    return { problem: `Python was not checked: ${program} is version ${version.join('.')}, older than ${oldest.join('.')}. ${install}` };
  }
  return { program };
}
