import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { entryOf, realLanguages, ruleIds, type RuleId, type Severity } from '../../rules/catalogue.js';
import { name as packageName, version } from '../manifest.js';
import { docsUrl } from '../rule/rule-meta.js';
import { compareText, type Engine, type Finding } from './finding.js';
import { fingerprints } from './fingerprints.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
const base = '%SRCROOT%';

/** One run per engine. Their names and ids differ, or code hosts would take one for a newer version of another. */
const tools: Record<Engine, { name: string; id: string; languages: readonly string[] }> = {
  eslint: { name: 'lambda-security', id: 'lambda-security/javascript/', languages: ['js'] },
  semgrep: { name: 'lambda-security for Semgrep', id: 'lambda-security/semgrep/', languages: ['py'] },
  files: { name: 'lambda-security for files', id: 'lambda-security/files/', languages: ['pkg', 'req', 'image', 'tpl', 'wf'] },
};

/** GitHub reads a rule's rank from a CVSS-like number: above 7 is high, from 4 medium. */
const securitySeverity: Record<Severity, string> = { error: '8.0', warning: '5.0' };

const knownBecause = { baseline: 'The baseline holds it.', unchanged: 'None of its hops lies on a changed line.' } as const;

const descriptor = (slug: RuleId): ReportingDescriptor => {
  const { title, problem, advice, cwe, severity, confidence, category } = entryOf(slug);
  const docs = docsUrl(slug);
  return {
    id: slug,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: `${problem} ${advice}` },
    help: { text: `${problem}\n${advice}\n${docs}`, markdown: `${problem}\n\n${advice}\n\n[Examples and details](${docs})` },
    helpUri: docs,
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['security', category, ...(cwe === undefined ? [] : [`external/cwe/cwe-${String(cwe).padStart(3, '0')}`])],
      precision: confidence,
      'security-severity': securitySeverity[severity],
    },
  };
};

/** A relative name as a URI reference; an absolute one as a file URI. */
const uriOf = (name: string): { uri: string; uriBaseId?: string } => {
  const uri = name.split('/').map(encodeURIComponent).join('/');
  if (name.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(name) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: base };
};

const flowLocation = (nameOf: (file: string) => string, step: Finding['flow'][number]): Location => ({
  physicalLocation: { artifactLocation: uriOf(nameOf(step.file)), region: { startLine: step.line, startColumn: step.column } },
  message: { text: step.message },
});

const resultOf = (finding: Finding, ruleIndex: number, fingerprint: string, nameOf: (file: string) => string): Result => {
  const { rule, severity, tier, message, file, line, column, endLine, endColumn, flow, suppressed, known } = finding;
  const locations = flow.map(step => flowLocation(nameOf, step));
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: uriOf(nameOf(file)),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    ...(locations.length > 0
      ? {
          relatedLocations: locations.map((location, id) => ({ id, ...location })),
          codeFlows: [{ threadFlows: [{ locations: locations.map(location => ({ location })) }] }],
        }
      : {}),
    partialFingerprints: { 'lambdaSecurity/v1': fingerprint },
    suppressions: suppressed ? [suppressed] : known ? [{ kind: 'external', justification: knownBecause[known] }] : [],
    properties: { tier },
  };
};

const slugs: ReadonlySet<string> = new Set(ruleIds);

const engineFor = (file: string): Engine => {
  if (/\.py$/i.test(file)) return 'semgrep';
  return /\.[cm]?[jt]sx?$/i.test(file) ? 'eslint' : 'files';
};

const notificationsOf = (report: ScanReport, engine: Engine, isFirst: boolean): Notification[] => {
  const { problems, internalErrors, failures, nameOf } = report;
  const isOwn = ({ file }: { file: string }): boolean =>
    engineFor(file) === engine || (isFirst && !report.engines.includes(engineFor(file)));
  const at = (file: string): Location[] => [{ physicalLocation: { artifactLocation: uriOf(nameOf(file)) } }];
  return [
    ...(isFirst ? failures.map((text): Notification => ({ level: 'error', message: { text } })) : []),
    ...problems
      .filter(isOwn)
      .map(({ file, message }): Notification => ({ level: 'warning', message: { text: message }, locations: at(file) })),
    ...internalErrors.filter(isOwn).map(({ file, rule, stack }): Notification => ({
      level: 'error',
      message: { text: `Internal error in ${rule}: ${stack.split('\n', 1)[0]}` },
      ...(slugs.has(rule) ? { associatedRule: { id: rule } } : {}),
      locations: at(file),
    })),
  ];
};

const runOf = (report: ScanReport, engine: Engine, isFirst: boolean, prints: ReadonlyMap<Finding, string>): Run => {
  const { name, id, languages } = tools[engine];
  const findings = report.findings.filter(finding => finding.engine === engine);
  const reported = new Set(findings.map(finding => finding.rule));
  const listed = ruleIds
    .filter(slug => reported.has(slug) || realLanguages(slug).some(language => languages.includes(language)))
    .sort(compareText);
  const indexOf = new Map<string, number>(listed.map((slug, index) => [slug, index]));
  return {
    tool: {
      driver: {
        name,
        semanticVersion: version,
        informationUri: `https://www.npmjs.com/package/${packageName}`,
        rules: listed.map(descriptor),
      },
    },
    automationDetails: { id },
    originalUriBaseIds: { [base]: { description: { text: 'The folder that was scanned.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: report.failures.length === 0, toolExecutionNotifications: notificationsOf(report, engine, isFirst) },
    ],
    results: findings.map(finding => resultOf(finding, indexOf.get(finding.rule) ?? -1, prints.get(finding) ?? '', report.nameOf)),
  };
};

/** The report as SARIF 2.1.0, one run per engine that had files. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function formatSarif(report: ScanReport, source: RedactedSource): string {
  const prints = fingerprints(report.findings, source);
  const engines = report.engines.length > 0 ? report.engines : (['eslint'] as const);
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: engines.map((engine, index) => runOf(report, engine, index === 0, prints)),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
