import type { CallFact } from '../rule/call-facts.js';
import type { ParameterReference } from '../rule/report-details.js';
import type { Finding } from './finding.js';

const keyOf = (file: string, offset: number): string => `${offset}\0${file}`;

/**
 * Settles what one file alone cannot know: who calls its exported functions. A `dynamic` finding goes when every value that it stands on comes
 * from callers that pass constants only, or when a caller passes event data: then the report at the handler says it better.
 *
 * @param parametersOf the parameters of exported functions that a finding stands on; none when it stands on anything else
 */
export function joinCallers(
  findings: readonly Finding[],
  parametersOf: ReadonlyMap<Finding, readonly ParameterReference[]>,
  facts: readonly CallFact[],
): Finding[] {
  const byFunction = new Map<string, CallFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact.file, fact.offset);
    byFunction.set(key, [...(byFunction.get(key) ?? []), fact]);
  }
  const isSettled = (file: string, { offset, index }: ParameterReference): boolean => {
    const calls = byFunction.get(keyOf(file, offset)) ?? [];
    const classes = calls.map(call => call.arguments[index] ?? 'constant');
    return classes.length > 0 && (classes.includes('event') || classes.every(one => one === 'constant'));
  };
  return findings.filter(finding => {
    const parameters = parametersOf.get(finding) ?? [];
    return finding.tier !== 'dynamic' || parameters.length === 0 || !parameters.every(parameter => isSettled(finding.file, parameter));
  });
}
