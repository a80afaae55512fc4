import { describe, expect, it } from 'vitest';
import { hitsByLine } from '../models/kinds-of-lines.js';

const head = `
import { execSync } from 'node:child_process';
import { z } from 'zod';
import * as v from 'valibot';
import * as yup from 'yup';
import Joi from 'joi';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { create, object, string, enums, is } from 'superstruct';
import * as t from 'io-ts';
import { type } from 'arktype';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { validate, validateOrReject, validateSync, IsUUID, IsString } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { parse } from '@aws-lambda-powertools/parser';
import { validate as validatePayload } from '@aws-lambda-powertools/validation';
class Dto { @IsUUID() id!: string; @IsString() name!: string }
const Z = z.object({ id: z.string().uuid(), name: z.string() });
const V = v.object({ id: v.pipe(v.string(), v.uuid()), name: v.string() });
const Y = yup.object({ id: yup.string().uuid(), name: yup.string() });
const J = Joi.object({ id: Joi.string().guid(), name: Joi.string() });
const S = object({ id: enums(['a', 'b']), name: string() });
const I = t.type({ id: t.keyof({ a: null }), name: t.string });
const A = type({ id: 'string.uuid', name: 'string' });
const T = Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() });
const document = { type: 'object', properties: { id: { enum: ['a', 'b'] }, name: { type: 'string' } } };
const check = new Ajv().compile(document);
`;

/** What the checked value is called afterwards, and how it was checked; `id` is then limited, and `name` is any text. */
const limits: readonly (readonly [string, string, string])[] = [
  ['zod', 'data', 'const data = Z.parse(body);'],
  ['zod, the value itself', 'body', 'Z.parse(body);'],
  ['zod with a result', 'result.data', 'const result = Z.safeParse(body); if (!result.success) return;'],
  ['zod with a result taken apart', 'data', 'const { success, data } = Z.safeParse(body); if (!success) throw new Error();'],
  ['zod with a result that has an error', 'result.data', 'const result = await Z.safeParseAsync(body); if (result.error) return;'],
  ['valibot', 'data', 'const data = v.parse(V, body);'],
  ['valibot as a test', 'body', 'if (!v.is(V, body)) return;'],
  ['yup', 'data', 'const data = await Y.validate(body);'],
  ['joi', 'value', 'const { error, value } = J.validate(body); if (error) return;'],
  ['joi that throws', 'value', 'const value = await J.validateAsync(body);'],
  ['ajv', 'body', 'if (!check(body)) return;'],
  ['ajv with formats', 'body', 'const checked = addFormats(new Ajv()).compile(document); if (!checked(body)) return;'],
  ['superstruct', 'data', 'const data = create(body, S);'],
  ['superstruct as a test', 'body', 'if (!is(body, S)) return;'],
  ['io-ts', 'body', 'if (!I.is(body)) return;'],
  ['ArkType', 'out', 'const out = A(body); if (out instanceof type.errors) return;'],
  ['TypeBox', 'body', 'if (!Value.Check(T, body)) return;'],
  ['class-validator', 'dto', 'const dto = plainToInstance(Dto, body); await validateOrReject(dto);'],
  [
    'class-validator with a list',
    'dto',
    'const dto = plainToInstance(Dto, body); const errors = await validate(dto); if (errors.length > 0) return;',
  ],
  ['the Powertools parser', 'data', 'const data = parse(event, undefined, Z);'],
  ['the Powertools validation', 'body', 'validatePayload({ payload: body, schema: document });'],
];

/** What a text was split into, joined again. */
const lists: readonly (readonly [string, string, boolean])[] = [
  [
    'elements that a pattern limits',
    "const checked = new Ajv().compile({ type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } });",
    true,
  ],
  ['elements that are any text', "const checked = new Ajv().compile({ type: 'array', items: { type: 'string' } });", false],
];

/** Checks that prove nothing. */
const nothing: readonly (readonly [string, string, string])[] = [
  ['a joi result that nobody looks at', 'value', 'const { value } = J.validate(body);'],
  ['a test that nobody looks at', 'body', 'check(body);'],
  ['a valibot test that nobody looks at', 'body', 'v.is(V, body);'],
  ['a test that only logs', 'body', 'if (!check(body)) console.warn("bad");'],
  ['a list of errors that nobody looks at', 'dto', 'const dto = plainToInstance(Dto, body); validateSync(dto);'],
  ['a value next to the one that ArkType gives', 'body', 'const out = A(body);'],
  ['another value', 'event.other', 'Z.parse(body);'],
  ['zod that nobody waits for', 'body', 'Z.parseAsync(body);'],
  ['a yup schema that nobody waits for', 'body', 'Y.validate(body);'],
  ['a yup test that nobody waits for', 'body', 'if (!Y.isValid(body)) return;'],
  ['a class-validator check that nobody waits for', 'dto', 'const dto = plainToInstance(Dto, body); validateOrReject(dto);'],
  ['a check in a branch', 'body', 'if (event.strict) Z.parse(body);'],
];

/** How it was checked, and whether what its members are called is then what the schema calls them. */
const names: readonly (readonly [string, string, string, boolean])[] = [
  ['joi', 'value', 'const { error, value } = J.validate(body); if (error) return;', true],
  ['joi, the value itself', 'body', 'const { error } = J.validate(body); if (error) return;', true],
  ['joi, the value itself, thrown', 'body', 'Joi.assert(body, J);', true],
  ['joi, asynchronous', 'body', 'await J.validateAsync(body);', true],
  ['joi with a field of a field', 'body.item', 'const { error } = Joi.object({ item: J }).validate(body); if (error) return;', true],
  ['joi, the rest of the fields', 'rest', 'const { error } = J.validate(body); if (error) return; const { id, ...rest } = body;', true],
  ['joi whose result nobody looks at', 'body', 'J.validate(body);', false],
  ['joi that allows others', 'body', 'const { error } = J.unknown().validate(body); if (error) return;', false],
  [
    'joi that leaves others out of the copy',
    'body',
    'const { error } = J.validate(body, { stripUnknown: true }); if (error) return;',
    false,
  ],
  ['joi with names of a pattern', 'value', 'const { value } = Joi.object().pattern(/x/, Joi.number()).validate(body);', false],
  ['zod', 'data', 'const data = Z.parse(body);', true],
  ['zod, the value itself', 'body', 'Z.parse(body);', false],
  ['strict zod, the value itself', 'body', 'Z.strict().parse(body);', true],
  ['zod with other fields', 'data', 'const data = Z.passthrough().parse(body);', false],
  ['zod with other fields of numbers', 'data', 'const data = Z.catchall(z.number()).parse(body);', false],
  ['a record of numbers', 'data', 'const data = z.record(z.string(), z.number()).parse(body);', false],
  ['a record of numbers under names of a list', 'data', "const data = z.record(z.enum(['a', 'b']), z.number()).parse(body);", true],
  ['yup', 'data', 'const data = await Y.validate(body);', false],
  ['yup without unknown fields', 'data', 'const data = await Y.noUnknown().validate(body);', true],
  ['valibot', 'data', 'const data = v.parse(V, body);', true],
  ['a record of valibot', 'data', 'const data = v.parse(v.record(v.string(), v.number()), body);', false],
  ['superstruct, the value itself', 'body', 'if (!is(body, S)) return;', true],
  ['ajv', 'body', 'if (!check(body)) return;', false],
  [
    'ajv without others',
    'body',
    'const closed = new Ajv().compile({ ...document, additionalProperties: false }); if (!closed(body)) return;',
    true,
  ],
  [
    'ajv with others of numbers',
    'body',
    "const open = new Ajv().compile({ ...document, additionalProperties: { type: 'number' } }); if (!open(body)) return;",
    false,
  ],
];

function kindsOf(value: string, checks: string): readonly string[] {
  const code = `${head.replaceAll('\n', ' ')}
export const handler = async (event, context) => { const body = JSON.parse(event.body); ${checks}
  execSync('run ' + ${value}.id);
  execSync('run ' + ${value}.name);
};`;
  const hits = hitsByLine(code);
  return [3, 4].map(line => (hits.get(line)?.some(hit => hit.startsWith('command event')) ? 'open' : 'closed'));
}

describe('schemas in handlers', () => {
  it.each(limits)('%s limits id and leaves name', (_, value, checks) => {
    expect(kindsOf(value, checks)).toEqual(['closed', 'open']);
  });

  it.each(lists)('%s, joined again', (_, checks, isSafe) => {
    const joined = `const { list } = event.queryStringParameters; const names = list.split(','); ${checks} if (!checked(names)) return;`;
    const code = `${head.replaceAll('\n', ' ')}\nexport const handler = async event => { ${joined}\n  execSync('run ' + names.join(' '));\n};`;
    expect(
      hitsByLine(code)
        .get(3)
        ?.some(hit => hit.startsWith('command event')) ?? false,
    ).toBe(!isSafe);
  });

  it.each(names)('%s: what the members are called', (_, value, checks, isKnown) => {
    const use = `for (const name of Object.keys(${value})) execSync('run ' + name);`;
    const code = `${head.replaceAll('\n', ' ')}\nexport const handler = async event => { const body = JSON.parse(event.body); ${checks}\n  ${use}\n};`;
    expect(
      hitsByLine(code)
        .get(3)
        ?.some(hit => hit.startsWith('command event')) ?? false,
    ).toBe(!isKnown);
  });

  it.each(nothing)('%s limits nothing', (_, value, checks) => {
    expect(kindsOf(value, checks)).toEqual(['open', 'open']);
  });
});
