import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { semgrepPackage } from '../scan/find-semgrep.js';
import { writeOutput } from '../scan/write-output.js';
import { ciSteps, scanCommands } from './ci-step.js';
import { eslintSteps, installSteps } from './eslint-step.js';
import { configFile as hookFile, hookSteps } from './hook-step.js';
import { lookAt } from './project.js';
import type { Step } from './step.js';

const margin = (text: string): string => text.trimEnd().replaceAll(/^/gm, '    | ');

const describe = (step: Step): string => {
  switch (step.kind) {
    case 'write':
      return `  write ${step.file}\n${margin(step.text)}`;
    case 'amend':
      return `  add to ${step.file}\n${margin(step.added)}`;
    case 'run':
      return `  run ${step.program} ${step.args.join(' ')}`;
    case 'tell':
      return margin(step.text);
  }
};

/** Asks on the terminal; the end of the input is a no, on a line of its own. */
const ask = async (input: Readable, output: Writable): Promise<'yes' | 'no' | 'interrupted'> => {
  const questions = createInterface({ input, output });
  const interrupted = new Promise<'interrupted'>(resolve => questions.once('SIGINT', () => resolve('interrupted')));
  const ended = new Promise<string>(resolve => questions.once('close', () => resolve('\n')));
  const answer = await Promise.race([questions.question('Go on? [y/N] '), ended, interrupted]);
  if (answer === '\n' || answer === 'interrupted') output.write('\n');
  questions.close();
  if (answer === 'interrupted') return answer;
  return /^y(es)?$/i.test(answer.trim()) ? 'yes' : 'no';
};

/** Does one step. Throws what the file system throws, or an Error. */
const perform = (step: Step, folder: string): void => {
  if (step.kind === 'write') {
    const file = path.join(folder, step.file);
    mkdirSync(path.dirname(file), { recursive: true });
    // Never over a file that has come into being since we looked.
    writeFileSync(file, step.text, { flag: 'wx' });
  } else if (step.kind === 'amend') {
    writeOutput(path.join(folder, step.file), step.text);
  } else if (step.kind === 'run') {
    const { status, error } = spawnSync(step.program, step.args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
    if (error !== undefined || status !== 0)
      throw new Error(`\`${step.program} ${step.args.join(' ')}\` failed${error ? `: ${error.message}` : ''}.`);
  }
};

/**
 * Sets a project up: ESLint's configuration, a hook, a CI job, each only where it is missing. Files that exist are amended where that is
 * safe, else the reader is told what to add. Nothing happens without a yes.
 *
 * @param folder the project; absolute
 * @param yes whether to go on without asking
 * @param hasSemgrep whether the scan would find one
 * @returns the exit code: 0, 2 when a step failed, or 130 for Ctrl-C
 */
export async function runInit(
  folder: string,
  yes: boolean,
  input: Readable,
  output: Writable,
  hasSemgrep: () => Promise<boolean>,
): Promise<0 | 2 | 130> {
  const say = (text: string): void => void output.write(`${text}\n`);
  const project = lookAt(folder);
  if (project.languages.size === 0) {
    say('No JavaScript, TypeScript or Python file was found here: there is nothing to set up.');
    return 0;
  }
  const all = [...eslintSteps(project), ...hookSteps(project), ...ciSteps(project), ...installSteps(project)];
  const byHand = all.filter(({ kind }) => kind === 'tell');
  const steps = all.filter(({ kind }) => kind !== 'tell');
  if (steps.length > 0) say(`This is what is missing, and what init will do:\n\n${steps.map(describe).join('\n\n')}\n`);
  if (byHand.length > 0) say(`To be done by hand:\n\n${byHand.map(describe).join('\n\n')}\n`);
  if (project.languages.has('py') && !(await hasSemgrep()))
    say(`For Python, Semgrep must be on the PATH: \`pip install ${semgrepPackage}\`.`);
  if (project.host === undefined) say('No CI was recognised: in any, a job that runs `lambda-security scan` fails on findings.');
  const { scan } = scanCommands(project);
  if (steps.length === 0) {
    say(byHand.length > 0 ? 'Nothing else is missing.' : `Everything is set up. \`${scan}\` checks the project.`);
    return 0;
  }
  const answer = yes ? 'yes' : await ask(input, output);
  if (answer !== 'yes') {
    say('Nothing was changed.');
    return answer === 'no' ? 0 : 130;
  }
  for (const step of steps) {
    try {
      perform(step, folder);
    } catch (error) {
      const name = 'file' in step ? `${step.file} was not written: ` : '';
      process.stderr.write(`error: ${name}${(error as Error).message}\n`);
      return 2;
    }
    if ('file' in step) say(`${step.kind === 'write' ? 'Wrote' : 'Amended'} ${step.file}.`);
  }
  say(`Done. \`${scan}\` checks the project.`);
  if (steps.some(step => step.kind === 'write' && step.file === hookFile))
    say('`pre-commit install` lets the hook run at every commit (`pip install pre-commit` brings the program).');
  return 0;
}
