import { readFileSync } from 'node:fs';
import { entryOf, type RuleId } from '../../rules/catalogue.js';
import { fileRules } from '../../rules/index.js';
import {
  BrokenFileError,
  type FileFinding,
  type FileReader,
  type Place,
  type Surroundings,
  type TextFile,
} from '../readers/file-reader.js';
import { docsUrl } from '../rule/rule-meta.js';
import { judgeByNosemgrep } from './directives.js';
import type { RuleLevel } from './enabled-rules.js';
import { emptyResult, type EngineResult } from './engine-result.js';
import type { SourceFile } from './find-files.js';
import type { Finding } from './finding.js';
import { readFailure } from './targets.js';

export interface ReaderRun {
  files: readonly SourceFile[];
  readers: readonly FileReader<keyof typeof fileRules>[];
  /** The rules that hold for a scanned folder. */
  levelsFor: (root: string) => ReadonlyMap<string, RuleLevel>;
  /** Lets a `# nosemgrep` count that names no rule or gives no reason. */
  respectInlineConfig: boolean;
}

/** A reader's result, and the files that only looked as if they were of a kind that is read. */
export interface ReaderResult extends EngineResult {
  foreign: string[];
  /** Where secrets stand, by file. */
  secrets: Map<string, Place[]>;
}

const slugOf = (kind: string): RuleId => fileRules[kind as keyof typeof fileRules];

class ReaderSession {
  readonly result: ReaderResult = { ...emptyResult(), foreign: [], secrets: new Map() };
  readonly #run: ReaderRun;
  readonly #paths: ReadonlySet<string>;

  constructor(run: ReaderRun) {
    this.#run = run;
    this.#paths = new Set(run.files.map(file => file.path));
  }

  check({ path, root, kind }: SourceFile): void {
    const readers = this.#run.readers.filter(reader => reader.wants(path));
    if (readers.length === 0) return;
    const { problems, checked, foreign } = this.result;
    let text: string;
    try {
      text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    } catch (error) {
      problems.push({ file: path, message: readFailure(error) });
      return;
    }
    const outcomes = readers.map(reader => this.#read(reader, { path, root, text }));
    // What an engine checks as well is counted there.
    if (kind !== 'other' || outcomes.includes('broken')) return;
    (outcomes.includes('read') ? checked : foreign).push(path);
  }

  #read(reader: FileReader, file: TextFile): 'read' | 'foreign' | 'broken' {
    const levels = this.#run.levelsFor(file.root);
    const surroundings: Surroundings = { files: this.#paths, optionsOf: kind => levels.get(slugOf(kind))?.options ?? {} };
    try {
      const found = reader.read(file, surroundings);
      if (found === undefined) return 'foreign';
      const lines = file.text.split(/\r?\n/);
      for (const entry of found) this.#collect(entry, reader, file, lines);
      return 'read';
    } catch (error) {
      if (error instanceof BrokenFileError) this.result.problems.push({ file: file.path, message: error.message });
      else if (process.env['LAMBDA_SECURITY_STRICT'] === '1') throw error;
      else {
        const { message, stack = message } = error as Error;
        this.result.internalErrors.push({ file: file.path, rule: `${reader.language} reader`, stack });
      }
      return 'broken';
    }
  }

  #collect(
    { kind, scope = '', isSecret = false, message, ...place }: FileFinding,
    { language }: FileReader,
    file: TextFile,
    lines: readonly string[],
  ): void {
    const rule = slugOf(kind);
    if (isSecret) this.result.secrets.set(file.path, [...(this.result.secrets.get(file.path) ?? []), place]);
    const level = this.#run.levelsFor(file.root).get(rule);
    if (level === undefined) return;
    const { severity } = level;
    const finding: Finding = {
      ...place,
      message: `${message} ${entryOf(rule).advice}`,
      rule,
      severity,
      tier: 'shape',
      file: file.path,
      language,
      flow: [],
      docs: docsUrl(rule),
      scope,
      engine: 'files',
    };
    // JSON has no comments: what looks like one is text.
    const verdict = /\.json$/i.test(file.path) ? undefined : judgeByNosemgrep(lines, finding, this.#run.respectInlineConfig);
    if (verdict === 'no reason') this.result.unexplained += 1;
    this.result.findings.push(verdict === undefined || verdict === 'no reason' ? finding : { ...finding, suppressed: verdict });
  }
}

/** Runs the readers over the files that they want. A file that fails is recorded and the rest goes on. */
export function runReaders(run: ReaderRun): ReaderResult {
  const session = new ReaderSession(run);
  for (const file of run.files) session.check(file);
  return session.result;
}
