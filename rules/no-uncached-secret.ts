import type { Rule } from 'eslint';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { isMemoised } from '../lib/analysis/memo.js';
import { analysisOfContext, isScript, mayBeHandlerFile } from '../lib/analysis/linted-file.js';
import { guarded, isWanted } from '../lib/rule/guarded.js';
import { placeOf, reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-uncached-secret';
/** The contract of a rotation function: it has to read the secret as it is now. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html */
const rotation = /\bClientRequestToken\b[\s\S]*\b(?:createSecret|setSecret|testSecret|finishSecret)\b/u;

/** A secret that every invocation fetches again. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} fetches the secret on every invocation. {{advice}}' } },
  create(context) {
    if (!isScript(context) || rotation.test(context.sourceCode.text) || !isWanted(slug, context, () => mayBeHandlerFile(context)))
      return {};
    if (isTestSource(context)) return {};
    return {
      'Program:exit': guarded(slug, context, () => {
        const analysis = analysisOfContext(context);
        // A custom resource runs when its stack changes: there is nothing to keep a secret for.
        if (analysis.handlers.length > 0 && analysis.handlers.every(({ event }) => event === 'CloudFormationCustomResourceEvent')) return;
        const reported = new Set<unknown>();
        for (const shape of analysis.shapes) {
          const isFetch = shape.kind === 'secret-fetch' && shape.handled && !isMemoised(shape.node, shape.module, shape.calls);
          const place = isFetch || shape.kind === 'secret-refetch' ? placeOf({ ...shape, taints: [] }, analysis.module) : null;
          if (place === null || reported.has(place)) continue;
          reported.add(place);
          reportShape(context, slug, { node: place }, { sink: shape.label, advice: entryOf(slug).advice });
        }
      }),
    };
  },
};

export default rule;
