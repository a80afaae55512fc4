import type { Rule, Scope } from 'eslint';
import { entryOf } from './catalogue.js';
import type { TSESTree } from '@typescript-eslint/utils';
import { fileNames } from '../lib/analysis/file-names.js';
import { isScript } from '../lib/analysis/linted-file.js';
import { isCommand, isInfrastructureFile, isTestSource } from '../lib/analysis/file-kinds.js';
import { environmentReads, isKeyOfKms, isNameOfSecret } from '../lib/secrets/environment-reads.js';
import { isSecretEnvironmentName } from '../lib/secrets/names.js';
import { secretInVariable } from '../lib/templates/environment.js';
import { addedVariable, isFunctionConstruct, variablesOf } from '../lib/templates/cdk.js';
import { guarded } from '../lib/rule/guarded.js';
import { reportShape } from '../lib/rule/report.js';
import { ruleMeta } from '../lib/rule/rule-meta.js';

const slug = 'no-env-secret';

/** What a bundler writes into the program for the browser. */
const forBrowser = /^(?:REACT_APP|VITE|NEXT_PUBLIC|GATSBY|EXPO_PUBLIC|NUXT_PUBLIC|VUE_APP)_/u;

/** `aws_appsync_apiKey`: what Amplify tells its clients in the browser. */
function isOfAmplify({ parent }: TSESTree.Node): boolean {
  if (parent?.type !== 'Property') return false;
  const { key } = parent;
  return (key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '').startsWith('aws_appsync_');
}

/** A secret that is read from an environment variable, by the variable's name; in a program of the CDK, one that a function is given. */
const rule: Rule.RuleModule = {
  meta: { ...ruleMeta(slug), messages: { shape: '{{sink}} keeps a secret in an environment variable. {{advice}}' } },
  create(context) {
    if (!isScript(context) || !/\benv(?:ironment)?\b|\baddEnvironment\b/u.test(context.sourceCode.text)) return {};
    const constructs: TSESTree.NewExpression[] = [];
    const calls: TSESTree.CallExpression[] = [];
    const checkProgram = (): void => {
      const names = fileNames(context);
      const functions = constructs.filter(node => isFunctionConstruct(node, names));
      const variables = functions.flatMap(node => variablesOf(node, names)).concat(calls.flatMap(call => addedVariable(call, names) ?? []));
      for (const variable of variables) {
        if (secretInVariable(variable)?.kind !== 'kept') continue;
        reportShape(
          context,
          slug,
          { node: variable.node as never },
          { sink: `The variable ${variable.name} of a function`, advice: entryOf(slug).advice },
        );
      }
    };
    return {
      NewExpression(node) {
        constructs.push(node as unknown as TSESTree.NewExpression);
      },
      CallExpression(node) {
        calls.push(node as unknown as TSESTree.CallExpression);
      },
      'Program:exit': guarded(slug, context, () => {
        if (isTestSource(context) || isCommand(context)) return;
        if (isInfrastructureFile(context)) {
          checkProgram();
          return;
        }
        for (const { name, node } of environmentReads(context.sourceCode.scopeManager.scopes as Scope.Scope[])) {
          if (
            isSecretEnvironmentName(name) &&
            !forBrowser.test(name) &&
            !isOfAmplify(node) &&
            !isNameOfSecret(node) &&
            !isKeyOfKms(name, context.sourceCode.text)
          )
            reportShape(context, slug, { node }, { sink: `process.env.${name}`, advice: entryOf(slug).advice });
        }
      }),
    };
  },
};

export default rule;
