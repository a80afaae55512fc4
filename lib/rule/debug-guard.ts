import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../flow/value.js';

const flag = /(?:^|_)(?:DEBUG|VERBOSE|OFFLINE|LOCAL)(?:_|$)/u;
const stage = /^(?:NODE_ENV|STAGE|ENV|ENVIRONMENT|LOG_?LEVEL|APP_ENV)$/u;
const production = /^prod/iu;
const development = /^(?:dev|develop|development|local|test|debug|trace)$/iu;

/** Whether a place is reached only where a variable of the environment asks for it: `if (process.env.DEBUG) …`, `NODE_ENV !== 'production' && …`. */
export function isBehindDebugFlag(node: Node): boolean {
  let inner: TSESTree.Node = node;
  for (let outer = node.parent; outer !== undefined && outer !== null; inner = outer, outer = outer.parent) {
    if (outer.type === 'IfStatement' || outer.type === 'ConditionalExpression') {
      if (outer.consequent === inner && asks(outer.test)) return true;
    } else if (outer.type === 'LogicalExpression' && outer.operator === '&&' && outer.right === inner && asks(outer.left)) return true;
  }
  return false;
}

/** Whether a condition holds only where somebody has set it so. */
function asks(test: TSESTree.Node): boolean {
  if (test.type === 'LogicalExpression') {
    const sides = [test.left, test.right];
    return test.operator === '&&' ? sides.some(asks) : test.operator === '||' && sides.every(asks);
  }
  if (test.type === 'Identifier') {
    const value = initialOf(test);
    return value !== null && asks(value);
  }
  if (test.type === 'CallExpression')
    return test.arguments[0] !== undefined && nameOf(test.callee) === 'Boolean' && asks(test.arguments[0]);
  if (test.type !== 'BinaryExpression') return flag.test(variableOf(test) ?? '');
  const name = variableOf(test.left);
  const text = test.right.type === 'Literal' ? String(test.right.value) : null;
  if (name === null || text === null) return false;
  if (test.operator.startsWith('!==') || test.operator === '!=') return stage.test(name) && production.test(text);
  if (!test.operator.startsWith('==')) return false;
  return stage.test(name) ? development.test(text) : flag.test(name) && !/^(?:false|0|)$/u.test(text);
}

/** The variable of the environment that is read: `process.env.DEBUG`, also through a constant or with a default. */
function variableOf(node: TSESTree.Node): string | null {
  switch (node.type) {
    case 'MemberExpression':
      return node.object.type === 'MemberExpression' && nameOf(node.object.property) === 'env' ? nameOf(node.property) : null;
    case 'ChainExpression':
      return variableOf(node.expression);
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && /^to(?:Lower|Upper)Case$/u.test(nameOf(node.callee.property))
        ? variableOf(node.callee.object)
        : null;
    case 'LogicalExpression':
      return variableOf(node.left);
    case 'Identifier': {
      const value = initialOf(node);
      return value === null ? null : variableOf(value);
    }
    default:
      return null;
  }
}

function nameOf(node: TSESTree.Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}

/** What a constant of the module is given. */
function initialOf(identifier: TSESTree.Identifier): TSESTree.Expression | null {
  let top: TSESTree.Node = identifier;
  while (top.parent !== undefined && top.parent !== null) top = top.parent;
  if (top.type !== 'Program') return null;
  for (const statement of top.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    const found = declaration.declarations.find(
      ({ id, init }) => id.type === 'Identifier' && id.name === identifier.name && init !== identifier,
    );
    if (found !== undefined) return found.init;
  }
  return null;
}
