import type { CallSite } from '../flow/machine-types.js';
import type { ModuleRecord } from '../flow/module-record.js';
import type { Node } from '../flow/value.js';
import { isFunction } from '../handlers/candidate.js';

/**
 * Whether a call is carried out at most once per sandbox: it, or a call that leads to it, stands behind a test of something that outlives the
 * invocation (`if (cached)`, `promise ??= …`, `this.value`, `cache.has(key)`).
 */
export function isMemoised(node: Node, module: ModuleRecord, calls: readonly CallSite[]): boolean {
  return [...calls, { node, module }].some((place, i) =>
    standsBehindMemo(place.node, { module: place.module, ownSelf: calls[i - 1]?.ownSelf ?? false }),
  );
}

/** Where an expression stands. */
interface Place {
  readonly module: ModuleRecord;
  /** The fields of `this` go with the invocation. */
  readonly ownSelf: boolean;
}

function standsBehindMemo(node: Node, place: Place): boolean {
  const { module } = place;
  let child = node;
  for (let parent: Node | undefined = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'IfStatement' && parent.test !== child && testsLasting(parent.test, place)) return true;
    if (parent.type === 'ConditionalExpression' && parent.test !== child && testsLasting(parent.test, place)) return true;
    if (parent.type === 'LogicalExpression' && parent.right === child && testsLasting(parent.left, place)) return true;
    if (parent.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)=$/u.test(parent.operator) && testsLasting(parent.left, place))
      return true;
    if (parent.type === 'BlockStatement' && leftEarlier(parent.body, child, place)) return true;
    if (isFunction(parent)) {
      // `memoize(async () => …)`: the wrapper calls it once.
      if (parent.parent.type === 'CallExpression' && /(?:memo|once|cache)/iu.test(module.text.slice(...parent.parent.callee.range)))
        return true;
      if (parent.type === 'FunctionDeclaration' || parent.parent.type === 'MethodDefinition' || parent.parent.type === 'VariableDeclarator')
        return false;
    }
  }
  return false;
}

/** `if (cached) return cached;` somewhere before, in the same block. */
function leftEarlier(statements: readonly Node[], until: Node, place: Place): boolean {
  for (const statement of statements) {
    if (statement === until) return false;
    if (statement.type === 'IfStatement' && leaves(statement.consequent) && testsLasting(statement.test, place)) return true;
  }
  return false;
}

function leaves(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.some(leaves);
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
}

/** Whether an expression reads a variable of the module's top level, a field of `this` or a static. */
function testsLasting(test: Node, place: Place): boolean {
  switch (test.type) {
    case 'Identifier': {
      const variable = place.module.variableOf(test);
      if (variable === null) return false;
      if (variable.scope.variableScope.block.type === 'Program') return true;
      // `const cached = cache.get(key); if (cached) …`
      const definition = variable.defs[0]?.node;
      return definition?.type === 'VariableDeclarator' && definition.init !== null && testsLasting(definition.init, place);
    }
    case 'ThisExpression':
      return !place.ownSelf;
    case 'MemberExpression':
      return testsLasting(test.object, place);
    case 'CallExpression':
      return test.callee.type === 'MemberExpression' ? testsLasting(test.callee.object, place) : false;
    case 'AwaitExpression':
    case 'UnaryExpression':
      return testsLasting(test.argument, place);
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return testsLasting(test.expression, place);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return testsLasting(test.left, place) || testsLasting(test.right, place);
    default:
      return false;
  }
}
