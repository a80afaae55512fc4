import { createHash } from 'node:crypto';
import { entryOf, ruleIds, type RuleId } from '../../rules/catalogue.js';
import { name as packageName, version } from '../manifest.js';
import { type Finding, isActive } from './finding.js';
import { fingerprints } from './fingerprints.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';

type Report = Pick<ScanReport, 'findings' | 'nameOf' | 'failures'>;

/** GitLab wants one identity per finding and report: the file belongs to it. */
const identities = ({ findings, nameOf }: Report, source: RedactedSource): [Finding, string][] =>
  [...fingerprints(findings, source)]
    .filter(([finding]) => isActive(finding))
    .map(([finding, print]) => [
      finding,
      createHash('sha256')
        .update(`${nameOf(finding.file)}\0${print}`)
        .digest('hex'),
    ]);

/** A GitLab code quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function formatGitlab(report: Report, source: RedactedSource): string {
  const issues = identities(report, source).map(([{ rule, severity, message, file, line, endLine }, fingerprint]) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: severity === 'error' ? 'critical' : 'minor',
    location: { path: report.nameOf(file), lines: { begin: line, end: endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** The first 32 digits of a hash as a UUID of version 8, the one for values of one's own. https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
const uuidOf = (hash: string): string => hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');

const isRuleId = (slug: string): slug is RuleId => (ruleIds as readonly string[]).includes(slug);

const identifiersOf = ({ rule, docs }: Finding) => {
  const cwe = isRuleId(rule) ? entryOf(rule).cwe : undefined;
  const own = { type: 'lambda_security', name: rule, value: rule, url: docs };
  return cwe === undefined
    ? [own]
    : [own, { type: 'cwe', name: `CWE-${cwe}`, value: String(cwe), url: `https://cwe.mitre.org/data/definitions/${cwe}.html` }];
};

const schemaVersion = '15.2.1';
const schema = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${schemaVersion}/dist/sast-report-format.json`;

/** The flow as GitLab shows it, step by step through the code; a flow of one step says nothing that the place does not. */
const detailsOf = ({ flow }: Finding, nameOf: Report['nameOf']) => {
  if (flow.length < 2) return {};
  const nodes = flow.map(({ file, line }, index) => ({
    type: 'code-flow-node',
    node_type: index === 0 ? 'source' : index === flow.length - 1 ? 'sink' : 'propagation',
    file_location: { type: 'file-location', file_name: nameOf(file), line_start: line },
  }));
  return { details: { code_flows: { name: 'How the data gets there', type: 'code-flows', items: [nodes] } } };
};

/**
 * A GitLab SAST report. https://gitlab.com/gitlab-org/security-products/security-report-schemas
 *
 * @param now when the scan ended
 */
export function formatGitlabSast(report: Report, source: RedactedSource, now: Date): string {
  const vendor = { name: 'lambda-security' };
  const tool = { id: 'lambda-security', name: 'lambda-security', url: `https://www.npmjs.com/package/${packageName}`, version, vendor };
  const time = now.toISOString().slice(0, 19);
  const vulnerabilities = identities(report, source).map(([finding, print]) => {
    const { rule, severity, message, file, line, endLine, docs, scope } = finding;
    const method = scope === '' ? {} : { method: scope };
    return {
      id: uuidOf(print),
      name: isRuleId(rule) ? entryOf(rule).title : rule,
      description: message,
      ...(isRuleId(rule) ? { solution: entryOf(rule).advice } : {}),
      severity: severity === 'error' ? 'High' : 'Medium',
      location: { file: report.nameOf(file), start_line: line, end_line: endLine, ...method },
      identifiers: identifiersOf(finding),
      links: [{ url: docs }],
      ...detailsOf(finding, report.nameOf),
    };
  });
  const status = report.failures.length === 0 ? 'success' : 'failure';
  const messages = report.failures.map(value => ({ level: 'fatal', value }));
  const scan = { analyzer: tool, scanner: tool, type: 'sast', start_time: time, end_time: time, status, messages };
  return `${JSON.stringify({ schema, version: schemaVersion, scan, vulnerabilities }, null, 2)}\n`;
}
