import type { SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { isConstant, maxDepth, option } from './read-schema.js';
import { any, arrayOf, both, objectOf, safe, text } from './shapes.js';
import { formatShape, limited, matchingValue } from './text-shapes.js';

const safeDecorators = new Set(
  'IsEnum IsIn Equals IsInt IsNumber IsBoolean IsDate IsPositive IsNegative Min Max IsDivisibleBy IsEmpty'.split(' '),
);
const textDecorators = new Set(
  `IsString IsEmail IsUrl IsURL IsAscii IsJSON Length MinLength MaxLength Contains NotContains IsByteLength IsLowercase IsUppercase IsPhoneNumber
  IsMobilePhone IsPostalCode IsCurrency IsMimeType IsDataURI IsMagnetURI IsLatLong IsRgbColor IsHSL IsFullWidth IsHalfWidth IsMultibyte
  IsSurrogatePair IsVariableWidth`.split(/\s+/),
);

/** Reads the decorators of local classes. */
class Reading {
  constructor(private readonly read: ValueReader) {}

  /** Fields without a decorator that limits them, and fields that no class names, may hold anything. */
  ofClass(value: Value | undefined, depth = 0): Shape | null {
    const fields = value === undefined || depth > maxDepth ? null : this.read.classFields(value);
    if (fields === null) return null;
    return objectOf(
      fields.map(field => [field.name, this.ofField(field.decorators, depth + 1)] as const),
      any,
    );
  }

  private ofField(decorators: readonly Value[], depth: number): Shape {
    let shape: Shape = any;
    for (const decorator of decorators) {
      const call = this.read.call(decorator);
      if (call === null) continue;
      const allowed = this.byDecorator(call.name, call.args, decorators, depth);
      const ofEach = allowed !== null && call.args.some(arg => isConstant(option(arg, 'each', this.read), true, this.read));
      if (allowed !== null) shape = both(shape, ofEach ? arrayOf(allowed) : allowed);
      // A condition decides whether the others are looked at.
      if (call.name === 'ValidateIf') return any;
    }
    return shape;
  }

  private byDecorator(name: string, args: readonly Value[], decorators: readonly Value[], depth: number): Shape | null {
    if (safeDecorators.has(name)) return safe;
    if (textDecorators.has(name)) return text;
    if (name === 'Matches') return limited(text, matchingValue(args[0], this.read));
    if (name === 'ValidateNested') return this.nested(decorators, depth);
    return name.startsWith('Is') ? formatShape(name.slice(2)) : null;
  }

  /** `@ValidateNested() @Type(() => Item)`. */
  private nested(decorators: readonly Value[], depth: number): Shape | null {
    for (const decorator of decorators) {
      const call = this.read.call(decorator);
      if (call?.name === 'Type' && call.args[0] !== undefined) return this.ofClass(this.read.apply(call.args[0], []), depth);
    }
    return null;
  }

  /** The class of an instance that class-transformer made. */
  ofInstance(value: Value | undefined): Shape | null {
    const call = value === undefined ? null : this.read.call(value);
    return call !== null && /^(?:plainTo|deserialize)/.test(call.name) ? this.ofClass(call.args[0]) : null;
  }
}

const outcomes: Readonly<Record<string, Validation['outcome']>> = {
  validateOrReject: 'asserts',
  // A list of errors: good when it is empty.
  validate: { error: 'length' },
  validateSync: { error: 'length' },
};

/** Classes with decorated fields, and instances that `plainToInstance` made of data. https://github.com/typestack/class-validator */
export const classValidator: SchemaLibrary = {
  modules: ['class-validator', 'class-transformer', 'class-transformer-validator'],
  promises: ['validate', 'validateOrReject', 'transformAndValidate'],
  shape: (schema, read) => new Reading(read).ofInstance(schema),
  validation(call, read) {
    const reading = new Reading(read);
    if (call.name === 'transformAndValidate' || call.name === 'transformAndValidateSync') {
      const shape = reading.ofClass(call.args[0]);
      return shape === null ? null : { shape, input: 1, outcome: 'returns' };
    }
    const outcome = Object.hasOwn(outcomes, call.name) ? outcomes[call.name] : undefined;
    const shape = outcome === undefined ? null : reading.ofInstance(call.args[0]);
    return outcome === undefined || shape === null ? null : { shape, input: 0, outcome };
  },
};
