import * as parser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { RuleTester as PlainRuleTester, type Rule } from 'eslint';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

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

/** The cases of a rule, with the TypeScript parser; those that say so with espree as well. */
export function check(
  slug: string,
  rule: Rule.RuleModule,
  cases: { readonly valid: readonly Case[]; readonly invalid: readonly Reported[] },
): void {
  new RuleTester({ languageOptions: { parser } }).run(slug, rule as never, cases as never);
  const isPlain = ({ filename, code }: Case): boolean => filename === undefined && !/: [A-Z]\w+[,)<]|import type|^\s*@\w+/mu.test(code);
  const plain = { valid: cases.valid.filter(isPlain), invalid: cases.invalid.filter(isPlain) };
  describe('with espree', () => {
    PlainRuleTester.describe = describe as never;
    PlainRuleTester.it = it as never;
    new PlainRuleTester({ languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }).run(slug, rule, plain as never);
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
