import { redact } from '../secrets/redaction.js';
import { isUtf8 } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { FlowStep } from '../rule/report-details.js';
import { docsUrl } from '../rule/rule-meta.js';
import { judgeByNosemgrep } from './directives.js';
import { enclosingPythonFunction } from './enclosing-function.js';
import { emptyResult, type EngineResult } from './engine-result.js';
import type { SourceFile } from './find-files.js';
import type { Finding } from './finding.js';
import { type ProcessResult, runProcess } from './process.js';
import { joinPythonCallers } from './python-callers.js';
import { readSemgrepReport, type SemgrepMatch } from './semgrep-report.js';
import { alignTraces, readTraces, type Trace } from './semgrep-traces.js';
import { count } from './terminal-text.js';
import { writeRules } from './write-rules.js';

export interface SemgrepRun {
  files: readonly SourceFile[];
  program: string;
  /** Folders of rules, absolute. */
  packs: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Ends Semgrep. */
  signal: AbortSignal;
  /** Lets a `# nosemgrep` count that names no rule or gives no reason. */
  respectInlineConfig: boolean;
  onBatch: (done: number, total: number) => void;
}

/** What the file names of one command line may take: Windows allows 32,767 characters in all, others 128 KiB at the least. */
const commandLineLimit = process.platform === 'win32' ? 24_000 : 100_000;

/**
 * Splits names into batches that fit on a command line.
 *
 * @param limit in characters, a space between names counted
 */
export function batches(names: readonly string[], limit: number): string[][] {
  const result: string[][] = [];
  let room = 0;
  for (const name of names) {
    if (name.length + 1 > room) {
      result.push([]);
      room = limit;
    }
    result.at(-1)?.push(name);
    room -= name.length + 1;
  }
  return result;
}

const options = [
  'scan',
  '--json',
  '--quiet',
  '--metrics',
  'off',
  '--disable-version-check',
  // The files are chosen already, and suppressions are judged here.
  '--no-git-ignore',
  '--disable-nosem',
  '--dataflow-traces',
  '--max-target-bytes',
  '0',
  '--timeout',
  '30',
  '--timeout-threshold',
  '0',
  // More jobs than cores less one make it slower.
  '--jobs',
  String(Math.max(1, availableParallelism() - 1)),
];

/** A name that is no option, whatever it begins with. */
const argumentFor = (file: string, cwd: string): string => {
  const relative = path.relative(cwd, file);
  return path.isAbsolute(relative) ? relative : `.${path.sep}${relative}`;
};

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim() ?? '';

const failureOf = ({ code, signal, stderr, error }: ProcessResult): string => {
  if (error) return error.message;
  const reason = signal ? `it was ended by ${signal}` : `exit code ${code}`;
  return [reason, lastLine(stderr)].filter(part => part !== '').join(': ');
};

/** Semgrep counts columns in bytes; everything else here counts UTF-16 units. */
const columnOf = (line: string | undefined, byteColumn: number): number =>
  line === undefined
    ? byteColumn
    : Buffer.from(line, 'utf8')
        .subarray(0, byteColumn - 1)
        .toString('utf8').length + 1;

const readBytes = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
};

const readText = (file: string): string => readBytes(file).toString('utf8');

/** A place in an event, as Python reads it: `event["body"]`, `record["s3"].get("object")`. */
const place = /\b[A-Za-z_]\w*(?:\.\w+)*(?:\[(?:'[\w.-]+'|"[\w.-]+"|\d+)\]|\.get\((?:'[\w.-]+'|"[\w.-]+")[^()]*\))+/u;

/** What a function is given, `self` aside: `def handler(event, context):`. */
const parameter = /(?<=^\s*(?:async\s+)?def\s+\w+\(\s*(?:(?:self|cls)\s*,\s*)?)(?!(?:self|cls)\b)[A-Za-z_]\w*/u;

/** The one name that a line gives a value to: `name = ...`, `for name in ...`, `with ... as name:`; no named argument of a call. */
const target = new RegExp(
  [
    String.raw`(?<=^\s*)(?!else\b|try\b|finally\b)[A-Za-z_]\w*(?=\s*(?::[^=]+)?=(?!=)(?!.*,\s*$))`,
    String.raw`(?<=^\s*(?:async\s+)?for\s+)[A-Za-z_]\w*(?=\s+in\b)`,
    String.raw`(?<=^\s*(?:async\s+)?with\s.*\bas\s+)[A-Za-z_]\w*(?=\s*:)`,
  ].join('|'),
  'u',
);

interface Words {
  column: number;
  message: string;
}

const firstWord = (line: string): number => line.search(/\S|$/) + 1;

const entering = (line: string): Words => {
  const given = parameter.exec(line);
  const name = given?.[0] ?? place.exec(line)?.[0] ?? 'untrusted data';
  return { column: given === null ? firstWord(line) : given.index + 1, message: `${redact(name)} enters here` };
};

const passing = (line: string): Words => {
  const name = target.exec(line);
  return name === null
    ? { column: firstWord(line), message: 'passes through' }
    : { column: name.index + 1, message: `assigned to ${name[0]}` };
};

/** A trace as a flow. Semgrep's traces name lines only: a step stands at the name that its line gives a value to, else at its first word. */
const flowOf = ({ line, source, passes }: Trace, file: string, lines: readonly string[], column: number): FlowStep[] => {
  if (source === undefined) return [];
  const step = (at: number, words: (line: string) => Words): FlowStep => ({ file, line: at, ...words(lines[at - 1] ?? '') });
  const between = [...new Set(passes)].filter(at => at !== source && at !== line);
  return [step(source, entering), ...between.map(at => step(at, passing)), { file, line, column, message: 'reaches the sink' }];
};

class SemgrepSession {
  readonly result: EngineResult = emptyResult();
  readonly #run: SemgrepRun;
  readonly #lines = new Map<string, string[]>();

  constructor(run: SemgrepRun) {
    this.#run = run;
  }

  async check(): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'lambda-security-semgrep-'));
    try {
      this.#nameOtherEncodings();
      const rules = path.join(folder, 'rules.json');
      writeRules(this.#run.packs, rules);
      await this.#checkBatches(rules, path.join(folder, 'traces.txt'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Semgrep passes over these without a word. */
  #nameOtherEncodings(): void {
    for (const { path: file } of this.#run.files)
      if (!isUtf8(readBytes(file))) this.result.problems.push({ file, message: 'it is not UTF-8, and Semgrep finds nothing in it' });
  }

  async #checkBatches(rules: string, traceFile: string): Promise<void> {
    const { files, program, cwd, env, signal, onBatch } = this.#run;
    const names = files.map(file => argumentFor(file.path, cwd));
    let done = 0;
    for (const batch of batches(names, commandLineLimit)) {
      onBatch(done, names.length);
      const ended = await runProcess(program, [...options, '--text-output', traceFile, '--config', rules, ...batch], {
        cwd,
        env: { ...env, SEMGREP_ENABLE_VERSION_CHECK: '0' },
        signal,
      });
      this.#collect(ended, batch, readText(traceFile));
      rmSync(traceFile, { force: true });
      done += batch.length;
    }
  }

  /** A batch that failed takes no other with it, and what it did find is kept. */
  #collect(ended: ProcessResult, batch: readonly string[], traceText: string): void {
    const { cwd } = this.#run;
    const report = readSemgrepReport(ended.stdout, cwd);
    const { result } = this;
    const { failures } = result;
    if (report === undefined) {
      failures.push(`Python was not checked to the end: Semgrep failed on ${count(batch.length, 'file')} (${failureOf(ended)}).`);
      return;
    }
    const traces = alignTraces(
      readTraces(traceText),
      report.matches.map(({ start }) => start.line),
    );
    result.findings.push(...report.matches.map((match, index) => this.#finding(match, traces[index])));
    result.problems.push(...report.problems);
    const broken = new Set(result.problems.map(({ file }) => file));
    const scanned = new Set(report.scanned);
    for (const name of batch) {
      const file = path.resolve(cwd, name);
      if (!scanned.has(file)) result.problems.push({ file, message: 'Semgrep did not read it' });
      else if (!broken.has(file)) result.checked.push(file);
    }
    if (report.failures.length > 0) failures.push(`Python was not checked to the end: ${report.failures[0]}`);
    else if (ended.code !== 0 && ended.code !== 1)
      failures.push(`Python was not checked to the end: Semgrep failed (${failureOf(ended)}).`);
  }

  #linesOf(file: string): string[] {
    let lines = this.#lines.get(file);
    if (lines === undefined) this.#lines.set(file, (lines = readText(file).split(/\r?\n/)));
    return lines;
  }

  #finding({ slug, tier, severity, message, file, start, end }: SemgrepMatch, trace: Trace | undefined): Finding {
    const lines = this.#linesOf(file);
    const finding: Finding = {
      rule: slug,
      severity: tier === 'dynamic' ? 'warning' : severity,
      tier,
      message,
      file,
      line: start.line,
      column: columnOf(lines[start.line - 1], start.col),
      endLine: end.line,
      endColumn: columnOf(lines[end.line - 1], end.col),
      language: 'py',
      flow: trace === undefined ? [] : flowOf(trace, file, lines, columnOf(lines[start.line - 1], start.col)),
      docs: docsUrl(slug),
      scope: enclosingPythonFunction(lines, start.line),
      engine: 'semgrep',
    };
    const verdict = judgeByNosemgrep(lines, finding, this.#run.respectInlineConfig);
    if (verdict === 'no reason') this.result.unexplained += 1;
    return verdict === undefined || verdict === 'no reason' ? finding : { ...finding, suppressed: verdict };
  }
}

/** Runs Semgrep with the pack over files, in batches. Whatever fails is told in the result. */
export async function runSemgrep(run: SemgrepRun): Promise<EngineResult> {
  const session = new SemgrepSession(run);
  await session.check();
  const { result } = session;
  result.findings = joinPythonCallers(
    result.findings,
    run.files.map(file => file.path),
    readText,
  );
  return result;
}
