import type { FlowStep } from '../rule/report-details.js';
import type { Finding } from './finding.js';

const placeOf = ({ file, line, column }: FlowStep): string => `${line}:${column}\0${file}`;

/**
 * One weakness, one report: a function with an event's type that a handler of another file calls is reported at the handler alone, where its
 * own report would lie on the way to a sink further on. What lies at the sink itself stays.
 */
export function outermost(findings: readonly Finding[]): Finding[] {
  const bySink = new Map<string, Finding[]>();
  const keyOf = ({ rule, flow }: Finding): string | null => {
    const sink = flow.at(-1);
    return sink === undefined ? null : `${rule}\0${placeOf(sink)}`;
  };
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== null && finding.tier === 'tainted') bySink.set(key, [...(bySink.get(key) ?? []), finding]);
  }
  const isInner = (finding: Finding): boolean => {
    const key = keyOf(finding);
    if (finding.tier !== 'tainted' || key === null || finding.flow.at(-1)?.file === finding.file) return false;
    return (bySink.get(key) ?? []).some(
      other =>
        other.file !== finding.file &&
        other.flow.some(({ file, line }) => file === finding.file && finding.line <= line && line <= finding.endLine),
    );
  };
  return findings.filter(finding => !isInner(finding));
}

/**
 * One line of a wrapper, one report: what lies in other files from its source on is the same weakness in every handler that the wrapper made,
 * and is reported at the first of them.
 *
 * @param ownSinks findings whose sink lies in a function of their own file: what a handler itself answers is no wrapper's doing
 */
export function onceEach(findings: readonly Finding[], ownSinks: ReadonlySet<Finding> = new Set()): Finding[] {
  const seen = new Set<string>();
  return findings.filter(finding => {
    const { rule, tier, file, line, column, flow } = finding;
    if (ownSinks.has(finding)) return true;
    const [source, sink] = [flow[0], flow.at(-1)];
    // The second step is where the handler that the wrapper made is exported.
    const isHere = (step: FlowStep, i: number): boolean => i !== 1 && step.file === file && (step.line !== line || step.column !== column);
    if (tier !== 'tainted' || source === undefined || sink === undefined || source.file === file || flow.some(isHere)) return true;
    const key = [rule, placeOf(source), sink.file === file ? sink.message : placeOf(sink)].join('\0');
    return !seen.has(key) && seen.add(key);
  });
}
