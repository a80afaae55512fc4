import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ESLint, Linter } from 'eslint';
import { takeCallFacts } from '../rule/call-facts.js';
import { startCollecting, stopCollecting } from '../rule/collecting.js';
import { takeGiveUps } from '../rule/give-ups.js';
import { takeInternalErrors } from '../rule/internal-errors.js';
import { type ParameterReference, type ReportDetails, takeReportDetails } from '../rule/report-details.js';
import { docsUrl } from '../rule/rule-meta.js';
import { type ScanConfig, UsageError } from './config-file.js';
import { type Directive, eslintDirectives, judgeByEslint } from './directives.js';
import { enclosingFunction, type FunctionRange } from './enclosing-function.js';
import { emptyResult, type EngineResult } from './engine-result.js';
import { eslintConfig, type FileNotes, type ParseMode } from './eslint-config.js';
import type { SourceFile } from './find-files.js';
import type { Finding } from './finding.js';
import { joinCallers } from './join-callers.js';
import { onceEach, outermost } from './outermost.js';
import type { FoundParser } from './load-eslint.js';
import { readFailure } from './targets.js';
import { tsconfigProblems } from './tsconfig-problems.js';

const namespace = 'lambda-security/';

export interface EslintRun {
  /** Only `.js` and `.ts` kinds; a `.ts` file for which `parserFor` finds nothing must not be among them. */
  files: readonly SourceFile[];
  Eslint: typeof ESLint;
  parserFor: (file: string) => FoundParser | undefined;
  /** The plugin's config for `--config`. */
  rules: readonly Linter.Config[];
  configFor: (root: string) => ScanConfig;
  /** Lets comments and inline configuration have the effect that they have in ESLint. */
  respectInlineConfig: boolean;
  onFile: (file: SourceFile) => void;
}

/** The order in which a file is tried: what Node would do with it, then what older and newer syntax asks for. */
const modesFor = (file: SourceFile, hasParser: boolean): ParseMode[] => {
  if (file.kind === 'ts') return ['typescript'];
  const plain: ParseMode[] = /\.cjs$/i.test(file.path) ? ['commonjs'] : /\.mjs$/i.test(file.path) ? ['module'] : ['module', 'commonjs'];
  return hasParser ? [...plain, 'typescript'] : plain;
};

/** What is known of a file beside ESLint's messages. */
interface FileContext {
  file: string;
  details: readonly ReportDetails[];
  directives: readonly Directive[];
  functions: readonly FunctionRange[];
}

/** One run of ESLint over the files of a scan. ESLint is set up once per root, parser and way of parsing. */
class EslintSession {
  /** The parameters that findings of unknown origin stand on. */
  readonly parameters = new Map<Finding, readonly ParameterReference[]>();
  /** The findings whose sink lies in a function of their own file. */
  readonly ownSinks = new Set<Finding>();
  readonly result: EngineResult = emptyResult();
  readonly #run: EslintRun;
  readonly #linters = new Map<string, Promise<ESLint>>();
  readonly #notes = new Map<string, FileNotes>();

  constructor(run: EslintRun) {
    this.#run = run;
  }

  async check(file: SourceFile): Promise<void> {
    let text: string;
    try {
      text = readFileSync(file.path, 'utf8');
    } catch (error) {
      this.result.problems.push({ file: file.path, message: readFailure(error) });
      return;
    }
    try {
      const [outcome] = await this.#lint(file, text);
      if (outcome) this.#collect(file, outcome);
    } catch (error) {
      if (error instanceof UsageError || process.env.LAMBDA_SECURITY_STRICT === '1') throw error;
      const { ruleId, message, stack = message } = error as Error & { ruleId?: string };
      // A rule that fails before it sees any code has its name in the message alone.
      const name = ruleId ?? /^Error while loading rule '([^']+)'/.exec(message)?.[1] ?? 'eslint';
      this.result.internalErrors.push({ file: file.path, rule: name.replace(namespace, ''), stack });
    }
  }

  /** The first way of parsing that works decides; where none does, the first error is the one to tell. */
  async #lint(file: SourceFile, text: string): Promise<ESLint.LintResult[]> {
    const found = this.#run.parserFor(file.path);
    let first: ESLint.LintResult[] | undefined;
    for (const mode of modesFor(file, found !== undefined)) {
      takeReportDetails(file.path);
      const linter = await this.#linter(file, mode, mode === 'typescript' ? found : undefined);
      const results = await linter.lintText(text, { filePath: file.path, warnIgnored: true });
      if (results.every(({ fatalErrorCount }) => fatalErrorCount === 0)) return results;
      first ??= results;
    }
    return first ?? [];
  }

  #linter(file: SourceFile, mode: ParseMode, found: FoundParser | undefined): Promise<ESLint> {
    const key = [file.root, mode, found?.file ?? ''].join('\0');
    let linter = this.#linters.get(key);
    if (linter === undefined) this.#linters.set(key, (linter = this.#createLinter(file, mode, found)));
    return linter;
  }

  async #createLinter({ root, path: file }: SourceFile, mode: ParseMode, found: FoundParser | undefined): Promise<ESLint> {
    const { Eslint, rules, configFor, respectInlineConfig } = this.#run;
    const linter = new Eslint({
      cwd: root,
      overrideConfigFile: true,
      allowInlineConfig: respectInlineConfig,
      overrideConfig: eslintConfig(rules, configFor(root), mode, found?.parser, (name, notes) => this.#notes.set(name, notes)),
    });
    try {
      await linter.calculateConfigForFile(file);
    } catch (error) {
      throw new UsageError(`The configuration of the scan is not valid: ${error instanceof Error ? error.message : String(error)}`);
    }
    return linter;
  }

  #collect({ path: file }: SourceFile, { messages, suppressedMessages }: ESLint.LintResult): void {
    const context: FileContext = {
      file,
      details: takeReportDetails(file),
      directives: eslintDirectives(this.#notes.get(file)?.comments ?? []),
      functions: this.#notes.get(file)?.functions ?? [],
    };
    this.#notes.delete(file);
    const problems = messages.filter(({ ruleId }) => ruleId === null);
    for (const { line, message } of problems) this.result.problems.push({ file, message: line ? `${message} (line ${line})` : message });
    if (problems.length === 0) this.result.checked.push(file);
    for (const message of [...messages, ...suppressedMessages]) {
      if (message.ruleId?.startsWith(namespace)) this.result.findings.push(this.#finding(message, context));
    }
  }

  #finding(message: Linter.LintMessage | Linter.SuppressedLintMessage, { file, details, directives, functions }: FileContext): Finding {
    const { line, column } = message;
    const rule = (message.ruleId ?? '').slice(namespace.length);
    const detail = details.find(entry => entry.ruleId === rule && entry.line === line && entry.column === column);
    const tier = detail?.tier ?? 'shape';
    const finding: Finding = {
      rule,
      severity: message.severity === 2 && tier !== 'dynamic' ? 'error' : 'warning',
      tier,
      message: message.message,
      file,
      line,
      column,
      endLine: message.endLine ?? line,
      endColumn: message.endColumn ?? column,
      language: 'js',
      flow: detail?.flow.map(step => ({ ...step, file: path.resolve(step.file) })) ?? [],
      docs: docsUrl(rule),
      scope: enclosingFunction(functions, line),
      engine: 'eslint',
    };
    const suppressed = this.#suppression(message, finding, directives);
    const collected = suppressed ? { ...finding, suppressed } : finding;
    if (detail?.parameters) this.parameters.set(collected, detail.parameters);
    if (detail?.ownSink === true) this.ownSinks.add(collected);
    return collected;
  }

  #suppression(
    message: Linter.LintMessage | Linter.SuppressedLintMessage,
    finding: Finding,
    directives: readonly Directive[],
  ): Finding['suppressed'] {
    if ('suppressions' in message) return { kind: 'inSource', justification: message.suppressions[0]?.justification ?? '' };
    if (this.#run.respectInlineConfig) return undefined;
    const verdict = judgeByEslint(directives, finding);
    if (verdict !== 'no reason') return verdict;
    this.result.unexplained += 1;
    return undefined;
  }
}

/**
 * Runs the ESLint rules over files. A file that fails is recorded and the rest goes on. Throws a UsageError when the
 * configuration is not valid.
 */
export async function runEslint(run: EslintRun): Promise<EngineResult> {
  const session = new EslintSession(run);
  startCollecting();
  try {
    for (const file of run.files) {
      run.onFile(file);
      // Linting waits for nothing, and Semgrep's output and the display need their turn.
      await setImmediate();
      await session.check(file);
    }
    session.result.findings = onceEach(
      outermost(joinCallers(session.result.findings, session.parameters, takeCallFacts())),
      session.ownSinks,
    );
    session.result.internalErrors.push(...takeInternalErrors());
    session.result.giveUps.push(...takeGiveUps());
    session.result.problems.push(...tsconfigProblems());
    return session.result;
  } finally {
    stopCollecting();
  }
}
