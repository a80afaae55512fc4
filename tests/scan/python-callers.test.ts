import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/scan/finding.js';
import { joinPythonCallers } from '../../lib/scan/python-callers.js';
import { bracketed, withoutStrings } from '../../lib/scan/python-text.js';

/** The lines at which `dynamic` findings stay, of those where `execute(` or `system(` stands. */
const kept = (files: Record<string, string>): string[] => {
  const findings = Object.entries(files).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index): Finding[] => {
      const sink = /\.(?:execute|system)\((f"[^"]*"|[^,]*?)[,)]/d.exec(line)?.indices?.[1];
      if (sink === undefined) return [];
      const place = { line: index + 1, column: sink[0] + 1, endLine: index + 1, endColumn: sink[1] + 1 };
      const told = { rule: 'no-sql-injection', severity: 'warning', tier: 'dynamic', message: '', docs: '', scope: '' } as const;
      return [{ ...told, ...place, flow: [], file, language: 'py', engine: 'semgrep' }];
    }),
  );
  return joinPythonCallers(findings, Object.keys(files), file => files[file] ?? '').map(({ file, line }) => `${file}:${line}`);
};

const size = 'def size(table):\n    return db.execute(f"SELECT count(*) FROM {table}")\n';

describe('a dynamic finding of Python', () => {
  test.each([
    ['goes when every call passes a constant', `${size}\nsize("orders")\nsize(table='customers')\nsize(TABLE)\n`],
    ['goes when the value is left to a constant default', 'def run(mode="fast"):\n    os.system("x " + mode)\n\nrun()\n'],
    [
      'goes when the call passes a constant for what it is assembled from, and data for the rest',
      'def find(table, key):\n    text = f"SELECT * FROM {table} WHERE id = ?"\n    return db.execute(text, (key,))\n\nfind("orders", event["id"])\n',
    ],
    [
      'goes for a method',
      `class Api:\n    def size(self, table):\n        db.execute(f"SELECT {table}")\n\n    def all(self):\n        self.size("a")\n`,
    ],
    ['goes though a comment and a text name the function', `${size}\n# size(event)\nprint("size(x)")\nsize("orders")\n`],
  ])('%s', (_name, text) => {
    expect(kept({ 'a.py': text })).toEqual([]);
  });

  test.each([
    ['stays without a call', size],
    ['stays when one call passes something else', `${size}\nsize("orders")\nsize(name)\n`],
    ['stays when the call is in an f-string', `${size}\nsize("orders")\nprint(f"{size(name)}")\n`],
    ['stays when an f-string is passed', `${size}\nsize(f"{name}")\n`],
    ['stays when the function is handed on', `${size}\nsize("orders")\nlist(map(size, names))\n`],
    ['stays when a decorator may call it', `@app.get("/")\n${size}\nsize("orders")\n`],
    ['stays when arguments are spread', `${size}\nsize("orders")\nsize(*names)\n`],
    [
      'stays when it is assembled from what a file holds too',
      'def run(tool):\n    data = json.loads(text)\n    os.system(tool + data["a"])\n\nrun("ls")\n',
    ],
  ])('%s', (_name, text) => {
    expect(kept({ 'a.py': text })).toHaveLength(1);
  });

  test('goes and stays by what another module passes', () => {
    const caller = (value: string) => `from lib.store import size\n\ndef handler(event, context):\n    return size(${value})\n`;
    expect(kept({ 'lib/store.py': size, 'handler.py': caller('"orders"') })).toEqual([]);
    expect(kept({ 'lib/store.py': size, 'handler.py': caller('event["table"]') })).toEqual(['lib/store.py:2']);
    // A module that imports nothing of it has a function of its own by that name.
    expect(kept({ 'lib/store.py': size, 'handler.py': caller('"orders"'), 'other.py': 'size(name)\n' })).toEqual([]);
  });
});

describe('the text of Python', () => {
  test('what strings and comments hold is gone, at the same offsets', () => {
    expect(withoutStrings("a = \"x\\\"y\"  # b\nc = '''d\ne''' + f\"{g}\"")).toBe("a = \"    \"  #  \nc = ''' \n ''' + f\"{g}\"");
  });

  test('arguments are split at their own commas', () => {
    const text = 'f(a, [b, c], d="e, f", *g)';
    expect(bracketed(text, withoutStrings(text), 1)).toEqual(['a', '[b, c]', 'd="e, f"', '*g']);
    expect(bracketed('f(a', 'f(a', 1)).toBeUndefined();
  });
});
