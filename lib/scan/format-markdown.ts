import { type Finding, isActive } from './finding.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';
import { summary } from './summary.js';
import { count } from './terminal-text.js';

/** Text of unknown origin as plain words: neither markup nor a mention of anyone. */
const escapeText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~$]/g, '\\$&')
    .replaceAll('@', '@\u{200b}');

/** Text of unknown origin as code: the fence is longer than any in it. */
const code = (text: string): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
};

/** A comment of a pull request may have 65,536 characters; GitLab allows more. */
const limit = 60_000;

const section = (finding: Finding, source: RedactedSource, nameOf: (file: string) => string): string => {
  const { severity, rule, message, file, line, column, docs, flow } = finding;
  const place = code(`${nameOf(file)}:${line}:${column}`);
  const text = source(file)(line)?.trim() ?? '';
  const steps = flow.map(step => `${code(`${nameOf(step.file)}:${step.line}`)} ${escapeText(step.message)}`);
  return [
    `#### ${severity === 'error' ? ':red_circle:' : ':yellow_circle:'} ${place} [${rule}](${docs})`,
    '',
    escapeText(message),
    ...(text === '' ? [] : ['', code(text)]),
    ...(steps.length > 1
      ? [
          '',
          '<details><summary>How the data gets there</summary>',
          '',
          ...steps.map((step, index) => `${index + 1}. ${step}`),
          '',
          '</details>',
        ]
      : []),
    '',
  ].join('\n');
};

/** The findings for the comment of a pull request, the worst first; what does not fit is counted. */
export function formatMarkdown(report: ScanReport, source: RedactedSource): string {
  const active = report.findings.filter(isActive);
  const ordered = [...active.filter(({ severity }) => severity === 'error'), ...active.filter(({ severity }) => severity !== 'error')];
  const [headline = '', ...rest] = summary(report, false);
  const head = [`### lambda-security: ${headline}`, '', ...report.failures.map(failure => `> **${escapeText(failure)}**\n`)].join('\n');
  const notes = rest.filter(line => !line.startsWith(' ')).map(line => `- ${escapeText(line)}`);
  const tail = notes.length > 0 ? `\n${notes.join('\n')}\n` : '';
  let text = head;
  let shown = 0;
  for (const finding of ordered) {
    const next = section(finding, source, report.nameOf);
    if (text.length + next.length + tail.length > limit) break;
    text += `\n${next}`;
    shown += 1;
  }
  const more = ordered.length > shown ? `\n${count(ordered.length - shown, 'more finding')} not shown here.\n` : '';
  return `${text}${more}${tail}`;
}
