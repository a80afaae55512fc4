import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * Writes the rules of several folders into one JSON file. Semgrep reads YAML ten times as slowly as JSON, and starts a process to validate
 * each file: for the pack, that takes longer than to match a small repository.
 *
 * @param packs folders of YAML files
 * @param file where to write
 */
export function writeRules(packs: readonly string[], file: string): void {
  const rules = packs.flatMap(pack =>
    readdirSync(pack)
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .flatMap(name => (parse(readFileSync(path.join(pack, name), 'utf8')) as { rules: unknown[] }).rules),
  );
  writeFileSync(file, JSON.stringify({ rules }));
}
