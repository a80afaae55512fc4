import type { Shape, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, isConstant, maxDepth, textOf } from './read-schema.js';
import { any, arrayOf, both, objectOf, safe, text, underAnyName, unionOf } from './shapes.js';
import { formatShape, matching } from './text-shapes.js';
import { typeboxShape } from './typebox.js';

type Members = ReadonlyMap<string, Value>;

/** Reads one document; references are looked up from its root. */
class Reading {
  constructor(
    private readonly root: Value,
    private readonly read: ValueReader,
  ) {}

  shape(schema: Value, depth = 0): Shape {
    if (depth > maxDepth) return any;
    const made = typeboxShape(schema, this.read);
    if (made !== null) return made;
    const constants = this.read.constants(schema);
    if (constants !== null) return constants.every(constant => constant === false) ? safe : any;
    const entries = this.read.members(schema);
    return entries === null ? any : this.document(new Map(entries), depth + 1);
  }

  /** All keywords hold at once. */
  private document(members: Members, depth: number): Shape {
    if (members.has('const') || members.has('enum')) return safe;
    const parts = [this.byType(members, depth), this.reference(members, depth)];
    for (const schema of this.elements(members.get('allOf'))) parts.push(this.shape(schema, depth));
    for (const name of ['anyOf', 'oneOf']) {
      const choices = this.elements(members.get(name));
      if (choices.length > 0) parts.push(unionOf(choices.map(schema => this.shape(schema, depth))));
    }
    return parts.reduce(both);
  }

  private elements(value: Value | undefined): readonly Value[] {
    return value === undefined ? [] : (this.read.elements(value) ?? []);
  }

  private byType(members: Members, depth: number): Shape {
    const type = members.get('type');
    const single = textOf(type, this.read);
    if (single !== null) return this.ofType(single, members, depth);
    const names = this.elements(type).map(element => textOf(element, this.read));
    if (names.length > 0) return unionOf(names.map(name => (name === null ? any : this.ofType(name, members, depth))));
    // `properties` without a type lets a text pass as well, but a text has none of them.
    return members.has('properties') ? this.object(members, depth) : any;
  }

  private ofType(type: string, members: Members, depth: number): Shape {
    switch (type) {
      case 'integer':
      case 'number':
      case 'boolean':
      case 'null':
        return safe;
      case 'string':
        return this.text(members);
      case 'object':
        return this.object(members, depth);
      case 'array':
        return this.array(members, depth);
      default:
        return any;
    }
  }

  /** A `pattern` has no anchors but its own. */
  private text(members: Members): Shape {
    const pattern = textOf(members.get('pattern'), this.read);
    const format = textOf(members.get('format'), this.read);
    const byPattern = pattern === null ? text : matching(pattern, 'u');
    return both(byPattern, (format === null ? null : formatShape(format)) ?? text);
  }

  private object(members: Members, depth: number): Shape {
    const properties = members.get('properties');
    const fields = properties === undefined ? [] : fieldShapes(properties, this.read, schema => this.shape(schema, depth));
    if (fields === null) return any;
    const additional = members.get('additionalProperties') ?? members.get('unevaluatedProperties');
    const rest =
      additional === undefined ? any : isConstant(additional, false, this.read) ? safe : underAnyName(this.shape(additional, depth));
    const patterns = members.get('patternProperties');
    const named = patterns === undefined ? [] : fieldShapes(patterns, this.read, schema => this.shape(schema, depth));
    return objectOf(fields, named === null ? any : unionOf([rest, ...named.map(([, shape]) => underAnyName(shape))]));
  }

  private array(members: Members, depth: number): Shape {
    const items = members.get('items');
    const prefix = [...this.elements(members.get('prefixItems')), ...this.elements(items)].map(schema => this.shape(schema, depth));
    const isList = items !== undefined && this.read.elements(items) !== null;
    const others = isList ? members.get('additionalItems') : items;
    if (others !== undefined) prefix.push(this.shape(others, depth));
    else if (prefix.length === 0 || members.get('additionalItems') === undefined) prefix.push(any);
    return arrayOf(unionOf(prefix));
  }

  /** `#`, `#/$defs/name`, `#/definitions/name`; other documents are not looked up. */
  private reference(members: Members, depth: number): Shape {
    const reference = textOf(members.get('$ref'), this.read);
    if (reference === null || !reference.startsWith('#')) return any;
    let target: Value | undefined = this.root;
    for (const name of reference.slice(1).split('/').filter(Boolean)) {
      target = target === undefined ? undefined : this.read.members(target)?.find(([key]) => key === name)?.[1];
    }
    return target === undefined ? any : this.shape(target, depth);
  }
}

/** @returns what a JSON Schema (drafts 4 to 2020-12) that is written as an object literal allows. https://json-schema.org/understanding-json-schema */
export function jsonSchemaShape(schema: Value, read: ValueReader): Shape {
  return new Reading(schema, read).shape(schema);
}
