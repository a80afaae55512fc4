import type { Rule } from 'eslint';
import { checkedBit } from '../lib/analysis/knowledge.js';
import { analysisOfContext, isScript, mayBeHandlerFile } from '../lib/analysis/linted-file.js';
import type { HandlerRoot } from '../lib/analysis/handler-roots.js';
import type { Hit } from '../lib/flow/hit.js';
import type { Taint } from '../lib/flow/value.js';
import { sinkKinds, type SinkKind } from '../lib/models/kinds.js';
import { guarded } from '../lib/rule/guarded.js';
import { fitted, headOf, pathText, sourceText } from '../lib/rule/message.js';
import { reportHit } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';
import { entryOf } from './catalogue.js';

const slug = 'require-event-validation';
/** Where event data goes in any case, checked or not: the log, the answer, and the object whose key the event is about. */
const elsewhere: ReadonlySet<string> = new Set<SinkKind>(['log', 'text-log', 'response', 'request', 'module-state', 'object-key']);
/** What these tell is the name of an object, and S3 has seen to that. */
const ofStorage: ReadonlySet<string | null> = new Set(['S3Event', 'S3NotificationEvent']);
/** What Cognito's user pool and AppSync's schema have already checked: of a user that exists, of a query. */
const checkedByService: ReadonlySet<string | null> = new Set([
  'the user name',
  'a user attribute',
  'a GraphQL argument',
  'the GraphQL arguments',
]);
/** Middleware of the program's own that says of itself that it checks: `.use(validateBody())`. Who checks a token says nothing of the rest. */
const checkingMiddleware =
  /\.(?:use|before)\(\s*(?!\w*(?:jwt|token|auth|signature|session|user|access|permission|role|key|origin))\w*(?:validat|verif)\w*\(/iu;
/** The same by way of a queue or a topic. */
const nameInStorage = /\.s3\.(?:object|bucket)\b/u;
const uses: ReadonlySet<string> = new Set(sinkKinds.filter(kind => !elsewhere.has(kind)));

/** The first of the event's data that a handler uses as it came. */
function uncheckedUse(hits: readonly Hit[], handler: HandlerRoot): { readonly hit: Hit; readonly taint: Taint } | null {
  for (const hit of hits) {
    if (!uses.has(hit.kind) || (hit.kind === 'write' && ofStorage.has(handler.event))) continue;
    const taint = hit.taints.find(
      ({ origin, cleared }) =>
        origin.kind === 'event' &&
        (cleared & checkedBit) === 0 &&
        !checkedByService.has(origin.facts.label) &&
        !(hit.kind === 'write' && nameInStorage.test(origin.path)) &&
        (handler.node.params as readonly unknown[]).includes(origin.root.node),
    );
    if (taint !== undefined) return { hit, taint };
  }
  return null;
}

/** Handlers that use event data without a check in front. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { tainted: '{{sink}} {{harm}} {{source}}{{path}}. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !mayBeHandlerFile(context) || checkingMiddleware.test(context.sourceCode.text)) return {};
    return {
      'Program:exit': guarded(slug, context, () => {
        const { handlers, hits, module } = analysisOfContext(context);
        for (const handler of handlers) {
          const use = uncheckedUse(hits, handler);
          if (use === null || use.taint.origin.root.module.file !== module.file) continue;
          const { hit, taint } = use;
          const path = pathText(taint, module.file, hit);
          const { advice } = entryOf(slug);
          const data = fitted({ sink: headOf(hit.label), harm: 'trusts', source: sourceText(taint.origin), path, advice });
          reportHit(context, slug, { hit, place: taint.origin.root.node, taint, tier: 'tainted', messageId: 'tainted', data });
        }
      }),
    };
  },
};

export default rule;
