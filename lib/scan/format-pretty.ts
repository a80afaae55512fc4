import type { Colors } from 'picocolors/types.js';
import { codeFrame } from './code-frame.js';
import { type Finding, isActive } from './finding.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';
import { summary } from './summary.js';
import { printable, wrap } from './terminal-text.js';

export interface PrettyOptions {
  colors: Colors;
  /** Of the terminal, in characters. */
  width: number;
  verbose: boolean;
}

const flowLines = ({ flow }: Finding, nameOf: (file: string) => string, { colors, width }: PrettyOptions): string[] => {
  const places = flow.map(({ file, line, column }) => `${printable(nameOf(file))}:${line}:${column}`);
  const widest = Math.max(...places.map(({ length }) => length));
  const number = String(flow.length).length;
  return flow.flatMap(({ message }, index) => {
    const lead = `  ${String(index + 1).padStart(number)}. `;
    const place = colors.dim((places[index] ?? '').padEnd(widest));
    const room = width - 2 - lead.length - widest - 2;
    // Beside a long path there is no room for words: they stand below it.
    const [margin, words] =
      room >= 24
        ? [lead.length + widest + 2, wrap(printable(message), room)]
        : [lead.length, wrap(printable(message), width - 2 - lead.length)];
    const [first = '', ...rest] = words.map((line, at) => (room >= 24 && at === 0 ? `  ${line}` : `${' '.repeat(margin)}${line}`));
    return room >= 24 ? [`${lead}${place}${first}`, ...rest] : [`${lead}${place.trimEnd()}`, first, ...rest];
  });
};

const findingLines = (finding: Finding, report: ScanReport, source: RedactedSource, options: PrettyOptions): string[] => {
  const { colors, width } = options;
  const { rule, severity, tier, message, line, column, docs } = finding;
  const level = severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const place = colors.dim(`${line}:${column}`);
  return [
    `${place}  ${level}  ${colors.bold(rule)}${tier === 'dynamic' ? colors.dim(' (dynamic)') : ''}`,
    ...wrap(printable(message), width - 2),
    ...codeFrame(source(finding.file), finding, width - 2, colors),
    ...(finding.flow.length > 1 ? flowLines(finding, report.nameOf, options) : []),
    colors.dim(docs),
    '',
  ].map(text => (text === '' ? '' : `  ${text}`));
};

/** The report for people: grouped by file, each finding with its code and its flow, then a summary. Suppressed and known
 * findings are only counted. */
export function formatPretty(report: ScanReport, source: RedactedSource, options: PrettyOptions): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings.filter(isActive)) {
    if (finding.file !== file) lines.push(options.colors.underline(printable(report.nameOf(finding.file))));
    file = finding.file;
    lines.push(...findingLines(finding, report, source, options));
  }
  return `${[...lines, ...summary(report, options.verbose)].join('\n')}\n`;
}
