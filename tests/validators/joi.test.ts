import { describe, expect, it } from 'vitest';
import { shapeOf, validationOf, written, writtenValidation } from './program.js';

const imports = `import Joi from 'joi';`;

describe('joi schemas', () => {
  it.each([
    ['valid values', `Joi.string().valid('a4', 'a5').required()`, 'safe'],
    ['valid values without a type', `Joi.valid('a4')`, 'safe'],
    ['valid values and an empty text', `Joi.string().valid('a4').allow('')`, 'safe'],
    ['a number', `Joi.number().integer().required()`, 'safe'],
    ['a boolean', `Joi.boolean()`, 'safe'],
    ['a guid', `Joi.string().guid({ version: 'uuidv4' })`, 'safe'],
    ['letters and digits', `Joi.string().alphanum().min(3)`, 'safe'],
    ['hexadecimal', `Joi.string().hex()`, 'safe'],
    ['an ISO date', `Joi.string().isoDate()`, 'safe'],
    ['an anchored pattern', `Joi.string().pattern(/^[a-z]+$/)`, 'safe'],
    ['an anchored pattern by its old name', `Joi.string().regex(/^[a-z]+$/)`, 'safe'],
    ['an unanchored pattern', `Joi.string().pattern(/[a-z]+/)`, 'text'],
    ['a pattern turned around', `Joi.string().pattern(/^[a-z]+$/, { invert: true })`, 'text'],
    ['a text', `Joi.string().max(80).required()`, 'text'],
    ['an e-mail address', `Joi.string().email()`, 'text'],
    ['a URI', `Joi.string().uri()`, 'text'],
    ['invalid values are a denylist', `Joi.string().invalid(';')`, 'text'],
    ['anything', `Joi.any()`, 'any'],
    ['a boolean by its short name', `Joi.bool()`, 'safe'],
    ['a date', `Joi.date()`, 'safe'],
    ['a value equal to one', `Joi.equal('a4')`, 'safe'],
    ['a symbol', `Joi.symbol()`, 'safe'],
    ['bytes', `Joi.binary()`, 'any'],
    ['a function', `Joi.function()`, 'any'],
    ['a function by its short name', `Joi.func()`, 'any'],
    ['a link', `Joi.link('#order')`, 'any'],
    ['allowed values beside all others', `Joi.allow('a4')`, 'any'],
    ['a value that must be there', `Joi.required()`, 'any'],
    ['a value that may be missing', `Joi.optional()`, 'any'],
    ['nothing given', `Joi.compile()`, 'any'],
    ['an object that is compiled', `Joi.compile({ a: Joi.number() })`, '{ a: safe, *: safe }'],
    ['a description that is built', `Joi.build({ a: Joi.number() })`, '{ a: safe, *: safe }'],
    ['a field that is null', `Joi.object({ a: null })`, '{ a: safe, *: safe }'],
    ['alternatives by their short name', `Joi.alt(Joi.string(), Joi.number())`, 'text'],
    ['items added to others, the first a text', `Joi.array().items(Joi.string()).items(Joi.number())`, '[text]'],
    ['items added to others, the second a text', `Joi.array().ordered(Joi.number()).items(Joi.string())`, '[text]'],
    ['nothing appended', `Joi.object({ a: Joi.number() }).append()`, '{ a: safe, *: safe }'],
    ['a text and a format', `Joi.string().concat(Joi.string().hex())`, 'safe'],
    ['alternatives added to others, the first a text', `Joi.alternatives().try(Joi.string()).try(Joi.number())`, 'text'],
    ['alternatives added to others, the second a text', `Joi.alternatives().try(Joi.number()).try(Joi.string())`, 'text'],
    ['other fields by options', `Joi.object({ a: Joi.number() }).options({ allowUnknown: true })`, '{ a: safe, *: any }'],
    ['other fields by preferences', `Joi.object({ a: Joi.number() }).preferences({ allowUnknown: true })`, '{ a: safe, *: any }'],
    ['other fields left out again', `Joi.object({ a: Joi.number() }).unknown().prefs({ stripUnknown: true })`, '{ a: safe, *: safe }'],
    ['a text beside a number, by patterns', `Joi.object().pattern(/^a/, Joi.string()).pattern(/^b/, Joi.number())`, '{ *: text }'],
    ['anything beside a text, by patterns', `Joi.object().pattern(/^a/, Joi.string()).pattern(/^b/, Joi.any())`, '{ *: any }'],
    ['anything required', `Joi.any().required()`, 'any'],
    ['a custom function may give anything', `Joi.string().custom(clean)`, 'any'],
    ['alternatives', `Joi.alternatives().try(Joi.number(), Joi.string().valid('auto'))`, 'safe'],
    ['alternatives with a text', `Joi.alternatives(Joi.number(), Joi.string())`, 'text'],
    ['alternatives as a list', `Joi.object({ a: [Joi.number(), Joi.boolean()] })`, '{ a: safe, *: safe }'],
    ['fields', `Joi.object({ a: Joi.number(), b: Joi.string() })`, '{ a: safe, b: text, *: safe }'],
    ['fields by keys', `Joi.object().keys({ a: Joi.number() })`, '{ a: safe, *: safe }'],
    ['more fields', `Joi.object({ a: Joi.number() }).append({ b: Joi.string() })`, '{ a: safe, b: text, *: safe }'],
    ['plain objects in fields', `Joi.object({ a: { b: Joi.string() } })`, '{ a: { b: text, *: safe }, *: safe }'],
    ['constants as fields', `Joi.object({ kind: 'pdf' })`, '{ kind: safe, *: safe }'],
    ['unknown fields allowed', `Joi.object({ a: Joi.number() }).unknown()`, '{ a: safe, *: any }'],
    ['unknown fields refused', `Joi.object({ a: Joi.number() }).unknown(false)`, '{ a: safe, *: safe }'],
    ['an object of any kind', `Joi.object()`, '{ *: any }'],
    ['fields by pattern', `Joi.object().pattern(/^x-/, Joi.string())`, '{ *: text }'],
    ['a list', `Joi.array().items(Joi.string().guid())`, '[safe]'],
    ['a list of either', `Joi.array().items(Joi.number(), Joi.string())`, '[text]'],
    ['a list of anything', `Joi.array()`, '[any]'],
    ['a condition adds nothing', `Joi.string().when('type', { is: 'a', then: Joi.valid('x') })`, 'text'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });
});

describe('joi validations', () => {
  const schema = `${imports} const schema = Joi.object({ a: Joi.number() });`;
  const shape = '{ a: safe, *: safe }';
  it.each([
    ['validate', `schema.validate(x)`, `{error:error,data:value} 0: ${shape}`],
    ['validateAsync', `schema.validateAsync(x)`, `returns 0: ${shape}`],
    ['attempt', `Joi.attempt(x, schema)`, `returns 0: ${shape}`],
    ['assert', `Joi.assert(x, schema)`, `asserts 0: ${shape}`],
    ['assert of a plain object', `Joi.assert(x, { a: Joi.number() })`, `asserts 0: ${shape}`],
    ['validate of old', `Joi.validate(x, schema)`, `{error:error,data:value} 0: ${shape}`],
    ['unknown fields allowed in the call', `schema.validate(x, { allowUnknown: true })`, `{error:error,data:value} 0: { a: safe, *: any }`],
    [
      'unknown fields left out of the copy',
      `schema.validate(x, { stripUnknown: true })`,
      `{error:error,data:value} 0: ${shape} from { a: safe, *: any }`,
    ],
    ['another schema', `other.validate(x)`, 'none'],
    ['another method', `schema.describe()`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});

it.each(['joi', '@hapi/joi', '@joi/core'])('%s is the library under one of its names', module => {
  expect(written(shapeOf(`import Joi from '${module}'; Joi.number()`))).toBe('safe');
});

it('a schema from elsewhere checks nothing that is known', () => {
  expect(validationOf(`${imports} Joi.validate(x, imported)`)).toBeNull();
});
