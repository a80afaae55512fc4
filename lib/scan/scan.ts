import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import type { ScanArguments } from './arguments.js';
import { findConfigFile, loadConfig, type ScanConfig } from './config-file.js';
import { fileNamer } from './display-name.js';
import { enabledRules, needsOptIn, type RuleLevel } from './enabled-rules.js';
import { emptyResult, type EngineResult } from './engine-result.js';
import { excludesOf } from './excludes.js';
import { findFiles, type FoundFiles, type Skipped, type SourceFile } from './find-files.js';
import type { FoundSemgrep } from './find-semgrep.js';
import type { Engine } from './finding.js';
import type { TypescriptParsers } from './load-eslint.js';
import { mergeFindings } from './merge.js';
import { fileReaders } from './file-readers.js';
import { runEslint } from './run-eslint.js';
import type { Place } from '../readers/file-reader.js';
import { runReaders } from './run-readers.js';
import { runSemgrep } from './run-semgrep.js';
import type { SkipReason } from './skip-list.js';
import { resolveTargets } from './targets.js';

/** What a scan takes from its surroundings. */
export interface ScanEnvironment extends TypescriptParsers {
  /** Relative paths count from here; absolute. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The folder that holds a Semgrep folder per language. */
  packs: string;
  rules: Record<ScanArguments['config'], readonly Linter.Config[]>;
  loadEslint: () => Promise<typeof ESLint | undefined>;
  findSemgrep: () => Promise<FoundSemgrep>;
  /** Told what is going on, for a display that lives only while the scan runs. */
  progress: (text: string) => void;
  /** Ends what the scan has started. */
  signal: AbortSignal;
}

/** The outcome of a scan: the findings, and all that says how complete they are. Paths are absolute. */
export interface ScanReport extends Omit<EngineResult, 'checked'> {
  /** How many files were read to the end. */
  checked: number;
  skipped: Skipped[];
  /** The scanned folders. */
  roots: string[];
  /** The engines that had files to check. */
  engines: Engine[];
  /** Where readers found secrets, by file: what no output may show. */
  secrets: ReadonlyMap<string, readonly Place[]>;
  /** Names a file as every output does. */
  nameOf: (file: string) => string;
}

const noConfig = (folder: string): ScanConfig => ({ folder, settings: {}, rules: {}, exclude: [] });

async function loadConfigs(roots: readonly string[], { settings }: ScanArguments, cwd: string): Promise<Map<string, ScanConfig>> {
  const named = settings === undefined ? undefined : await loadConfig(path.resolve(cwd, settings));
  const configs = new Map<string, ScanConfig>();
  for (const root of roots) {
    const file = named === undefined ? findConfigFile(root) : undefined;
    configs.set(root, named ?? (file === undefined ? noConfig(root) : await loadConfig(file)));
  }
  return configs;
}

/** Takes files out of the list, and keeps why. */
const setAside = (found: FoundFiles, reason: SkipReason, matches: (file: SourceFile) => boolean): SourceFile[] => {
  const aside = found.files.filter(matches);
  found.files = found.files.filter(file => !aside.includes(file));
  found.skipped.push(...aside.map(file => ({ path: file.path, reason })));
  return aside;
};

const isScript = ({ kind }: SourceFile): boolean => kind === 'js' || kind === 'ts';

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** One scan: the steps in order, each a function from data to data. */
export async function scan(args: ScanArguments, environment: ScanEnvironment): Promise<ScanReport> {
  const { cwd, parserFor, progress } = environment;
  const { targets, problems: failures } = resolveTargets(args.paths, cwd);
  const roots = [...new Set(targets.map(({ root }) => root))];
  const nameOf = fileNamer(cwd, roots);
  const configs = await loadConfigs(roots, args, cwd);
  const configFor = (root: string): ScanConfig => configs.get(root) ?? noConfig(root);
  const levels = new Map(roots.map(root => [root, enabledRules(args.config, configFor(root))]));

  progress('Looking for files');
  const excludes = excludesOf(root => {
    const { folder, exclude } = configFor(root);
    return [{ patterns: args.exclude }, { patterns: args.exclude, folder: cwd }, { patterns: exclude, folder }];
  });
  const found = findFiles(targets, excludes);
  if (!args.python) setAside(found, '--no-python', file => file.kind === 'py');
  if (!args.typescript) setAside(found, '--no-typescript', file => file.kind === 'ts');
  const unparsed = setAside(found, 'no TypeScript parser', file => file.kind === 'ts' && parserFor(file.path) === undefined);
  if (unparsed.length > 0) {
    const names = listed(unparsed.map(file => nameOf(file.path)));
    const failure = environment.parserFailure();
    const [reason, remedy] =
      failure === undefined
        ? ['no parser is installed', 'Install @typescript-eslint/parser and typescript@6']
        : [
            `@typescript-eslint/parser cannot be used (${failure.replace(/\.$/, '')})`,
            'Install @typescript-eslint/parser@8 and typescript@6',
          ];
    failures.push(`TypeScript was not checked, because ${reason}: ${names}. ${remedy}, or leave TypeScript out with --no-typescript.`);
  }
  // Semgrep is a program of its own and works while ESLint does.
  const engineResults = Promise.all([
    checkPython(args, found.files, environment, levels),
    checkJavaScript(args, found.files, environment, configFor),
  ]);
  const { foreign, secrets, ...read } = runReaders({
    files: found.files,
    readers: fileReaders,
    levelsFor: root => levels.get(root) ?? new Map(),
    respectInlineConfig: args.respectInlineConfig,
  });
  const results = [...(await engineResults), read];
  const isForeign = new Set(foreign);
  const files = found.files.filter(file => !isForeign.has(file.path));
  const all = <Key extends keyof EngineResult>(key: Key) => results.map(result => result[key]);
  const checked = all('checked').flat().length;
  failures.push(...all('failures').flat());
  if (failures.length === 0 && files.length === 0) {
    const paths = listed(args.paths.map(given => JSON.stringify(given)));
    failures.push(`No file to check in ${paths}: JavaScript, TypeScript and Python, and what is deployed with them, are looked for.`);
  } else if (failures.length === 0 && checked === 0) failures.push('None of the files could be checked.');
  return {
    findings: mergeFindings(all('findings').flat()),
    problems: [...found.problems, ...all('problems').flat()],
    failures,
    internalErrors: all('internalErrors').flat(),
    giveUps: all('giveUps').flat(),
    unexplained: all('unexplained').reduce((sum, count) => sum + count, 0),
    checked,
    skipped: found.skipped,
    roots,
    secrets,
    engines: [
      ...(files.some(isScript) ? (['eslint'] as const) : []),
      ...(files.some(({ kind }) => kind === 'py') ? (['semgrep'] as const) : []),
      ...(read.findings.length > 0 || files.some(({ kind }) => kind === 'other') ? (['files'] as const) : []),
    ],
    nameOf,
  };
}

async function checkJavaScript(
  args: ScanArguments,
  allFiles: readonly SourceFile[],
  { rules, loadEslint, parserFor, progress }: ScanEnvironment,
  configFor: (root: string) => ScanConfig,
): Promise<EngineResult> {
  const files = allFiles.filter(isScript);
  if (files.length === 0) return emptyResult();
  const Eslint = await loadEslint();
  if (Eslint === undefined) {
    return {
      ...emptyResult(),
      failures: ['JavaScript was not checked: ESLint was not found. Install it with `npm install --save-dev eslint`.'],
    };
  }
  let count = 0;
  const onFile = (): void => progress(`Checking JavaScript and TypeScript (${(count += 1)} of ${files.length})`);
  const { respectInlineConfig } = args;
  return runEslint({ files, Eslint, parserFor, rules: rules[args.config], configFor, respectInlineConfig, onFile });
}

async function checkPython(
  args: ScanArguments,
  allFiles: readonly SourceFile[],
  { cwd, env, packs, findSemgrep, progress, signal }: ScanEnvironment,
  levels: ReadonlyMap<string, ReadonlyMap<string, RuleLevel>>,
): Promise<EngineResult> {
  const files = allFiles.filter(({ kind }) => kind === 'py');
  if (files.length === 0) return emptyResult();
  const semgrep = await findSemgrep();
  if ('problem' in semgrep) return { ...emptyResult(), failures: [semgrep.problem] };
  const rootOf = new Map(files.map(file => [file.path, file.root]));
  const result = await runSemgrep({
    files,
    program: semgrep.program,
    packs: (needsOptIn([...levels.values()]) ? ['python', 'python-opt-in'] : ['python']).map(folder => path.join(packs, folder)),
    cwd,
    env,
    signal,
    respectInlineConfig: args.respectInlineConfig,
    onBatch: (done, total) => progress(`Checking Python (${done} of ${total})`),
  });
  const findings = result.findings.flatMap(finding => {
    const level = levels.get(rootOf.get(finding.file) ?? '')?.get(finding.rule);
    if (level === undefined || (finding.tier === 'dynamic' && !level.dynamic)) return [];
    return [{ ...finding, severity: finding.tier === 'dynamic' ? ('warning' as const) : level.severity }];
  });
  return { ...result, findings };
}
