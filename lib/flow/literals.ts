import type { TSESTree } from '@typescript-eslint/utils';
import { evaluate } from './expressions.js';
import type { Machine } from './machine.js';
import { elementsOf } from './iteration.js';
import { getMember, namedKey } from './members.js';
import { keyOf } from './patterns.js';
import { emptyObject, type HeapObject, type Property } from './state.js';
import type { Node, Value } from './value.js';
import { joinValues, never, undefinedValue } from './values.js';

export function objectLiteral(m: Machine, node: TSESTree.ObjectExpression): Value {
  const self = m.allocate(node, {});
  let object: HeapObject = { ...emptyObject, properties: new Map(), lasting: m.invocation === 0 };
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      object = withCopyOf(m, object, evaluate(m, property.argument), property);
      continue;
    }
    const key = keyOf(m, property.key, property.computed);
    const value = evaluate(m, property.value);
    // `{ __proto__: null }` is what `Object.create(null)` gives.
    if (key.name === '__proto__' && !property.computed && property.value.type === 'Literal' && property.value.value === null) {
      object = { ...object, kind: 'map' };
      continue;
    }
    if (key.name === null) {
      object = { ...object, rest: joinValues(object.rest, value), keys: joinValues(object.keys, key.value ?? never) };
    } else {
      (object.properties as Map<string, Property>).set(key.name, ownProperty(property, value, object.properties.get(key.name)));
    }
  }
  m.state.setObject((self.references[0] as { id: number }).id, object);
  return self;
}

/** A getter and a setter of one name are one property. */
function ownProperty({ kind, value: node }: TSESTree.Property, value: Value, other: Property | undefined): Property {
  if (kind === 'set') return { value: other?.value ?? undefinedValue, node, getter: other?.getter ?? false, setter: value };
  const setter = kind === 'get' ? other?.setter : undefined;
  return { value, node, getter: kind === 'get', ...(setter === undefined ? {} : { setter }) };
}

/** An object after all properties of another were copied into it. */
export function withCopyOf(m: Machine, target: HeapObject, source: Value, node: Node): HeapObject {
  const properties = new Map(target.properties);
  let { rest, keys, base } = target;
  for (const reference of source.references) {
    if (reference.type !== 'object') continue;
    const object = m.object(reference.id);
    for (const [name, property] of object.properties) properties.set(name, property);
    rest = joinValues(rest, object.rest);
    keys = joinValues(keys, object.keys);
    base = joinValues(base, object.base);
  }
  if (source.taints.length > 0 || (source.nature & 1) !== 0) {
    const data = { ...source, references: [], constants: [] };
    // Properties that were there before may be overwritten by the copy.
    for (const [name, property] of properties) {
      properties.set(name, { ...property, value: joinValues(property.value, getMember(m, data, namedKey(name), node)) });
    }
    base = joinValues(base, data);
  }
  return { ...target, properties, rest, keys, base };
}

export function arrayLiteral(m: Machine, node: TSESTree.ArrayExpression): Value {
  const properties = new Map<string, Property>();
  let rest = never;
  let spread = false;
  const self = m.allocate(node, { kind: 'array' });
  node.elements.forEach((element, i) => {
    if (element === null) return;
    if (element.type === 'SpreadElement') {
      spread = true;
      rest = joinValues(rest, elementsOf(m, evaluate(m, element.argument), element));
    } else if (spread) {
      rest = joinValues(rest, evaluate(m, element));
    } else {
      properties.set(String(i), { value: evaluate(m, element), node: element, getter: false });
    }
  });
  m.state.setObject((self.references[0] as { id: number }).id, {
    ...emptyObject,
    kind: 'array',
    properties,
    rest,
    lasting: m.invocation === 0,
  });
  return self;
}
