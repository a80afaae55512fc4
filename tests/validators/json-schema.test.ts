import { describe, expect, it } from 'vitest';
import { eventShapeOf, shapeOf, validationOf, written, writtenValidation } from './program.js';

/** What a compiled validator of a schema leaves. */
function allowed(schema: string): string {
  const code = `import Ajv from 'ajv'; const ajv = new Ajv(); const validate = ajv.compile(${schema}); validate(x)`;
  return writtenValidation(validationOf(code)).replace(/^tests 0: /, '');
}

describe('JSON Schema', () => {
  it.each([
    ['an enum', `{ type: 'string', enum: ['pdf', 'png'] }`, 'safe'],
    ['an enum without a type', `{ enum: ['pdf'] }`, 'safe'],
    ['a constant', `{ const: 'pdf' }`, 'safe'],
    ['an integer', `{ type: 'integer' }`, 'safe'],
    ['a number', `{ type: 'number', minimum: 1 }`, 'safe'],
    ['a boolean', `{ type: 'boolean' }`, 'safe'],
    ['an anchored pattern', `{ type: 'string', pattern: '^[A-Z]{3}[0-9]{4}$' }`, 'safe'],
    ['a pattern is not anchored by itself', `{ type: 'string', pattern: '[A-Z]{3}' }`, 'text'],
    ['a pattern without a type lets an object pass', `{ pattern: '^[a-z]+$' }`, 'any'],
    ['a uuid', `{ type: 'string', format: 'uuid' }`, 'safe'],
    ['a date', `{ type: 'string', format: 'date' }`, 'safe'],
    ['a date and time', `{ type: 'string', format: 'date-time' }`, 'safe'],
    ['an e-mail address', `{ type: 'string', format: 'email' }`, 'text'],
    ['a URI', `{ type: 'string', format: 'uri' }`, 'text'],
    ['a text', `{ type: 'string', maxLength: 10 }`, 'text'],
    ['a number or nothing', `{ type: ['integer', 'null'] }`, 'safe'],
    ['a number or a text', `{ type: ['integer', 'string'] }`, 'text'],
    ['everything', `{}`, 'any'],
    ['true', `true`, 'any'],
    [
      'fields',
      `{ type: 'object', properties: { a: { type: 'integer' }, b: { type: 'string' } }, additionalProperties: false }`,
      '{ a: safe, b: text, *: safe }',
    ],
    ['more fields allowed', `{ type: 'object', properties: { a: { type: 'integer' } } }`, '{ a: safe, *: any }'],
    ['more fields checked', `{ type: 'object', additionalProperties: { type: 'string' } }`, '{ *: text }'],
    [
      'fields by pattern',
      `{ type: 'object', patternProperties: { '^x': { type: 'integer' } }, additionalProperties: false }`,
      '{ *: safe }',
    ],
    ['required says nothing', `{ type: 'object', required: ['a'] }`, '{ *: any }'],
    ['fields without a type', `{ properties: { a: { type: 'integer' } } }`, '{ a: safe, *: any }'],
    ['a list', `{ type: 'array', items: { type: 'string' } }`, '[text]'],
    ['a list of anything', `{ type: 'array' }`, '[any]'],
    ['a tuple that ends', `{ type: 'array', items: [{ type: 'integer' }, { type: 'string' }], additionalItems: false }`, '[text]'],
    ['a tuple that goes on', `{ type: 'array', prefixItems: [{ type: 'integer' }] }`, '[any]'],
    ['a tuple that goes on with numbers', `{ type: 'array', prefixItems: [{ type: 'integer' }], items: { type: 'number' } }`, '[safe]'],
    [
      'all of',
      `{ allOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { properties: { a: { enum: ['x'] } } }] }`,
      '{ a: safe, *: any }',
    ],
    ['any of', `{ anyOf: [{ type: 'integer' }, { type: 'string' }] }`, 'text'],
    ['one of', `{ oneOf: [{ const: 'a' }, { type: 'integer' }] }`, 'safe'],
    [
      'a reference',
      `{ type: 'object', properties: { a: { $ref: '#/$defs/id' } }, $defs: { id: { type: 'string', format: 'uuid' } } }`,
      '{ a: safe, *: any }',
    ],
    ['a reference to definitions', `{ $ref: '#/definitions/id', definitions: { id: { type: 'integer' } } }`, 'safe'],
    ['a reference to elsewhere', `{ $ref: 'other.json' }`, 'any'],
    ['a reference to a path of the server', `{ $ref: '/definitions/id', definitions: { id: { type: 'integer' } } }`, 'any'],
    ['properties from elsewhere', `{ type: 'object', properties: imported }`, 'any'],
    [
      'other fields by a pattern',
      `{ type: 'object', properties: {}, patternProperties: { '^a': { type: 'string' } }, additionalProperties: false }`,
      '{ *: text }',
    ],
    ['a text before numbers', `{ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } }`, '[text]'],
    ['a reference to itself ends', `{ properties: { a: { type: 'integer' } }, $ref: '#' }`, '{ a: safe, *: any }'],
    ['a schema from elsewhere', `imported`, 'any'],
  ])('%s', (_, schema, expected) => {
    expect(allowed(schema)).toBe(expected);
  });

  const id = `{ type: 'object', properties: { id: { type: 'integer' } } }`;
  it.each([
    ['ajv.validate', `import Ajv from 'ajv'; const ajv = new Ajv(); ajv.validate(${id}, x)`, 'tests 1: { id: safe, *: any }'],
    ['ajv.validate by name', `import Ajv from 'ajv'; const ajv = new Ajv(); ajv.validate('order', x)`, 'none'],
    [
      'the drafts of ajv',
      `import Ajv from 'ajv/dist/2020.js'; const validate = new Ajv().compile(${id}); validate(x)`,
      'tests 0: { id: safe, *: any }',
    ],
    ['compiling is no check', `import Ajv from 'ajv'; new Ajv().compile(${id})`, 'none'],
    [
      'ajv with a schema that it loads',
      `import Ajv from 'ajv'; const check = await new Ajv().compileAsync(${id}); check(x)`,
      'tests 0: { id: safe, *: any }',
    ],
    [
      'ajv.validate by the name of a schema that was added before',
      `import Ajv from 'ajv'; new Ajv().addSchema(${id}).validate('order', x)`,
      'none',
    ],
    ['ajv.validate of nothing', `import Ajv from 'ajv'; new Ajv().validate()`, 'none'],
    ['adding a schema to jsonschema is no check', `import { Validator } from 'jsonschema'; new Validator().addSchema(x, ${id})`, 'none'],
    ['jsonschema', `import { validate } from 'jsonschema'; validate(x, ${id})`, '{ok:valid} 0: { id: safe, *: any }'],
    [
      'jsonschema that throws',
      `import { Validator } from 'jsonschema'; new Validator().validate(x, ${id}, { throwError: true })`,
      'asserts 0: { id: safe, *: any }',
    ],
    [
      'cfworker',
      `import { Validator } from '@cfworker/json-schema'; new Validator(${id}).validate(x)`,
      '{ok:valid} 0: { id: safe, *: any }',
    ],
    [
      'Powertools',
      `import { validate } from '@aws-lambda-powertools/validation'; validate({ payload: x, schema: ${id} })`,
      'returns value: { id: safe, *: any }',
    ],
    [
      'Powertools in an envelope',
      `import { validate } from '@aws-lambda-powertools/validation'; validate({ payload: x, schema: ${id}, envelope: 'detail' })`,
      'returns value: { id: safe, *: any }',
    ],
    ['Powertools without data', `import { validate } from '@aws-lambda-powertools/validation'; validate({ schema: ${id} })`, 'none'],
    ["making middy's middleware", `import validator from '@middy/validator'; validator({ eventSchema: ${id} })`, 'none'],
    ['Powertools without a schema', `import { validate } from '@aws-lambda-powertools/validation'; validate({ payload: x })`, 'none'],
  ])('%s', (_, code, expected) => {
    expect(writtenValidation(validationOf(code))).toBe(expected);
  });

  it.each(['ajv', 'ajv/dist/2019', 'ajv/dist/2019.js', 'ajv/dist/2020', 'ajv/dist/2020.js'])('%s compiles the same schemas', module => {
    const code = `import Ajv from '${module}'; const ajv = new Ajv(); ajv.compile(${id})`;
    expect(written(shapeOf(code))).toBe('{ id: safe, *: any }');
    expect(writtenValidation(validationOf(`${code}(x)`))).toBe('tests 0: { id: safe, *: any }');
  });

  it.each([
    ['ajv itself', `import Ajv from 'ajv'; new Ajv()`],
    ['a validator of jsonschema', `import { Validator } from 'jsonschema'; new Validator()`],
    ['a validation of Powertools', `import { validate } from '@aws-lambda-powertools/validation'; validate({ payload: x, schema: ${id} })`],
    ['a validator of cfworker', `import { Validator } from '@cfworker/json-schema'; new Validator(${id})`],
  ])('%s is no schema', (_, code) => {
    expect(shapeOf(code)).toBeNull();
  });

  it.each([
    [
      'middy',
      `import validator from '@middy/validator'; import { transpileSchema } from '@middy/validator/transpile'; validator({ eventSchema: transpileSchema(${id}) })`,
    ],
    ['middy of old', `import validator from '@middy/validator'; validator({ inputSchema: ${id} })`],
    [
      'the Powertools middleware',
      `import { validator } from '@aws-lambda-powertools/validation/middleware'; validator({ inboundSchema: ${id} })`,
    ],
    [
      'the Powertools decorator',
      `import { validator } from '@aws-lambda-powertools/validation/decorator'; validator({ inboundSchema: ${id} })`,
    ],
  ])('the event behind %s', (_, code) => {
    expect(written(eventShapeOf(code))).toBe('{ id: safe, *: any }');
  });

  it('a check of the response says nothing of the event', () => {
    expect(eventShapeOf(`import validator from '@middy/validator'; validator({ responseSchema: ${id} })`)).toBeNull();
  });

  it("a schema that middy's function compiles", () => {
    const code = `import { transpileSchema } from '@middy/validator/transpile'; transpileSchema(${id})`;
    expect(written(shapeOf(code))).toBe('{ id: safe, *: any }');
  });

  it("no other function of middy's looks at the event", () => {
    expect(
      eventShapeOf(`import { transpileSchema } from '@middy/validator/transpile'; transpileSchema({ eventSchema: ${id} })`),
    ).toBeNull();
  });

  it.each([
    ['a name', `{ detail: 'part' }`, 'detail', 'part'],
    ['a path of names', `{ detail: { order: 'part' } }`, 'detail.order', 'part'],
    ['JSON at a name', `{ body: 'part' }`, 'powertools_json(body)', 'part'],
    ['more than names leads nowhere: the whole is checked', `'whole'`, 'Records[*].body', 'whole'],
  ])('Powertools checks what the envelope leads to: %s', (_, payload, envelope, checked) => {
    const code = `import { validate } from '@aws-lambda-powertools/validation'; validate({ payload: ${payload}, schema: ${id}, envelope: '${envelope}' })`;
    expect(validationOf(code)?.input).toMatchObject({ constants: [checked] });
  });
});
