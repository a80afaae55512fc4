import type { SchemaLibrary } from '../flow/schema.js';
import { ajv, cfworker, jsonschema } from './ajv.js';
import { arktype } from './arktype.js';
import { classValidator } from './class-validator.js';
import { honoValidators, trpc } from './hono.js';
import { ioTs } from './io-ts.js';
import { joi } from './joi.js';
import { middyValidator } from './middy-validator.js';
import { powertoolsParser, powertoolsValidation } from './powertools.js';
import { superstruct } from './superstruct.js';
import { typebox } from './typebox.js';
import { valibot } from './valibot.js';
import { yup } from './yup.js';
import { zod } from './zod.js';

/** Every schema library that is known; their modules do not overlap. */
export const schemaLibraries: readonly SchemaLibrary[] = [
  zod,
  valibot,
  yup,
  joi,
  ajv,
  jsonschema,
  cfworker,
  superstruct,
  ioTs,
  typebox,
  arktype,
  classValidator,
  powertoolsParser,
  powertoolsValidation,
  middyValidator,
  honoValidators,
  trpc,
];
