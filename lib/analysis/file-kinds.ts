import path from 'node:path';
import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { testFile } from '../handlers/vetoes/test-file.js';
import { importsOf, moduleOfContext } from './module-of.js';
import { importsOf as modulesNamed } from './relevance.js';

const testSources = new WeakMap<object, boolean>();

/** Folders of tests and of what they use, and names of scripts that test, below the folder that is linted. */
const testFolder =
  /(?:^|[\\/])(?:(?:[\w-]*-)?(?:tests?|e2e|specs?)|__(?:tests|mocks|fixtures)__)[\\/]|[._](?:perf|bench)\.[cm]?[jt]sx?$|(?:^|[\\/])(?:test-[^\\/]*|(?:vitest|jest|mocha|tests?)[-._]setup)\.[cm]?[jt]sx?$/u;

/** Whether the linted file is a test, by its name, its folder, its imports or a suite at its top level. */
export function isTestSource(context: Rule.RuleContext): boolean {
  const { ast } = context.sourceCode;
  let verdict = testSources.get(ast);
  if (verdict === undefined) testSources.set(ast, (verdict = looksLikeTest(context)));
  return verdict;
}

const looksLikeTest = (context: Rule.RuleContext): boolean =>
  testFolder.test(path.relative(context.cwd, context.filename)) || isTestFile(context);

const testFiles = new WeakMap<object, boolean>();

/** Whether the linted file is a test in any folder. */
export function isTestFile(context: Rule.RuleContext): boolean {
  const { ast } = context.sourceCode;
  let verdict = testFiles.get(ast);
  if (verdict === undefined) {
    const imports = importsOf(moduleOfContext(context));
    verdict = testFile({ filename: context.filename, imports, program: ast as unknown as TSESTree.Program });
    testFiles.set(ast, verdict);
  }
  return verdict;
}

const dialogues = /^(?:prompts?|inquirer|enquirer|readline-sync|(?:node:)?readline(?:\/promises)?|@inquirer\/[\w-]+|@clack\/prompts)$/u;

/** Whether the linted file asks its questions at a terminal. */
function asksAtTerminal(context: Rule.RuleContext): boolean {
  return modulesNamed(context.sourceCode.text).some(name => dialogues.test(name));
}

const scriptFolder = /(?:^|[\\/])(?:scripts?|bin|cli|tools|tasks|seeds?|migrations?)[\\/]/u;

/** Whether the linted file is started by hand: it gives nothing to other files, and starts as a command or lies where commands do. */
export function isCommand(context: Rule.RuleContext): boolean {
  const { text, ast } = context.sourceCode;
  if (/\bexports\b/u.test(text) || ast.body.some(({ type }) => type.startsWith('Export'))) return false;
  return text.startsWith('#!') || /\bprocess\.argv\b/u.test(text) || scriptFolder.test(path.relative(context.cwd, context.filename));
}

/** Whether who gives the linted file its data has started it himself: he has a shell already. */
export const isForItsUser = (context: Rule.RuleContext): boolean => asksAtTerminal(context) || isCommand(context);

const seed = /(?:^|[\\/])(?:seeds?|seeders?|fixtures)[\\/]|(?:^|[\\/._-])seed(?:s|er|ers|ing)?(?:[A-Z._-][^\\/]*)?\.[cm]?[jt]sx?$/u;

/** Whether the linted file fills a data store with what it starts with. */
export function isSeed(context: Rule.RuleContext): boolean {
  return seed.test(path.relative(context.cwd, context.filename));
}

const infrastructure = /^(?:aws-cdk-lib|@aws-cdk\/|constructs$|sst(?:\/|$)|@serverless-stack\/|@pulumi\/|cdktf)/u;

/** Whether the linted file describes infrastructure and does not run in a function. */
export function isInfrastructureFile(context: Rule.RuleContext): boolean {
  return [...importsOf(moduleOfContext(context)).values()].some(({ module }) => infrastructure.test(module));
}
