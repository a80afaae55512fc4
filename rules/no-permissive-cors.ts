import type { Rule } from 'eslint';
import { entryOf } from './catalogue.js';
import { analysisOfContext, isScript, mayBeHandlerFile } from '../lib/analysis/linted-file.js';
import { guarded, isWanted } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-permissive-cors';
const header = 'access-control-allow-origin';

/** Responses that any site may read. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} lets {{harm}} read the response. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !isWanted(slug, context, () => mayBeHandlerFile(context))) return {};
    return {
      'Program:exit': guarded(slug, context, () => {
        const analysis = analysisOfContext(context);
        const reported = new Set<unknown>();
        for (const { headers } of analysis.responses) {
          for (const { name, node, constants, echoed, module } of headers) {
            const isAny = constants.includes('*');
            if (name !== header || !(isAny || echoed) || reported.has(node) || module !== analysis.module.file) continue;
            reported.add(node);
            const harm = isAny ? 'every site' : 'whichever site asks';
            reportShape(context, slug, { node }, { sink: 'Access-Control-Allow-Origin', harm, advice: entryOf(slug).advice });
          }
        }
      }),
    };
  },
};

export default rule;
