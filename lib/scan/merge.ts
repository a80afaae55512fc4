import { compareFindings, type Finding } from './finding.js';

const overlaps = (a: Finding, b: Finding): boolean => {
  const startsBefore = (x: Finding, y: Finding): boolean => x.line < y.endLine || (x.line === y.endLine && x.column < y.endColumn);
  const samePlace = a.line === b.line && a.column === b.column;
  return samePlace || (startsBefore(a, b) && startsBefore(b, a));
};

/**
 * One list out of the engines': sorted, each place once per rule, and where a proven flow and a `dynamic` report of one rule meet, the
 * proven one alone.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const byFileAndRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.file}\0${finding.rule}`;
    const kept = byFileAndRule.get(key) ?? [];
    byFileAndRule.set(key, kept);
    const same = kept.some(other => other.line === finding.line && other.column === finding.column && other.tier === finding.tier);
    if (!same) kept.push(finding);
  }
  const merged = [...byFileAndRule.values()].flatMap(group =>
    group.filter(finding => finding.tier !== 'dynamic' || !group.some(other => other.tier !== 'dynamic' && overlaps(finding, other))),
  );
  return merged.sort(compareFindings);
}
