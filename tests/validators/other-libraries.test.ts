import { describe, expect, it } from 'vitest';
import { eventShapeOf, shapeOf, validationOf, written, writtenValidation } from './program.js';

describe('superstruct', () => {
  const imports = `import * as s from 'superstruct';`;
  it.each([
    ['one of some values', `s.enums(['a', 'b'])`, 'safe'],
    ['a pattern', `s.pattern(s.string(), /^[a-z]+$/)`, 'safe'],
    ['an unanchored pattern', `s.pattern(s.string(), /[a-z]+/)`, 'text'],
    ['a text', `s.size(s.nonempty(s.string()), 1, 40)`, 'text'],
    ['a refined text', `s.refine(s.string(), 'fine', isFine)`, 'text'],
    ['an optional number', `s.optional(s.integer())`, 'safe'],
    ['a struct of one’s own', `s.define('x', isFine)`, 'any'],
    ['fields', `s.object({ a: s.number(), b: s.string() })`, '{ a: safe, b: text, *: safe }'],
    ['fields, others allowed', `s.type({ a: s.number() })`, '{ a: safe, *: any }'],
    ['two structs', `s.assign(s.object({ a: s.number() }), s.object({ b: s.string() }))`, '{ a: safe, b: text, *: safe }'],
    ['some fields', `s.pick(s.object({ a: s.number(), b: s.string() }), ['a'])`, '{ a: safe, *: safe }'],
    ['fields whose names come from elsewhere', `s.pick(s.object({ a: s.number(), b: s.string() }), names)`, 'any'],
    ['a list', `s.array(s.string())`, '[text]'],
    ['either', `s.union([s.number(), s.literal('a')])`, 'safe'],
    ['structs from elsewhere', `s.union(structs)`, 'any'],
    ['a list of fixed length', `s.tuple([s.number(), s.string()])`, '[text]'],
    ['fields of any name', `s.record(s.string(), s.number())`, '{ *: safe }'],
    ['a text and a choice', `s.intersection([s.string(), s.enums(['a'])])`, 'safe'],
    ['a struct that is made when it is needed', `s.lazy(() => s.number())`, 'safe'],
    ['a value that is made a number before', `s.coerce(s.number(), s.string(), toNumber)`, 'safe'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  const struct = `${imports} const struct = s.object({ a: s.number() });`;
  it.each([
    ['assert', `s.assert(x, struct)`, 'asserts 0: { a: safe, *: safe }'],
    ['is', `s.is(x, struct)`, 'tests 0: { a: safe, *: safe }'],
    ['create', `s.create(x, struct)`, 'returns 0: { a: safe, *: safe }'],
    ['mask', `s.mask(x, struct)`, 'returns 0: { a: safe, *: safe } from { a: safe, *: any }'],
    ['validate', `s.validate(x, struct)`, '{error:0,data:1} 0: { a: safe, *: safe }'],
    ['the method', `struct.create(x)`, 'returns 0: { a: safe, *: safe }'],
    ['the wrong order', `s.assert(struct, x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${struct} ${code}`))).toBe(expected);
  });
});

describe('io-ts', () => {
  const imports = `import * as t from 'io-ts'; import * as x from 'io-ts-types'; import { UUID } from 'io-ts-types';`;
  const known = {
    safe: {
      t: 'number bigint boolean null nullType undefined void voidType Int',
      x: 'UUID NumberFromString IntFromString BooleanFromString BooleanFromNumber BigIntFromString date DateFromISOString DateFromNumber DateFromUnixTime',
    },
    text: { t: 'string', x: 'NonEmptyString' },
  };
  const codecs = Object.entries(known).flatMap(([shape, modules]) =>
    Object.entries(modules).flatMap(([module, names]) => names.split(' ').map(name => [`${module}.${name}`, shape] as const)),
  );
  it.each(codecs)('%s is %s', (codec, expected) => {
    expect(written(shapeOf(`${imports} t.type({ a: ${codec} })`))).toBe(`{ a: ${expected}, *: any }`);
  });

  it.each([
    ['names of an object', `t.keyof({ a: null, b: null })`, 'safe'],
    ['fields', `t.type({ a: t.number, b: t.string, c: t.unknown })`, '{ a: safe, b: text, c: any, *: any }'],
    ['a uuid', `t.type({ id: UUID })`, '{ id: safe, *: any }'],
    ['other fields left out', `t.strict({ a: t.number })`, '{ a: safe, *: safe }'],
    ['other fields left out afterwards', `t.exact(t.type({ a: t.string }))`, '{ a: text, *: safe }'],
    [
      'required and optional fields',
      `t.intersection([t.type({ a: t.number }), t.partial({ b: t.string })])`,
      '{ a: safe, b: text, *: any }',
    ],
    ['a list', `t.array(t.string)`, '[text]'],
    ['either', `t.union([t.literal('a'), t.literal('b')])`, 'safe'],
    ['a refinement adds nothing', `t.refinement(t.string, isFine)`, 'text'],
    ['a refinement by a brand', `t.brand(t.string, isFine, 'Fine')`, 'text'],
    ['a codec that is read only', `t.readonly(t.string)`, 'text'],
    ['a text or what stands for it', `x.fromNullable(t.string, '')`, 'text'],
    ['a text or another', `x.withFallback(t.string, '')`, 'text'],
    ['a text with a message', `x.withMessage(t.string, () => 'no')`, 'text'],
    ['fields by their old name', `t.interface({ a: t.number })`, '{ a: safe, *: any }'],
    ['a list that is read only', `t.readonlyArray(t.string)`, '[text]'],
    ['a list of fixed length', `t.tuple([t.number, t.string])`, '[text]'],
    ['a list of codecs from elsewhere', `t.tuple(parts)`, '[any]'],
    ['a list of a codec from elsewhere', `t.array(part)`, '[any]'],
    ['a list of nothing', `t.array()`, '[any]'],
    ['fields of any name', `t.record(t.string, t.number)`, '{ *: safe }'],
    ['fields of any name, by the old name', `t.dictionary(t.string, t.number)`, '{ *: safe }'],
    ['a type that refers to itself', `t.recursion('Node', () => t.type({ id: t.number }))`, '{ id: safe, *: any }'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  it.each([
    ['decode', `t.strict({ a: t.number }).decode(x)`, '{ok:#right,error:left,data:right} 0: { a: safe, *: safe } from { a: safe, *: any }'],
    ['is', `t.type({ a: t.number }).is(x)`, 'tests 0: { a: safe, *: any }'],
    ['decode of a codec that is a constant', `t.number.decode(x)`, '{ok:#right,error:left,data:right} 0: safe'],
    ['decode of a codec that lets any text through', `t.string.decode(x)`, '{ok:#right,error:left,data:right} 0: text'],
    ['a codec of unknown kind checks nothing that is known', `t.made(t.number).decode(x)`, 'none'],
    ['encode checks nothing', `t.type({ a: t.number }).encode(x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${imports} ${code}`))).toBe(expected);
  });
});

describe('TypeBox', () => {
  const imports = `import { Type } from '@sinclair/typebox'; import { Value } from '@sinclair/typebox/value'; import { TypeCompiler } from '@sinclair/typebox/compiler'; import Ajv from 'ajv';`;
  it.each([
    ['a choice', `Type.Union([Type.Literal('a'), Type.Literal('b')])`, 'safe'],
    ['a uuid', `Type.String({ format: 'uuid' })`, 'safe'],
    ['an anchored pattern', `Type.String({ pattern: '^[a-z]+$' })`, 'safe'],
    ['an unanchored pattern', `Type.String({ pattern: '[a-z]+' })`, 'text'],
    ['a pattern as such', `Type.RegExp(/^[a-z]+$/)`, 'safe'],
    ['a text', `Type.String({ minLength: 1 })`, 'text'],
    ['an optional number', `Type.Optional(Type.Integer())`, 'safe'],
    ['fields', `Type.Object({ a: Type.Number(), b: Type.String() })`, '{ a: safe, b: text, *: any }'],
    ['no other fields', `Type.Object({ a: Type.Number() }, { additionalProperties: false })`, '{ a: safe, *: safe }'],
    ['some fields', `Type.Pick(Type.Object({ a: Type.Number(), b: Type.String() }), ['a'])`, '{ a: safe, *: any }'],
    ['a list', `Type.Array(Type.String())`, '[text]'],
    ['anything', `Type.Unknown()`, 'any'],
    ['any value', `Type.Any()`, 'any'],
    ['a type of one’s own', `Type.Unsafe({ type: 'x' })`, 'any'],
    ['a reference', `Type.Ref('Order')`, 'any'],
    ['a transform', `Type.Transform(Type.String())`, 'any'],
    ['a text by a template', `Type.TemplateLiteral('a-${'$'}{string}')`, 'text'],
    ['a list of fixed length', `Type.Tuple([Type.Number(), Type.String()])`, '[text]'],
    ['fields of any name', `Type.Record(Type.String(), Type.Number())`, '{ *: safe }'],
    ['a text and a choice', `Type.Intersect([Type.String(), Type.Literal('a')])`, 'safe'],
    [
      'fields of two types',
      `Type.Composite([Type.Object({ a: Type.Number() }), Type.Object({ b: Type.String() })])`,
      '{ a: safe, b: text, *: any }',
    ],
    ['a type that refers to itself', `Type.Recursive(This => Type.Object({ a: Type.Number() }))`, '{ a: safe, *: any }'],
    ['a list of types from elsewhere', `Type.Union(types)`, 'any'],
    ['fields from elsewhere', `Type.Object(imported)`, 'any'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  const schema = `${imports} const schema = Type.Object({ a: Type.Number() });`;
  it.each([
    ['Check', `Value.Check(schema, x)`, 'tests 1: { a: safe, *: any }'],
    ['Parse', `Value.Parse(schema, x)`, 'returns 1: { a: safe, *: any }'],
    ['Decode', `Value.Decode(schema, x)`, 'returns 1: { a: safe, *: any }'],
    ['Assert', `Value.Assert(schema, x)`, 'asserts 1: { a: safe, *: any }'],
    [
      'the library by its later name',
      `import * as late from 'typebox'; import { Value as V } from 'typebox/value'; V.Check(late.Type.Integer(), x)`,
      'tests 1: safe',
    ],
    [
      'a checker compiled by the library of the later name',
      `import * as late from 'typebox'; import { Compile } from 'typebox/compile'; Compile(late.Type.Integer()).Check(x)`,
      'tests 0: safe',
    ],
    ['Cast checks nothing', `Value.Cast(schema, x)`, 'none'],
    ['a compiled checker', `TypeCompiler.Compile(schema).Check(x)`, 'tests 0: { a: safe, *: any }'],
    ['ajv', `new Ajv().compile(schema)(x)`, 'tests 0: { a: safe, *: any }'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});

describe('ArkType', () => {
  const imports = `import { type } from 'arktype';`;
  it.each([
    ['a choice of texts', `type("'pdf' | 'png'")`, 'safe'],
    ['a number', `type('number')`, 'safe'],
    ['a number between bounds', `type('0 < number.integer <= 10')`, 'safe'],
    ['a text', `type('string')`, 'text'],
    ['a text of some length', `type('3 <= string <= 20')`, 'text'],
    ['a uuid', `type('string.uuid')`, 'safe'],
    ['a uuid of one version', `type('string.uuid.v4')`, 'safe'],
    ['an e-mail address', `type('string.email')`, 'text'],
    ['a date in a text', `type('string.date.iso')`, 'safe'],
    ['a text that is parsed into a number', `type('string.numeric.parse')`, 'safe'],
    ['a pattern', `type('/^[a-z]+$/')`, 'safe'],
    ['an unanchored pattern', `type('/[a-z]+/')`, 'text'],
    ['a list', `type('string.uuid[]')`, '[safe]'],
    ['a list of either', `type('(number | string)[]')`, '[text]'],
    ['a text and a pattern', `type('string & /^[a-z]+$/')`, 'safe'],
    ['a number or a text', `type('number | string')`, 'text'],
    ['what cannot be read', `type('string @ !')`, 'any'],
    ['a name from elsewhere', `type('user')`, 'any'],
    ['fields', `type({ a: 'number', 'b?': 'string', c: { d: "'x'" } })`, '{ a: safe, b: text, c: { d: safe, *: any }, *: any }'],
    ['no other fields', `type({ '+': 'reject', a: 'number' })`, '{ a: safe, *: safe }'],
    ['other fields checked', `type({ '[string]': 'number' })`, '{ *: safe }'],
    ['an expression in a list', `type(['string', '|', 'number'])`, 'text'],
    ['a list of elements', `type([['number', '[]'], 'number'])`, '[([safe] | safe)]'],
    ['a value with a default', `type({ a: "string = 'x'" })`, '{ a: text, *: any }'],
    ['methods', `type('string').matching(/^[a-z]+$/).or('number')`, 'safe'],
    ['a pipe into a number', `type('string').pipe(v => Number(v))`, 'safe'],
    ['a pipe into something', `type('string').pipe(v => load(v))`, 'any'],
    ['one of some values', `type.enumerated('a', 'b')`, 'safe'],
    ['one value', `type.unit(limit)`, 'safe'],
    ['one value in an expression', `type(['===', limit])`, 'safe'],
    ['one number of some', `type('1 | 2')`, 'safe'],
    ['an expression as arguments', `type('number', '|', 'string')`, 'text'],
    ['either in a list, the second a text', `type(['number', '|', 'string'])`, 'text'],
    ['both in a list', `type(['string', '&', '/^[a-z]+$/'])`, 'safe'],
    ['a test of its own leaves a text a text', `type(['string', ':', v => v.length > 3])`, 'text'],
    ['a default in a list', `type(['string', '=', 'x'])`, 'text'],
    ['an optional field in a list', `type({ a: ['string', '?'] })`, '{ a: text, *: any }'],
    ['a described text in a list', `type(['string', '@', 'a name'])`, 'text'],
    ['a list that makes a number of a text', `type(['string', '=>', v => Number(v)])`, 'safe'],
    ['a list that pipes a text into a number', `type(['string', '|>', v => Number(v)])`, 'safe'],
    ['a schema in a field', `type({ a: type('number') })`, '{ a: safe, *: any }'],
    ['a definition from elsewhere', `type(imported)`, 'any'],
    ['nothing', `type()`, 'none'],
    ['a module of definitions is no schema', `type.module({ a: 'number' })`, 'none'],
    ['a method that makes a list', `type('string').array()`, '[text]'],
    ['a text or a number', `type('string').or('number')`, 'text'],
    ['a number or a text, by a method', `type('number').or('string')`, 'text'],
    ['a number or what is not given', `type('number').or()`, 'any'],
    ['a text and a pattern, by a method', `type('string').and('/^[a-z]+$/')`, 'safe'],
    ['a text that meets a pattern', `type('string').intersect('/^[a-z]+$/')`, 'safe'],
    ['a text to a pattern', `type('string').to('/^[a-z]+$/')`, 'safe'],
    ['fields of two', `type({ a: 'number' }).merge({ b: 'string' })`, '{ a: safe, b: text, *: any }'],
    ['other fields rejected, by a method', `type({ a: 'number' }).onUndeclaredKey('reject')`, '{ a: safe, *: safe }'],
    ['other fields removed in depth', `type({ a: 'number' }).onDeepUndeclaredKey('delete')`, '{ a: safe, *: safe }'],
    ['other fields ignored again', `type({ '+': 'reject', a: 'number' }).onUndeclaredKey('ignore')`, '{ a: safe, *: any }'],
    ['a text of digits', `type('string.integer')`, 'safe'],
    ['a text that is a number', `type('string.numeric')`, 'safe'],
    ['a date in some form may be any text', `type('string.date')`, 'text'],
    ['a text that is parsed into an integer', `type('string.integer.parse')`, 'safe'],
    ['a text that is parsed into a date', `type('string.date.parse')`, 'safe'],
    ['a text that is parsed into data', `type('string.json.parse')`, 'any'],
    ['a definition that ends too early', `type('string |')`, 'any'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  const schema = `${imports} const schema = type({ a: 'number' });`;
  it.each([
    ['a call gives checked data or errors, and leaves the value as it came', `schema(x)`, 'returns 0: { a: safe, *: any } from any'],
    ['assert', `schema.assert(x)`, 'returns 0: { a: safe, *: any }'],
    ['from', `schema.from(x)`, 'returns 0: { a: safe, *: any }'],
    ['allows', `schema.allows(x)`, 'tests 0: { a: safe, *: any }'],
    ['allows, of a schema that removes other fields', `schema.onUndeclaredKey('delete').allows(x)`, 'tests 0: { a: safe, *: any }'],
    ['making a schema is no check', `type({ a: 'number' })`, 'none'],
    ['a module of definitions checks nothing', `type.module({ a: 'number' }).assert(x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});

describe('class-validator', () => {
  const program = (fields: string, check: string): string => `
    import * as cv from 'class-validator';
    import { plainToInstance, plainToClass, Type } from 'class-transformer';
    import { transformAndValidate, transformAndValidateSync } from 'class-transformer-validator';
    class Item { @cv.IsInt() count; @cv.IsString() label; }
    class Order { ${fields} }
    ${check}`;

  it.each([
    ['an enum', `@cv.IsEnum(Size) a;`, 'safe'],
    ['one of some values', `@cv.IsIn(['a', 'b']) a;`, 'safe'],
    ['a uuid', `@cv.IsUUID('4') a;`, 'safe'],
    ['an integer', `@cv.IsInt() @cv.Min(1) a;`, 'safe'],
    ['a boolean that is optional', `@cv.IsOptional() @cv.IsBoolean() a;`, 'safe'],
    ['a date in a text', `@cv.IsDateString() a;`, 'safe'],
    ['letters and digits', `@cv.IsString() @cv.IsAlphanumeric() a;`, 'safe'],
    ['an anchored pattern', `@cv.Matches(/^[a-z]+$/) a;`, 'safe'],
    ['an unanchored pattern', `@cv.Matches(/[a-z]+/) a;`, 'text'],
    ['a text', `@cv.IsString() @cv.MaxLength(10) a;`, 'text'],
    ['an e-mail address', `@cv.IsEmail() a;`, 'text'],
    ['not empty says nothing of the type', `@cv.IsNotEmpty() a;`, 'any'],
    ['no decorator', `a;`, 'any'],
    ['a decorator that is no call', `@hidden @cv.IsInt() a;`, 'safe'],
    ['a condition', `@cv.ValidateIf(o => o.b) @cv.IsInt() a;`, 'any'],
    ['each of a list', `@cv.IsEnum(Size, { each: true }) a;`, '[safe]'],
    ['a class in a field', `@cv.ValidateNested() @Type(() => Item) a;`, '{ count: safe, label: text, *: any }'],
    ['a list of a class', `@cv.ValidateNested({ each: true }) @Type(() => Item) a;`, '[{ count: safe, label: text, *: any }]'],
    ['a class in a field whose type is not told', `@cv.ValidateNested() a;`, 'any'],
  ])('%s', (_, fields, expected) => {
    const check = `const order = plainToInstance(Order, x); cv.validateOrReject(order)`;
    expect(writtenValidation(validationOf(program(fields, check)))).toBe(`asserts 0: { a: ${expected}, *: any }`);
  });

  it.each([
    ['a list of errors', `cv.validate(plainToClass(Order, x))`, '{error:length} 0: { a: safe, *: any }'],
    ['a list of errors at once', `cv.validateSync(plainToInstance(Order, x))`, '{error:length} 0: { a: safe, *: any }'],
    ['both steps in one', `transformAndValidate(Order, x)`, 'returns 1: { a: safe, *: any }'],
    ['both steps in one at once', `transformAndValidateSync(Order, x)`, 'returns 1: { a: safe, *: any }'],
    ['an object of unknown class', `cv.validateOrReject(x)`, 'none'],
    ['an instance of a class from elsewhere', `cv.validateOrReject(plainToInstance(Imported, x))`, 'none'],
    ['making an instance is no check', `plainToInstance(Order, x)`, 'none'],
  ])('%s', (_, check, expected) => {
    expect(writtenValidation(validationOf(program('@cv.IsInt() a;', check)))).toBe(expected);
  });

  it('an instance has the fields of its class', () => {
    expect(written(shapeOf(program('@cv.IsInt() a;', 'plainToInstance(Order, x)')))).toBe('{ a: safe, *: any }');
  });
});

describe('the Powertools parser', () => {
  const imports = `
    import { parse, parser } from '@aws-lambda-powertools/parser';
    import { SqsEnvelope } from '@aws-lambda-powertools/parser/envelopes/sqs';
    import { ApiGatewayEnvelope } from '@aws-lambda-powertools/parser/envelopes';
    import { APIGatewayProxyEventSchema } from '@aws-lambda-powertools/parser/schemas';
    import { JSONStringified } from '@aws-lambda-powertools/parser/helpers';
    import { z } from 'zod';
    import * as v from 'valibot';
    const schema = z.object({ id: z.uuid() });`;
  it.each([
    ['the function', `parse(x, undefined, schema)`, 'returns 0: { id: safe, *: safe }'],
    ['an envelope', `parse(x, ApiGatewayEnvelope, schema)`, 'returns 0: { id: safe, *: safe }'],
    ['an envelope of records', `parse(x, SqsEnvelope, schema)`, 'returns 0: [{ id: safe, *: safe }]'],
    ['a result', `parse(x, ApiGatewayEnvelope, schema, true)`, '{ok:success,error:error,data:data} 0: { id: safe, *: safe }'],
    ['the envelope’s own method', `SqsEnvelope.parse(x, schema)`, 'returns 0: [{ id: safe, *: safe }]'],
    [
      'the envelope’s own method with a result',
      `ApiGatewayEnvelope.safeParse(x, schema)`,
      '{ok:success,error:error,data:data} 0: { id: safe, *: safe }',
    ],
    ['a schema of another library', `parse(x, undefined, v.picklist(['a']))`, 'returns 0: safe'],
    ['an event’s own schema', `APIGatewayProxyEventSchema.parse(x)`, 'returns 0: any'],
    [
      'an event’s schema with a body of one’s own',
      `APIGatewayProxyEventSchema.extend({ body: z.uuid() }).parse(x)`,
      'returns 0: { body: safe, *: any }',
    ],
    ['no schema', `parse(x, undefined, other)`, 'none'],
    ['another method of an envelope', `SqsEnvelope.describe(x, schema)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${imports} ${code}`))).toBe(expected);
  });

  it('an event’s schema with a body of one’s own', () => {
    const code = `${imports} const event = APIGatewayProxyEventSchema.extend({ body: JSONStringified(schema) });`;
    expect(written(shapeOf(code))).toBe('{ body: { id: safe, *: safe }, *: any }');
  });

  it.each([
    ['a schema', `parser({ schema })`, '{ id: safe, *: safe }'],
    ['an envelope of records', `parser({ schema, envelope: SqsEnvelope })`, '[{ id: safe, *: safe }]'],
    ['a result', `parser({ schema, safeParse: true })`, '{ data: { id: safe, *: safe }, success: safe, *: safe }'],
    ['no schema', `parser({})`, 'none'],
    ['an envelope and no schema', `parser({ envelope: SqsEnvelope })`, 'none'],
    ['the name of the function', `parse({ schema })`, 'none'],
  ])('the event behind the parser with %s', (_, code, expected) => {
    expect(written(eventShapeOf(`${imports} ${code}`))).toBe(expected);
  });
});
