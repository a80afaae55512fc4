import { createRequire } from 'node:module';
import path from 'node:path';
import pc from 'picocolors';
import plugin from '../index.js';
import { parseArguments, type Request, type ScanArguments } from './arguments.js';
import { UsageError } from './config-file.js';
import { exitCode } from './exit-code.js';
import { explainRule, listRules } from './explain.js';
import { findSemgrep } from './find-semgrep.js';
import { formats } from './formats.js';
import { settleKnown } from './known-findings.js';
import { loadEslint, typescriptParsers } from './load-eslint.js';
import { startProgress } from './progress.js';
import { type RedactedSource, redactedSource } from './redacted-source.js';
import { scan, type ScanReport } from './scan.js';
import { summary } from './summary.js';
import { writeFailure } from './targets.js';
import { printable } from './terminal-text.js';
import { writeOutput } from './write-output.js';

const packageRoot = path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-lambda-security/package.json'));

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const widthOfTerminal = (): number => Math.max(80, process.stdout.columns ?? 100);

const format = (report: ScanReport, args: ScanArguments, source: RedactedSource): string => {
  const colors = args.output === undefined ? pc : pc.createColors(false);
  return formats[args.format](report, { source, colors, width: widthOfTerminal(), verbose: args.verbose });
};

/** Whoever reads our output may stop reading; that is no error of ours. */
const endQuietlyWhenNobodyReads = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
};

/** ESLint warns of an `.eslintignore`, which a scan does not read anyway. */
const silenceIgnoreFileWarning = (): void => {
  const emit = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = (...args: unknown[]) => {
    if (args[1] !== 'ESLintIgnoreWarning') emit(...args);
  };
};

const deliver = (report: ScanReport, args: ScanArguments, source: RedactedSource): void => {
  const text = format(report, args, source);
  if (args.output === undefined) {
    process.stdout.write(text);
    if (args.format !== 'pretty' && args.format !== 'github' && args.verbose) tell(summary(report, true).join('\n'));
    return;
  }
  try {
    writeOutput(path.resolve(args.output), text);
    process.stdout.write(`${summary(report, args.verbose).join('\n')}\n`);
  } catch (error) {
    report.failures.push(`${args.output} was not written: ${writeFailure(error)}`);
  }
};

async function runScan(args: ScanArguments): Promise<number> {
  const progress = await startProgress(process.stderr);
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals): void => {
    progress.stop();
    interruption.abort();
    tell('Interrupted: nothing was reported.');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const cwd = process.cwd();
  const report = await scan(args, {
    cwd,
    env: process.env,
    packs: path.join(packageRoot, 'semgrep-rules'),
    rules: plugin.configs,
    loadEslint,
    ...typescriptParsers(),
    findSemgrep: () => findSemgrep(packageRoot, process.env, cwd),
    progress: progress.show,
    signal: interruption.signal,
  }).finally(progress.stop);
  process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  const source = redactedSource(report.secrets);
  await settleKnown(report, args, source, { cwd, env: process.env });
  deliver(report, args, source);
  for (const { file, message } of report.problems) tell(`warning: ${printable(report.nameOf(file))}: ${printable(message)}`);
  for (const failure of report.failures) tell(`error: ${printable(failure)}`);
  return exitCode(report, args.failOn);
}

async function runRequest(request: Request): Promise<number> {
  if (request.command === 'scan') return runScan(request.scan);
  if (request.command === 'init') {
    const { runInit } = await import('../init/init.js');
    const hasSemgrep = async (): Promise<boolean> => 'program' in (await findSemgrep(packageRoot, process.env, process.cwd()));
    return runInit(process.cwd(), request.yes, process.stdin, process.stdout, hasSemgrep);
  }
  const page = { colors: pc, width: Math.min(120, widthOfTerminal()) };
  const pages = path.join(packageRoot, 'docs', 'rules');
  process.stdout.write(request.command === 'rules' ? listRules(page) : explainRule(request.slug, pages, page));
  return 0;
}

/**
 * The `lambda-security` command. Sets the exit code of the process.
 *
 * @param argv what follows the program's name
 */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyWhenNobodyReads();
  silenceIgnoreFileWarning();
  try {
    const request = parseArguments(argv);
    if (request !== undefined) process.exitCode = await runRequest(request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(`error: ${printable(error.message)}`);
    process.exitCode = 2;
  }
}
