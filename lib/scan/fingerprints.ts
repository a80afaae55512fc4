import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';
import { type RedactedSource, textOf } from './redacted-source.js';

/**
 * What stays the same about a finding when lines move: the rule, the redacted text it lies on, the
 * function around it, and which of several alike in the file it is.
 *
 * @param findings in the order of the report
 * @returns a hash for each, in hexadecimal
 */
export function fingerprints(findings: readonly Finding[], source: RedactedSource): Map<Finding, string> {
  const alike = new Map<string, number>();
  return new Map(
    findings.map(finding => {
      const identity = JSON.stringify([finding.rule, textOf(finding, source), finding.scope]);
      const key = `${finding.file}\0${identity}`;
      const ordinal = alike.get(key) ?? 0;
      alike.set(key, ordinal + 1);
      return [finding, createHash('sha256').update(`${identity}${ordinal}`).digest('hex')];
    }),
  );
}
