import type { ScanReport } from './scan.js';

/** The findings as a JSON array, suppressed ones included; file names as in every output. */
export function formatJson({ findings, nameOf }: Pick<ScanReport, 'findings' | 'nameOf'>): string {
  const entries = findings.map(
    ({ rule, severity, tier, message, file, line, column, endLine, endColumn, language, flow, docs, suppressed, known }) => ({
      rule,
      severity,
      tier,
      message,
      file: nameOf(file),
      line,
      column,
      endLine,
      endColumn,
      language,
      flow: flow.map(step => ({ file: nameOf(step.file), line: step.line, column: step.column, message: step.message })),
      docs,
      ...(suppressed ? { suppressed } : {}),
      ...(known ? { known } : {}),
    }),
  );
  return `${JSON.stringify(entries, null, 2)}\n`;
}
