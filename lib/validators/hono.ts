import type { SchemaLibrary, Shape, ValueReader } from '../flow/schema.js';
import type { Value } from '../flow/value.js';
import { arktype, arktypeShape } from './arktype.js';
import { textOf } from './read-schema.js';
import { any, objectOf } from './shapes.js';
import { typebox, typeboxShape } from './typebox.js';
import { valibot, valibotShape } from './valibot.js';
import { zodShape } from './zod.js';

/** What a schema of whichever library allows. */
function anyShape(schema: Value | undefined, read: ValueReader): Shape | null {
  const module = (schema === undefined ? null : read.call(schema))?.module ?? '';
  if (valibot.modules.includes(module)) return valibotShape(schema, read);
  if (typebox.modules.includes(module)) return typeboxShape(schema, read);
  return arktype.modules.includes(module) ? arktypeShape(schema, read) : zodShape(schema, read);
}

/** `app.post('/', zValidator('json', schema), c => c.req.valid('json'))`. https://hono.dev/docs/guides/validation */
export const honoValidators: SchemaLibrary = {
  modules: ['zod', 'valibot', 'arktype', 'typebox', 'standard'].map(name => `@hono/${name}-validator`),
  shape: () => null,
  validation: () => null,
  eventShape(call, read) {
    const target = textOf(call.args[0], read);
    const shape = target === null ? null : anyShape(call.args[1], read);
    if (target === null || shape === null) return null;
    return objectOf([['req', objectOf([['valid', objectOf([[target, shape]], any)]], any)]], any);
  },
};

/** `t.procedure.input(schema).mutation(({ input }) => …)`. https://trpc.io/docs/server/validators */
export const trpc: SchemaLibrary = {
  modules: ['@trpc/server'],
  shape: () => null,
  validation: () => null,
  eventShape(call, read) {
    for (let step = call; ;) {
      if (step.name === 'input') {
        const shape = anyShape(step.args[0], read);
        return shape === null ? null : objectOf([['input', shape]], any);
      }
      const before = step.receiver === null ? null : read.call(step.receiver);
      if (before === null) return null;
      step = before;
    }
  },
};
