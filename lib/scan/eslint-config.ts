import type { TSESTree } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule } from 'eslint';
import { realLanguages, ruleIds } from '../../rules/catalogue.js';
import type { SourceComment } from './directives.js';
import type { ScanConfig } from './config-file.js';
import { functionName, type FunctionRange } from './enclosing-function.js';

/** How a file is parsed: as an ES module, as CommonJS (sloppy mode, `return` at the top), or by the TypeScript parser. */
export type ParseMode = 'module' | 'commonjs' | 'typescript';

const allFiles = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** Whether a key of the config file is of a rule for code: ESLint refuses what it does not know. */
const isLinted = (key: string): boolean => {
  const slug = ruleIds.find(id => key === `lambda-security/${id}`);
  return slug === undefined || realLanguages(slug).includes('js');
};

/** What the scan wants to know of a file beside the reports. */
export interface FileNotes {
  comments: readonly SourceComment[];
  functions: FunctionRange[];
}

/** A rule that reports nothing and hands the scan a file's comments, whose directives it judges itself, and its named functions. */
const noteTaker = (keep: (filename: string, notes: FileNotes) => void): ESLint.Plugin => {
  const take: Rule.RuleModule = {
    create: context => {
      const functions: FunctionRange[] = [];
      return {
        Program() {
          keep(context.physicalFilename, { comments: context.sourceCode.getAllComments() as SourceComment[], functions });
        },
        ':function'(node: Rule.Node) {
          const name = functionName(node as unknown as TSESTree.FunctionLike);
          if (name !== undefined && node.loc) functions.push({ name, first: node.loc.start.line, last: node.loc.end.line });
        },
      };
    },
  };
  return { rules: { take } };
};

/**
 * The configuration of a scan: ours alone, on every file that is given.
 *
 * @param rules the plugin's config for `--config`
 * @param user what `lambda-security.config` adds
 * @param mode how files are parsed
 * @param parser the TypeScript parser, for that mode
 * @param keep gets the notes on each file
 */
export function eslintConfig(
  rules: readonly Linter.Config[],
  user: ScanConfig,
  mode: ParseMode,
  parser: Linter.Parser | undefined,
  keep: (filename: string, notes: FileNotes) => void,
): Linter.Config[] {
  return [
    // The files are chosen already; ESLint's own ignores would drop some of them in silence.
    { ignores: ['!**/node_modules/', '!**/.git/'] },
    {
      files: allFiles,
      plugins: { 'lambda-security-scan': noteTaker(keep) },
      rules: { 'lambda-security-scan/take': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: mode === 'commonjs' ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: true }, warnOnUnsupportedTypeScriptVersion: false },
        ...(parser ? { parser } : {}),
      },
    },
    ...rules,
    { settings: user.settings, rules: Object.fromEntries(Object.entries(user.rules).filter(([key]) => isLinted(key))) },
  ];
}
