import { describe, expect, it } from 'vitest';
import { shapeOf, validationOf, written, writtenValidation } from './program.js';

const imports = `import * as v from 'valibot'; import { object, string } from 'valibot';`;

describe('valibot', () => {
  it.each([
    ['a list of values', `v.picklist(['a', 'b'])`, 'safe'],
    ['no other fields', `v.strictObject({ a: v.number() })`, '{ a: safe, *: safe }'],
    ['a list of at least some', `v.looseTuple([v.number()])`, '[any]'],
    ['a list and texts behind', `v.tupleWithRest([v.number()], v.string())`, '[text]'],
    ['a list of a text and numbers behind', `v.tupleWithRest([v.string()], v.number())`, '[text]'],
    ['a list of schemas from elsewhere', `v.union(schemas)`, 'any'],
    ['a URL of one host', `v.pipe(v.string(), v.startsWith('https://api.example.com/'))`, 'cleared'],
    ['one of some values, in a pipe', `v.pipe(v.string(), v.values(['a', 'b']))`, 'safe'],
    ['one value, in a pipe', `v.pipe(v.string(), v.value('a'))`, 'safe'],
    ['a transform of one’s own, in a pipe', `v.pipe(v.string(), v.rawTransform(change))`, 'any'],
    ['an action from elsewhere, in a pipe', `v.pipe(v.string(), action, v.uuid())`, 'safe'],
    ['an object as such', `v.object()`, 'any'],
    ['an enum', `v.enum(Format)`, 'safe'],
    ['a literal', `v.literal('a')`, 'safe'],
    ['a number', `v.pipe(v.number(), v.integer())`, 'safe'],
    ['a uuid', `v.pipe(v.string(), v.uuid())`, 'safe'],
    ['a ULID', `v.pipe(v.string(), v.ulid())`, 'safe'],
    ['an ISO timestamp', `v.pipe(v.string(), v.isoTimestamp())`, 'safe'],
    ['an anchored pattern', `v.pipe(v.string(), v.regex(/^[a-z]+$/))`, 'safe'],
    ['an anchored pattern in the old list', `v.string([v.regex(/^[a-z]+$/)])`, 'safe'],
    ['lengths in the old list', `v.string([v.minLength(1)])`, 'text'],
    ['an unanchored pattern', `v.pipe(v.string(), v.regex(/[a-z]+/))`, 'text'],
    ['a text', `v.pipe(v.string(), v.trim(), v.maxLength(10))`, 'text'],
    ['an e-mail address', `v.pipe(v.string(), v.email())`, 'text'],
    ['a URL', `v.pipe(v.string(), v.url())`, 'text'],
    ['a check adds nothing', `v.pipe(v.string(), v.check(isFine))`, 'text'],
    ['a transform into a number', `v.pipe(v.string(), v.transform(x => Number(x)))`, 'safe'],
    ['a transform of a text', `v.pipe(v.string(), v.transform(x => x.trim()))`, 'any'],
    ['a transform, then a schema', `v.pipe(v.string(), v.transform(x => x.trim()), v.picklist(['a']))`, 'safe'],
    ['anything', `v.unknown()`, 'any'],
    ['an optional enum', `v.optional(v.picklist(['a']), 'a')`, 'safe'],
    ['a nullish text', `v.nullish(v.string())`, 'text'],
    ['either', `v.union([v.number(), v.string()])`, 'text'],
    ['fields', `v.object({ a: v.number(), b: v.string() })`, '{ a: safe, b: text, *: safe }'],
    ['unknown fields kept', `v.looseObject({ a: v.number() })`, '{ a: safe, *: any }'],
    ['unknown fields checked', `v.objectWithRest({ a: v.number() }, v.string())`, '{ a: safe, *: text }'],
    ['some fields', `v.omit(v.object({ a: v.number(), b: v.string() }), ['b'])`, '{ a: safe, *: safe }'],
    ['optional fields', `v.partial(v.object({ a: v.string() }))`, '{ a: text, *: safe }'],
    ['a list', `v.array(v.string())`, '[text]'],
    ['a tuple', `v.tuple([v.number(), v.boolean()])`, '[safe]'],
    ['a record', `v.record(v.string(), v.number())`, '{ *: safe }'],
    ['variants', `v.variant('t', [v.object({ t: v.literal('a') })])`, '{ t: safe, *: safe }'],
    ['both', `v.intersect([v.object({ a: v.number() }), v.object({ b: v.string() })])`, '{ a: safe, b: text, *: safe }'],
    ['a lazy schema', `v.lazy(() => v.string())`, 'text'],
    ['named imports', `object({ a: string() })`, '{ a: text, *: safe }'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  const schema = `${imports} const schema = v.object({ a: v.number() });`;
  const both = '{ a: safe, *: safe } from { a: safe, *: any }';
  it.each([
    ['parse', `v.parse(schema, x)`, `returns 1: ${both}`],
    ['parseAsync', `v.parseAsync(schema, x)`, `returns 1: ${both}`],
    ['safeParse', `v.safeParse(schema, x)`, `{ok:success,error:issues,data:output} 1: ${both}`],
    ['is', `v.is(schema, x)`, `tests 1: ${both}`],
    ['assert', `v.assert(schema, x)`, `asserts 1: ${both}`],
    ['a parser', `const check = v.parser(schema); check(x)`, `returns 0: ${both}`],
    ['a safe parser', `const check = v.safeParser(schema); check(x)`, `{ok:success,error:issues,data:output} 0: ${both}`],
    ['what is no schema', `v.parse(other, x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});

it.each([
  ['safeParseAsync', `v.safeParseAsync(v.number(), x)`, '{ok:success,error:issues,data:output} 1: safe'],
  ['a parser', `v.parserAsync(v.number())(x)`, 'returns 0: safe'],
  ['a parser with a result', `v.safeParserAsync(v.number())(x)`, '{ok:success,error:issues,data:output} 0: safe'],
])('valibot that answers later: %s', (_, code, expected) => {
  expect(writtenValidation(validationOf(`${imports} ${code}`))).toBe(expected);
});
