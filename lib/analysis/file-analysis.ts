import type { SourceCode } from 'eslint';
import { evaluateModule } from '../flow/exports.js';
import type { Hit } from '../flow/hit.js';
import type { Value } from '../flow/value.js';
import type { Knowledge, ModuleLoader } from '../flow/knowledge.js';
import { Machine } from '../flow/machine.js';
import type { ShapeSeen, StateWrite } from '../flow/machine-types.js';
import { recordHit } from '../flow/sinks.js';
import type { ModuleRecord, ScopeManagerLike } from '../flow/module-record.js';
import type { TSESTree } from '@typescript-eslint/utils';
import { importsOf, moduleOf } from './module-of.js';
import { handlerRoots, type HandlerRoot, isSameHandler } from './handler-roots.js';
import { runHandler } from './run-handler.js';
import { knowledge } from './knowledge.js';
import { observeResponses, type ResponseSeen } from './response-sinks.js';
import { runOthers } from './other-roots.js';
import { namesInterpreter, namesSecretKeeper } from './relevance.js';

/** What one file does: the shared ground of all rules. */
export interface FileAnalysis {
  readonly module: ModuleRecord;
  readonly handlers: readonly HandlerRoot[];
  /** A web application is put behind Lambda here. */
  readonly adapted: boolean;
  readonly hits: readonly Hit[];
  readonly responses: readonly ResponseSeen[];
  readonly shapes: readonly ShapeSeen[];
  readonly writes: readonly StateWrite[];
  readonly giveUps: ReadonlyMap<string, number>;
  /** Calls of functions in other modules. */
  readonly entries: readonly CallFact[];
}

/** What one argument of such a call holds. */
export type ArgumentClass = 'constant' | 'event' | 'unknown';

export interface CallFact {
  readonly file: string;
  readonly offset: number;
  readonly arguments: ArgumentClass[];
}

function classOf(m: Machine, value: Value): ArgumentClass {
  const taints = m.deepTaints(value);
  if (taints.some(({ origin }) => origin.kind === 'event' || origin.kind === 'stored')) return 'event';
  return taints.length > 0 ? 'unknown' : 'constant';
}

/** A file as ESLint hands it over. */
export interface SourceFile {
  readonly filename: string;
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly scopeManager: ScopeManagerLike;
  readonly loader: ModuleLoader | null;
}

/** @returns the file of a rule's context, for any parser that gives an ESTree and scopes. */
export function sourceFileOf(sourceCode: SourceCode, filename: string, loader: ModuleLoader | null): SourceFile {
  return {
    filename,
    ast: sourceCode.ast as unknown as TSESTree.Program,
    text: sourceCode.text,
    scopeManager: sourceCode.scopeManager as unknown as ScopeManagerLike,
    loader,
  };
}

const analyses = new WeakMap<TSESTree.Program, FileAnalysis>();

/** How a file is looked at. */
export interface Outlook {
  /** Whether a handler is looked for. */
  readonly holdsHandler?: boolean;
  /** Functions that no handler reaches count in a file without handlers too. */
  readonly everywhere?: boolean;
  /** The functions that count of those that no handler reaches; null for all. */
  readonly wanted?: ReadonlySet<object> | null;
  readonly known?: Knowledge;
  /** Exports that Lambda is known to call. */
  readonly handlers?: ReadonlySet<string>;
}

/** The analysis of a file, if a rule has asked for it before. */
export const knownAnalysis = (ast: TSESTree.Program): FileAnalysis | undefined => analyses.get(ast);

/** The analysis of a file, made once for all rules: as the first of them asks. */
export function analysisOf(file: SourceFile, outlook: Outlook = {}): FileAnalysis {
  let analysis = analyses.get(file.ast);
  if (analysis === undefined) analyses.set(file.ast, (analysis = analyze(file, outlook)));
  return analysis;
}

/** The analysis of a file in which nothing is to be found: no rule of the engine's asks more of it. */
export function noAnalysis(file: SourceFile): FileAnalysis {
  let analysis = analyses.get(file.ast);
  if (analysis === undefined) {
    const module = moduleOf(file);
    analysis = { module, handlers: [], adapted: false, entries: [], hits: [], responses: [], shapes: [], writes: [], giveUps: new Map() };
    analyses.set(file.ast, analysis);
  }
  return analysis;
}

function analyze(
  file: SourceFile,
  { holdsHandler = true, everywhere = false, wanted = null, known = knowledge(), handlers: named = new Set() }: Outlook,
): FileAnalysis {
  const module = moduleOf(file);
  const m = new Machine(known, file.loader, module);
  const writes: StateWrite[] = [];
  const interprets = namesInterpreter(file.text, known) || namesSecretKeeper(file.text, known);
  m.followUnknown = interprets;
  m.onStateWrite = write => {
    if (!m.state.live) return;
    writes.push(write);
    for (const reference of write.value.references) if (reference.type === 'object') m.kept.add(reference.id);
    // A value kept under a key of the event's own is found only under that key.
    if (write.key === null || write.key.taints.length === 0)
      recordHit(m, { kind: 'module-state', label: 'This write', node: write.target }, write.value);
  };
  const entries: CallFact[] = [];
  m.onEntry = (fn, args) => {
    entries.push({ file: fn.environment.module.file, offset: fn.node.range[0], arguments: args.map(arg => classOf(m, arg)) });
  };
  evaluateModule(m, module);
  m.environment = module.environment ?? m.environment;
  const responses: ResponseSeen[] = [];
  const imports = importsOf(module);
  const handlers: HandlerRoot[] = [];
  // A handler may hand further functions to a library: a batch processor's, a router's that is built on the way.
  for (let registered = -1; holdsHandler && registered < m.registered.length;) {
    registered = m.registered.length;
    for (const handler of handlerRoots(m, module, imports, named)) {
      if (handlers.some(other => isSameHandler(other, handler))) continue;
      handlers.push(handler);
      observeResponses(m, handler, responses);
      runHandler(m, handler);
    }
  }
  m.onExit = null;
  m.onResponse = null;
  if (interprets && (everywhere || handlers.length > 0)) runOthers(m, module, new Set(handlers.map(({ node }) => node)), wanted);
  return {
    module,
    handlers,
    adapted: m.adapted,
    entries,
    hits: [...m.hits.values()].flatMap(kinds => [...kinds.values()]),
    responses,
    shapes: m.shapes,
    writes,
    giveUps: new Map([...m.giveUps, ...[...(file.loader?.lost ?? [])].map(reason => [reason, 1] as const)]),
  };
}
