import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, isConstant, maxDepth, option, receiverCall } from './read-schema.js';
import { any, arrayOf, both, extended, objectOf, safe, text, underAnyName, unionOf, withRest } from './shapes.js';
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

  /** A schema, or what Joi makes one of: an object of schemas, a list of alternatives, a constant, a pattern. */
  private of(schema: Value | undefined, depth: number): Shape {
    if (schema === undefined || depth > maxDepth) return any;
    const made = this.shape(schema, depth);
    if (made !== null) return made;
    const constants = this.read.constants(schema);
    if (constants !== null)
      return constants.every(constant => typeof constant !== 'object' || constant === null) ? safe : matchingValue(schema, this.read);
    const elements = this.read.elements(schema);
    if (elements !== null) return unionOf(elements.map(element => this.of(element, depth + 1)));
    return this.read.members(schema) === null ? any : this.object(schema, depth + 1);
  }

  private made({ name, args }: CallView, depth: number): Shape | null {
    switch (name) {
      case 'string':
        return text;
      case 'number':
      case 'boolean':
      case 'bool':
      case 'date':
      case 'valid':
      case 'equal':
      case 'symbol':
      case 'forbidden':
        return safe;
      case 'any':
      case 'binary':
      case 'function':
      case 'func':
      case 'link':
      case 'object':
      case 'array':
      case 'alternatives':
      case 'alt':
      case 'allow':
      case 'required':
      case 'optional':
      case 'exist':
        return this.container(name, args, depth);
      case 'compile':
      case 'build':
        return this.of(args[0], depth);
      default:
        return null;
    }
  }

  private container(name: string, args: readonly Value[], depth: number): Shape {
    if (name === 'object') return args[0] === undefined ? objectOf([], any) : this.object(args[0], depth);
    if (name === 'array') return arrayOf(any);
    if ((name === 'alternatives' || name === 'alt') && args.length > 0) return this.oneOf(args, depth);
    return any;
  }

  private oneOf(args: readonly Value[], depth: number): Shape {
    return unionOf(args.map(arg => this.of(arg, depth)));
  }

  /** Fields that are not listed are refused, unless `unknown` allows them. */
  private object(fields: Value, depth: number): Shape {
    const shapes = fieldShapes(fields, this.read, schema => this.of(schema, depth));
    return shapes === null ? any : objectOf(shapes, safe);
  }

  private changed(base: Shape, { name, args }: CallView, depth: number): Shape {
    switch (name) {
      case 'valid':
      case 'equal':
        return safe;
      case 'pattern':
      case 'regex':
        return base.type === 'object' ? withRest(base, this.patternRest(base.rest, args, depth)) : this.matches(base, args);
      case 'items':
      case 'ordered':
        return base.type === 'array'
          ? arrayOf(base.element.type === 'any' ? this.oneOf(args, depth) : unionOf([base.element, this.oneOf(args, depth)]))
          : base;
      case 'keys':
      case 'append':
        return args[0] === undefined
          ? base
          : extended(base, withRest(this.object(args[0], depth), base.type === 'object' && base.fields.size > 0 ? base.rest : safe));
      case 'unknown':
        return withRest(base, isConstant(args[0], false, this.read) ? safe : any);
      case 'concat':
        return both(base, this.of(args[0], depth));
      case 'try':
        return base.type === 'any' ? this.oneOf(args, depth) : unionOf([base, this.oneOf(args, depth)]);
      case 'custom':
      case 'external':
        return base.type === 'safe' ? safe : any;
      case 'options':
      case 'prefs':
      case 'preferences':
        return this.withOptions(base, args[0]);
      default:
        return limited(base, formatShape(name));
    }
  }

  private matches(base: Shape, args: readonly Value[]): Shape {
    const inverts = isConstant(option(args[1], 'invert', this.read), true, this.read);
    return inverts ? base : limited(base, matchingValue(args[0], this.read));
  }

  /** `object.pattern(keys, schema)`: all fields that are not listed by name. */
  private patternRest(rest: Shape, args: readonly Value[], depth: number): Shape {
    const shape = underAnyName(this.of(args[1], depth));
    return rest.type === 'safe' || rest.type === 'any' ? shape : unionOf([rest, shape]);
  }

  withOptions(shape: Shape, options: Value | undefined): Shape {
    if (isConstant(option(options, 'stripUnknown', this.read), true, this.read)) return withRest(shape, safe);
    return isConstant(option(options, 'allowUnknown', this.read), true, this.read) ? withRest(shape, any) : shape;
  }

  /** The schema of a call: that of its receiver, or its argument. */
  subject(value: Value | undefined): Shape | null {
    const shape = this.shape(value);
    if (shape !== null || value === undefined) return shape;
    return this.read.members(value) === null ? null : this.object(value, 1);
  }
}

const result: Validation['outcome'] = { error: 'error', data: 'value' };
const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  validate: result,
  validateAsync: 'returns',
  attempt: 'returns',
  assert: 'asserts',
};

/** https://joi.dev/api/ */
export const joi: SchemaLibrary = {
  modules: ['joi', '@hapi/joi', '@joi/core'],
  shape: (schema, read) => new Reading(read).shape(schema),
  validation(call, read) {
    const outcome = Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    if (outcome === undefined) return null;
    const reading = new Reading(read);
    const ofReceiver = receiverCall(call, read) === null ? null : reading.shape(call.receiver ?? undefined);
    // `schema.validate(value, options)`; `Joi.attempt(value, schema, message, options)`; `Joi.validate(value, schema, options)` of old versions.
    const base = ofReceiver ?? reading.subject(call.args[1]);
    if (base === null) return null;
    const options = ofReceiver !== null ? call.args[1] : call.args.at(-1);
    const shape = reading.withOptions(base, options);
    const strips = isConstant(option(options, 'stripUnknown', read), true, read);
    return { shape, inputShape: strips ? withRest(shape, any) : shape, input: 0, outcome };
  },
};
