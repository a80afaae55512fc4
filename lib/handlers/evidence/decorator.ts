import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate, Finding } from '../candidate.js';

/** Powertools' decorators that only make sense on a handler. */
const handlerDecorators = new Set([
  'injectLambdaContext',
  'captureLambdaHandler',
  'logMetrics',
  'parser',
  'validator',
  'validation',
  'idempotent',
]);
const routes = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'route', 'any']);
const resolvers = new Set(['onQuery', 'onMutation', 'onSubscription', 'resolver', 'batchResolver']);
const channels = new Set(['onPublish', 'onSubscribe']);

function decoratorName(decorator: TSESTree.Decorator): string | null {
  const called = decorator.expression.type === 'CallExpression' ? decorator.expression.callee : decorator.expression;
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' && called.property.type === 'Identifier' ? called.property.name : null;
}

function findingFor(decorator: TSESTree.Decorator, routerFile: boolean): Finding | null {
  const name = decoratorName(decorator) ?? '';
  if (handlerDecorators.has(name)) return { certain: 'typed' };
  const isMethod = decorator.expression.type === 'CallExpression' && decorator.expression.callee.type === 'MemberExpression';
  if (!isMethod || !routerFile) return null;
  if (routes.has(name)) return { certain: 'typed', event: 'PowertoolsRouterContext', parameters: ['router-context'] };
  if (resolvers.has(name)) return { certain: 'typed', event: 'AppSyncArguments', parameters: ['request', 'router-context'] };
  return channels.has(name) ? { certain: 'typed', parameters: ['event', 'event', 'context'] } : null;
}

/** A decorator of Powertools on a method: `@logger.injectLambdaContext()`, `@app.get('/todos')`. */
export function decorator(candidate: Candidate): Finding | null {
  const decorators = candidate.method?.decorators ?? [];
  if (decorators.length === 0) return null;
  const routerFile = [...candidate.imports.values()].some(({ module }) => module.startsWith('@aws-lambda-powertools/event-handler'));
  for (const each of decorators) {
    const finding = findingFor(each, routerFile);
    if (finding !== null) return finding;
  }
  return null;
}
