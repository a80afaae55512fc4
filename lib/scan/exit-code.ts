import type { ScanArguments } from './arguments.js';
import { isActive } from './finding.js';
import type { ScanReport } from './scan.js';

/**
 * 0: nothing at or above the bar; 1: findings; 2: the scan could not do its whole job, whatever it found.
 *
 * @param failOn the least severity that counts
 */
export function exitCode({ failures, findings }: Pick<ScanReport, 'failures' | 'findings'>, failOn: ScanArguments['failOn']): 0 | 1 | 2 {
  if (failures.length > 0) return 2;
  if (failOn === 'never') return 0;
  return findings.some(finding => isActive(finding) && (failOn === 'warning' || finding.severity === 'error')) ? 1 : 0;
}
