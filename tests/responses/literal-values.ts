import type { CallView, ValueReader } from '../../lib/flow/schema.js';
import type { ApiNode } from '../../lib/flow/api-graph.js';
import type { Value } from '../../lib/flow/value.js';
import { Nature } from '../../lib/flow/value.js';
import { constantsOf, constantValue, joinValues, referenceValue, undefinedValue, unknownValue, withNature } from '../../lib/flow/values.js';

/** Marks an object some of whose members are not known: a spread of something from elsewhere. */
export const spread = Symbol('spread of an unknown object');
/** A value that may be anything. */
export const unknown = unknownValue;

interface Stored {
  readonly members: readonly (readonly [string, Value])[];
  readonly isArray: boolean;
  readonly known: boolean;
}

/** Values for the reader of `literals()`: objects and lists as they are written, `Value`s as themselves. */
export function literals(): {
  readonly of: (literal: unknown) => Value;
  readonly made: (call: Partial<CallView>) => Value;
  readonly read: ValueReader;
} {
  const objects = new Map<number, Stored>();
  const calls = new Map<Value, CallView>();

  const store = (object: Stored): Value => {
    objects.set(objects.size, object);
    return referenceValue({ type: 'object', id: objects.size - 1 });
  };
  const of = (literal: unknown): Value => {
    if (Array.isArray(literal))
      return store({ members: literal.map((item, i) => [String(i), of(item)] as const), isArray: true, known: true });
    if (typeof literal !== 'object' || literal === null) return constantValue(literal as string);
    if ('references' in literal) return literal as Value;
    const members = Object.entries(literal).map(([name, value]) => [name, of(value)] as const);
    return store({ members, isArray: false, known: !(spread in literal) });
  };
  const storedIn = (value: Value): Stored[] =>
    value.references.flatMap(reference => (reference.type === 'object' ? (objects.get(reference.id) ?? []) : []));
  const only = (value: Value): Stored | null => {
    const stored = storedIn(value);
    return stored.length === 1 && stored[0]?.known === true && value.taints.length === 0 ? stored[0] : null;
  };

  const read: ValueReader = {
    constants: constantsOf,
    member(value, name) {
      const stored = storedIn(value);
      if (stored.length === 0) return value.nature === 0 ? undefinedValue : unknown;
      return stored
        .map(({ members, known }) => {
          const member = members.find(([key]) => key === name)?.[1] ?? undefinedValue;
          return known || member !== undefinedValue ? member : unknown;
        })
        .reduce(joinValues);
    },
    members: value => only(value)?.members ?? null,
    elements(value) {
      const stored = only(value);
      return stored?.isArray === true ? stored.members.map(([, element]) => element) : null;
    },
    call: value => calls.get(value) ?? null,
    classFields: () => null,
    accepts: () => () => false,
    apply: () => unknown,
  };
  const made = (call: Partial<CallView>): Value => {
    const value = withNature(referenceValue({ type: 'api', node: {} as ApiNode, call: null, self: null }), Nature.library);
    calls.set(value, { module: '', path: [], name: '', isNew: false, args: [], receiver: null, ...call });
    return value;
  };
  return { of, made, read };
}
