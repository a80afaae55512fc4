import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Finding {
  file: string;
  rule: string;
  message: string;
  flow: { line: number }[];
}

const scan = (folder: string) => {
  const args = ['lib/setup/bin.mjs', 'scan', `docs/examples/${folder}`, '--format', 'json'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, findings: JSON.parse(stdout) as Finding[] };
};

describe('the examples that the README scans', () => {
  it('show each weakness of the vulnerable project, with the flow where the code is JavaScript or TypeScript', () => {
    const { status, findings } = scan('vulnerable');
    const found = findings.map(({ file, rule }) => `${basename(file)} ${rule}`).sort();
    expect(found).toEqual([
      'handler.js no-command-injection',
      'handler.js no-event-logging',
      'handler.py no-code-injection',
      'handler.py no-command-injection',
      'handler.py no-event-logging',
      'handler.py no-sql-injection',
      'handler.ts no-code-injection',
      'handler.ts no-sql-injection',
    ]);
    expect(findings.filter(({ file, flow }) => !file.endsWith('.py') && flow.length === 0)).toEqual([]);
    expect(status).toBe(1);
  }, 60_000);

  it('are silent about the safe twin', () => {
    expect(scan('safe')).toEqual({ status: 0, findings: [] });
  }, 60_000);
});
