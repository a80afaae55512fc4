import { type Finding, isActive } from './finding.js';
import { escapeMarkup } from './markup.js';
import type { ScanReport } from './scan.js';

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');

const testcase = ({ rule, severity, message, file, line, column, docs, flow }: Finding, nameOf: (file: string) => string): string => {
  const name = nameOf(file);
  const steps = flow.map((step, index) => `${index + 1}. ${nameOf(step.file)}:${step.line}:${step.column} ${step.message}`);
  const details = [`${name}:${line}:${column}`, message, ...steps, docs].join('\n');
  return [
    `    <testcase${attributes({ name: `${rule} ${line}:${column}`, classname: name, file: name, line })}>`,
    `      <failure${attributes({ type: severity, message })}>${escapeMarkup(details)}</failure>`,
    '    </testcase>',
  ].join('\n');
};

/** A JUnit report: one suite per file that has findings, one failed case per finding, an error for what could not be done. */
export function formatJunit({ findings, failures, nameOf }: Pick<ScanReport, 'findings' | 'failures' | 'nameOf'>): string {
  const active = findings.filter(isActive);
  const files = [...new Set(active.map(({ file }) => file))];
  const suites = files.map(file => {
    const cases = active.filter(finding => finding.file === file);
    const counts = { name: nameOf(file), tests: cases.length, failures: cases.length, errors: 0 };
    return [`  <testsuite${attributes(counts)}>`, ...cases.map(finding => testcase(finding, nameOf)), '  </testsuite>'].join('\n');
  });
  if (failures.length > 0) {
    const cases = failures.map(
      message => `    <testcase name="scan" classname="lambda-security"><error${attributes({ message })}/></testcase>`,
    );
    suites.push(
      [
        `  <testsuite${attributes({ name: 'lambda-security', tests: failures.length, failures: 0, errors: failures.length })}>`,
        ...cases,
        '  </testsuite>',
      ].join('\n'),
    );
  }
  const totals = { name: 'lambda-security', tests: active.length + failures.length, failures: active.length, errors: failures.length };
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${attributes(totals)}>`, ...suites, '</testsuites>'].join('\n')}\n`;
}
