import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, maxDepth, receiverCall, textList } from './read-schema.js';
import { any, arrayOf, both, extended, objectOf, safe, text, underAnyName, unionOf, withFields, withRest } from './shapes.js';
import { limited, matchingValue } from './text-shapes.js';

const safeTypes = new Set('number integer boolean bigint date enums literal never'.split(' '));
const anyTypes = new Set('any unknown func instance map define regexp dynamic'.split(' '));
const wrappers = new Set('optional nullable defaulted trimmed size min max nonempty empty refine partial deprecated'.split(' '));

class Reading {
  constructor(private readonly read: ValueReader) {}

  shape(schema: Value | undefined, depth = 0): Shape | null {
    const call = schema === undefined ? null : this.read.call(schema);
    if (call === null) return null;
    return depth > maxDepth ? any : this.made(call, depth + 1);
  }

  private of(schema: Value | undefined, depth: number): Shape {
    return this.shape(schema, depth) ?? any;
  }

  private list(value: Value | undefined, depth: number): Shape[] {
    const elements = value === undefined ? null : this.read.elements(value);
    return elements?.map(element => this.of(element, depth)) ?? [any];
  }

  private made({ name, args }: CallView, depth: number): Shape | null {
    if (safeTypes.has(name)) return safe;
    if (anyTypes.has(name)) return any;
    if (wrappers.has(name)) return this.of(args[0], depth);
    switch (name) {
      case 'string':
        return text;
      case 'pattern':
        return limited(this.of(args[0], depth), matchingValue(args[1], this.read));
      case 'object':
      case 'type': {
        const rest = name === 'object' ? safe : any;
        const shapes = args[0] === undefined ? null : fieldShapes(args[0], this.read, schema => this.of(schema, depth));
        return shapes === null ? any : objectOf(shapes, rest);
      }
      case 'array':
      case 'set':
        return arrayOf(args[0] === undefined ? any : this.of(args[0], depth));
      case 'tuple':
        return arrayOf(unionOf(this.list(args[0], depth)));
      case 'record':
        return objectOf([], underAnyName(this.of(args[1], depth)));
      case 'union':
        return unionOf(this.list(args[0], depth));
      case 'intersection':
        return this.list(args[0], depth).reduce(both);
      case 'assign':
        return args.map(arg => this.of(arg, depth)).reduce(extended, objectOf([], safe));
      case 'pick':
      case 'omit': {
        const names = textList(args[1], this.read);
        return names === null ? any : withFields(this.of(args[0], depth), field => names.includes(field) === (name === 'pick'));
      }
      case 'lazy':
        return args[0] === undefined ? any : this.of(this.read.apply(args[0], []), depth);
      case 'coerce':
        return this.of(args[0], depth);
      default:
        return null;
    }
  }
}

const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  assert: 'asserts',
  is: 'tests',
  create: 'returns',
  mask: 'returns',
  validate: { error: '0', data: '1' },
};

/** The value comes first, then the struct; a struct has the same functions as methods. https://docs.superstructjs.org */
export const superstruct: SchemaLibrary = {
  modules: ['superstruct'],
  shape: (schema, read) => new Reading(read).shape(schema),
  validation(call, read) {
    const outcome = Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    if (outcome === undefined) return null;
    const struct = receiverCall(call, read) === null ? call.args[1] : (call.receiver ?? undefined);
    const shape = new Reading(read).shape(struct);
    if (shape === null) return null;
    if (call.name !== 'mask') return { shape, input: 0, outcome };
    return { shape: withRest(shape, safe), inputShape: withRest(shape, any), input: 0, outcome };
  },
};
