import type { TSESTree } from '@typescript-eslint/utils';
import { eventModels, events, eventOfHandlerType } from '../models/events/registry.js';
import { fieldSteps } from '../models/events/field-tree.js';
import type { FunctionNode } from '../flow/value.js';
import { parameterType, parametersOf } from './candidate.js';
import { contextMembers, isCallbackName, isContextName, isEventName } from './parameter-names.js';

type Node = TSESTree.Node;

/** Libraries whose wrappers, routers and decorators take handlers. */
const handlerModules =
  /^(?:@aws-lambda-powertools\/|@middy\/|middy$|express$|express-promise-router$|hono(?:\/|$)|koa$|@koa\/|koa-router$|fastify$|@fastify\/|lambda-api$|serverless-http$|@?\w*\/?aws-serverless-express|@vendia\/|@codegenie\/|@sentry\/|datadog-lambda-js$|@aws\/durable|@aws-sdk\/durable|ask-sdk|aws-lambda(?:\/|$)|lambda-log|@dazn\/|@lumigo\/|@thundra\/|@epsagon|epsagon$|dashbird|@opentelemetry\/instrumentation-aws-lambda|lambda-multipart|@netlify\/functions)/;
const routeMethods = new Set(
  'get post put patch delete all use any route onQuery onMutation onPublish onSubscribe onSubscription resolver batchResolver'.split(' '),
);
const handlerName = /handler$|^lambda|^main$/i;

/** One expression that finds any of the words; a word that starts with another is left out. */
function anyOf(words: Iterable<string>, before = '', flags = ''): RegExp {
  const all = [...new Set(words)].filter(word => word !== '');
  const shortest = all.filter(word => !all.some(other => other !== word && word.startsWith(other))).sort();
  return new RegExp(`${before}(?:${shortest.join('|').replace(/[[\]().]/g, '\\$&')})`, flags);
}

/** Names of members that are everywhere: the other steps of a path say more. */
const commonSteps = new Set(['request', 'response', 'context', 'session', 'detail', 'object', 'records', 'events', 'info', 'event']);
/** The names that a text has to hold to read a place that only events have, the rarest first. */
const places = events
  .flatMap(model => model.distinctive.map(path => fieldSteps(path).filter(step => step !== '[]' && step !== '*')))
  .map(steps => steps.sort((a, b) => Number(commonSteps.has(a)) - Number(commonSteps.has(b)) || b.length - a.length));
const placeNames = anyOf([...places.map(([rarest = '']) => rarest), ...contextMembers], '\\b', 'g');

const placesByWord = new Map<string, readonly (readonly string[])[]>();

/** The places whose rarest name begins with a word. */
function placesOf(word: string): readonly (readonly string[])[] {
  let found = placesByWord.get(word);
  if (found === undefined) placesByWord.set(word, (found = places.filter(([rarest]) => rarest?.startsWith(word) === true)));
  return found;
}

/** Whether a text holds all the names of a place that only events have, or of a member of Lambda's context. */
export function namesPlace(source: string): boolean {
  const seen = new Set<string>();
  for (const [word] of source.matchAll(placeNames)) {
    if (seen.has(word)) continue;
    seen.add(word);
    if (contextMembers.has(word)) return true;
    if (placesOf(word).some(steps => steps.every(step => source.includes(step)))) return true;
  }
  return false;
}

/** A text that names a type of Lambda's holds one of these. */
const typeNames = anyOf([
  ...Object.keys(eventModels).filter(name => name.length >= 8),
  'aws-lambda',
  'AWSLambda',
  'awslambda',
  ...eventOfHandlerType.keys(),
]);
const looseHint = /\b_?(?:event|evt|context|ctx)\b|[a-z]Event\b|[hH]andler|[lL]ambda/;

/** Searches of the text, each done once and only when asked for. */
class Text {
  private places: boolean | null = null;
  private types: boolean | null = null;
  private hint: boolean | null = null;

  constructor(readonly source: string) {}

  get namesPlace(): boolean {
    return (this.places ??= namesPlace(this.source));
  }

  get namesType(): boolean {
    return (this.types ??= typeNames.test(this.source));
  }

  /** The loosest test, where the file's shape says nothing. */
  get isLoose(): boolean {
    return (this.hint ??= looseHint.test(this.source) || this.namesPlace || this.namesType);
  }
}

class Scan {
  private declarations: Map<string, Node> | null = null;

  constructor(
    private readonly program: TSESTree.Program,
    private readonly text: Text,
  ) {}

  /** What a name stands for at the top level. */
  private declaration(name: string): Node | null {
    this.declarations ??= this.index();
    return this.declarations.get(name) ?? null;
  }

  private index(): Map<string, Node> {
    const result = new Map<string, Node>();
    for (const statement of this.program.body) {
      const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if ((node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') && node.id !== null) result.set(node.id.name, node);
      if (node?.type !== 'VariableDeclaration') continue;
      for (const declarator of node.declarations) if (declarator.id.type === 'Identifier') result.set(declarator.id.name, declarator);
    }
    return result;
  }

  private functionMay(fn: FunctionNode): boolean {
    const parameters = parametersOf(fn);
    if (parameters.length === 0) return fn.async && this.text.source.includes('statusCode');
    if (parameters.length > 4) return false;
    const [first, second, third] = parameters;
    if (isEventName(first) || isContextName(second) || isCallbackName(third)) return true;
    if (parameterType(first) !== null || parameterType(second) !== null) if (this.text.namesType) return true;
    return this.text.namesPlace;
  }

  private classMay(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
    // Espree has neither list.
    const has = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;
    return has(node.implements) || node.body.body.some(member => member.type === 'MethodDefinition' && has(member.decorators));
  }

  /** Whether what is exported under a name may be a handler, or hold one. */
  exported(name: string, node: Node | null, depth = 0): boolean {
    if (node === null || depth > 4) return this.text.isLoose;
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return handlerName.test(name) || handlerName.test(node.id?.name ?? '') || this.functionMay(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.classMay(node);
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier' && node.id.typeAnnotation !== undefined && this.text.namesType) return true;
        return node.init === null ? this.text.isLoose : this.exported(name, node.init, depth + 1);
      case 'Identifier': {
        const declared = this.declaration(node.name);
        return declared === null ? false : this.exported(name, declared, depth + 1);
      }
      case 'ObjectExpression':
        return node.properties.some(property =>
          property.type === 'Property'
            ? this.exported(property.key.type === 'Identifier' ? property.key.name : '', property.value, depth + 1)
            : this.exported('', property.argument, depth + 1),
        );
      case 'AssignmentExpression':
        return this.exported(name, node.right, depth + 1);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'AwaitExpression':
        return handlerName.test(name) || this.text.isLoose;
      case 'CallExpression':
      case 'NewExpression':
      case 'MemberExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SequenceExpression':
        return handlerName.test(name) || this.text.isLoose;
      default:
        return false;
    }
  }
}

function exportTarget(left: Node): string | null {
  if (left.type !== 'MemberExpression') return null;
  const property =
    left.property.type === 'Identifier' ? left.property.name : left.property.type === 'Literal' ? String(left.property.value) : '';
  const { object } = left;
  if (object.type === 'Identifier') {
    if (object.name === 'exports') return property;
    return object.name === 'module' && property === 'exports' ? 'default' : null;
  }
  const isModule = object.type === 'MemberExpression' && object.object.type === 'Identifier' && object.object.name === 'module';
  return isModule ? property : null;
}

function importedModule(statement: TSESTree.ProgramStatement): string | null {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  if (statement.type !== 'VariableDeclaration') return null;
  for (const { init } of statement.declarations) {
    const call =
      init?.type === 'MemberExpression'
        ? init.object
        : init?.type === 'CallExpression' && init.callee.type === 'CallExpression'
          ? init.callee
          : init;
    if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require') continue;
    const source = call.arguments[0];
    if (source?.type === 'Literal' && typeof source.value === 'string' && handlerModules.test(source.value)) return source.value;
  }
  return null;
}

/** `app.get('/', …)` on whatever `app` is. */
function isRoute(call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (routeMethods.has(callee.property.name) && call.arguments.length > 0) return true;
  return callee.object.type === 'CallExpression' && isRoute(callee.object);
}

function isRouteStatement(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' && isRoute(statement.expression);
}

function statementMay(statement: TSESTree.ProgramStatement, scan: Scan): boolean | null {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return scan.exported('default', statement.declaration);
    case 'ExportNamedDeclaration': {
      if (statement.source !== null) return null;
      const { declaration } = statement;
      if (declaration?.type === 'FunctionDeclaration') return scan.exported(declaration.id?.name ?? '', declaration);
      if (declaration?.type === 'ClassDeclaration') return scan.exported('', declaration);
      if (declaration?.type === 'VariableDeclaration') {
        return declaration.declarations.some(node => scan.exported(node.id.type === 'Identifier' ? node.id.name : '', node));
      }
      return statement.specifiers.some(({ local, exported }) => scan.exported(exported.type === 'Identifier' ? exported.name : '', local));
    }
    case 'TSExportAssignment':
      return scan.exported('default', statement.expression);
    case 'ExpressionStatement': {
      const { expression } = statement;
      if (expression.type !== 'AssignmentExpression') return null;
      const name = exportTarget(expression.left);
      return name === null ? null : scan.exported(name, expression.right);
    }
    default:
      return null;
  }
}

/** What a first look says: `perhaps` is for a closer one to tell. */
export type Likelihood = 'none' | 'perhaps' | 'likely';

/**
 * A cheap first look, for every file that is linted: top-level statements and a few searches of the text, no walk.
 * @returns `none` only if no function of the file can be a handler by any evidence but a template's; `likely` where types, libraries or routes say so
 */
export function handlerLikelihood(program: TSESTree.Program, text: string, filename: string): Likelihood {
  if (/\.d\.[cm]?ts$/.test(filename)) return 'none';
  const searches = new Text(text);
  const scan = new Scan(program, searches);
  const perhaps = (): Likelihood => (searches.namesType ? 'likely' : 'perhaps');
  let exports = false;
  let exported = false;
  for (const statement of program.body) {
    const module = importedModule(statement);
    if (module !== null && handlerModules.test(module)) return 'likely';
    if (isRouteStatement(statement)) return 'likely';
    if (exported) continue;
    const may = statementMay(statement, scan);
    if (may === true) exported = true;
    if (may !== null) exports = true;
  }
  if (exported) return perhaps();
  // Exports that no statement of the top level makes: inside a block or a function.
  return !exports && text.includes('exports') && searches.isLoose ? perhaps() : 'none';
}
