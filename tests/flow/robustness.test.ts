import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../lib/index.js';
import { startCollecting, stopCollecting } from '../../lib/rule/collecting.js';
import { takeGiveUps } from '../../lib/rule/give-ups.js';

// LAMBDA_SECURITY_STRICT is set for all tests: a rule that fails throws.

const root = path.join(import.meta.dirname, '../fixtures/js');
const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.[cm]?[jt]sx?$/u.test(file))
  .sort()
  .map(file => readFileSync(path.join(root, file), 'utf8'));
const token = /\s+|[\p{ID_Start}$_][\p{ID_Continue}$]*|'[^'\n]*'|"[^"\n]*"|\d+|=>|\.\.\.|[^\s]/gu;
const tokens = texts.map(text => text.match(token) ?? []);

/** @returns the rules that reported; null when the text does not parse. */
function lint(text: string): readonly string[] | null {
  const messages = new Linter({ cwd: root }).verify(
    text,
    [{ files: ['**/*.ts'], languageOptions: { parser, sourceType: 'module' } }, ...plugin.configs.all] as never,
    { filename: path.join(root, 'mutated.ts'), allowInlineConfig: false },
  );
  if (messages.some(({ fatal }) => fatal)) return null;
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const position = fc.nat(1_000_000);
const mutation = fc.record({
  kind: fc.constantFrom('rename', 'rename', 'rename', 'delete', 'duplicate', 'swap', 'splice', 'truncate'),
  at: position,
  to: position,
  count: fc.nat(6),
});

function mutated(
  list: readonly string[],
  { kind, at, to, count }: { kind: string; at: number; to: number; count: number },
): readonly string[] {
  const i = at % (list.length + 1);
  const j = to % (list.length + 1);
  const some = list.slice(i, i + count + 1);
  switch (kind) {
    case 'rename': {
      const words = [...list.keys()].filter(k => /^[\p{ID_Start}$_'"]/u.test(list[k] ?? ''));
      const [from, into] = [words[at % words.length], words[to % words.length]];
      return list.map((one, k) => (k === from ? (list[into ?? k] ?? one) : one));
    }
    case 'delete':
      return [...list.slice(0, i), ...list.slice(i + count + 1)];
    case 'duplicate':
      return [...list.slice(0, j), ...some, ...list.slice(j)];
    case 'swap':
      return list.map((one, k) => (k === i ? (list[j] ?? one) : k === j ? (list[i] ?? one) : one));
    case 'splice': {
      const other = tokens[to % tokens.length] ?? [];
      return [...list.slice(0, i), ...other.slice(0, count * 20), ...list.slice(i)];
    }
    default:
      return list.slice(0, i);
  }
}

describe('robustness', () => {
  beforeAll(startCollecting);
  afterAll(stopCollecting);

  it('no rule throws on handlers whose tokens were deleted, doubled, swapped or mixed', () => {
    let parsed = 0;
    fc.assert(
      fc.property(fc.nat(tokens.length - 1), fc.array(mutation, { minLength: 1, maxLength: 3 }), (file, mutations) => {
        const list = mutations.reduce(mutated, tokens[file] ?? []);
        const reports = lint(list.join(''));
        if (reports === null) return;
        parsed++;
        expect(reports.filter(report => !report.startsWith('lambda-security/'))).toEqual([]);
      }),
      { numRuns: 200, seed: 20_240 },
    );
    // Mutants that do not parse prove nothing.
    expect(parsed).toBeGreaterThan(40);
  }, 60_000);

  const handler = (body: string): string =>
    `import { exec } from 'node:child_process';\nexport const handler = async (event: any) => {\n${body}\n};\n`;

  it('an expression too deep to follow is given up, and what surrounds it is still checked', () => {
    takeGiveUps();
    const nested = (inner: string): string => `${'['.repeat(350)}${inner}${']'.repeat(350)}`;
    const text = `const f = x => ${nested('x')};
${handler(`const a = ${nested('f(event.x)')};
exec(event.command);
return a;`)}`;
    expect(lint(text)).toContain('lambda-security/no-command-injection');
    expect(takeGiveUps().map(({ reason }) => reason)).toContain('nesting');
  });

  it('a long sum of texts is followed to its first terms', () => {
    const terms = Array.from({ length: 300 }, (_, i) => `'a${i}'`).join(' + ');
    expect(lint(handler(`exec(event.command + ${terms});`))).toContain('lambda-security/no-command-injection');
  });

  it('calls that double at every level end, and the give-up is counted', () => {
    takeGiveUps();
    const levels = Array.from({ length: 22 }, (_, i) => `const f${i} = (a, b) => f${i + 1}(a + b, a) + f${i + 1}(b, a);`).join('\n');
    expect(lint(`${levels}\nconst f22 = (a, b) => a + b;\n${handler('return f0(event.a, event.b);')}`)).not.toBeNull();
    expect(takeGiveUps().map(({ reason }) => reason)).toContain('steps');
  });

  it('throws by the hundred, out of functions that call one another, reach one catch, and nothing is given up', () => {
    const checks = Array.from(
      { length: 120 },
      (_, i) =>
        `const check${i} = row => { const value${i} = row.field${i}; if (!value${i}) throw new Error('field ${i}'); return value${i}; };`,
    );
    const calls = Array.from({ length: 120 }, (_, i) => `check${i}(record);`);
    const handler = `import { exec } from 'node:child_process';
      export const handler = async event => { let last = ''; try { for (const record of event.Records) { last = record.body; ${calls.join(' ')} } } catch { exec(last); } };`;
    takeGiveUps();
    expect(lint(`${checks.join('\n')}\n${handler}`)).toContain('lambda-security/no-command-injection');
    expect(takeGiveUps()).toEqual([]);
  });

  it('functions that call one another without end are followed to an end', () => {
    const text = `const f = o => { if (o.l) { f(o.l); g(o.r); } exec(o.v); };\nconst g = o => { f(o.a); g(o.b); };\n${handler('f(event);')}`;
    expect(lint(text)).toContain('lambda-security/no-command-injection');
  });

  it('a file of more than a million characters is not followed', () => {
    const text = handler('exec(event.command);');
    expect(lint(`${text}// ${'x'.repeat(1_000_000)}`)).not.toContain('lambda-security/no-command-injection');
    expect(lint(`${text}// ${'x'.repeat(900_000)}`)).toContain('lambda-security/no-command-injection');
  });
});
