import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ScanArguments } from './arguments.js';
import { formatBaseline, markBaseline, readBaseline } from './baseline.js';
import { changedLines, type LineRange, markUnchanged } from './changed-lines.js';
import { UsageError } from './config-file.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';
import { writeFailure } from './targets.js';
import { writeOutput } from './write-output.js';

async function settleSince(report: ScanReport, revision: string, env: NodeJS.ProcessEnv): Promise<void> {
  const changes = new Map<string, readonly LineRange[]>();
  for (const root of report.roots) {
    for (const [file, ranges] of await changedLines(root, revision, env)) changes.set(file, ranges);
  }
  report.findings = markUnchanged(report.findings, changes);
}

const updateBaseline = (report: ScanReport, file: string, source: RedactedSource): void => {
  if (report.failures.length > 0) {
    // Findings that the scan could not see would be lost.
    report.failures.push('The baseline was not updated, because the scan is not complete.');
    return;
  }
  try {
    writeOutput(file, formatBaseline(report, source));
  } catch (error) {
    report.failures.push(`${file} was not written: ${writeFailure(error)}`);
  }
};

/**
 * Tells new findings from known ones, as `--since` and `--baseline` ask for, and writes the baseline for `--update-baseline`. Throws a
 * UsageError.
 *
 * @param cwd the baseline's name, and the names in it, count from here; absolute
 */
export async function settleKnown(
  report: ScanReport,
  { baseline, updateBaseline: update, since }: ScanArguments,
  source: RedactedSource,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  if (since !== undefined) await settleSince(report, since, env);
  if (baseline === undefined) return;
  const file = path.resolve(cwd, baseline);
  if (update) updateBaseline(report, file, source);
  else if (!existsSync(file)) throw new UsageError(`${baseline} does not exist. \`--update-baseline\` makes it.`);
  if (existsSync(file)) report.findings = markBaseline(report, readBaseline(file), source, cwd);
}
