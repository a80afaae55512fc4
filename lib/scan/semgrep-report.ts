import path from 'node:path';
import type { Severity } from '../../rules/catalogue.js';
import type { Tier } from '../rule/report-details.js';
import type { FileProblem } from './find-files.js';

/** A place in Semgrep's report: `line` counts from 1; `col` counts bytes, from 1. */
interface Position {
  line: number;
  col: number;
}

/** The parts that are read of `semgrep --json`. */
interface SemgrepJson {
  results: {
    check_id: string;
    path: string;
    start: Position;
    end: Position;
    extra: { message: string; severity: string; metadata?: { slug?: string; tier?: Tier } };
  }[];
  errors: { level: string; message: string; path?: string; spans?: { start: Position }[] }[];
  paths: { scanned: string[] };
}

/** One result, with columns as Semgrep counts them. `file` is absolute. */
export interface SemgrepMatch {
  slug: string;
  tier: Tier;
  severity: Severity;
  message: string;
  file: string;
  start: Position;
  end: Position;
}

export interface SemgrepReport {
  matches: SemgrepMatch[];
  scanned: string[];
  /** Files that were not, or only in part, parsed or matched. */
  problems: FileProblem[];
  /** Errors that belong to no file: the pack or Semgrep itself. */
  failures: string[];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Reads what `semgrep --json` printed.
 *
 * @param text its whole standard output
 * @param cwd the folder it ran in: its paths count from there
 * @returns undefined when it is no report, as when Semgrep was ended half way
 */
export function readSemgrepReport(text: string, cwd: string): SemgrepReport | undefined {
  let json: SemgrepJson;
  try {
    json = JSON.parse(text) as SemgrepJson;
  } catch {
    return undefined;
  }
  if (!Array.isArray(json.results) || !Array.isArray(json.errors)) return undefined;
  const absolute = (file: string): string => path.resolve(cwd, file);
  const matches = json.results.map(({ check_id: id, path: file, start, end, extra }): SemgrepMatch => {
    // Printed ids have the config's folders in front.
    const name = id.split('.').at(-1) ?? id;
    return {
      slug: extra.metadata?.slug ?? name,
      tier: extra.metadata?.tier ?? 'shape',
      severity: extra.severity === 'ERROR' ? 'error' : 'warning',
      message: extra.message,
      file: absolute(file),
      start,
      end,
    };
  });
  const problems = json.errors
    .filter(error => error.path !== undefined)
    .map(({ path: file = '', message }) => ({ file: absolute(file), message: oneLine(message) }));
  const failures = json.errors.filter(error => error.path === undefined && error.level === 'error').map(({ message }) => oneLine(message));
  return { matches, scanned: (json.paths?.scanned ?? []).map(absolute), problems, failures };
}
