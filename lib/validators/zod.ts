import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { fieldShapes, maxDepth, receiverCall } from './read-schema.js';
import { any, arrayOf, both, extended, objectOf, safe, text, underAnyName, unionOf, withFields, withRest } from './shapes.js';
import { formatShape, limited, matchingValue, refined, startingWith, transformed } from './text-shapes.js';

/** Whether a schema is asked what it gives, or what the checked value itself may be: unknown fields are left out of a copy, and values converted. */
type Side = 'output' | 'input';

const safeTypes = new Set(
  'number int int32 uint32 float32 float64 bigint int64 uint64 boolean stringbool date nan undefined null void never literal enum nativeEnum symbol'.split(
    ' ',
  ),
);
const anyTypes = new Set('any unknown custom json file function'.split(' '));
class Reading {
  constructor(
    private readonly read: ValueReader,
    private readonly side: Side,
  ) {}

  shape(schema: Value | undefined, depth = 0): Shape | null {
    if (schema === undefined) return null;
    const call = this.read.call(schema);
    if (call === null || depth > maxDepth) return call === null ? null : any;
    const base = call.receiver === null ? null : this.shape(call.receiver, depth);
    return base === null ? this.made(call, depth + 1) : this.changed(base, call, depth + 1);
  }

  private of(schema: Value | undefined, depth: number): Shape {
    return this.shape(schema, depth) ?? any;
  }

  private list(value: Value | undefined, depth: number): Shape[] {
    const elements = value === undefined ? null : this.read.elements(value);
    return elements?.map(element => this.of(element, depth)) ?? [any];
  }

  /** What a function of the module makes: `z.string()`. */
  private made({ name, args, path }: CallView, depth: number): Shape | null {
    if (path.includes('coerce') && this.side === 'input' && (name === 'boolean' || name === 'date' || name === 'string')) return any;
    if (safeTypes.has(name)) return safe;
    if (anyTypes.has(name)) return any;
    switch (name) {
      case 'string':
      case 'templateLiteral':
      case 'stringFormat':
      case 'httpUrl':
        return text;
      case 'object':
        return this.object(args[0], this.side === 'output' ? safe : any, depth);
      case 'strictObject':
      case 'interface':
        return this.object(args[0], safe, depth);
      case 'looseObject':
        return this.object(args[0], any, depth);
      case 'array':
      case 'set':
        return arrayOf(this.of(args[0], depth));
      case 'tuple':
        return arrayOf(unionOf([...this.list(args[0], depth), ...(args[1] === undefined ? [] : [this.of(args[1], depth)])]));
      case 'record':
      case 'partialRecord':
      case 'looseRecord':
        return this.record(args, depth);
      case 'union':
      case 'xor':
        return unionOf(this.list(args[0], depth));
      case 'discriminatedUnion':
        return unionOf(this.list(args[1], depth));
      case 'intersection':
        return both(this.of(args[0], depth), this.of(args[1], depth));
      case 'optional':
      case 'nullable':
      case 'nullish':
      case 'promise':
      case 'readonly':
      case 'catch':
      case '_default':
      case 'prefault':
      case 'nonoptional':
      case 'partial':
      case 'required':
        return this.of(args[0], depth);
      case 'lazy':
        return args[0] === undefined ? any : this.of(this.read.apply(args[0], []), depth);
      case 'preprocess':
        return this.side === 'output' ? this.of(args[1], depth) : any;
      case 'pipe':
        return this.side === 'output' ? this.of(args[1], depth) : this.of(args[0], depth);
      case 'keyof':
        return safe;
      case 'extend':
        // Of a schema that is no expression of this program: Powertools' `SqsSchema.extend({ … })`.
        return path.length > 1 ? this.object(args[0], any, depth) : null;
      case 'JSONStringified':
        return this.side === 'output' ? this.of(args[0], depth) : text;
      case 'transform':
      case 'codec':
      case 'instanceof':
        return any;
      default:
        return formatShape(name);
    }
  }

  private record([keys, values]: readonly Value[], depth: number): Shape {
    const held = this.of(values ?? keys, depth);
    return objectOf([], values !== undefined && this.of(keys, depth).type === 'safe' ? held : underAnyName(held));
  }

  private object(fields: Value | undefined, rest: Shape, depth: number): Shape {
    if (fields === undefined) return objectOf([], rest);
    const shapes = fieldShapes(fields, this.read, schema => this.of(schema, depth));
    return shapes === null ? any : objectOf(shapes, rest);
  }

  /** What a method makes of a schema: `.optional()`. */
  private changed(base: Shape, { name, args }: CallView, depth: number): Shape {
    switch (name) {
      case 'regex':
        return limited(base, matchingValue(args[0], this.read));
      case 'refine':
        return refined(base, args[0], this.read);
      case 'startsWith':
        return limited(base, startingWith(args[0], this.read));
      case 'check':
      case 'with':
        return args.reduce((shape, check) => this.checked(shape, check, depth), base);
      case 'transform':
        return this.side === 'input' ? base : transformed(base, args[0], this.read);
      case 'pipe':
        return this.side === 'input' ? base : this.of(args[0], depth);
      case 'array':
        return arrayOf(base);
      case 'or':
        return unionOf([base, this.of(args[0], depth)]);
      case 'and':
        return both(base, this.of(args[0], depth));
      case 'strict':
        return withRest(base, safe);
      case 'strip':
        return withRest(base, this.side === 'output' ? safe : any);
      case 'passthrough':
      case 'loose':
      case 'nonstrict':
        return withRest(base, any);
      case 'catchall':
        return withRest(base, args[0] === undefined ? any : underAnyName(this.of(args[0], depth)));
      case 'rest':
        return base.type === 'array' ? arrayOf(unionOf([base.element, this.of(args[0], depth)])) : base;
      case 'extend':
      case 'safeExtend':
      case 'augment':
        return extended(base, this.object(args[0], base.type === 'object' ? base.rest : any, depth));
      case 'merge':
        return extended(base, this.of(args[0], depth));
      case 'pick':
      case 'omit':
        return this.picked(base, name === 'pick', args[0]);
      case 'keyof':
      case 'extract':
      case 'exclude':
        return safe;
      default:
        // `min`, `optional` and methods that plug-ins add leave what is allowed as it is.
        return limited(base, formatShape(name));
    }
  }

  /** What a check of `zod/mini` leaves: `z.string().check(z.regex(/^[a-z]+$/))`. */
  private checked(base: Shape, check: Value, depth: number): Shape {
    const call = this.read.call(check);
    return call === null ? base : this.changed(base, call, depth);
  }

  private picked(base: Shape, keep: boolean, mask: Value | undefined): Shape {
    const names = mask === undefined ? null : this.read.members(mask);
    if (names === null) return any;
    const named = new Set(names.map(([name]) => name));
    return withFields(base, name => named.has(name) === keep);
  }
}

/** @returns what a schema of zod gives; null when the value is none. */
export function zodShape(schema: Value | undefined, read: ValueReader): Shape | null {
  return new Reading(read, 'output').shape(schema);
}

/** @returns the shapes of the copy and of the checked value; null when the value is no schema of zod. */
function shapesOf(schema: Value | null | undefined, read: ValueReader): { readonly shape: Shape; readonly inputShape: Shape } | null {
  const shape = schema == null ? null : zodShape(schema, read);
  return shape === null ? null : { shape, inputShape: new Reading(read, 'input').shape(schema!) ?? any };
}

const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  parse: 'returns',
  parseAsync: 'returns',
  decode: 'returns',
  decodeAsync: 'returns',
  safeParse: { ok: 'success', error: 'error', data: 'data' },
  safeParseAsync: { ok: 'success', error: 'error', data: 'data' },
  spa: { ok: 'success', error: 'error', data: 'data' },
  safeDecode: { ok: 'success', error: 'error', data: 'data' },
  safeDecodeAsync: { ok: 'success', error: 'error', data: 'data' },
};

/** zod 3 and 4, its methods and the functions of `zod/mini`. https://zod.dev/api */
export const zod: SchemaLibrary = {
  modules: ['zod', 'zod/v3', 'zod/v4', 'zod/mini', 'zod/v4-mini', 'zod/v4/mini', '@hono/zod-openapi'],
  shape: zodShape,
  validation(call, read) {
    const outcome = Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    if (outcome === undefined) return null;
    const ofReceiver = receiverCall(call, read) === null ? null : shapesOf(call.receiver, read);
    if (ofReceiver !== null) return { ...ofReceiver, input: 0, outcome };
    const ofArgument = shapesOf(call.args[0], read);
    return ofArgument === null ? null : { ...ofArgument, input: 1, outcome };
  },
};
