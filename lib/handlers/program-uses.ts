import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../flow/value.js';
import { childrenOf } from './children.js';

/** How a program uses its functions, as far as names tell. */
export interface ProgramUses {
  /** Calls by the name that is called, `f()` and `exports.f()`. */
  readonly calls: ReadonlyMap<string, readonly TSESTree.CallExpression[]>;
  /** The calls that a name, or a method of `this`, is an argument of. */
  readonly passedTo: ReadonlyMap<string, readonly TSESTree.CallExpression[]>;
  /** Names of `const` variables at the top level that hold a literal. */
  readonly constants: ReadonlySet<string>;
}

const cache = new WeakMap<TSESTree.Program, ProgramUses>();

/** @returns the name that a call calls: `f` of `f()` and of `exports.f()`, null of any other. */
function calledName(callee: TSESTree.Expression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null;
  const { object } = callee;
  const isExports =
    (object.type === 'Identifier' && object.name === 'exports') ||
    (object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'exports');
  return isExports ? callee.property.name : null;
}

/** The name of what is passed: `f`, and `this.f` for a method, bound or not. */
function passedName(node: TSESTree.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { object, property } = node.callee;
    return property.type === 'Identifier' && property.name === 'bind' && object.type === 'MemberExpression' ? passedName(object) : null;
  }
  const isOwn = node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && node.property.type === 'Identifier';
  return isOwn ? `this.${(node.property as TSESTree.Identifier).name}` : null;
}

function add(map: Map<string, TSESTree.CallExpression[]>, name: string | null, call: TSESTree.CallExpression): void {
  if (name === null) return;
  const list = map.get(name);
  if (list === undefined) map.set(name, [call]);
  else list.push(call);
}

function topLevelConstants(program: TSESTree.Program): Set<string> {
  const names = new Set<string>();
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type !== 'VariableDeclaration' || node.kind !== 'const') continue;
    for (const { id, init } of node.declarations) if (id.type === 'Identifier' && isConstant(init, names)) names.add(id.name);
  }
  return names;
}

/** Whether an expression is made of literals (and of constants named so far) only. */
export function isConstant(node: TSESTree.Node | null | undefined, constants: ReadonlySet<string>): boolean {
  switch (node?.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(expression => isConstant(expression, constants));
    case 'Identifier':
      return node.name === 'undefined' || constants.has(node.name);
    case 'UnaryExpression':
      return isConstant(node.argument, constants);
    case 'ArrayExpression':
      return node.elements.every(item => item === null || isConstant(item, constants));
    case 'ObjectExpression':
      return node.properties.every(property => property.type === 'Property' && !property.computed && isConstant(property.value, constants));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return isConstant(node.expression, constants);
    default:
      return false;
  }
}

/** The call that a function expression is an argument of; null for none. */
export function callGiven(fn: FunctionNode): TSESTree.CallExpression | null {
  const { parent } = fn;
  return parent.type === 'CallExpression' && parent.callee !== fn ? parent : null;
}

/** Whether a text holds a name more than once: where it does not, nothing but its own place uses what it names. */
export const isNamedAgain = (name: string, text: string): boolean => text.includes(name, text.indexOf(name) + name.length);

/** Walks the program once and keeps the result as long as the program lives. */
export function usesIn(program: TSESTree.Program): ProgramUses {
  let uses = cache.get(program);
  if (uses !== undefined) return uses;
  const calls = new Map<string, TSESTree.CallExpression[]>();
  const passedTo = new Map<string, TSESTree.CallExpression[]>();
  const pending: TSESTree.Node[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'CallExpression') {
      add(calls, calledName(node.callee), node);
      for (const argument of node.arguments) add(passedTo, passedName(argument), node);
    }
    pending.push(...childrenOf(node));
  }
  uses = { calls, passedTo, constants: topLevelConstants(program) };
  cache.set(program, uses);
  return uses;
}
