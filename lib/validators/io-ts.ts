import type { CallView, SchemaLibrary, Shape, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, maxDepth, receiverCall } from './read-schema.js';
import { any, arrayOf, both, objectOf, safe, text, underAnyName, unionOf, withRest } from './shapes.js';

const modules = ['io-ts', 'io-ts-types'];

/** Codecs that are constants of the modules. */
const constants: Readonly<Record<string, Shape>> = {
  string: text,
  number: safe,
  bigint: safe,
  boolean: safe,
  null: safe,
  nullType: safe,
  undefined: safe,
  void: safe,
  voidType: safe,
  Int: safe,
  NonEmptyString: text,
  UUID: safe,
  NumberFromString: safe,
  IntFromString: safe,
  BooleanFromString: safe,
  BooleanFromNumber: safe,
  BigIntFromString: safe,
  date: safe,
  DateFromISOString: safe,
  DateFromNumber: safe,
  DateFromUnixTime: safe,
};

/** The name of a member of one of the modules, `string` of `t.string`. */
function memberName(value: Value): string | null {
  for (const reference of value.references) {
    if (reference.type === 'api' && reference.call === null && modules.includes(reference.node.module))
      return reference.node.names.at(-1) ?? null;
  }
  return null;
}

class Reading {
  constructor(private readonly read: ValueReader) {}

  shape(codec: Value | undefined, depth = 0): Shape | null {
    if (codec === undefined) return null;
    const call = this.read.call(codec);
    if (call !== null) return depth > maxDepth ? any : this.made(call, depth + 1);
    const name = memberName(codec);
    if (name === null) return null;
    return Object.hasOwn(constants, name) ? constants[name]! : any;
  }

  private of(codec: Value | undefined, depth: number): Shape {
    return this.shape(codec, depth) ?? any;
  }

  private list(value: Value | undefined, depth: number): Shape[] {
    const elements = value === undefined ? null : this.read.elements(value);
    return elements?.map(element => this.of(element, depth)) ?? [any];
  }

  private made({ name, args }: CallView, depth: number): Shape | null {
    switch (name) {
      case 'literal':
      case 'keyof':
        return safe;
      case 'type':
      case 'interface':
      case 'partial':
        return this.object(args[0], any, depth);
      case 'strict':
        return this.object(args[0], safe, depth);
      case 'exact':
        return withRest(this.of(args[0], depth), safe);
      case 'array':
      case 'readonlyArray':
      case 'nonEmptyArray':
        return arrayOf(this.of(args[0], depth));
      case 'tuple':
        return arrayOf(unionOf(this.list(args[0], depth)));
      case 'record':
      case 'dictionary':
        return objectOf([], underAnyName(this.of(args[1], depth)));
      case 'union':
        return unionOf(this.list(args[0], depth));
      case 'intersection':
        return this.list(args[0], depth).reduce(both);
      case 'brand':
      case 'refinement':
      case 'readonly':
      case 'fromNullable':
      case 'withFallback':
      case 'withMessage':
      case 'optionFromNullable':
        return this.of(args[0], depth);
      case 'recursion':
        return args[1] === undefined ? any : this.of(this.read.apply(args[1], []), depth);
      default:
        return null;
    }
  }

  private object(fields: Value | undefined, rest: Shape, depth: number): Shape {
    const shapes = fieldShapes(fields, this.read, codec => this.of(codec, depth));
    return shapes === null ? any : objectOf(shapes, rest);
  }
}

/** `codec.decode(x)` gives an Either; only what is right has been checked. https://gcanti.github.io/io-ts/ */
export const ioTs: SchemaLibrary = {
  modules,
  shape: (schema, read) => new Reading(read).shape(schema),
  validation(call, read) {
    // `t.string.decode(x)`: the codec is a constant of the module.
    const constant = call.receiver === null && call.path.length === 2 ? constants[call.path[0] ?? ''] : undefined;
    const isCodec = call.receiver !== null && (receiverCall(call, read) !== null || memberName(call.receiver) !== null);
    const shape = constant ?? (isCodec ? new Reading(read).shape(call.receiver ?? undefined) : null);
    if (shape === null) return null;
    const inputShape = withRest(shape, any);
    if (call.name === 'decode') return { shape, inputShape, input: 0, outcome: { ok: '#right', error: 'left', data: 'right' } };
    return call.name === 'is' ? { shape: inputShape, input: 0, outcome: 'tests' } : null;
  },
};
