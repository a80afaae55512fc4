import { compareText, type Finding, isActive } from './finding.js';
import type { ScanReport } from './scan.js';
import { count } from './terminal-text.js';

const tally = (words: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
};

const list = (counts: readonly [string, number][]): string => counts.map(([word, number]) => `${number} ${word}`).join(', ');

const headline = (active: readonly Finding[], checked: number): string => {
  const files = count(checked, 'file');
  if (active.length === 0) return `No findings in ${files}.`;
  const errors = active.filter(({ severity }) => severity === 'error').length;
  const parts = [errors > 0 ? count(errors, 'error') : '', active.length > errors ? count(active.length - errors, 'warning') : ''];
  return `${count(active.length, 'finding')} (${parts.filter(part => part !== '').join(', ')}) in ${files}.`;
};

/** What a scan found and left out, in lines. */
export function summary(report: ScanReport, verbose: boolean): string[] {
  const { findings, checked, skipped, problems, internalErrors, giveUps, unexplained, nameOf } = report;
  const active = findings.filter(isActive);
  const lines = [headline(active, checked)];
  for (const [rule, number] of tally(active.map(finding => finding.rule))) lines.push(`  ${String(number).padStart(4)}  ${rule}`);
  const counted = (label: string, matches: (finding: Finding) => boolean): string[] => {
    const number = findings.filter(matches).length;
    return number > 0 ? [`${label}: ${number}.`] : [];
  };
  lines.push(
    ...counted('Known from the baseline', ({ known }) => known === 'baseline'),
    ...counted('On lines that did not change', ({ known }) => known === 'unchanged'),
    ...counted('Suppressed with a reason', ({ suppressed }) => suppressed !== undefined),
  );
  if (unexplained > 0) lines.push(`Directives without a reason (\`-- why\`), not honoured: ${unexplained}.`);
  if (skipped.length > 0) {
    const reasons = tally(skipped.map(({ reason }) => reason)).map(([reason, number]) => `${reason} (${number})`);
    lines.push(`Skipped: ${reasons.join(', ')}.${verbose ? '' : ' (--verbose lists them)'}`);
    if (verbose) lines.push(...skipped.map(({ path, reason }) => `  ${nameOf(path)}: ${reason}`));
  }
  if (problems.length > 0) lines.push(`Not, or only in part, checked: ${count(new Set(problems.map(({ file }) => file)).size, 'file')}.`);
  if (internalErrors.length > 0) lines.push(`Internal errors: ${internalErrors.length}. Please report them, with what --verbose shows.`);
  if (verbose) {
    lines.push(...internalErrors.map(({ file, rule, stack }) => `  ${nameOf(file)}: ${rule}: ${stack}`));
    if (giveUps.length > 0) lines.push(`The analysis gave up: ${list(tally(giveUps.map(({ reason }) => reason)))}.`);
  }
  return lines;
}
