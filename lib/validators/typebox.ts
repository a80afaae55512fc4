import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, isConstant, maxDepth, option, receiverCall, textList, textOf } from './read-schema.js';
import { any, arrayOf, both, extended, objectOf, safe, text, underAnyName, unionOf, withFields } from './shapes.js';
import { formatShape, limited, matching, matchingValue } from './text-shapes.js';

const modules = [
  '@sinclair/typebox',
  '@sinclair/typebox/value',
  '@sinclair/typebox/compiler',
  'typebox',
  'typebox/value',
  'typebox/compile',
];

const safeTypes = new Set('Number Integer Boolean BigInt Literal Enum Null Undefined Void Never Date KeyOf Symbol'.split(' '));
const wrappers = new Set('Optional Readonly ReadonlyOptional Partial Required Exclude Extract Awaited'.split(' '));

class Reading {
  constructor(private readonly read: ValueReader) {}

  shape(schema: Value | undefined, depth = 0): Shape | null {
    const call = schema === undefined ? null : this.read.call(schema);
    if (call === null || !modules.includes(call.module)) return null;
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
    if (wrappers.has(name)) return this.of(args[0], depth);
    switch (name) {
      case 'String':
        return this.text(args[0]);
      case 'RegExp':
      case 'RegEx':
        return limited(text, matchingValue(args[0], this.read));
      case 'TemplateLiteral':
        return text;
      case 'Object':
        return this.object(args[0], args[1], depth);
      case 'Array':
        return arrayOf(this.of(args[0], depth));
      case 'Tuple':
        return arrayOf(unionOf(this.list(args[0], depth)));
      case 'Record':
        return objectOf([], underAnyName(this.of(args[1], depth)));
      case 'Union':
        return unionOf(this.list(args[0], depth));
      case 'Intersect':
        return this.list(args[0], depth).reduce(both);
      case 'Composite':
        return this.list(args[0], depth).reduce(extended);
      case 'Pick':
      case 'Omit': {
        const names = textList(args[1], this.read);
        return names === null ? any : withFields(this.of(args[0], depth), field => names.includes(field) === (name === 'Pick'));
      }
      case 'Recursive':
        return args[0] === undefined ? any : this.of(this.read.apply(args[0], args.slice(0, 1)), depth);
      case 'Transform':
      case 'Any':
      case 'Unknown':
      case 'Unsafe':
      case 'Ref':
      case 'This':
        return any;
      default:
        return null;
    }
  }

  private text(options: Value | undefined): Shape {
    const pattern = textOf(option(options, 'pattern', this.read), this.read);
    const format = textOf(option(options, 'format', this.read), this.read);
    return limited(pattern === null ? text : matching(pattern, ''), format === null ? null : formatShape(format));
  }

  private object(fields: Value | undefined, options: Value | undefined, depth: number): Shape {
    const shapes = fieldShapes(fields, this.read, schema => this.of(schema, depth));
    if (shapes === null) return any;
    const additional = option(options, 'additionalProperties', this.read);
    return objectOf(shapes, isConstant(additional, false, this.read) ? safe : underAnyName(this.of(additional, depth)));
  }
}

/** @returns what a schema of TypeBox allows; null when the value is none. */
export function typeboxShape(schema: Value | undefined, read: ValueReader): Shape | null {
  return new Reading(read).shape(schema);
}

/** Of `Value` (schema first) and of a compiled checker. `Cast` and `Convert` mend what they can and check nothing. */
const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  Check: 'tests',
  Parse: 'returns',
  Decode: 'returns',
  Assert: 'asserts',
};

/** https://github.com/sinclairzx81/typebox */
export const typebox: SchemaLibrary = {
  modules,
  shape: typeboxShape,
  validation(call, read) {
    const outcome = Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    if (outcome === undefined) return null;
    const maker = receiverCall(call, read);
    const compiled = maker !== null && maker.name.toLowerCase() === 'compile';
    const shape = typeboxShape(compiled ? maker.args[0] : call.args[0], read);
    return shape === null ? null : { shape, input: compiled ? 0 : 1, outcome };
  },
};
