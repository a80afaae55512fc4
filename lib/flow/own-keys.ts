import type { Machine } from './machine.js';
import type { Node } from './value.js';

/**
 * `object[key]` where `key` runs over the keys of that very object: `for (const key in object)`, `Object.keys(object).forEach(key => …)`. What
 * stands there is the object's own, never its prototype.
 */
export function readsOwnKey(m: Machine, node: Node): boolean {
  if (node.type !== 'MemberExpression' || !node.computed || node.object.type !== 'Identifier' || node.property.type !== 'Identifier')
    return false;
  const object = m.module.variableOf(node.object);
  const key = m.module.variableOf(node.property);
  const [definition, ...others] = key?.defs ?? [];
  if (object === null || definition === undefined || others.length > 0) return false;
  const keyed = definition.type === 'Parameter' ? iteratedBy(definition.node) : loopedOver(definition.node);
  return keyed?.type === 'Identifier' && m.module.variableOf(keyed) === object;
}

/** The object of `Object.keys(object).forEach(key => …)`. @param fn the callback */
function iteratedBy(fn: Node): Node | null {
  const call = fn.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== fn || call.callee.type !== 'MemberExpression') return null;
  const { object, property } = call.callee;
  return property.type === 'Identifier' && /^(?:forEach|map|filter|some|every)$/u.test(property.name) ? listedKeys(object) : null;
}

/** The object of `for (const key in object)` and `for (const key of Object.keys(object))`. @param declarator what declares the key */
function loopedOver(declarator: Node): Node | null {
  const loop = declarator.parent?.parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  if (loop?.type === 'ForInStatement' && loop.left === declarator.parent) return loop.right;
  return loop?.type === 'ForOfStatement' && loop.left === declarator.parent ? listedKeys(loop.right) : null;
}

/** The object of `Object.keys(object)`. */
function listedKeys(node: Node): Node | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const { object, property } = node.callee;
  const isKeys = object.type === 'Identifier' && object.name === 'Object' && property.type === 'Identifier';
  return isKeys && /^(?:keys|getOwnPropertyNames)$/u.test(property.name) ? (node.arguments[0] ?? null) : null;
}
