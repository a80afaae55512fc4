import type { CallSite } from '../flow/machine-types.js';
import type { ModuleRecord } from '../flow/module-record.js';
import type { Node } from '../flow/value.js';

/**
 * Whether a call is carried out at most once per sandbox: it, or a call that leads to it, stands behind a test of something that outlives the
 * invocation (`if (cached)`, `promise ??= …`, `this.value`, `cache.has(key)`).
 */
export function isMemoised(node: Node, module: ModuleRecord, calls: readonly CallSite[]): boolean {
  return standsBehindMemo(node, module) || calls.some(call => standsBehindMemo(call.node, call.module));
}

function standsBehindMemo(node: Node, module: ModuleRecord): boolean {
  let child = node;
  for (let parent: Node | undefined = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'IfStatement' && parent.test !== child && testsLasting(parent.test, module)) return true;
    if (parent.type === 'ConditionalExpression' && parent.test !== child && testsLasting(parent.test, module)) return true;
    if (parent.type === 'LogicalExpression' && parent.right === child && testsLasting(parent.left, module)) return true;
    if (parent.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)=$/u.test(parent.operator) && testsLasting(parent.left, module))
      return true;
    if (parent.type === 'BlockStatement' && leftEarlier(parent.body, child, module)) return true;
    if (parent.type === 'FunctionDeclaration' || parent.type === 'FunctionExpression' || parent.type === 'ArrowFunctionExpression') {
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
function leftEarlier(statements: readonly Node[], until: Node, module: ModuleRecord): boolean {
  for (const statement of statements) {
    if (statement === until) return false;
    if (statement.type === 'IfStatement' && leaves(statement.consequent) && testsLasting(statement.test, module)) return true;
  }
  return false;
}

function leaves(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.some(leaves);
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement';
}

/** Whether an expression reads a variable of the module's top level, a field of `this` or a static. */
function testsLasting(test: Node, module: ModuleRecord): boolean {
  switch (test.type) {
    case 'Identifier': {
      const variable = module.variableOf(test);
      if (variable === null) return false;
      if (variable.scope.variableScope.block.type === 'Program') return true;
      // `const cached = cache.get(key); if (cached) …`
      const definition = variable.defs[0]?.node;
      return definition?.type === 'VariableDeclarator' && definition.init !== null && testsLasting(definition.init, module);
    }
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      return testsLasting(test.object, module);
    case 'CallExpression':
      return test.callee.type === 'MemberExpression' ? testsLasting(test.callee.object, module) : false;
    case 'AwaitExpression':
    case 'UnaryExpression':
      return testsLasting(test.argument, module);
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return testsLasting(test.expression, module);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return testsLasting(test.left, module) || testsLasting(test.right, module);
    default:
      return false;
  }
}
