import { type Finding, isActive } from './finding.js';
import type { ScanReport } from './scan.js';
import { summary } from './summary.js';
import { printable } from './terminal-text.js';

const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const annotation = (
  { severity, rule, message, file, line, column, endLine, endColumn }: Finding,
  nameOf: (file: string) => string,
): string => {
  // GitHub refuses columns of a range over several lines.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: nameOf(file), line, endLine, ...columns, title: rule });
  return `::${severity} ${properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeText(message)}`;
};

/**
 * The findings as annotations of a GitHub job, then the summary.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(report: ScanReport): string {
  const { findings, problems, failures, nameOf } = report;
  return `${[
    ...findings.filter(isActive).map(finding => annotation(finding, nameOf)),
    ...problems.map(({ file, message }) => `::warning file=${escapeProperty(nameOf(file))}::${escapeText(message)}`),
    ...failures.map(failure => `::error::${escapeText(failure)}`),
    // A line of the summary cannot be taken for a command: it begins with a word or with spaces.
    ...summary(report, false).map(printable),
  ].join('\n')}\n`;
}
