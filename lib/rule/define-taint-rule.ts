import type { Rule } from 'eslint';
import { entryOf, type JsRuleId } from '../../rules/catalogue.js';
import { analysisOfContext, isScript, mayBeHandlerFile } from '../analysis/linted-file.js';
import type { Hit } from '../flow/hit.js';
import type { Taint } from '../flow/value.js';
import type { SinkKind, SourceKind } from '../models/kinds.js';
import { guarded } from './guarded.js';
import { fitted, pathText, sourceText } from './message.js';
import { placeOf, reportHit } from './report.js';
import { ruleMeta } from './rule-meta.js';

/** What must not reach what. */
export interface TaintQuery {
  readonly sources: readonly SourceKind[];
  readonly sinks: readonly SinkKind[];
  /** What the sink does, between sink and source: `runs a shell command that contains`. */
  readonly harm: string;
  /** What the sink does with text of unknown origin, for the `dynamic` tier: a whole sentence's end. */
  readonly dynamicHarm?: string;
  /** Which of the taints count. */
  readonly select?: (taint: Taint, hit: Hit) => boolean;
  /** Only in code that a handler runs. */
  readonly inInvocation?: true;
}

/** Makes a rule out of a query: one report per sink argument, with the nearest source. */
export function defineTaintRule(slug: JsRuleId, query: TaintQuery): Rule.RuleModule {
  const entry = entryOf(slug);
  return {
    meta: {
      ...ruleMeta(slug),
      messages: {
        tainted: '{{sink}} {{harm}} {{source}}{{path}}. {{advice}}',
        ...(query.dynamicHarm === undefined ? {} : { dynamic: '{{sink}} {{harm}} {{advice}}' }),
      },
    },
    create(context) {
      if (!isScript(context)) return {};
      const mode = query.dynamicHarm === undefined ? 'never' : ((context.options[0] as { dynamic?: string } | undefined)?.dynamic ?? 'handler');
      if (mode !== 'always' && !mayBeHandlerFile(context)) return {};
      return {
        'Program:exit': guarded(slug, context, () => {
          const analysis = analysisOfContext(context);
          const reported = new Set<unknown>();
          for (const hit of analysis.hits) {
            if (!(query.sinks as readonly string[]).includes(hit.kind)) continue;
            const place = placeOf(hit, analysis.module);
            if (place === null || reported.has(place)) continue;
            const taints = hit.taints.filter(taint => (query.sources as readonly string[]).includes(taint.origin.kind) && (query.select?.(taint, hit) ?? true));
            const first = taints[0];
            if (first !== undefined) {
              reported.add(place);
              const others = new Set(taints.map(taint => sourceText(taint.origin))).size - 1;
              const source = sourceText(first.origin) + (others > 0 ? ` and ${others} more` : '');
              const data = fitted({ sink: hit.label, harm: query.harm, source, path: pathText(first, analysis.module.file, hit), advice: entry.advice });
              reportHit(context, slug, { hit, place, taint: first, tier: 'tainted', messageId: 'tainted', data });
            } else if (query.dynamicHarm !== undefined && mode !== 'never' && isDynamic(hit, mode, analysis.handlers.length > 0) && !analysis.isTest) {
              reported.add(place);
              reportHit(context, slug, { hit, place, taint: null, tier: 'dynamic', messageId: 'dynamic', data: { sink: hit.label, harm: query.dynamicHarm, advice: entry.advice } });
            }
          }
        }),
      };
    },
  };
}

/** Whether text of unknown origin reaches a sink that interprets it. */
function isDynamic(hit: Hit, mode: string, inHandlerFile: boolean): boolean {
  if (mode === 'handler' && !inHandlerFile) return false;
  if (hit.dynamic === null || hit.taints.some(({ origin }) => origin.kind !== 'unknown')) return false;
  return hit.dynamic === 'any' || hit.assembled;
}
