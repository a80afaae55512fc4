import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { definitionShape } from './arktype-text.js';
import { maxDepth } from './read-schema.js';
import { any, arrayOf, both, extended, objectOf, safe, underAnyName, unionOf, withRest } from './shapes.js';
import { limited, matchingValue, transformed } from './text-shapes.js';

class Reading {
  constructor(private readonly read: ValueReader) {}

  shape(schema: Value | null | undefined, depth = 0): Shape | null {
    const call = schema == null ? null : this.read.call(schema);
    if (call === null) return null;
    if (depth > maxDepth) return any;
    const base = call.receiver === null ? null : this.shape(call.receiver, depth);
    return base === null ? this.made(call, depth + 1) : this.changed(base, call, depth + 1);
  }

  private made({ name, args }: CallView, depth: number): Shape | null {
    if (name === 'enumerated' || name === 'unit') return safe;
    if (name !== 'type' || args[0] === undefined) return null;
    return args.length === 1 ? this.definition(args[0], depth) : this.tuple(args, depth);
  }

  /** A text, an object of definitions, a tuple expression, a pattern or another schema. */
  private definition(value: Value | undefined, depth: number): Shape {
    if (value === undefined || depth > maxDepth) return any;
    const made = this.shape(value, depth);
    if (made !== null) return made;
    const constants = this.read.constants(value);
    if (constants !== null) {
      return unionOf(
        constants.map(constant => (typeof constant === 'string' ? definitionShape(constant) : matchingValue(value, this.read))),
      );
    }
    const elements = this.read.elements(value);
    if (elements !== null) return this.tuple(elements, depth + 1);
    return this.object(value, depth + 1);
  }

  /** `[definition, '[]']`, `[a, '|', b]`, `['===', x]`, `[definition, '=>', fn]`; else a list of definitions. */
  private tuple(elements: readonly Value[], depth: number): Shape {
    const words = elements.map(element => this.read.constants(element)?.[0]);
    if (words[0] === '===') return safe;
    const first = (): Shape => this.definition(elements[0], depth);
    if (words[1] === '[]') return arrayOf(first());
    if (words[1] === '|') return unionOf([first(), this.definition(elements[2], depth)]);
    if (words[1] === '&') return both(first(), this.definition(elements[2], depth));
    if (words[1] === ':' || words[1] === '=' || words[1] === '?' || words[1] === '@') return first();
    if (words[1] === '=>' || words[1] === '|>') return transformed(first(), elements[2], this.read);
    return arrayOf(unionOf(elements.map(element => this.definition(element, depth))));
  }

  /** Fields that are not listed stay, unless `'+'` says `reject` or `delete`. */
  private object(value: Value, depth: number): Shape {
    const members = this.read.members(value);
    if (members === null) return any;
    let rest: Shape = any;
    const fields: [string, Shape][] = [];
    for (const [name, definition] of members) {
      if (name === '+') rest = this.read.constants(definition)?.[0] === 'ignore' ? any : safe;
      else if (name.startsWith('[')) rest = underAnyName(this.definition(definition, depth));
      else fields.push([name.replace(/\?$/, ''), this.definition(definition, depth)]);
    }
    return objectOf(fields, rest);
  }

  private changed(base: Shape, { name, args }: CallView, depth: number): Shape {
    switch (name) {
      case 'array':
        return arrayOf(base);
      case 'or':
        return unionOf([base, this.definition(args[0], depth)]);
      case 'and':
      case 'intersect':
        return both(base, this.definition(args[0], depth));
      case 'merge':
        return extended(base, this.definition(args[0], depth));
      case 'matching':
        return limited(base, matchingValue(args[0], this.read));
      case 'to':
        return both(base, this.definition(args[0], depth));
      case 'pipe':
        return args.reduce((shape, fn) => this.shape(fn, depth) ?? transformed(shape, fn, this.read), base);
      case 'onUndeclaredKey':
      case 'onDeepUndeclaredKey':
        return withRest(base, this.read.constants(args[0]!)?.[0] === 'ignore' ? any : safe);
      default:
        return base;
    }
  }
}

/** A schema is called with the value and gives the checked copy, or errors. https://arktype.io/docs/intro/your-first-type */
export const arktype: SchemaLibrary = {
  modules: ['arktype'],
  shape: (schema, read) => new Reading(read).shape(schema),
  validation(call, read): Validation | null {
    const shape = new Reading(read).shape(call.receiver);
    if (shape === null) return null;
    if (call.name === 'assert' || call.name === 'from') return { shape, input: 0, outcome: 'returns' };
    if (call.name === 'allows') return { shape: withRest(shape, any), input: 0, outcome: 'tests' };
    // A plain call does not throw: what it gives is checked data or errors, and the value itself stays as it came.
    return call.path.length === 0 ? { shape, inputShape: any, input: 0, outcome: 'returns' } : null;
  },
};

/** @returns what a schema of ArkType gives; null when the value is none. */
export function arktypeShape(schema: Value | undefined, read: ValueReader): Shape | null {
  return new Reading(read).shape(schema);
}
