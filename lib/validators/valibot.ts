import type { SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, maxDepth, receiverCall, textList } from './read-schema.js';
import { any, arrayOf, both, objectOf, safe, text, underAnyName, unionOf, withFields, withRest } from './shapes.js';
import { formatShape, limited, matchingValue, startingWith, transformed } from './text-shapes.js';

const safeTypes = new Set(
  'number bigint boolean date nan undefined undefined_ null null_ void void_ never literal picklist enum enum_ enumType symbol'.split(' '),
);
const anyTypes = new Set('any unknown custom instance special blob file function function_ promise map'.split(' '));
const wrappers = new Set(
  `optional nullable nullish undefinedable exactOptional nonOptional nonNullable nonNullish fallback fallbackAsync config readonly partial partialAsync
  required requiredAsync unwrap coerce message keyof`.split(/\s+/),
);

const takesActions = new Set(['string', 'object', 'array']);

class Reading {
  constructor(
    private readonly read: ValueReader,
    private readonly side: 'output' | 'input',
  ) {}

  shape(schema: Value | undefined, depth = 0): Shape | null {
    const call = schema === undefined ? null : this.read.call(schema);
    if (call === null) return null;
    if (depth > maxDepth) return any;
    const name = call.name.replace(/Async$/, '');
    const made = this.made(name, call.args, depth + 1);
    // Before version 0.31 the actions were a list behind the schema's own arguments.
    const last = call.args.at(-1);
    const actions = made !== null && last !== undefined && takesActions.has(name) ? this.read.elements(last) : null;
    return made !== null && actions !== null ? this.piped(made, actions, depth + 1) : made;
  }

  private of(schema: Value | undefined, depth: number): Shape {
    return this.shape(schema, depth) ?? any;
  }

  private list(value: Value | undefined, depth: number): Shape[] {
    const elements = value === undefined ? null : this.read.elements(value);
    return elements?.map(element => this.of(element, depth)) ?? [any];
  }

  private made(name: string, args: readonly Value[], depth: number): Shape | null {
    if (safeTypes.has(name)) return safe;
    if (anyTypes.has(name)) return any;
    if (wrappers.has(name)) return name === 'keyof' ? safe : this.of(args[0], depth);
    switch (name) {
      case 'string':
        return text;
      case 'object':
        return this.object(args[0], this.side === 'output' ? safe : any, depth);
      case 'strictObject':
        return this.object(args[0], safe, depth);
      case 'looseObject':
        return this.object(args[0], any, depth);
      case 'objectWithRest':
        return this.object(args[0], underAnyName(this.of(args[1], depth)), depth);
      case 'array':
      case 'set':
        return arrayOf(this.of(args[0], depth));
      case 'tuple':
      case 'strictTuple':
        return arrayOf(unionOf(this.list(args[0], depth)));
      case 'looseTuple':
        return arrayOf(any);
      case 'tupleWithRest':
        return arrayOf(unionOf([...this.list(args[0], depth), this.of(args[1], depth)]));
      case 'record':
        return objectOf([], underAnyName(this.of(args[1] ?? args[0], depth)));
      case 'union':
        return unionOf(this.list(args[0], depth));
      case 'variant':
        return unionOf(this.list(args[1], depth));
      case 'intersect':
        return this.list(args[0], depth).reduce(both);
      case 'lazy':
        return args[0] === undefined ? any : this.of(this.read.apply(args[0], []), depth);
      case 'pick':
      case 'omit': {
        const names = textList(args[1], this.read);
        const base = this.of(args[0], depth);
        return names === null ? any : withFields(base, field => names.includes(field) === (name === 'pick'));
      }
      case 'pipe':
        return this.piped(this.of(args[0], depth), args.slice(1), depth);
      default:
        return null;
    }
  }

  private object(entries: Value | undefined, rest: Shape, depth: number): Shape {
    const shapes = fieldShapes(entries, this.read, schema => this.of(schema, depth));
    return shapes === null ? any : withRest(objectOf(shapes, rest), rest);
  }

  /** What the actions of a pipe make of a schema, in order. */
  private piped(base: Shape, actions: readonly Value[], depth: number): Shape {
    let shape = base;
    for (const action of actions) {
      const call = this.read.call(action);
      if (call === null) continue;
      if (call.name === 'regex') shape = limited(shape, matchingValue(call.args[0], this.read));
      else if (call.name === 'startsWith') shape = limited(shape, startingWith(call.args[0], this.read));
      else if (call.name === 'values' || call.name === 'value') shape = limited(shape, safe);
      else if (call.name === 'transform' || call.name === 'rawTransform') {
        if (this.side === 'input') return shape;
        shape = call.name === 'transform' ? transformed(shape, call.args[0], this.read) : any;
      } else shape = limited(shape, this.shape(action, depth) ?? formatShape(call.name));
    }
    return shape;
  }
}

/** @returns what a schema of valibot gives; null when the value is none. */
export function valibotShape(schema: Value | undefined, read: ValueReader): Shape | null {
  return new Reading(read, 'output').shape(schema);
}

const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  parse: 'returns',
  parseAsync: 'returns',
  assert: 'asserts',
  is: 'tests',
  safeParse: { ok: 'success', error: 'issues', data: 'output' },
  safeParseAsync: { ok: 'success', error: 'issues', data: 'output' },
};
/** Functions that make a checking function of a schema. */
const parsers: Readonly<Record<string, string>> = {
  parser: 'parse',
  parserAsync: 'parse',
  safeParser: 'safeParse',
  safeParserAsync: 'safeParse',
};

/** https://valibot.dev/guides/schemas/ */
export const valibot: SchemaLibrary = {
  modules: ['valibot'],
  shape: valibotShape,
  validation(call, read) {
    const maker = receiverCall(call, read);
    const made = maker !== null && Object.hasOwn(parsers, maker.name) ? maker : null;
    const outcome = made !== null ? outcomes[parsers[made.name]!] : Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    const schema = (made ?? call).args[0];
    const shape = valibotShape(schema, read);
    if (outcome === undefined || shape === null) return null;
    return { shape, inputShape: new Reading(read, 'input').shape(schema) ?? any, input: made === null ? 1 : 0, outcome };
  },
};
