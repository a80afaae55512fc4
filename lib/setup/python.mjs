import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNetworkFailure, SetupFailure } from './failure.mjs';
import { fingerprint, readText, writeText } from './fingerprint.mjs';
import { run } from './process.mjs';

const windows = process.platform === 'win32';
const bin = (root, name) => join(root, '.venv', windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
const stampFile = root => join(root, '.venv', '.lambda-security');
const skip = 'To scan without Python files, add `--no-python`.';

/** A virtual environment holds absolute paths, so one that was moved is set up anew. */
const expectedStamp = root =>
  fingerprint([root, readText(join(root, 'requirements.txt')) ?? '', readText(join(root, '.venv', 'pyvenv.cfg')) ?? '']);

/** Whether `.venv` holds what requirements.txt asks for; a link to a Python that is gone does not exist. */
export const hasSemgrep = root =>
  existsSync(bin(root, 'python')) && existsSync(bin(root, 'semgrep')) && readText(stampFile(root)) === expectedStamp(root);

/** The lock is made for these; a newer Python is tried when there is no other. */
const oldest = 10;
const newest = 13;

const candidates = [
  ['python3'],
  ['python'],
  ...Array.from({ length: newest - oldest + 1 }, (_, index) => [`python3.${newest - index}`]),
  ...(windows ? [['py', '-3']] : []),
];

const minorVersion = async command => {
  const [file, ...args] = command;
  const { code, output } = await run(file, [...args, '-c', 'import sys; print(sys.version_info[0], sys.version_info[1])']);
  const match = code === 0 ? /^3 (\d+)\s*$/m.exec(output) : null;
  return match ? Number(match[1]) : undefined;
};

const findPython = async () => {
  const found = [];
  for (const command of candidates) {
    const minor = await minorVersion(command);
    if (minor !== undefined && minor >= oldest && minor <= newest) return command;
    if (minor !== undefined) found.push({ command, minor });
  }
  const newer = found.find(({ minor }) => minor > newest);
  if (newer) return newer.command;
  const [older] = found;
  throw older
    ? new SetupFailure(`Python 3.${older.minor} is too old: Semgrep needs Python 3.${oldest} or newer.`, `Install a newer Python. ${skip}`)
    : new SetupFailure('Python was not found.', `Install Python 3.${oldest} or newer (https://www.python.org). ${skip}`);
};

const createEnvironment = async root => {
  const [file, ...args] = await findPython();
  const { code, output } = await run(file, [...args, '-m', 'venv', '--clear', '.venv'], { cwd: root });
  if (code === 0) return;
  throw /ensurepip|No module named '?venv/.test(output)
    ? new SetupFailure(
        'This Python cannot make a virtual environment: its `venv` module is incomplete.',
        `On Debian and Ubuntu: \`sudo apt install python3-venv\`, then run this again. ${skip}`,
        output,
      )
    : new SetupFailure(
        'Python could not make the virtual environment `.venv`.',
        `Mend what it names, then run this again. ${skip}`,
        output,
      );
};

const pipFailure = output => {
  if (isNetworkFailure(output)) {
    return new SetupFailure(
      'pip could not reach PyPI.',
      `Check the network, the proxy or pip's index (\`pip config list\`), then run this again. ${skip}`,
      output,
    );
  }
  if (/DO NOT MATCH THE HASHES|HashMismatch|hash mismatch/i.test(output)) {
    return new SetupFailure(
      'A package from PyPI is not the one that requirements.txt names: its hash differs.',
      `Do not install it by hand. Check which index pip uses (\`pip config list\`). ${skip}`,
      output,
    );
  }
  return new SetupFailure('pip could not install Semgrep.', `Mend what it names, delete \`.venv\`, then run this again. ${skip}`, output);
};

/** Installs Semgrep, every package checked against its hash, into `.venv` of the checkout. Throws a SetupFailure. */
export async function installSemgrep(root) {
  const python = bin(root, 'python');
  const usable = existsSync(python) && (await run(python, ['-m', 'pip', '--version'])).code === 0;
  if (!usable) await createEnvironment(root);
  const args = ['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '--require-hashes', '-r', 'requirements.txt'];
  const { code, output } = await run(python, args, { cwd: root });
  if (code !== 0) throw pipFailure(output);
  writeText(stampFile(root), expectedStamp(root));
}
