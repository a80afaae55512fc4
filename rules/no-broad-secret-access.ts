import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { entryOf } from './catalogue.js';
import { isTestSource } from '../lib/analysis/file-kinds.js';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { defineTaintRule } from '../lib/rule/define-taint-rule.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { broadSecretResources } from '../lib/secrets/policy.js';
import { broadPolicyOfFunction } from '../lib/templates/cdk.js';

const slug = 'no-broad-secret-access';
const harm = 'gives access to more secrets than one.';

const reads = defineTaintRule(slug, {
  sources: ['event', 'stored'],
  sinks: ['secret-id'],
  harm: 'fetches the secret named by',
  chosen: { harm: 'is chosen by' },
  shapes: ['secret-listing'],
  shapeHarm: harm,
});

/** A file with a policy on secrets names a service that keeps them, or gives a managed policy. */
const services = /secretsmanager|\bssm:|\bkms:/i;
const managed = 'fromAwsManagedPolicyName';

/** Reading more secrets than the function needs, the one that the event names, or being allowed to read all. */
const rule: Rule.RuleModule = {
  ...reads,
  create(context) {
    if (!isScript(context)) return {};
    const listeners = reads.create(context);
    const names = fileNames(context);
    const { text } = context.sourceCode;
    if (!services.test(text) && !text.includes(managed)) return listeners;
    const broad: TSESTree.Node[] = [];
    return {
      ...listeners,
      ObjectExpression(object) {
        const resources = broadSecretResources(object as unknown as TSESTree.ObjectExpression, names);
        if (resources !== null) broad.push(resources);
      },
      CallExpression(call) {
        const node = call as unknown as TSESTree.CallExpression;
        if (broadPolicyOfFunction(node, names) !== undefined) broad.push(node);
      },
      'Program:exit'(program) {
        listeners['Program:exit']?.(program);
        guarded(slug, context, () => {
          if (broad.length === 0 || isTestSource(context)) return;
          for (const node of broad) reportShape(context, slug, { node }, { sink: 'This policy', harm, advice: entryOf(slug).advice });
        })();
      },
    };
  },
};

export default rule;
