import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface SemgrepRule {
  id: string;
  options?: { symbolic_propagation?: boolean };
  metadata: { slug: string; tier: string; recommended: boolean };
}

const folders = ['python', 'python-opt-in'];
const pack = folders.flatMap(folder =>
  readdirSync(join('semgrep-rules', folder))
    .filter(name => name.endsWith('.yaml'))
    .map(name => {
      const stem = join('semgrep-rules', folder, basename(name, '.yaml'));
      const text = readFileSync(`${stem}.yaml`, 'utf8');
      return { folder, id: basename(name, '.yaml'), stem, text, rules: (parse(text) as { rules: SemgrepRule[] }).rules };
    }),
);
const annotations = (stem: string, id: string, kind: 'ruleid' | 'ok'): number =>
  readFileSync(`${stem}.py`, 'utf8').match(new RegExp(`^\\s*# ${kind}:.*\\b${id}(?![\\w-])`, 'gm'))?.length ?? 0;

describe('the Python pack', () => {
  it.each(pack)('$id: rules of that slug and tier alone, in the folder of its config', ({ folder, id, rules }) => {
    expect(rules.map(rule => rule.id)).toContain(id);
    for (const { metadata } of rules) {
      expect(metadata.slug).toBe(id.replace(/-dynamic$/, ''));
      expect(metadata.tier === 'dynamic').toBe(id.endsWith('-dynamic'));
      expect(metadata.recommended).toBe(folder === 'python');
    }
  });

  it.each(pack)(
    '$id: what it shares with other rules is matched as they match it, because Semgrep matches it once for all',
    ({ text, rules }) => {
      if (text.includes('<sync:sources ')) for (const { options } of rules) expect(options).toMatchObject({ symbolic_propagation: true });
    },
  );

  it.each(pack)('$id: no pattern goes on behind a function or class, which takes the square of their number', ({ text: yaml }) => {
    const patterns = yaml.matchAll(/^( *)(?:- )?[\w-]*pattern[\w-]*: \|\n((?:\1 +.*\n)+)/gm);
    for (const [, , text] of patterns) {
      const indent = /^ */.exec(text!)![0];
      const [first, ...rest] = text!.split('\n').map(line => line.slice(indent.length));
      if (/^(?:@|async |def |class )/.test(first!)) expect(rest).not.toContain('...');
    }
  });

  it.each(pack)('$id: at least ten lines that it must find, and ten that tempt it', ({ id, stem }) => {
    expect(existsSync(`${stem}.py`)).toBe(true);
    expect(annotations(stem, id, 'ruleid')).toBeGreaterThanOrEqual(10);
    expect(annotations(stem, id, 'ok')).toBeGreaterThanOrEqual(10);
  });
});

it('the ignore file that is shipped with the pack names the folders of packages, and no folder of ordinary code', () => {
  const lines = readFileSync('semgrep-rules/.semgrepignore', 'utf8').split('\n');
  expect(lines).toEqual(expect.arrayContaining(['node_modules/', 'site-packages/', '.venv/', 'vendor/', '.aws-sam/']));
  expect(lines.filter(line => ['src/', 'lib/', 'layers/', 'tests/', 'python/'].includes(line))).toEqual([]);
});
