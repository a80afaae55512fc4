import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Nothing goes through a shell.
 *
 * @param {string} file the program
 * @param {string[]} args its arguments
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number, stdout: string, output: string, missing: boolean}>} `output` is both streams in the order of
 *   arrival; `missing` when there is no such program
 */
export function run(file, args, { cwd, env } = {}) {
  return new Promise(resolve => {
    const child = spawn(file, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const stdout = [];
    const both = [];
    child.stdout.on('data', chunk => {
      stdout.push(chunk);
      both.push(chunk);
    });
    child.stderr.on('data', chunk => both.push(chunk));
    const text = chunks => Buffer.concat(chunks).toString('utf8');
    child.on('error', error => resolve({ code: 127, stdout: '', output: error.message, missing: error.code === 'ENOENT' }));
    child.on('close', (code, signal) => {
      const output = signal ? `${text(both)}\nended by ${signal}` : text(both);
      resolve({ code: code ?? 1, stdout: text(stdout), output, missing: false });
    });
  });
}

/**
 * Runs a program in place of this one: same terminal, same input.
 *
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function handOver(file, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: env ?? process.env, stdio: 'inherit' });
    // Ctrl-C reaches the child through the terminal; it decides, and its exit code is passed on.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}
