import type { Machine } from './machine.js';
import { memberName, type ModuleRecord, patternNames } from './module-record.js';
import type { Node } from './value.js';

/** What the program does with a list in one place: takes all out of it, adds to it, asks how long it is, sees what it holds. */
type Use = 'empties' | 'adds' | 'asks' | 'sees' | 'sets up' | 'replaces';

/**
 * Whether what is added to a list of the module is taken out of it again, to its end, and told to no caller: lines that are written to the log
 * when the work is done, records that are sent on in batches. @param node the expression that adds
 */
export function isDrainedBuffer(m: Machine, node: Node): boolean {
  const list = listOf(node);
  const places = list === null ? [] : placesOf(m.module, list);
  const uses = places.map(place => ({ place, use: useOf(m.module, place) }));
  const emptied = uses.filter(({ place, use }) => use === 'empties' && functionAround(place) !== null).map(({ place }) => place);
  if (emptied.length === 0 || uses.some(({ use }) => use === 'replaces')) return false;
  const seen = uses.filter(({ use }) => use === 'sees').map(({ place }) => place);
  if (!seen.every(place => isLogged(place) || isEmptiedAfter(place, emptied))) return false;
  return ![...seen, ...emptied.filter(place => !isWritten(place))].some(place => isTold(m.module, place));
}

/** The list that an expression adds to: `lines` of `lines.push(x)` and of `lines = [...lines, x]`. */
function listOf(node: Node): Node | null {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') return node.callee.object;
  return node.type === 'AssignmentExpression' ? node.left : null;
}

/** Every expression of the module that means the list, but where it is declared; none when other modules see it too. */
function placesOf(module: ModuleRecord, list: Node): readonly Node[] {
  if (list.type === 'MemberExpression' && !list.computed && list.object.type === 'ThisExpression')
    return module.membersNamed(memberName(list));
  const variable = module.variableOf(list);
  if (
    variable === null ||
    [...module.exports.values()].some(({ identifier }) => identifier !== null && module.variableOf(identifier) === variable)
  )
    return [];
  return variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier as Node);
}

function useOf(module: ModuleRecord, place: Node): Use {
  const { node, parent } = outermost(place);
  if (parent?.type === 'AssignmentExpression' && parent.left === node) {
    if (!isEmptyList(parent.right)) return addsToItself(module, parent.right, place) ? 'adds' : 'replaces';
    return place.type === 'MemberExpression' && isMadeIn(place) ? 'sets up' : 'empties';
  }
  if (parent?.type === 'SpreadElement' && parent.parent.type === 'ArrayExpression')
    return isWrittenBack(module, parent.parent, place) ? 'adds' : 'sees';
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.computed) return 'sees';
  const name = memberName(parent);
  const outer = parent.parent;
  if (name === 'length') {
    if (outer.type !== 'AssignmentExpression' || outer.left !== parent) return 'asks';
    return outer.right.type === 'Literal' && outer.right.value === 0 ? 'empties' : 'replaces';
  }
  if (outer.type !== 'CallExpression' || outer.callee !== parent) return 'sees';
  if (name === 'push' || name === 'unshift') return 'adds';
  if (name === 'concat' && isWrittenBack(module, outer, place)) return 'adds';
  if (name === 'splice' && takesAll(module, outer.arguments, place)) return 'empties';
  return (name === 'splice' || name === 'shift' || name === 'pop') && runsToTheEnd(module, outer, place) ? 'empties' : 'sees';
}

const wrappers: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'ChainExpression',
  'AwaitExpression',
]);

function outermost(place: Node): { readonly node: Node; readonly parent: Node | undefined } {
  let node = place;
  while (node.parent !== undefined && wrappers.has(node.parent.type)) node = node.parent;
  return { node, parent: node.parent };
}

const isEmptyList = (node: Node): boolean => node.type === 'ArrayExpression' && node.elements.length === 0;

/** Whether two expressions mean the same list. */
function isSame(module: ModuleRecord, a: Node, b: Node): boolean {
  if (a.type === 'MemberExpression' || b.type === 'MemberExpression') return memberName(a) !== '' && memberName(a) === memberName(b);
  const variable = module.variableOf(a);
  return variable !== null && variable === module.variableOf(b);
}

/** `[...list, x]` and `list.concat(x)`. */
function addsToItself(module: ModuleRecord, node: Node, list: Node): boolean {
  if (node.type === 'ArrayExpression')
    return node.elements.some(element => element?.type === 'SpreadElement' && isSame(module, element.argument, list));
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    memberName(node.callee) === 'concat' &&
    isSame(module, node.callee.object, list)
  );
}

function isWrittenBack(module: ModuleRecord, made: Node, list: Node): boolean {
  const { parent } = made;
  return parent?.type === 'AssignmentExpression' && parent.right === made && isSame(module, parent.left, list);
}

/** `splice(0)` and `splice(0, list.length)`. */
function takesAll(module: ModuleRecord, [from, count]: readonly Node[], list: Node): boolean {
  if (from?.type !== 'Literal' || from.value !== 0) return false;
  return count === undefined || (count.type === 'MemberExpression' && memberName(count) === 'length' && isSame(module, count.object, list));
}

/** Whether a loop around goes on for as long as something is in the list. */
function runsToTheEnd(module: ModuleRecord, taken: Node, list: Node): boolean {
  for (let node: Node | undefined = taken; node !== undefined && !isFunction(node); node = node.parent) {
    if (node.type !== 'WhileStatement' && node.type !== 'ForStatement' && node.type !== 'DoWhileStatement') continue;
    const { test } = node;
    if (test === null || test.type === 'LogicalExpression') continue;
    if (test.range[0] <= taken.range[0] && taken.range[1] <= test.range[1]) return true;
    const length = test.type === 'BinaryExpression' ? test.left : test;
    if (length.type === 'MemberExpression' && memberName(length) === 'length' && isSame(module, length.object, list)) return true;
  }
  return false;
}

const isFunction = (node: Node): boolean =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

function functionAround(place: Node): Node | null {
  let node: Node | undefined = place;
  while (node !== undefined && !isFunction(node)) node = node.parent;
  return node ?? null;
}

/** Whether a field gets its value where the object is made. */
function isMadeIn(place: Node): boolean {
  const parent = functionAround(place)?.parent;
  return parent?.type !== 'MethodDefinition' || parent.kind === 'constructor';
}

/** Whether a statement behind the one that sees the list empties it, on every way that leads on from there. */
function isEmptiedAfter(seen: Node, emptied: readonly Node[]): boolean {
  for (let node: Node = seen; node.parent !== undefined && !isFunction(node); node = node.parent) {
    const { parent } = node;
    const next =
      parent.type === 'BlockStatement'
        ? parent.body.slice(parent.body.indexOf(node as (typeof parent.body)[number]) + 1)
        : parent.type === 'TryStatement' && parent.finalizer !== node
          ? (parent.finalizer?.body ?? [])
          : [];
    if (next.some(statement => emptied.some(place => statementOf(place) === statement))) return true;
  }
  return false;
}

/** Whether a list is given another value, itself or its length. */
function isWritten(place: Node): boolean {
  const { node, parent } = outermost(place);
  const written = parent?.type === 'MemberExpression' && memberName(parent) === 'length' ? parent : node;
  return written.parent?.type === 'AssignmentExpression' && written.parent.left === written;
}

/** Whether what is seen goes into the log, and nowhere else. */
function isLogged(place: Node): boolean {
  let node = place;
  while (node.parent !== undefined && node.parent.type !== 'ExpressionStatement' && !isFunction(node.parent)) {
    const { parent } = node;
    if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && parent.callee.object.type === 'Identifier')
      if (parent.callee !== node && logs.test(parent.callee.object.name)) return true;
    node = parent;
  }
  return false;
}

/** The statement that an expression is part of, if nothing in between decides whether it is reached. */
function statementOf(place: Node): Node | null {
  let node: Node | undefined = place;
  while (node !== undefined && node.type !== 'ExpressionStatement' && node.type !== 'VariableDeclaration' && !isFunction(node)) {
    if (node.type === 'LogicalExpression' || node.type === 'ConditionalExpression') return null;
    node = node.parent;
  }
  return node ?? null;
}

const logs = /^(?:console|process|log|logger)$/iu;
const answers = /^(?:callback|cb|done|succeed|fail|json|send|end|reply|resolve)$/u;

/** Whether what was in the list may get to a caller: it is returned, thrown, or given to what answers. */
function isTold(module: ModuleRecord, place: Node, depth = 0): boolean {
  for (let node: Node = place; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'ReturnStatement' || parent.type === 'ThrowStatement' || parent.type === 'YieldExpression') return true;
    if (parent.type === 'NewExpression' || parent.type === 'ExpressionStatement') return false;
    if (isFunction(parent)) return parent.type === 'ArrowFunctionExpression' && parent.body === node;
    if (parent.type === 'CallExpression' && parent.callee !== node) {
      const { callee } = parent;
      if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && logs.test(callee.object.name)) return false;
      if (answers.test(callee.type === 'Identifier' ? callee.name : memberName(callee))) return true;
    }
    if (parent.type === 'AssignmentExpression' && parent.right === node)
      return parent.left.type !== 'Identifier' || isNameTold(module, parent.left, depth);
    if (parent.type === 'VariableDeclarator') return patternNames(parent.id).some(name => isNameTold(module, name, depth));
    if (parent.type === 'ForOfStatement' && parent.right === node)
      return (
        parent.left.type === 'VariableDeclaration' &&
        patternNames(parent.left.declarations[0]!.id).some(name => isNameTold(module, name, depth))
      );
    if (parent.type.endsWith('Statement')) return false;
  }
  return false;
}

function isNameTold(module: ModuleRecord, name: Node, depth: number): boolean {
  const references = module.variableOf(name)?.references ?? [];
  return depth > 2 || references.some(({ identifier, init }) => init !== true && isTold(module, identifier as Node, depth + 1));
}
