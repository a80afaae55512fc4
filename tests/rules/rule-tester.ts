import json from '@eslint/json';
import * as parser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { Linter, RuleTester as PlainRuleTester, type Rule } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { entryOf, type LintRuleId } from '../../rules/catalogue.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
PlainRuleTester.describe = describe as never;
PlainRuleTester.it = it as never;

interface Case {
  /** Why it is (not) reported. */
  readonly name: string;
  readonly code: string;
  readonly options?: readonly unknown[];
  readonly filename?: string;
}

interface Reported extends Case {
  readonly errors: readonly {
    readonly messageId: string;
    readonly line?: number;
    readonly column?: number;
    readonly data?: Record<string, string>;
  }[];
}

/** The rule without its suggestions, which have cases of their own. */
function bare(rule: Rule.RuleModule): Rule.RuleModule {
  return {
    meta: { ...rule.meta, hasSuggestions: false },
    create: context =>
      rule.create(
        Object.create(context, {
          report: { value: ({ suggest: _suggest, ...report }: Rule.ReportDescriptor & { suggest?: unknown }) => context.report(report) },
        }) as Rule.RuleContext,
      ),
  };
}

/** The cases of a rule, with the TypeScript parser; those that say so with espree as well. */
export function check(
  slug: string,
  rule: Rule.RuleModule,
  cases: { readonly valid: readonly Case[]; readonly invalid: readonly Reported[] },
): void {
  new RuleTester({ languageOptions: { parser } }).run(slug, bare(rule) as never, cases as never);
  const isPlain = ({ filename, code }: Case): boolean =>
    filename === undefined && !/: [A-Z]\w+[,)<]|: string\b| as [A-Z]|import type|^\s*@\w+/mu.test(code);
  const plain = { valid: cases.valid.filter(isPlain), invalid: cases.invalid.filter(isPlain) };
  if (plain.valid.length + plain.invalid.length === 0) return;
  describe('with espree', () => {
    new PlainRuleTester({ languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }).run(slug, bare(rule), plain as never);
  });
}

/** The statements of a handler whose parameter is `event`; with what stands above it in the file. */
type Program = string | readonly [above: string, statements: string];

const programs = (head: string, cases: Readonly<Record<string, Program>>): Case[] =>
  Object.entries(cases).map(([name, program]) => {
    const [above, statements] = typeof program === 'string' ? [head, program] : [head + program[0], program[1]];
    return { name, code: `${above}\nexport const handler = async event => { ${statements} };` };
  });

/** Handlers of which nothing is reported, by the reason. `head` stands above each. */
export const quiet = (head: string, cases: Readonly<Record<string, Program>>): Case[] => programs(head, cases);

/** Handlers with one flow each, by the reason. `head` stands above each. */
export const tainted = (head: string, cases: Readonly<Record<string, Program>>): Reported[] =>
  programs(head, cases).map(program => ({ ...program, errors: [{ messageId: 'tainted' }] }));
interface ManifestCase {
  /** Why it is (not) reported. */
  readonly name: string;
  readonly code: string;
  readonly filename?: string;
}

interface ReportedManifest extends ManifestCase {
  /** What the reports say, before the advice. */
  readonly problems: readonly string[];
}

/** The cases of a rule for package.json, read as JSON; by default in a folder where nothing lies beside it. */
export function checkManifest(
  slug: LintRuleId,
  rule: Rule.RuleModule,
  cases: { readonly valid: readonly ManifestCase[]; readonly invalid: readonly ReportedManifest[] },
): void {
  const read = ({ code, filename = '/nowhere/package.json' }: ManifestCase): string[] => {
    const plugins = { json, 'lambda-security': { rules: { [slug]: rule } } } as never;
    const config: Linter.Config = { files: ['**/*.json'], plugins, language: 'json/json', rules: { [`lambda-security/${slug}`]: 'error' } };
    return new Linter({ cwd: '/' }).verify(code, [config], { filename }).map(({ message }) => message);
  };
  const { advice } = entryOf(slug);
  describe(`${slug} in package.json`, () => {
    it.each(cases.valid.map(entry => [entry.name, entry] as const))('silent: %s', (_, entry) => {
      expect(read(entry)).toEqual([]);
    });
    it.each(cases.invalid.map(entry => [entry.name, entry] as const))('reported: %s', (_, entry) => {
      expect(read(entry)).toEqual(entry.problems.map(problem => `${problem} ${advice}`));
    });
  });
}

/** A program and what it is with the only suggestion applied; null where there is none. */
interface Suggested {
  readonly name: string;
  readonly code: string;
  readonly output: string | null;
  readonly suggestion: string;
  readonly data?: Record<string, string>;
}

/** The suggestions of a rule: each program has one report, and what is suggested for it is valid code. */
export function checkSuggestions(slug: string, rule: Rule.RuleModule, cases: readonly Suggested[]): void {
  const invalid = cases.map(({ name, code, output, suggestion, data }) => ({
    name,
    code,
    errors: [
      {
        messageId: 'tainted',
        ...(output !== null && { suggestions: [{ messageId: suggestion, output, ...(data && { data }) }] }),
      },
    ],
  }));
  new PlainRuleTester({ languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }).run(`suggestions of ${slug}`, rule, {
    valid: [],
    invalid,
  });
}
