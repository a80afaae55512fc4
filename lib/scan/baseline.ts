import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './config-file.js';
import { compareText, type Finding } from './finding.js';
import { fingerprints } from './fingerprints.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';
import { readFailure } from './targets.js';

/** One finding that is accepted for now; `file` as the outputs name it. */
interface BaselineEntry {
  rule: string;
  file: string;
  fingerprint: string;
}

type Report = Pick<ScanReport, 'findings' | 'nameOf'>;

/** The findings that do not count as suppressed, as a file to compare with later. */
export function formatBaseline({ findings, nameOf }: Report, source: RedactedSource): string {
  const entries = [...fingerprints(findings, source)]
    .filter(([{ suppressed }]) => suppressed === undefined)
    .map(([{ rule, file }, fingerprint]): BaselineEntry => ({ rule, file: nameOf(file), fingerprint }));
  entries.sort((a, b) => compareText(a.file, b.file) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint));
  return `${JSON.stringify({ version: 1, findings: entries }, null, 2)}\n`;
}

const isEntry = (value: unknown): value is BaselineEntry => {
  const { rule, file, fingerprint } = (value ?? {}) as Record<string, unknown>;
  return [rule, file, fingerprint].every(each => typeof each === 'string');
};

/**
 * Reads a baseline. Throws a UsageError that says what is wrong with it.
 *
 * @param file absolute
 */
export function readBaseline(file: string): BaselineEntry[] {
  let baseline: { version?: unknown; findings?: unknown } | null;
  try {
    baseline = JSON.parse(readFileSync(file, 'utf8')) as typeof baseline;
  } catch (error) {
    throw new UsageError(`${file}: ${readFailure(error)}. \`--update-baseline\` makes a baseline.`);
  }
  if (baseline?.version !== 1 || !Array.isArray(baseline.findings) || !baseline.findings.every(isEntry)) {
    throw new UsageError(`${file} is not a baseline of this version. \`--update-baseline\` makes a new one.`);
  }
  return baseline.findings;
}

/**
 * Marks the findings that a baseline holds. An entry stands for one finding: of its own file, or, when that file is gone, of any other, so
 * that moved lines and renamed files keep their entries.
 *
 * @param cwd file names of the baseline count from here
 */
export function markBaseline(report: Report, entries: readonly BaselineEntry[], source: RedactedSource, cwd: string): Finding[] {
  const left = [...entries];
  const prints = fingerprints(report.findings, source);
  const known = new Set<Finding>();
  const take = (matches: (entry: BaselineEntry, finding: Finding) => boolean): void => {
    for (const [finding, fingerprint] of prints) {
      if (known.has(finding) || finding.suppressed) continue;
      const index = left.findIndex(entry => entry.fingerprint === fingerprint && entry.rule === finding.rule && matches(entry, finding));
      if (index === -1) continue;
      left.splice(index, 1);
      known.add(finding);
    }
  };
  take((entry, { file }) => entry.file === report.nameOf(file));
  take(entry => !existsSync(path.resolve(cwd, entry.file)));
  return report.findings.map(finding => (known.has(finding) ? { ...finding, known: 'baseline' as const } : finding));
}
