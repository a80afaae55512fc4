import { evaluate } from './expressions.js';
import type { Machine } from './machine.js';
import type { Variable } from './module-record.js';
import type { Node, Value } from './value.js';
import { constantText, mapTaints } from './values.js';

/** `name`, or the same in another case: what is compared. */
function comparedVariable(m: Machine, node: Node): Variable | null {
  if (node.type === 'Identifier') return m.module.variableOf(node);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return null;
  return /^(?:to(?:Locale)?(?:Lower|Upper)Case|trim)$/u.test(node.callee.property.name) ? comparedVariable(m, node.callee.object) : null;
}

/** The text that a variable has where a test is true: `name.toLowerCase() === 'x-id'`. */
function nameInTest(m: Machine, test: Node, variable: Variable): string | null {
  if (test.type === 'LogicalExpression' && test.operator === '&&')
    return nameInTest(m, test.left, variable) ?? nameInTest(m, test.right, variable);
  if (test.type !== 'BinaryExpression' || (test.operator !== '===' && test.operator !== '==')) return null;
  const side = [test.left, test.right].find(each => comparedVariable(m, each) === variable);
  const other = side === test.left ? test.right : test.left;
  // A parameter is what this call was given.
  return side !== undefined && (other.type === 'Literal' || other.type === 'Identifier') ? constantText(evaluate(m, other)) : null;
}

/** The name in the test of `Object.keys(headers).find(name => name.toLowerCase() === 'x-id')`. */
function nameFound(m: Machine, { defs: [definition] }: Variable): string | null {
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : null;
  const made = init?.type === 'TSAsExpression' || init?.type === 'TSNonNullExpression' ? init.expression : init;
  if (made?.type !== 'CallExpression' || made.callee.type !== 'MemberExpression' || made.callee.property.type !== 'Identifier') return null;
  const [test] = made.arguments;
  if (made.callee.property.name !== 'find' || test?.type !== 'ArrowFunctionExpression' || test.body.type === 'BlockStatement') return null;
  const parameter = test.params[0] === undefined ? null : m.module.variableOf(test.params[0]);
  return parameter === null ? null : nameInTest(m, test.body, parameter);
}

/** The text that a variable is known to be at a place: the tests around it say so, or the search that found it. */
function nameAt(m: Machine, variable: Variable, place: Node): string | null {
  const found = nameFound(m, variable);
  if (found !== null) return found;
  for (let node = place; node.parent !== undefined && node.parent !== null; node = node.parent) {
    const { parent } = node;
    const isBehind =
      ((parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') && parent.consequent === node) ||
      (parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === node);
    if (!isBehind) continue;
    const name = nameInTest(m, parent.type === 'LogicalExpression' ? parent.left : parent.test, variable);
    if (name !== null) return name;
  }
  return null;
}

/** The name that a computed member is read by, where it was compared to one: `headers[name]`. */
export function comparedName(m: Machine, property: Node): string | null {
  const variable = property.type === 'Identifier' ? m.module.variableOf(property) : null;
  return variable === null ? null : nameAt(m, variable, property);
}

/** `value` of `for (const [name, value] of Object.entries(headers))`, where the name was compared: the member of that name. */
export function memberOfEntry(m: Machine, identifier: Node, value: Value): Value {
  if (!value.taints.some(({ origin }) => origin.path.endsWith('[*]'))) return value;
  const declared = m.module.variableOf(identifier)?.identifiers[0];
  const pattern = declared?.parent;
  if (pattern?.type !== 'ArrayPattern' || pattern.elements[1] !== declared || pattern.elements[0] == null) return value;
  const key = m.module.variableOf(pattern.elements[0]);
  const name = key === null ? null : nameAt(m, key, identifier);
  if (name === null) return value;
  return mapTaints(value, taint => {
    const { parent, operation, path } = taint.origin;
    if (parent === null || operation !== null || !path.endsWith('[*]')) return taint;
    const origin = parent.member(name);
    return { ...taint, origin, whole: origin.facts.whole };
  });
}
