import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../flow/value.js';
import type { Candidate } from './candidate.js';
import { isFunction, parametersOf } from './candidate.js';
import { contextUse } from './evidence/context-use.js';
import { eventAccess } from './evidence/event-access.js';
import { handlerName, isHandlerName } from './evidence/handler-name.js';
import { response } from './evidence/response.js';
import { signature } from './evidence/signature.js';
import { globalReferences } from './global-references.js';
import { namesPlace } from './may-hold-handler.js';
import { listens } from './vetoes/emitter-listener.js';

type Node = TSESTree.Node;

/** What the closer look needs: the functions and the variables' names come from the scopes, without a walk. */
export interface CandidateFile {
  readonly program: TSESTree.Program;
  readonly text: string;
  readonly filename: string;
  readonly scopes: readonly FileScope[];
  /** Whether the text names a place that only events have. */
  readonly namesPlace: boolean;
  /** Whether the text names the status of a response. */
  readonly namesStatus: boolean;
}

interface FileScope {
  readonly type: string;
  readonly block: Node;
  readonly variables: readonly ScopeVariable[];
  readonly through: readonly ScopeReference[];
}

interface ScopeReference {
  readonly identifier: Node;
}

interface ScopeVariable {
  readonly name: string;
  readonly defs: readonly { readonly type: string; readonly node: unknown }[];
  readonly references: readonly ScopeReference[];
}

/** `typeof exports`, `Object.defineProperty(exports, '__esModule', …)`, `exports.__esModule`: they export nothing. */
function isMark(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'UnaryExpression') return true;
  if (parent?.type === 'MemberExpression') return parent.property.type === 'Identifier' && parent.property.name === '__esModule';
  const key = parent?.type === 'CallExpression' && parent.arguments[0] === node ? parent.arguments[1] : null;
  return key?.type === 'Literal' && key.value === '__esModule';
}

/** Whether a file exports anything: by a statement, or by the `exports` or the `module` that no scope of its own declares. */
function exportsAnything({ program, scopes }: CandidateFile): boolean {
  if (program.body.some(({ type }) => type.startsWith('Export') || type === 'TSExportAssignment')) return true;
  return globalReferences(scopes).some(
    ({ identifier }) =>
      identifier.type === 'Identifier' && (identifier.name === 'exports' || identifier.name === 'module') && !isMark(identifier),
  );
}

/** `exports.handler =`, `as handler`: names of handlers that a value gets which is no function just there. */
const namedElsewhere = /\bexports\s*(?:\.\s*|\[\s*['"`])(?:\w*[hH]andler|lambda|main\b)|\bas\s+(?:\w*[hH]andler|lambda|main\b)/;
/** `handler: create(`: of an object, which may be what is exported. */
const namedInObject = /(?:[hH]andler|\blambda\w*|\bmain)['"]?\s*:\s*(?!(?:async|function)\b)[\w$]/g;

/** A variable that gets its value from something else than a function's own expression. */
function isFilled({ defs }: ScopeVariable): boolean {
  return defs.some(({ type, node }) => type === 'Variable' && !isFunction((node as TSESTree.VariableDeclarator).init));
}

/** `exports`, `module.exports`, and what bundlers call it. */
function isExports(node: Node | undefined): boolean {
  const name = node?.type === 'MemberExpression' ? node.property : node;
  return name?.type === 'Identifier' && /exports$/i.test(name.name);
}

/** Whether an expression of the top level is, or goes into, what the module exports. */
function leadsOut(node: Node): boolean {
  const { parent } = node as { parent?: Node };
  if (parent === undefined || parent.type === 'Program') return false;
  if (parent.type === 'AssignmentExpression') return parent.left.type === 'MemberExpression';
  // `__export(exports, { handler: () => handler })`, as bundlers write it.
  if (parent.type === 'CallExpression' && isExports(parent.arguments[0])) return true;
  return parent.type.startsWith('Export') || parent.type === 'TSExportAssignment' || leadsOut(parent);
}

function isExported({ defs, references }: ScopeVariable): boolean {
  return defs.some(({ node }) => leadsOut(node as Node)) || references.some(({ identifier }) => leadsOut(identifier));
}

/** Whether a place in the text is in a function that nobody calls where it stands. */
function isInFunction(offset: number, { scopes }: CandidateFile): boolean {
  return scopes.some(
    ({ type, block }) =>
      type === 'function' &&
      block.range[0] <= offset &&
      offset < block.range[1] &&
      !(block.parent?.type === 'CallExpression' && block.parent.callee === block),
  );
}

function namesHandler(file: CandidateFile): boolean {
  const ofVariable = file.scopes.some(
    ({ block, variables }) =>
      block.type === 'Program' && variables.some(variable => isHandlerName(variable.name) && isFilled(variable) && isExported(variable)),
  );
  if (ofVariable || namedElsewhere.test(file.text)) return true;
  return Array.from(file.text.matchAll(namedInObject)).some(({ index }) => !isInFunction(index, file));
}

/** The name that a function has by where it stands. */
function nameOf(fn: FunctionNode): string {
  if (fn.id) return fn.id.name;
  const { parent } = fn;
  const target =
    parent.type === 'VariableDeclarator'
      ? parent.id
      : parent.type === 'AssignmentExpression'
        ? parent.left
        : parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition'
          ? parent.key
          : null;
  if (target?.type === 'MemberExpression') return target.property.type === 'Identifier' ? target.property.name : '';
  return target?.type === 'Identifier' ? target.name : '';
}

/** Whether the call that a function is given to hands it to no one who could export it. */
function isGivenAway(fn: FunctionNode): boolean {
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.callee === fn) return false;
  return listens(call) || call.parent.type === 'ExpressionStatement';
}

function isDecorated({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' && (parent.decorators?.length ?? 0) > 0;
}

function mayBe(fn: FunctionNode, file: CandidateFile): boolean {
  if (isDecorated(fn)) return true;
  if (parametersOf(fn).length > 3 || isGivenAway(fn)) return false;
  // It may be exported under any name.
  const candidate: Candidate = {
    fn,
    exportName: '',
    variableType: null,
    method: null,
    classNode: null,
    imports: new Map(),
    program: file.program,
    filename: file.filename,
    text: node => file.text.slice(...node.range),
    viaWrapper: true,
  };
  if (signature(candidate) !== null || handlerName({ ...candidate, exportName: nameOf(fn) }) !== null) return true;
  // The text was searched before the tree is walked.
  if (file.namesStatus && response(candidate) !== null) return true;
  if (!file.namesPlace || !namesPlace(candidate.text(fn))) return false;
  return eventAccess(candidate) !== null || contextUse(candidate) !== null;
}

/**
 * A closer look at a file whose exports may be handlers, before it is interpreted: whether any function in it has what a handler without a
 * type, a template or a library has.
 */
export function holdsCandidate(file: CandidateFile): boolean {
  if (!exportsAnything(file)) return false;
  return namesHandler(file) || file.scopes.some(({ type, block }) => type === 'function' && isFunction(block) && mayBe(block, file));
}
