import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { writeRules } from '../../lib/scan/write-rules.js';

export interface SemgrepFinding {
  /** The name that was given. */
  path: string;
  start: { line: number };
  extra: { message: string; severity: string; metadata: { slug: string; tier: string; recommended: boolean } };
}

/** Files, and the tests of what the whole pack finds in them. */
export interface PackSuite {
  about: string;
  /** By their names, which may have folders. */
  files: Readonly<Record<string, string>>;
  check(found: (file: string) => SemgrepFinding[]): void;
}

export const slugsIn = (findings: readonly SemgrepFinding[]): string[] => findings.map(({ extra }) => extra.metadata.slug);

/**
 * What the whole Python pack finds in files, given by their names. All in one run, because starting Semgrep costs more than scanning them;
 * the rules as JSON, because reading them as YAML costs as much again.
 */
export function findingsOfPack(files: Readonly<Record<string, string>>): SemgrepFinding[] {
  const program = process.env['SEMGREP_PATH'] ?? join('.venv', process.platform === 'win32' ? 'Scripts/semgrep.exe' : 'bin/semgrep');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lambda-security-pack-')));
  try {
    for (const [name, code] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    }
    const rules = join(folder, 'rules.json');
    writeRules(['semgrep-rules/python', 'semgrep-rules/python-opt-in'], rules);
    const args = ['scan', '--config', rules, '--json', '--quiet', '--metrics', 'off', '--disable-version-check', '-j', '1'];
    // A file that is named itself is scanned whatever a rule's `paths` say, so of a folder only the folder is.
    const targets = new Set(Object.keys(files).map(name => join(folder, name.split('/', 1)[0]!)));
    const output = execFileSync(program, [...args, ...targets], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const { results } = JSON.parse(output) as { results: SemgrepFinding[] };
    return results.map(finding => ({ ...finding, path: relative(folder, finding.path).replaceAll(sep, '/') }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
