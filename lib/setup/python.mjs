import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNetworkFailure, SetupFailure } from './failure.mjs';
import { fingerprint, readText, writeText } from './fingerprint.mjs';
import { run } from './process.mjs';

const windows = process.platform === 'win32';
const bin = (root, name) => join(root, '.venv', windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
const skip = 'To scan without Python files, add `--no-python`.';

/** What is installed from a lock: what it is called, its file, a program of it, and where its stamp is kept. */
const semgrep = { name: 'Semgrep', lock: 'requirements.txt', program: 'semgrep', stamp: '.lambda-security' };
const testTools = { name: 'pre-commit and pip-audit', lock: 'requirements-dev.txt', program: 'pre-commit', stamp: '.lambda-security-dev' };

const stampFile = (root, { stamp }) => join(root, '.venv', stamp);

/** A virtual environment holds absolute paths, so one that was moved is set up anew. */
const expectedStamp = (root, { lock }) =>
  fingerprint([root, readText(join(root, lock)) ?? '', readText(join(root, '.venv', 'pyvenv.cfg')) ?? '']);

/** A link to a Python that is gone does not exist. */
const isInstalled = (root, tool) =>
  existsSync(bin(root, 'python')) && existsSync(bin(root, tool.program)) && readText(stampFile(root, tool)) === expectedStamp(root, tool);

/** Whether `.venv` holds what requirements.txt asks for. */
export const hasSemgrep = root => isInstalled(root, semgrep);

/** Whether `.venv` holds what only the tests need. */
export const hasTestTools = root => isInstalled(root, testTools);

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

const pipFailure = (output, name) => {
  if (isNetworkFailure(output)) {
    return new SetupFailure(
      'pip could not reach PyPI.',
      `Check the network, the proxy or pip's index (\`pip config list\`), then run this again. ${skip}`,
      output,
    );
  }
  if (/DO NOT MATCH THE HASHES|HashMismatch|hash mismatch/i.test(output)) {
    return new SetupFailure(
      'A package from PyPI is not the one that the lock names: its hash differs.',
      `Do not install it by hand. Check which index pip uses (\`pip config list\`). ${skip}`,
      output,
    );
  }
  return new SetupFailure(`pip could not install ${name}.`, `Mend what it names, delete \`.venv\`, then run this again. ${skip}`, output);
};

/** Installs a lock into `.venv`, every package checked against its hash. Throws a SetupFailure. */
const install = async (root, tool) => {
  const python = bin(root, 'python');
  const usable = existsSync(python) && (await run(python, ['-m', 'pip', '--version'])).code === 0;
  if (!usable) await createEnvironment(root);
  const args = ['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '--require-hashes', '-r', tool.lock];
  const { code, output } = await run(python, args, { cwd: root });
  if (code !== 0) throw pipFailure(output, tool.name);
  writeText(stampFile(root, tool), expectedStamp(root, tool));
};

/** Installs Semgrep into `.venv` of the checkout. Throws a SetupFailure. */
export const installSemgrep = root => install(root, semgrep);

/** Installs what only the tests need beside Semgrep. Throws a SetupFailure. */
export const installTestTools = root => install(root, testTools);
