import type { Rule } from 'eslint';
import { entryOf, type JsRuleId } from '../../rules/catalogue.js';
import { isForItsUser, isTestFile, isTestSource } from '../analysis/file-kinds.js';
import { ownErrorBit } from '../analysis/knowledge.js';
import {
  analysisOfContext,
  askForEveryFunction,
  isScript,
  mayBeHandlerFile,
  mayInterpret,
  mayKeepSecrets,
} from '../analysis/linted-file.js';
import type { FileAnalysis } from '../analysis/file-analysis.js';
import type { Hit } from '../flow/hit.js';
import type { Node, Taint } from '../flow/value.js';
import type { ShapeKind, SinkKind, SourceKind } from '../models/kinds.js';
import { recordCallFacts } from './call-facts.js';
import { isCollecting } from './collecting.js';
import { recordGiveUp } from './give-ups.js';
import { guarded, isWanted } from './guarded.js';
import { fitted, headOf, pathText, sourceText } from './message.js';
import { isOwnSink, placeOf, reportHit, reportShape } from './report.js';
import { ruleMeta } from './rule-meta.js';
import { quotesSecret, type Suggester } from './suggester.js';

/** What must not reach what. */
export interface TaintQuery {
  readonly sources: readonly SourceKind[];
  readonly sinks: readonly SinkKind[];
  /** What the sink does, between sink and source: `runs a shell command that contains`. */
  readonly harm: string;
  /** What sinks of a kind do instead, and what to write instead. */
  readonly variants?: Partial<Record<SinkKind, { readonly harm: string; readonly advice: string }>>;
  /** What is said where the sink is not a call but a thing that is chosen in it: `the queue`. */
  readonly chosen?: { readonly harm: string; readonly advice?: string };
  /** What the sink does with text of unknown origin, for the `dynamic` tier: a whole sentence's end. */
  readonly dynamicHarm?: string;
  /** Which of the taints count. */
  readonly select?: (taint: Taint, hit: Hit) => boolean;
  /** Kinds of calls that are reported for their form. */
  readonly shapes?: readonly ShapeKind[];
  /** What such a call does, with its full stop. */
  readonly shapeHarm?: string;
  /** Kinds of calls that undo, somewhere in the file, what sinks of a kind did. */
  readonly undoneBy?: Partial<Record<SinkKind, ShapeKind>>;
  /** Name of the boolean option that says that the rule does not apply. */
  readonly disabledBy?: string;
  /** What could stand there instead, where that follows from the code. */
  readonly suggester?: Suggester;
  /** Name of the boolean option that allows errors which the program made for its caller. */
  readonly ownErrors?: string;
}

/** Makes a rule out of a query: one report per sink argument, with the nearest source. */
export function defineTaintRule(slug: JsRuleId, query: TaintQuery): Rule.RuleModule {
  const entry = entryOf(slug);
  return {
    meta: {
      ...ruleMeta(slug),
      ...(query.suggester === undefined ? {} : { hasSuggestions: true }),
      messages: {
        ...query.suggester?.messages,
        tainted: '{{sink}} {{harm}} {{source}}{{path}}. {{advice}}',
        ...(query.dynamicHarm === undefined ? {} : { dynamic: '{{sink}} {{harm}} {{advice}}' }),
        ...(query.shapeHarm === undefined ? {} : { shape: '{{sink}} {{harm}} {{advice}}' }),
      },
    },
    create(context) {
      if (!isScript(context)) return {};
      const options = (context.options[0] ?? {}) as Readonly<Record<string, unknown>>;
      if (query.disabledBy !== undefined && options[query.disabledBy] === true) return {};
      const mode = query.dynamicHarm === undefined ? 'never' : String(options['dynamic'] ?? 'handler');
      const mayMatter = (): boolean => {
        const text = mode === 'always' && mayInterpret(context) && !isForItsUser(context);
        const secrets = query.shapes !== undefined && mayKeepSecrets(context);
        if (text) askForEveryFunction(context, 'text');
        if (secrets) askForEveryFunction(context, 'secrets');
        return text || secrets || mayBeHandlerFile(context);
      };
      if (!isWanted(slug, context, mayMatter)) return {};
      return {
        'Program:exit': guarded(slug, context, () => {
          const isTest = isTestFile(context);
          if (isTest && !isCollecting()) return;
          const analysis = analysisOfContext(context);
          keepFacts(analysis);
          // A test harms nobody, and what it calls is told where that lies.
          if (isTest) return;
          const calledByTest = isTestSource(context);
          const reported = new Map<Node, string>();
          const elsewhere = new Set<Node>();
          for (const shape of analysis.shapes) {
            if (
              !(query.shapes as readonly string[] | undefined)?.includes(shape.kind) ||
              shape.module.file !== analysis.module.file ||
              reported.has(shape.node)
            )
              continue;
            reported.set(shape.node, shape.label);
            reportShape(context, slug, shape, { sink: headOf(shape.label), harm: query.shapeHarm ?? '', advice: entry.advice });
          }
          for (const hit of analysis.hits) {
            if (!(query.sinks as readonly string[]).includes(hit.kind) || isUndone(query, hit, analysis)) continue;
            if (calledByTest && hit.module.file !== analysis.module.file) continue;
            const place = placeOf(hit, analysis.module);
            if (place === null || isReported(reported, place, hit.label)) continue;
            const isAllowed = (taint: Taint): boolean =>
              query.ownErrors !== undefined && options[query.ownErrors] === true && (taint.cleared & ownErrorBit) !== 0;
            const taints = hit.taints.filter(
              taint =>
                (query.sources as readonly string[]).includes(taint.origin.kind) &&
                (query.select?.(taint, hit) ?? true) &&
                !isAllowed(taint),
            );
            const first = taints[0];
            // What lies in other modules from its source on is told at the first place that leads there.
            const there = first === undefined ? null : elsewhereOf(hit, first, place, analysis.module.file);
            if (there !== null && elsewhere.has(there)) continue;
            if (there !== null) elsewhere.add(there);
            if (first !== undefined) {
              reported.set(place, hit.label);
              const others = new Set(taints.map(taint => sourceText(taint.origin))).size - 1;
              const source = sourceText(first.origin) + (others > 0 ? ` and ${others} more` : '');
              const data = fitted({
                sink: headOf(hit.label),
                harm: query.harm,
                source,
                path: pathText(first, analysis.module.file, hit),
                advice: entry.advice,
                ...query.variants?.[hit.kind as SinkKind],
                ...(hit.label.startsWith('the ') ? query.chosen : undefined),
              });
              reportHit(context, slug, {
                hit,
                place,
                taint: first,
                tier: 'tainted',
                messageId: 'tainted',
                data,
                suggest: suggestionsFor(query, hit, place, context),
              });
            } else if (
              query.dynamicHarm !== undefined &&
              mode !== 'never' &&
              isDynamic(hit, mode, analysis.handlers.length > 0, analysis.module.file) &&
              !isTestSource(context) &&
              !isForItsUser(context)
            ) {
              reported.set(place, hit.label);
              reportHit(context, slug, {
                hit,
                place,
                taint: null,
                tier: 'dynamic',
                messageId: 'dynamic',
                data: { sink: headOf(hit.label), harm: query.dynamicHarm, advice: entry.advice },
                suggest: suggestionsFor(query, hit, place, context),
              });
            }
          }
        }),
      };
    },
  };
}

/**
 * What is the same at every place of the linted file, when source and sink lie in another module: the sink, or the source where handlers that
 * a wrapper made answer.
 */
function elsewhereOf(hit: Hit, { origin, steps }: Taint, place: Node, file: string): Node | null {
  const from = origin.root.module.file;
  if (from === file || isOwnSink(hit, file)) return null;
  if (hit.module.file === from) return hit.node;
  const entered = hit.calls[0]?.node;
  for (let step = steps; step !== null; step = step.previous)
    if (step.module.file === file && step.node !== place && step.node !== entered) return null;
  return hit.module.file === file ? origin.root.node : hit.node;
}

/** Whether a call in the file takes back what the sink did. */
function isUndone(query: TaintQuery, hit: Hit, { shapes }: FileAnalysis): boolean {
  const undoing = query.undoneBy?.[hit.kind as SinkKind];
  return undoing !== undefined && shapes.some(({ kind }) => kind === undoing);
}

/** What could stand in place of a call whose argument is reported. */
function suggestionsFor(query: TaintQuery, hit: Hit, place: Node, context: Rule.RuleContext): Rule.SuggestionReportDescriptor[] {
  const suggestion = hit.node === place ? query.suggester?.suggest(hit, context.sourceCode) : null;
  return suggestion == null || quotesSecret(suggestion, context.sourceCode) ? [] : [suggestion];
}

/** Whether text of unknown origin reaches a sink that interprets it. */
function isDynamic(hit: Hit, mode: string, inHandlerFile: boolean, file: string): boolean {
  if (hit.module.file !== file) return false;
  if (mode === 'handler' && !inHandlerFile) return false;
  if (hit.dynamic === null || hit.taints.some(({ origin }) => origin.kind !== 'unknown')) return false;
  return hit.dynamic === 'any' || hit.assembled;
}

/** Whether a place, or one around or inside it, was reported for the same call: an argument and an element of it are one weakness. */
function isReported(reported: ReadonlyMap<Node, string>, place: Node, label: string): boolean {
  if (reported.has(place)) return true;
  const contains = (outer: Node, inner: Node): boolean => outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
  return [...reported].some(([node, other]) => other === label && (contains(node, place) || contains(place, node)));
}

const kept = new WeakSet<FileAnalysis>();

/** Hands the calls into other modules to whoever joins the files, once per file. */
function keepFacts(analysis: FileAnalysis): void {
  if (kept.has(analysis)) return;
  kept.add(analysis);
  recordCallFacts(analysis.entries);
  for (const reason of analysis.giveUps.keys()) recordGiveUp(analysis.module.file, reason);
}
