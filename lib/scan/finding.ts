import type { Language, Severity } from '../../rules/catalogue.js';
import type { FlowStep, Tier } from '../rule/report-details.js';

/** What made a finding: one of the two engines, or a reader of files that they do not read. */
export type Engine = 'eslint' | 'semgrep' | 'files';

/** Why a finding does not count: a directive in the source that names the rule and says why. */
export interface Suppression {
  kind: 'inSource';
  justification: string;
}

/** One report, whatever made it. `file` is absolute; lines and columns count from 1, `endColumn` is the first one after. */
export interface Finding {
  rule: string;
  severity: Severity;
  tier: Tier;
  message: string;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  language: Language;
  flow: FlowStep[];
  docs: string;
  /** The name of the function around it; empty at the top of a file. */
  scope: string;
  engine: Engine;
  suppressed?: Suppression;
  /** Why it does not count as new: the baseline holds it, or none of its hops lies on a changed line. */
  known?: 'baseline' | 'unchanged';
}

/** Whether a finding counts: neither suppressed nor known. */
export const isActive = ({ suppressed, known }: Pick<Finding, 'suppressed' | 'known'>): boolean =>
  suppressed === undefined && known === undefined;

/** The order in which findings are printed: by file, then by place, then by rule. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compareText(a.rule, b.rule) ||
  a.endLine - b.endLine ||
  a.endColumn - b.endColumn;

/** Orders by code unit: the same on every system and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
