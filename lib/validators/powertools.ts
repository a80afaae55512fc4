import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { arktype, arktypeShape } from './arktype.js';
import { jsonSchemaShape } from './json-schema.js';
import { isConstant, option, receiverCall, textOf } from './read-schema.js';
import { any, arrayOf, objectOf, safe } from './shapes.js';
import { valibot, valibotShape } from './valibot.js';
import { zod, zodShape } from './zod.js';

const parserModules =
  'parser parser/middleware parser/decorator parser/schemas parser/helpers parser/helpers/dynamodb parser/envelopes'.split(' ');
const envelopes =
  'api-gateway api-gatewayv2 cloudwatch dynamodb eventbridge kafka kinesis kinesis-firehose lambda sns sns-sqs sqs vpc-lattice vpc-latticev2'.split(
    ' ',
  );
/** Envelopes of events with records: what they give is a list. */
const listEnvelope = /Sqs|Sns|Kinesis|DynamoDB|Kafka|CloudWatch|Firehose/;

/** The parser takes any schema of the common interface: zod, valibot, ArkType. */
function parsedShape(schema: Value | undefined, read: ValueReader): Shape | null {
  const call = schema === undefined ? null : read.call(schema);
  if (call === null) return null;
  if (valibot.modules.includes(call.module)) return valibotShape(schema, read);
  return arktype.modules.includes(call.module) ? arktypeShape(schema, read) : zodShape(schema, read);
}

function envelopeName(envelope: Value | undefined): string {
  for (const reference of envelope?.references ?? []) if (reference.type === 'api') return reference.node.names.at(-1) ?? '';
  return '';
}

function inEnvelope(shape: Shape, envelope: string): Shape {
  return listEnvelope.test(envelope) ? arrayOf(shape) : shape;
}

function safeParsed(shape: Shape, isSafe: boolean): Shape {
  return isSafe
    ? objectOf(
        [
          ['data', shape],
          ['success', safe],
        ],
        safe,
      )
    : shape;
}

const safeResult: Validation['outcome'] = { ok: 'success', error: 'error', data: 'data' };

function parserValidation(call: CallView, read: ValueReader): Validation | null {
  if (call.name !== 'parse' && call.name !== 'safeParse') return null;
  // Schemas of events are zod's, and as they are they limit little.
  if (receiverCall(call, read) !== null) return zod.validation(call, read);
  if (call.module.endsWith('/schemas')) return { shape: any, input: 0, outcome: call.name === 'parse' ? 'returns' : safeResult };
  // `parse(event, envelope, schema)`; `SqsEnvelope.parse(event, schema)`.
  const ownEnvelope = call.path.length > 1;
  const shape = parsedShape(call.args[ownEnvelope ? 1 : 2], read);
  if (shape === null) return null;
  const whole = inEnvelope(shape, ownEnvelope ? (call.path.at(-2) ?? '') : envelopeName(call.args[1]));
  const isSafe = call.name === 'safeParse' || isConstant(call.args[3], true, read);
  return { shape: whole, input: 0, outcome: isSafe ? safeResult : 'returns' };
}

/** `parse`, the middleware `parser` and the decorator `@parser`. https://docs.powertools.aws.dev/lambda/typescript/latest/features/parser/ */
export const powertoolsParser: SchemaLibrary = {
  modules: [
    ...parserModules.map(name => `@aws-lambda-powertools/${name}`),
    ...envelopes.map(name => `@aws-lambda-powertools/parser/envelopes/${name}`),
  ],
  shape: (schema, read) => zodShape(schema, read),
  validation: parserValidation,
  eventShape(call, read) {
    if (call.name !== 'parser') return null;
    const shape = parsedShape(option(call.args[0], 'schema', read), read);
    if (shape === null) return null;
    return safeParsed(
      inEnvelope(shape, envelopeName(option(call.args[0], 'envelope', read))),
      isConstant(option(call.args[0], 'safeParse', read), true, read),
    );
  },
};

/** The value that a JMESPath of plain names (`detail`, `powertools_json(body)`) leads to; the whole when it is more than that. */
function atEnvelope(payload: Value, envelope: string | null, read: ValueReader): Value {
  const path = envelope?.replace(/^powertools_json\((.*)\)$/, '$1') ?? '';
  if (!/^\w+(?:\.\w+)*$/.test(path)) return payload;
  return path.split('.').reduce((value, name) => read.member(value, name), payload);
}

/** `validate({ payload, schema })`, the middleware and the decorator. https://docs.powertools.aws.dev/lambda/typescript/latest/features/validation/ */
export const powertoolsValidation: SchemaLibrary = {
  modules: [
    '@aws-lambda-powertools/validation',
    '@aws-lambda-powertools/validation/middleware',
    '@aws-lambda-powertools/validation/decorator',
  ],
  shape: () => null,
  validation(call, read) {
    const [options] = call.args;
    const payload = option(options, 'payload', read);
    const schema = option(options, 'schema', read);
    if (call.name !== 'validate' || payload === undefined || schema === undefined) return null;
    const input = atEnvelope(payload, textOf(option(options, 'envelope', read), read), read);
    return { shape: jsonSchemaShape(schema, read), input, outcome: 'returns' };
  },
  eventShape(call, read) {
    const schema = option(call.args[0], 'inboundSchema', read);
    return call.name === 'validator' && schema !== undefined ? jsonSchemaShape(schema, read) : null;
  },
};
