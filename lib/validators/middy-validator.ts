import type { SchemaLibrary } from '../flow/schema.js';
import { compiledSchema } from './ajv.js';
import { jsonSchemaShape } from './json-schema.js';
import { option } from './read-schema.js';

/** `validator({ eventSchema: transpileSchema(schema) })`; `inputSchema` before version 3. https://middy.js.org/docs/middlewares/validator */
export const middyValidator: SchemaLibrary = {
  modules: ['@middy/validator', '@middy/validator/transpile'],
  shape(schema, read) {
    const source = compiledSchema(schema, read);
    return source === null ? null : jsonSchemaShape(source, read);
  },
  validation: () => null,
  eventShape(call, read) {
    if (call.name !== 'validator' && call.name !== 'default') return null;
    const schema = option(call.args[0], 'eventSchema', read) ?? option(call.args[0], 'inputSchema', read);
    return schema === undefined ? null : jsonSchemaShape(compiledSchema(schema, read) ?? schema, read);
  },
};
