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
const routeCall =
  /\b(?:app|api|router?s?|routes|server|bridge|skill\w*)\s*\.\s*(?:get|post|put|patch|delete|all|use|any|route|on[A-Z]\w+|resolver|batchResolver)\s*\(|awslambda\b/;
const handlerName = /handler$|^lambda|^main$/i;

/** One expression that finds any of the words; words that hold another are left out. */
function anyOf(words: Iterable<string>): RegExp {
  const all = [...new Set(words)].filter(word => word !== '' && word !== '*' && word !== '[]');
  return new RegExp(
    all
      .filter(word => !all.some(other => other !== word && word.includes(other)))
      .join('|')
      .replace(/[[\]().]/g, '\\$&'),
  );
}

/** A text that reads a place that only events have holds one of these. */
const placeNames = anyOf([
  ...events.flatMap(model => model.distinctive.map(path => fieldSteps(path).find(step => step !== '[]') ?? '')),
  ...contextMembers,
]);
/** A text that names a type of Lambda's holds one of these. */
const typeNames = anyOf([
  ...Object.keys(eventModels).filter(name => name.length >= 8),
  'aws-lambda',
  'AWSLambda',
  'awslambda',
  ...eventOfHandlerType.keys(),
]);
const looseHint = /\b_?(?:event|evt|context|ctx)\b|[a-z]Event\b|handler|lambda/i;

/** Searches of the text, each done once and only when asked for. */
class Text {
  private places: boolean | null = null;
  private types: boolean | null = null;
  private hint: boolean | null = null;

  constructor(readonly source: string) {}

  get namesPlace(): boolean {
    return (this.places ??= placeNames.test(this.source));
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
    if (parameters.length === 0 || parameters.length > 4) return false;
    const [first, second, third] = parameters;
    if (isEventName(first) || isContextName(second) || isCallbackName(third)) return true;
    if (parameterType(first) !== null || parameterType(second) !== null) if (this.text.namesType) return true;
    return this.text.namesPlace;
  }

  private classMay(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
    return node.implements.length > 0 || node.body.body.some(member => member.type === 'MethodDefinition' && member.decorators.length > 0);
  }

  /** Whether what is exported under a name may be a handler, or hold one. */
  exported(name: string, node: Node | null, depth = 0): boolean {
    if (node === null || depth > 4) return this.text.isLoose;
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return handlerName.test(name) || this.functionMay(node);
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

/**
 * A cheap first look, for every file that is linted: top-level statements and a few searches of the text, no walk.
 * @param named whether a template in the tree names an export of this file as a handler
 * @returns false only if no function of the file can be a handler by any evidence
 */
export function mayHoldHandler(program: TSESTree.Program, text: string, filename: string, named = false): boolean {
  if (named) return true;
  if (/\.d\.[cm]?ts$/.test(filename)) return false;
  const scan = new Scan(program, new Text(text));
  let exports = false;
  for (const statement of program.body) {
    const module = importedModule(statement);
    if (module !== null && handlerModules.test(module)) return true;
    const may = statementMay(statement, scan);
    if (may === true) return true;
    if (may !== null) exports = true;
  }
  // Exports that no statement of the top level makes: inside a block or a function.
  if (!exports && text.includes('exports') && new Text(text).isLoose) return true;
  return routeCall.test(text);
}
