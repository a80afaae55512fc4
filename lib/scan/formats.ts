import type { Colors } from 'picocolors/types.js';
import { formatGithub } from './format-github.js';
import { formatGitlab, formatGitlabSast } from './format-gitlab.js';
import { formatHtml } from './format-html.js';
import { formatJson } from './format-json.js';
import { formatJunit } from './format-junit.js';
import { formatMarkdown } from './format-markdown.js';
import { formatPretty } from './format-pretty.js';
import { formatSarif } from './format-sarif.js';
import type { RedactedSource } from './redacted-source.js';
import type { ScanReport } from './scan.js';

/** What a format may need beside the report. */
export interface FormatContext {
  source: RedactedSource;
  colors: Colors;
  /** Of the terminal, in characters. */
  width: number;
  verbose: boolean;
}

/** Every value of `--format`. */
export const formats = {
  pretty: (report: ScanReport, context: FormatContext) => formatPretty(report, context.source, context),
  json: formatJson,
  sarif: (report: ScanReport, { source }: FormatContext) => formatSarif(report, source),
  github: formatGithub,
  gitlab: (report: ScanReport, { source }: FormatContext) => formatGitlab(report, source),
  'gitlab-sast': (report: ScanReport, { source }: FormatContext) => formatGitlabSast(report, source, new Date()),
  junit: formatJunit,
  markdown: (report: ScanReport, { source }: FormatContext) => formatMarkdown(report, source),
  html: (report: ScanReport, { source }: FormatContext) => formatHtml(report, source),
} satisfies Record<string, (report: ScanReport, context: FormatContext) => string>;

export type Format = keyof typeof formats;
