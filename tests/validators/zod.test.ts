import { describe, expect, it } from 'vitest';
import { shapeOf, validationOf, written, writtenValidation } from './program.js';

const imports = `import { z } from 'zod'; import * as ns from 'zod'; import def from 'zod'; import { string, object } from 'zod';`;
const shape = (code: string): string => written(shapeOf(`${imports} ${code}`));

describe('zod schemas', () => {
  it.each([
    ['an enum', `z.enum(['pdf', 'png'])`, 'safe'],
    ['an enum of a type', `z.nativeEnum(Format)`, 'safe'],
    ['an enum with fewer members', `z.enum(['a', 'b']).exclude(['a'])`, 'safe'],
    ['a literal', `z.literal('pdf')`, 'safe'],
    ['a number', `z.number().int().min(1).max(10)`, 'safe'],
    ['a coerced number', `z.coerce.number()`, 'safe'],
    ['a coerced date', `z.coerce.date()`, 'safe'],
    ['a coerced text is any text', `z.coerce.string()`, 'text'],
    ['a boolean', `z.boolean()`, 'safe'],
    ['a date', `z.date()`, 'safe'],
    ['a bigint', `z.bigint()`, 'safe'],
    ['a uuid as method', `z.string().uuid()`, 'safe'],
    ['a uuid as function', `z.uuid()`, 'safe'],
    ['a uuid of one version', `z.uuidv7()`, 'safe'],
    ['a ulid', `z.string().ulid()`, 'safe'],
    ['a cuid', `z.cuid2()`, 'safe'],
    ['a date and time', `z.string().datetime()`, 'safe'],
    ['an ISO date', `z.iso.date()`, 'safe'],
    ['an ISO date and time', `z.iso.datetime()`, 'safe'],
    ['digits are no path, no URL, no syntax', `z.string().regex(/^[0-9]+$/)`, 'safe'],
    ['an anchored pattern', `z.string().regex(/^[a-z]{3}$/)`, 'safe'],
    ['a pattern that leaves a path open', `z.string().regex(/^[a-z/]+$/)`, 'cleared'],
    ['an unanchored pattern', `z.string().regex(/[a-z]+/)`, 'text'],
    ['a pattern that is not known', `z.string().regex(pattern)`, 'text'],
    ['a g flag does not matter to a schema', `z.string().regex(/^[a-z]{3}$/g)`, 'safe'],
    ['a text', `z.string()`, 'text'],
    ['a text by a template', `z.templateLiteral(['a-', z.string()])`, 'text'],
    ['a text of a format of one’s own', `z.stringFormat('x', isFine)`, 'text'],
    ['a text or nothing', `z.nullish(z.string())`, 'text'],
    ['a text to come', `z.promise(z.string())`, 'text'],
    ['a text that is read only', `z.readonly(z.string())`, 'text'],
    ['a text or what stands for it', `z.catch(z.string(), '')`, 'text'],
    ['a text with a default', `z._default(z.string(), '')`, 'text'],
    ['a text with an earlier default', `z.prefault(z.string(), '')`, 'text'],
    ['a text that must be there', `z.nonoptional(z.string())`, 'text'],
    ['fields that may be missing', `z.partial(z.object({ a: z.string() }))`, '{ a: text, *: safe }'],
    ['a pipe of two schemas gives the second', `z.pipe(z.string(), z.enum(['a']))`, 'safe'],
    ['names of fields', `z.keyof(z.object({ a: z.string() }))`, 'safe'],
    ['a transform alone', `z.transform(v => load(v))`, 'any'],
    ['a codec', `z.codec(z.string(), z.string(), both)`, 'any'],
    ['an instance of a class', `z.instanceof(Buffer)`, 'any'],
    ['some members of an enum', `z.enum(['a', 'b']).extract(['a'])`, 'safe'],
    ['a list of schemas from elsewhere', `z.union(schemas)`, 'any'],
    ['a list and what follows, which may be a text', `z.tuple([z.number()], z.string())`, '[text]'],
    ['a list of texts and numbers behind', `z.tuple([z.string()]).rest(z.number())`, '[text]'],
    ['a list of numbers and texts behind', `z.tuple([z.number()]).rest(z.string())`, '[text]'],
    ['some fields of any name', `z.partialRecord(z.string(), z.number())`, '{ *: safe }'],
    ['an object without fields', `z.object()`, '{ *: safe }'],
    ['either of a text and a number', `z.string().or(z.number())`, 'text'],
    ['a text with lengths', `z.string().min(1).max(40).trim()`, 'text'],
    ['an e-mail address', `z.string().email()`, 'text'],
    ['an e-mail address as function', `z.email()`, 'text'],
    ['a URL', `z.string().url()`, 'text'],
    ['a URL of one host', `z.string().startsWith('https://api.example.com/')`, 'cleared'],
    ['a prefix without a separator', `z.string().startsWith('https://api.example.com')`, 'text'],
    ['any', `z.any()`, 'any'],
    ['unknown', `z.unknown()`, 'any'],
    ['a custom check', `z.custom(isFine)`, 'any'],
    ['a refinement that says nothing of the text', `z.string().refine(isFine)`, 'text'],
    ['an optional enum', `z.enum(['a']).optional().nullable().default('a').describe('x')`, 'safe'],
    ['a branded uuid', `z.string().uuid().brand()`, 'safe'],
    ['wrapping functions', `z.optional(z.nullable(z.number()))`, 'safe'],
    ['either of two harmless ones', `z.union([z.number(), z.literal('auto')])`, 'safe'],
    ['a number or a text', `z.number().or(z.string())`, 'text'],
    ['an enum and a text', `z.string().and(z.enum(['a']))`, 'safe'],
    ['a preprocessed enum is checked afterwards', `z.preprocess(v => String(v), z.enum(['a']))`, 'safe'],
    ['a transform of a text may be anything', `z.string().transform(v => v.trim())`, 'any'],
    ['a transform into a number', `z.string().transform(v => parseInt(v))`, 'safe'],
    ['a transform into a truth value', `z.string().transform(v => v === 'true')`, 'safe'],
    ['a transform of an enum', `z.enum(['a']).transform(v => names[v])`, 'safe'],
    ['a pipe into an enum', `z.string().transform(v => v.trim()).pipe(z.enum(['a']))`, 'safe'],
    ['a pipe into a text', `z.string().pipe(z.string())`, 'text'],
    ['a namespace import', `ns.enum(['a'])`, 'safe'],
    ['a default import', `def.string()`, 'text'],
    ['named imports', `object({ a: string() })`, '{ a: text, *: safe }'],
    ['checks of the small version', `z.string().check(z.regex(/^[a-z]+$/), z.maxLength(3))`, 'safe'],
    ['checks of the small version that say little', `z.string().check(z.maxLength(3))`, 'text'],
  ])('%s', (_, code, expected) => {
    expect(shape(code)).toBe(expected);
  });

  it.each([
    ['fields', `z.object({ format: z.enum(['a']), name: z.string() })`, '{ format: safe, name: text, *: safe }'],
    ['unknown fields refused', `z.object({ a: z.string() }).strict()`, '{ a: text, *: safe }'],
    ['unknown fields refused by name', `z.strictObject({ a: z.string() })`, '{ a: text, *: safe }'],
    ['unknown fields kept', `z.object({ a: z.number() }).passthrough()`, '{ a: safe, *: any }'],
    ['unknown fields kept by a newer name', `z.object({ a: z.number() }).loose()`, '{ a: safe, *: any }'],
    ['unknown fields kept by an older name', `z.object({ a: z.number() }).nonstrict()`, '{ a: safe, *: any }'],
    ['unknown fields refused after all', `z.looseObject({ a: z.number() }).strict()`, '{ a: safe, *: safe }'],
    ['unknown fields left out after all', `z.looseObject({ a: z.number() }).strip()`, '{ a: safe, *: safe }'],
    [
      'more fields, checked against the others',
      `z.object({ a: z.number() }).safeExtend({ b: z.string() })`,
      '{ a: safe, b: text, *: safe }',
    ],
    ['fields picked by a list from elsewhere', `z.object({ a: z.number() }).pick(names)`, 'any'],
    ['unknown fields kept by name', `z.looseObject({ a: z.number() })`, '{ a: safe, *: any }'],
    ['unknown fields checked', `z.object({ a: z.number() }).catchall(z.string())`, '{ a: safe, *: text }'],
    ['fields in fields', `z.object({ a: z.object({ b: z.string() }) })`, '{ a: { b: text, *: safe }, *: safe }'],
    ['more fields', `z.object({ a: z.number() }).extend({ b: z.string() })`, '{ a: safe, b: text, *: safe }'],
    ['a field replaced', `z.object({ a: z.number() }).extend({ a: z.string() })`, '{ a: text, *: safe }'],
    ['two objects', `z.object({ a: z.number() }).merge(z.object({ b: z.string() }))`, '{ a: safe, b: text, *: safe }'],
    [
      'two objects at once',
      `z.intersection(z.object({ a: z.string() }), z.object({ a: z.uuid(), b: z.string() }))`,
      '{ a: safe, b: text, *: safe }',
    ],
    ['some fields', `z.object({ a: z.number(), b: z.string() }).pick({ a: true })`, '{ a: safe, *: safe }'],
    ['all but some fields', `z.object({ a: z.number(), b: z.string() }).omit({ b: true })`, '{ a: safe, *: safe }'],
    ['optional fields', `z.object({ a: z.string() }).partial()`, '{ a: text, *: safe }'],
    ['names of fields', `z.object({ a: z.string() }).keyof()`, 'safe'],
    ['fields from somewhere else', `z.object({ ...others, a: z.string() })`, 'any'],
    ['a field that is no schema', `z.object({ a: others })`, '{ a: any, *: safe }'],
    ['a list', `z.array(z.string())`, '[text]'],
    ['a list by method', `z.string().uuid().array()`, '[safe]'],
    ['a tuple', `z.tuple([z.number(), z.string()])`, '[text]'],
    ['a record', `z.record(z.string(), z.number())`, '{ *: safe }'],
    ['a record of old', `z.record(z.string())`, '{ *: text }'],
    [
      'variants',
      `z.discriminatedUnion('t', [z.object({ t: z.literal('a') }), z.object({ t: z.literal('b'), c: z.string() })])`,
      '({ t: safe, *: safe } | { t: safe, c: text, *: safe })',
    ],
    ['a lazy schema', `z.lazy(() => z.object({ a: z.string() }))`, '{ a: text, *: safe }'],
    [
      'a long chain',
      `z.object({ a: z.string().trim().min(1).max(9).toLowerCase().regex(/^[a-z]+$/).optional().nullable().describe('x').brand() })`,
      '{ a: safe, *: safe }',
    ],
  ])('%s', (_, code, expected) => {
    expect(shape(code)).toBe(expected);
  });

  it('a schema that refers to itself ends somewhere', () => {
    expect(shape(`const node = z.object({ id: z.uuid(), next: z.lazy(() => node) }); const again = node`)).toMatch(/^\{ id: safe, next: /);
  });

  it('what is no schema has no shape', () => {
    expect(shape(`z.setErrorMap(x)`)).toBe('none');
  });
});

describe('zod validations', () => {
  const schema = `${imports} const schema = z.object({ a: z.uuid(), when: z.coerce.date() });`;
  it.each([
    ['parse', `schema.parse(x)`, 'returns 0: { a: safe, when: safe, *: safe } from { a: safe, when: any, *: any }'],
    ['parseAsync', `schema.parseAsync(x)`, 'returns 0: { a: safe, when: safe, *: safe } from { a: safe, when: any, *: any }'],
    [
      'safeParse',
      `schema.safeParse(x)`,
      '{ok:success,error:error,data:data} 0: { a: safe, when: safe, *: safe } from { a: safe, when: any, *: any }',
    ],
    ['the function', `z.parse(z.string(), x)`, 'returns 1: text'],
    ['the function with a result', `z.safeParse(z.uuid(), x)`, '{ok:success,error:error,data:data} 1: safe'],
    [
      'strict objects refuse, so the value itself is checked',
      `z.strictObject({ a: z.uuid() }).parse(x)`,
      'returns 0: { a: safe, *: safe }',
    ],
    ['a transform does not change the value itself', `z.uuid().transform(v => load(v)).parse(x)`, 'returns 0: safe'],
    ['another method', `schema.describe('x')`, 'none'],
    ['parse of something else', `z.parse(x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});

const result = '{ok:success,error:error,data:data}';
it.each([
  ['decode', 'returns'],
  ['decodeAsync', 'returns'],
  ['safeParseAsync', result],
  ['spa', result],
  ['safeDecode', result],
  ['safeDecodeAsync', result],
])('zod: %s checks', (method, outcome) => {
  expect(writtenValidation(validationOf(`${imports} z.uuid().${method}(x)`))).toBe(`${outcome} 0: safe`);
});

it.each(['zod', 'zod/v3', 'zod/v4', 'zod/mini', 'zod/v4-mini', 'zod/v4/mini', '@hono/zod-openapi'])('%s is the library too', module => {
  expect(written(shapeOf(`import { z } from '${module}'; z.uuid()`))).toBe('safe');
});
