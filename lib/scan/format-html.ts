import { compareText, type Finding, isActive } from './finding.js';
import { htmlPage } from './html-page.js';
import { escapeMarkup } from './markup.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';
import { summary } from './summary.js';
import { count, printable } from './terminal-text.js';

const text = (value: string): string => escapeMarkup(printable(value));

/** Lines shown around the place of a finding, and around a step on the way there. */
const aroundFinding = 2;
const aroundStep = 1;

/** The code at one place of a flow, the line marked, and the range in it where it is known. */
const excerpt = (source: RedactedSource, around: number, file: string, line: number, column = 1, end?: number): string => {
  const lines: string[] = [];
  for (let number = Math.max(1, line - around); number <= line + around; number += 1) {
    const whole = source(file)(number);
    if (whole === undefined) break;
    const gutter = `<span class="dim">${String(number).padStart(String(line + around).length)} </span>`;
    if (number !== line) lines.push(`${gutter}${text(whole)}`);
    else {
      const [lead = '', marked = '', rest = ''] = [
        source(file)(line, 1, column),
        source(file)(line, column, end ?? column),
        source(file)(line, end ?? column),
      ];
      lines.push(`<span class="hit">${gutter}${text(lead)}${marked === '' ? '' : `<mark>${text(marked)}</mark>`}${text(rest)}</span>`);
    }
  }
  return lines.length > 0 ? `<pre tabindex="0">${lines.join('\n')}</pre>` : '';
};

const flowItem = (finding: Finding, index: number, source: RedactedSource, nameOf: (file: string) => string): string => {
  const { file, line, column, message } = finding.flow[index] as Finding['flow'][number];
  const isSink = file === finding.file && line === finding.line && column === finding.column;
  const end = isSink && finding.endLine === line ? finding.endColumn : undefined;
  const next = finding.flow[index + 1];
  // Steps on one line share the code that stands below the last of them.
  const isShared = next !== undefined && next.file === file && next.line === line;
  const code = isShared ? '' : excerpt(source, isSink ? aroundFinding : aroundStep, file, line, column, end);
  return `<li>${text(message)} <span class="dim">at <code>${text(nameOf(file))}:${line}:${column}</code></span>${code}</li>`;
};

const findingMarkup = (finding: Finding, source: RedactedSource, nameOf: (file: string) => string): string => {
  const { rule, severity, tier, message, file, line, column, endLine, endColumn, docs, flow, scope } = finding;
  const place = excerpt(source, aroundFinding, file, line, column, endLine === line ? endColumn : undefined);
  const steps = flow.map((_, index) => flowItem(finding, index, source, nameOf));
  const inside = scope === '' ? '' : ` <span class="dim">in ${text(scope)}</span>`;
  return `<details open data-rule="${text(rule)}" data-severity="${severity}">
<summary><b class="${severity}">${severity}</b> <b>${text(rule)}</b> <span class="dim">line ${line}${tier === 'dynamic' ? ', dynamic' : ''}</span>${inside}</summary>
<div class="body"><p>${text(message)}</p>
${steps.length > 1 ? `<ol class="flow">${steps.join('\n')}</ol>` : place}
<p><a href="${text(docs)}">What it is, and how to mend it</a></p></div>
</details>`;
};

const filters = (rules: readonly string[]): string => `<form aria-label="Filter">
<label><input type="checkbox" name="severity" value="error" checked> Errors</label>
<label><input type="checkbox" name="severity" value="warning" checked> Warnings</label>
<label>Rule <select name="rule"><option value="">all</option>${rules.map(rule => `<option>${text(rule)}</option>`).join('')}</select></label>
<input type="search" name="text" placeholder="File, function or text" aria-label="File, function or text">
<output aria-live="polite"></output>
</form>`;

/** The report as one page that opens offline: totals, filters, and each finding with its flow through the code. */
export function formatHtml(report: ScanReport, source: RedactedSource): string {
  const { findings, failures, problems, nameOf } = report;
  const active = findings.filter(isActive);
  const errors = active.filter(({ severity }) => severity === 'error').length;
  const files = [...new Set(active.map(({ file }) => file))];
  const rules = [...new Set(active.map(({ rule }) => rule))].sort(compareText);
  const [headline = '', ...rest] = summary(report, false);
  const notes = [
    ...failures.map(failure => `<li class="error">${text(failure)}</li>`),
    ...problems.map(({ file, message }) => `<li class="warning">${text(nameOf(file))}: ${text(message)}</li>`),
    ...rest.filter(line => !line.startsWith(' ')).map(line => `<li>${text(line)}</li>`),
  ];
  const sections = files.map(
    file => `<section><h2><code>${text(nameOf(file))}</code></h2>
${active
  .filter(finding => finding.file === file)
  .map(finding => findingMarkup(finding, source, nameOf))
  .join('\n')}</section>`,
  );
  const body = `<header><h1>lambda-security</h1><p>${text(headline)}</p>
<ul class="totals"><li><b class="error">${errors}</b>${errors === 1 ? 'error' : 'errors'}</li><li><b class="warning">${active.length - errors}</b>${active.length - errors === 1 ? 'warning' : 'warnings'}</li><li><b>${rules.length}</b>${rules.length === 1 ? 'rule' : 'rules'}</li><li><b>${files.length}</b>of ${count(report.checked, 'file')}</li></ul>
${notes.length > 0 ? `<ul class="notes">${notes.join('\n')}</ul>` : ''}</header>
${filters(rules)}
<main>${sections.join('\n')}</main>`;
  return htmlPage(text(`lambda-security: ${headline}`), body);
}
