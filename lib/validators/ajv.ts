import type { CallView, SchemaLibrary, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { jsonSchemaShape } from './json-schema.js';
import { isConstant, option, receiverCall, textOf } from './read-schema.js';

/** A validation against a JSON Schema; null when the schema is a name or is not given. */
function against(schema: Value | undefined, input: number, outcome: Validation['outcome'], read: ValueReader): Validation | null {
  if (schema === undefined || textOf(schema, read) !== null) return null;
  return { shape: jsonSchemaShape(schema, read), input, outcome };
}

/** @returns the schema that a compiled validator was made of, or null. */
export function compiledSchema(value: Value | null | undefined, read: ValueReader): Value | null {
  const call = value == null ? null : read.call(value);
  return call !== null && (call.name === 'compile' || call.name === 'compileAsync' || call.name === 'transpileSchema')
    ? (call.args[0] ?? null)
    : null;
}

function ajvValidation(call: CallView, read: ValueReader): Validation | null {
  const schema = compiledSchema(call.receiver, read);
  if (schema !== null) return against(schema, 0, 'tests', read);
  return call.name === 'validate' ? against(call.args[0], 1, 'tests', read) : null;
}

/** The validate function is a test; `ajv.validate(schema, data)` too. https://ajv.js.org/api.html */
export const ajv: SchemaLibrary = {
  modules: ['ajv', 'ajv/dist/2019', 'ajv/dist/2019.js', 'ajv/dist/2020', 'ajv/dist/2020.js'],
  shape(schema, read) {
    const source = compiledSchema(schema, read);
    return source === null ? null : jsonSchemaShape(source, read);
  },
  validation: ajvValidation,
};

/** `validate(data, schema)`, also as a method of a Validator; the result tells. https://github.com/tdegrunt/jsonschema */
export const jsonschema: SchemaLibrary = {
  modules: ['jsonschema'],
  shape: () => null,
  validation(call, read) {
    if (call.name !== 'validate') return null;
    const throws = isConstant(option(call.args[2], 'throwError', read), true, read);
    return against(call.args[1], 0, throws ? 'asserts' : { ok: 'valid' }, read);
  },
};

/** `new Validator(schema).validate(data)`. https://github.com/cfworker/cfworker/tree/main/packages/json-schema */
export const cfworker: SchemaLibrary = {
  modules: ['@cfworker/json-schema'],
  shape: () => null,
  validation(call, read) {
    const maker = receiverCall(call, read);
    return call.name === 'validate' && maker !== null ? against(maker.args[0], 0, { ok: 'valid' }, read) : null;
  },
};
