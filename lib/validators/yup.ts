import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, isConstant, maxDepth, option, receiverCall, textList } from './read-schema.js';
import { any, arrayOf, extended, objectOf, safe, text, unionOf, withFields, withRest } from './shapes.js';
import { formatShape, limited, matchingValue } from './text-shapes.js';

class Reading {
  constructor(private readonly read: ValueReader) {}

  shape(schema: Value | undefined, depth = 0): Shape | null {
    const call = schema === undefined ? null : this.read.call(schema);
    if (call === null) return null;
    if (depth > maxDepth) return any;
    const base = call.receiver === null ? null : this.shape(call.receiver, depth);
    return base === null ? this.made(call, depth + 1) : this.changed(base, call, depth + 1);
  }

  private of(schema: Value | undefined, depth: number): Shape {
    return this.shape(schema, depth) ?? any;
  }

  private made({ name, args }: CallView, depth: number): Shape | null {
    switch (name) {
      case 'string':
        return text;
      case 'number':
      case 'bool':
      case 'boolean':
      case 'date':
        return safe;
      case 'mixed':
        return any;
      case 'array':
        return arrayOf(this.of(args[0], depth));
      case 'tuple': {
        const elements = args[0] === undefined ? null : this.read.elements(args[0]);
        return arrayOf(unionOf(elements?.map(element => this.of(element, depth)) ?? [any]));
      }
      case 'object':
        return args[0] === undefined ? objectOf([], any) : this.object(args[0], depth);
      case 'lazy':
        return args[0] === undefined ? any : this.of(this.read.apply(args[0], []), depth);
      default:
        return null;
    }
  }

  /** Unknown fields stay in the copy unless `noUnknown` or `stripUnknown` says otherwise. */
  private object(fields: Value, depth: number): Shape {
    const shapes = fieldShapes(fields, this.read, schema => this.of(schema, depth));
    return shapes === null ? any : objectOf(shapes, any);
  }

  private changed(base: Shape, { name, args }: CallView, depth: number): Shape {
    switch (name) {
      case 'oneOf':
      case 'equals':
        return safe;
      case 'matches':
        return limited(base, matchingValue(args[0], this.read));
      case 'of':
        return arrayOf(this.of(args[0], depth));
      case 'shape':
        return args[0] === undefined ? any : extended(base, this.object(args[0], depth));
      case 'concat':
        return base.type === 'object' ? extended(base, this.of(args[0], depth)) : base;
      case 'noUnknown':
      case 'stripUnknown':
      case 'exact':
        return isConstant(args[0], false, this.read) ? base : withRest(base, safe);
      case 'pick':
      case 'omit': {
        const names = textList(args[0], this.read);
        return names === null ? any : withFields(base, field => names.includes(field) === (name === 'pick'));
      }
      default:
        // Tests look at what transforms have made, so `transform` takes nothing back.
        return limited(base, formatShape(name));
    }
  }
}

const methods = new Set(['validate', 'validateSync']);

/** https://github.com/jquense/yup#api */
export const yup: SchemaLibrary = {
  modules: ['yup'],
  promises: ['validate', 'isValid'],
  shape: (schema, read) => new Reading(read).shape(schema),
  validation(call, read): Validation | null {
    const shape = receiverCall(call, read) === null ? null : new Reading(read).shape(call.receiver ?? undefined);
    if (shape === null) return null;
    if (call.name === 'isValid' || call.name === 'isValidSync') return { shape: withRest(shape, any), input: 0, outcome: 'tests' };
    if (!methods.has(call.name)) return null;
    const strips = isConstant(option(call.args[1], 'stripUnknown', read), true, read);
    return { shape: strips ? withRest(shape, safe) : shape, inputShape: withRest(shape, any), input: 0, outcome: 'returns' };
  },
};
