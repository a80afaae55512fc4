import type { TSESTree } from '@typescript-eslint/utils';
import { evaluate, settled } from './expressions.js';
import { withCopyOf } from './literals.js';
import { isOnlyCompared } from './compared-state.js';
import { isDrainedBuffer } from './drained-buffer.js';
import { checkPropertyKey } from './sinks.js';
import type { Machine } from './machine.js';
import { elementsOf } from './iteration.js';
import { computedKey, getMember, type Key, namedKey, setMember } from './members.js';
import { emptyObject } from './state.js';
import type { Node, Value } from './value.js';
import { addStep, isNever, joinValues, mayBeTruthy, undefinedValue } from './values.js';

/** The key of a member expression or a property. */
export function keyOf(m: Machine, property: Node, computed: boolean): Key {
  if (!computed) {
    if (property.type === 'Identifier') return namedKey(property.name);
    if (property.type === 'PrivateIdentifier') return namedKey(`#${property.name}`);
    if (property.type === 'Literal') return namedKey(String(property.value));
  }
  return computedKey(evaluate(m, property));
}

/** `{}`, or what is there: nothing of the sender's is written; what is then put into it is looked at where that happens. */
function isEmptyStart(value: Node | null): boolean {
  if (value?.type === 'LogicalExpression') return value.left.type === 'MemberExpression' && isEmptyStart(value.right);
  if (value?.type === 'ObjectExpression') return value.properties.length === 0;
  return value?.type === 'ArrayExpression' && value.elements.length === 0;
}

/** Gives a value to whatever a pattern names: a variable, a property, the pieces of an object or an array. */
export function assign(m: Machine, pattern: Node, value: Value, node: Node, valueNode: Node | null): void {
  switch (pattern.type) {
    case 'Identifier':
      assignVariable(m, pattern, value, node);
      return;
    case 'MemberExpression': {
      const object = evaluate(m, pattern.object);
      const key = keyOf(m, pattern.property, pattern.computed);
      if (!isEmptyStart(valueNode)) checkPropertyKey(m, object, key, pattern);
      setMember(m, object, key, value, node, valueNode);
      return;
    }
    case 'ObjectPattern':
      assignObject(m, pattern, value, node);
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (element === null) return;
        if (element.type === 'RestElement') {
          const rest = m.allocate(element, { kind: 'array', rest: elementsOf(m, value, element) });
          assign(m, element.argument, rest, node, null);
        } else {
          const item = isIterableOnly(m, value) ? elementsOf(m, value, element) : getMember(m, value, namedKey(String(i)), element);
          assign(m, element, item, node, null);
        }
      });
      return;
    case 'AssignmentPattern':
      assign(m, pattern.left, withDefault(m, value, pattern.right), node, pattern.right);
      return;
    case 'RestElement':
      assign(m, pattern.argument, value, node, null);
      return;
    case 'TSParameterProperty':
      assign(m, pattern.parameter, value, node, null);
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      assign(m, pattern.expression, value, node, valueNode);
      return;
    default:
  }
}

/** Sets and generators have no index: each name gets any element. */
function isIterableOnly(m: Machine, value: Value): boolean {
  return value.references.some(
    reference => reference.type === 'object' && m.object(reference.id).kind !== 'array' && m.object(reference.id).kind !== 'object',
  );
}

function withDefault(m: Machine, value: Value, fallback: Node): Value {
  const mayBeMissing = value.constants.includes(undefined) || (value.nature & 1) !== 0 || value.taints.length > 0;
  if (!mayBeMissing) return value;
  const present = value.constants.includes(undefined)
    ? { ...value, constants: value.constants.filter(constant => constant !== undefined) }
    : value;
  return joinValues(present, evaluate(m, fallback));
}

function assignObject(m: Machine, pattern: TSESTree.ObjectPattern, value: Value, node: Node): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      assign(m, property.argument, restOf(m, value, taken, property), node, null);
      continue;
    }
    const key = keyOf(m, property.key, property.computed);
    if (key.name !== null) taken.push(key.name);
    for (const { origin } of value.taints) origin.hasMembers = true;
    assign(m, property.value, getMember(m, value, key, property), node, null);
  }
}

/** A copy of an object without some of its properties. */
function restOf(m: Machine, value: Value, taken: readonly string[], node: Node): Value {
  const copy = withCopyOf(m, { ...emptyObject, lasting: m.invocation === 0 }, value, node);
  const properties = new Map(copy.properties);
  for (const name of taken) {
    if (isNever(copy.base)) properties.delete(name);
    else properties.set(name, { value: undefinedValue, node: null, getter: false });
  }
  return m.allocate(node, { ...copy, properties });
}

function assignVariable(m: Machine, identifier: TSESTree.Identifier | TSESTree.JSXIdentifier, value: Value, node: Node): void {
  const variable = m.module.variableOf(identifier);
  if (variable === null) return;
  const { id, environment } = m.cell(variable);
  const named =
    value.taints.length === 0
      ? value
      : addStep(settled(m, value), { node, module: m.module, message: `assigned to ${identifier.name}`, enters: null });
  m.state.setValue(id, named);
  if (!environment.lasting || m.invocation === 0) return;
  // What the invocation puts where it took the former one's away itself, the next one takes away.
  if (!mayBeTruthy(value)) m.state.setFact(-id, 1);
  else if (m.state.fact(-id) === 0 && !isDrainedBuffer(m, node) && !isOnlyCompared(variable, identifier))
    m.onStateWrite?.({ node, target: identifier, value, key: null, module: m.module });
}

/** Declares a variable without a value. */
export function declare(m: Machine, pattern: Node): void {
  if (pattern.type !== 'Identifier') return;
  const variable = m.module.variableOf(pattern);
  if (variable !== null) m.state.setValue(m.cell(variable).id, undefinedValue);
}
