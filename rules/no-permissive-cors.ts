import type { Rule } from 'eslint';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { analysisOfContext, isScript, mayBeHandlerFile } from '../lib/analysis/linted-file.js';
import { guarded, isWanted } from '../lib/rule/guarded.js';
import { headOf } from '../lib/rule/message.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-permissive-cors';
const header = 'access-control-allow-origin';

/** Responses that any site may read. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} lets {{harm}} read the response. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !isWanted(slug, context, () => mayBeHandlerFile(context)) || isTestSource(context)) return {};
    return {
      'Program:exit': guarded(slug, context, () => {
        const analysis = analysisOfContext(context);
        const reported = new Set<unknown>();
        const report = (node: Parameters<typeof reportShape>[2]['node'], sink: string, isAny: boolean): void => {
          if (reported.has(node)) return;
          reported.add(node);
          const harm = isAny ? 'every site' : 'whichever site asks';
          reportShape(context, slug, { node }, { sink, harm, advice: entryOf(slug).advice });
        };
        for (const { headers } of analysis.responses) {
          for (const { name, node, constants, echoed, module } of headers) {
            const isAny = constants.includes('*');
            if (name === header && (isAny || echoed) && module === analysis.module.file) report(node, 'Access-Control-Allow-Origin', isAny);
          }
        }
        if (analysis.handlers.length === 0 && !analysis.adapted) return;
        for (const { kind, label, node, module } of analysis.shapes)
          if ((kind === 'open-cors' || kind === 'echoed-cors') && module.file === analysis.module.file)
            report(node, headOf(label), kind === 'open-cors');
      }),
    };
  },
};

export default rule;
