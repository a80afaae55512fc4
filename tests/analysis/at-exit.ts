import * as parser from '@typescript-eslint/parser';
import { Linter, type Rule, type SourceCode } from 'eslint';
import { expect } from 'vitest';

/** Looks at a program once its tree is linked. */
export function atExit(code: string, look: (source: SourceCode) => void): void {
  const rule: Rule.RuleModule = { create: ({ sourceCode }) => ({ 'Program:exit': () => look(sourceCode) }) };
  const messages = new Linter().verify(code, {
    plugins: { test: { rules: { rule } } },
    rules: { 'test/rule': 'error' },
    languageOptions: { parser, sourceType: 'module' },
  });
  expect(messages).toEqual([]);
}
