import type { ESLint, Linter, Rule } from 'eslint';
import type { SourceComment } from './directives.js';
import type { ScanConfig } from './config-file.js';

/** How a file is parsed: as an ES module, as CommonJS (sloppy mode, `return` at the top), or by the TypeScript parser. */
export type ParseMode = 'module' | 'commonjs' | 'typescript';

const allFiles = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** A rule that reports nothing and hands a file's comments to the scan, which judges directives itself. */
const commentCollector = (keep: (filename: string, comments: readonly SourceComment[]) => void): ESLint.Plugin => {
  const collect: Rule.RuleModule = {
    create: context => ({
      Program() {
        keep(context.physicalFilename, context.sourceCode.getAllComments() as SourceComment[]);
      },
    }),
  };
  return { rules: { collect } };
};

/**
 * The configuration of a scan: ours alone, on every file that is given.
 *
 * @param rules the plugin's config for `--config`
 * @param user what `lambda-security.config` adds
 * @param mode how files are parsed
 * @param parser the TypeScript parser, for that mode
 * @param keep gets the comments of each file
 */
export function eslintConfig(
  rules: readonly Linter.Config[],
  user: ScanConfig,
  mode: ParseMode,
  parser: Linter.Parser | undefined,
  keep: (filename: string, comments: readonly SourceComment[]) => void,
): Linter.Config[] {
  return [
    // The files are chosen already; ESLint's own ignores would drop some of them in silence.
    { ignores: ['!**/node_modules/', '!**/.git/'] },
    {
      files: allFiles,
      plugins: { 'lambda-security-scan': commentCollector(keep) },
      rules: { 'lambda-security-scan/collect': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: mode === 'commonjs' ? 'commonjs' : 'module',
        parserOptions: { ecmaFeatures: { jsx: true }, warnOnUnsupportedTypeScriptVersion: false },
        ...(parser ? { parser } : {}),
      },
    },
    ...rules,
    { settings: user.settings, rules: user.rules },
  ];
}
