import { describe, expect, it } from 'vitest';
import { shapeOf, validationOf, written, writtenValidation } from './program.js';

const imports = `import * as yup from 'yup'; import { object, string } from 'yup';`;

describe('yup', () => {
  it.each([
    ['one of some values', `yup.string().oneOf(['a', 'b']).required()`, 'safe'],
    ['a mixed value of some', `yup.mixed().oneOf(['a', 'b'])`, 'safe'],
    ['a number', `yup.number().integer().positive()`, 'safe'],
    ['a boolean', `yup.bool()`, 'safe'],
    ['a boolean by its long name', `yup.boolean()`, 'safe'],
    ['a list of schemas from elsewhere', `yup.tuple(schemas)`, '[any]'],
    ['fields of two schemas', `yup.object({ a: yup.number() }).concat(yup.object({ b: yup.string() }))`, '{ a: safe, b: text, *: any }'],
    ['other fields left out', `yup.object({ a: yup.number() }).stripUnknown()`, '{ a: safe, *: safe }'],
    ['a date', `yup.date()`, 'safe'],
    ['a uuid', `yup.string().uuid()`, 'safe'],
    ['a date and time', `yup.string().datetime()`, 'safe'],
    ['an anchored pattern', `yup.string().matches(/^[a-z]+$/, 'letters only')`, 'safe'],
    ['an unanchored pattern', `yup.string().matches(/[a-z]+/)`, 'text'],
    ['a text', `yup.string().trim().min(1).max(40)`, 'text'],
    ['a text transformed before the test', `yup.string().transform(v => v.trim()).oneOf(['a'])`, 'safe'],
    ['an e-mail address', `yup.string().email()`, 'text'],
    ['a URL', `yup.string().url()`, 'text'],
    ['a denylist', `yup.string().notOneOf([';'])`, 'text'],
    ['a test adds nothing', `yup.string().test('fine', isFine)`, 'text'],
    ['anything', `yup.mixed()`, 'any'],
    ['fields; unknown ones stay', `yup.object({ a: yup.number(), b: yup.string() })`, '{ a: safe, b: text, *: any }'],
    ['fields by shape', `object().shape({ b: string() })`, '{ b: text, *: any }'],
    ['unknown fields refused', `yup.object({ a: yup.number() }).noUnknown()`, '{ a: safe, *: safe }'],
    ['unknown fields not refused', `yup.object({ a: yup.number() }).noUnknown(false)`, '{ a: safe, *: any }'],
    ['some fields', `yup.object({ a: yup.number(), b: yup.string() }).pick(['a'])`, '{ a: safe, *: any }'],
    ['a list', `yup.array(yup.string().uuid())`, '[safe]'],
    ['a list by of', `yup.array().of(yup.string())`, '[text]'],
    ['a tuple', `yup.tuple([yup.number(), yup.string()])`, '[text]'],
    ['a lazy schema', `yup.lazy(() => yup.string())`, 'text'],
  ])('%s', (_, code, expected) => {
    expect(written(shapeOf(`${imports} ${code}`))).toBe(expected);
  });

  const schema = `${imports} const schema = yup.object({ a: yup.number() });`;
  it.each([
    ['validate', `schema.validate(x)`, 'returns 0: { a: safe, *: any }'],
    ['validateSync', `schema.validateSync(x)`, 'returns 0: { a: safe, *: any }'],
    [
      'unknown fields left out of the copy',
      `schema.validate(x, { stripUnknown: true })`,
      'returns 0: { a: safe, *: safe } from { a: safe, *: any }',
    ],
    ['a test', `schema.isValidSync(x)`, 'tests 0: { a: safe, *: any }'],
    ['a cast checks nothing', `schema.cast(x)`, 'none'],
    ['another schema', `other.validate(x)`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(`${schema} ${code}`))).toBe(expected);
  });
});
