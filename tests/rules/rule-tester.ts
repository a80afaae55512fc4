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
