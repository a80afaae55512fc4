import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, FunctionNode } from '../flow/value.js';

/** What a parameter of a handler holds. */
export type ParameterRole = 'event' | 'record' | 'context' | 'callback' | 'request' | 'response' | 'router-context' | 'error' | 'unknown';

/** A function that Lambda may call: the value of an export, a decorated method, a function given to a wrapper whose result is exported. */
export interface Candidate {
  readonly fn: FunctionNode;
  /** `handler`, `default`, `handler.get` …; null when it is not exported itself. */
  readonly exportName: string | null;
  /** Type annotation of the variable that holds it: `Handler<SQSEvent>`. */
  readonly variableType: TSESTree.TypeNode | null;
  /** The method that it is, with its decorators. */
  readonly method: TSESTree.MethodDefinition | null;
  readonly classNode: ClassNode | null;
  /** Imports of the file: local name -> module and imported name (`default`, `*`). */
  readonly imports: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
  readonly program: TSESTree.Program;
  readonly filename: string;
  /** Source text of a node. */
  text(node: TSESTree.Node): string;
  /** Passed to a call that is not known, whose result is exported. */
  readonly viaWrapper: boolean;
  /** Names of this file's exports that a template in the tree names as handlers. */
  readonly templateHandlers?: ReadonlySet<string>;
}

/** A candidate taken for a handler, and why. */
export interface Verdict {
  /** In a word: `lambda-type`, `handler-name` …; `wrapper` for a function that a wrapper was given, unless its type says. */
  readonly evidence: string;
  /** What its parameters hold, in order. */
  readonly parameters: readonly ParameterRole[];
  /** Key of a model in lib/models/events, from a type annotation; null when no annotation says. */
  readonly event: string | null;
  /** What it returns goes back to the sender. */
  readonly responds: boolean;
}

/** What one piece of evidence found. */
export interface Finding {
  /** `typed`: a type, a decorator or a template says so, which no veto but the test file's outweighs; `named`: called `handler`, whoever else calls it. */
  readonly certain?: 'typed' | 'named';
  readonly event?: string | null;
  readonly parameters?: readonly ParameterRole[];
  /** What it returns goes to another function of the program. */
  readonly responds?: false;
}

/** @returns the name of a parameter, or null for one that is destructured. */
export function parameterName(parameter: TSESTree.Parameter | undefined): string | null {
  if (parameter === undefined) return null;
  if (parameter.type === 'AssignmentPattern') return parameter.left.type === 'Identifier' ? parameter.left.name : null;
  return parameter.type === 'Identifier' ? parameter.name : null;
}

/** @returns the type annotation of a parameter. */
export function parameterType(parameter: TSESTree.Parameter | undefined): TSESTree.TypeNode | null {
  if (parameter === undefined) return null;
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (target.type === 'TSParameterProperty') return null;
  return target.typeAnnotation?.typeAnnotation ?? null;
}

/** @returns the last name of an export's path: `get` of `handler.get`. */
export function lastName(exportName: string | null): string | null {
  return exportName === null ? null : (exportName.split('.').pop() ?? null);
}

/** @returns the name that an export goes by: its last one, or for a default export the function's own. */
export function exportedName({ exportName, fn }: Pick<Candidate, 'exportName' | 'fn'>): string | null {
  const name = lastName(exportName);
  return name === 'default' ? (fn.id?.name ?? name) : name;
}

/** A function's parameters without TypeScript's `this`. */
export function parametersOf(fn: FunctionNode): readonly TSESTree.Parameter[] {
  return parameterName(fn.params[0]) === 'this' ? fn.params.slice(1) : fn.params;
}

export function isFunctionExpression(
  node: TSESTree.Node | null | undefined,
): node is TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return node?.type === 'FunctionDeclaration' || isFunctionExpression(node);
}
