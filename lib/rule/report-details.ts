import { isCollecting } from './collecting.js';

/** How sure a report is: a source is proven to reach the sink, the code is wrong whatever the value, or the parts of the text are unknown. */
export type Tier = 'tainted' | 'shape' | 'dynamic';

/** One step of a flow, from the source to the sink. `file` is absolute, `line` and `column` count from 1. */
export interface FlowStep {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** A parameter of a function of the reported file: the function's offset in the file, and the parameter's index. */
export interface ParameterReference {
  offset: number;
  index: number;
}

/** What an ESLint message has no room for. `ruleId` carries no plugin prefix; `line` and `column` count from 1 and are those of the message. */
export interface ReportDetails {
  ruleId: string;
  line: number;
  column: number;
  tier: Tier;
  flow: FlowStep[];
  /** The parameters that a `dynamic` report stands on, when it stands on nothing else. */
  parameters?: ParameterReference[];
  /** The sink lies in a function of the file itself, and not where the file exports what a wrapper made. */
  ownSink?: boolean;
}

const detailsByFile = new Map<string, ReportDetails[]>();

/** Keeps the details of one report, if a scan takes them. `filename` is the absolute path that ESLint was given. */
export function recordReportDetails(filename: string, detailsOf: () => ReportDetails): void {
  if (!isCollecting()) return;
  const details = detailsOf();
  const list = detailsByFile.get(filename);
  if (list) list.push(details);
  else detailsByFile.set(filename, [details]);
}

/** Returns the details recorded for a file, in the order of the reports, and forgets them. */
export function takeReportDetails(filename: string): ReportDetails[] {
  const list = detailsByFile.get(filename) ?? [];
  detailsByFile.delete(filename);
  return list;
}
