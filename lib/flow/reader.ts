import type { Machine } from './machine.js';
import { callFunction } from './functions.js';
import { getMember, namedKey } from './members.js';
import { decoratedFields } from './decorators.js';
import { Origin, plainFields } from './origin.js';
import type { CallView, ValueReader } from './schema.js';
import type { CallInfo } from './value.js';
import { constantsOf, isNever, never, taintValue } from './values.js';

const readers = new WeakMap<Machine, ValueReader>();

/** Reads values in the machine's current state. */
export function readerOf(m: Machine): ValueReader {
  let reader = readers.get(m);
  if (reader === undefined) readers.set(m, (reader = makeReader(m)));
  return reader;
}

function makeReader(m: Machine): ValueReader {
  return {
    constants: constantsOf,
    member: (value, name) => getMember(m, value, namedKey(name), m.module.program),
    members(value) {
      const [reference] = value.references;
      if (value.references.length !== 1 || reference?.type !== 'object' || value.taints.length > 0) return null;
      const object = m.object(reference.id);
      if (!isNever(object.rest) || !isNever(object.base)) return null;
      return [...object.properties].map(([name, property]) => [name, property.value] as const);
    },
    elements(value) {
      const [reference] = value.references;
      if (value.references.length !== 1 || reference?.type !== 'object' || value.taints.length > 0) return null;
      const object = m.object(reference.id);
      if (object.kind !== 'array' || !isNever(object.rest) || !isNever(object.base)) return null;
      return [...object.properties.values()].map(property => property.value);
    },
    call(value) {
      for (const reference of value.references) {
        if (reference.type === 'api' && reference.call !== null) return callViewOf(reference.call);
      }
      return null;
    },
    accepts(test) {
      const origin = Origin.root('tested', '', plainFields, m.module.program, m.module);
      let result = never;
      m.branch(() => {
        const tested = taintValue([{ origin, cleared: 0, whole: false, steps: null }]);
        result = callFunction(m, test, [tested], { self: null, node: m.module.program, argumentNodes: [] });
      });
      const proven = result.proof?.whenTrue.get(origin.id) ?? 0;
      return kind => (proven & m.knowledge.bit(kind)) !== 0;
    },
    classFields: value => decoratedFields(m, value),
    apply: (fn, args) => callFunction(m, fn, args, { self: null, node: m.module.program, argumentNodes: [] }) ?? never,
  };
}

/** A recorded call, as code in lib/validators sees it. */
export function callViewOf(call: Omit<CallInfo, 'lasting'> & { readonly isNew?: boolean }): CallView {
  const path = call.callee?.names ?? [];
  const isNew = call.node.type === 'NewExpression';
  const fromModule = call.receiver?.references.every(reference => reference.type === 'api' && reference.call === null) ?? true;
  return {
    module: call.callee?.module ?? '',
    path,
    name: path[path.length - 1] ?? 'default',
    isNew,
    args: call.args,
    receiver: fromModule ? null : call.receiver,
  };
}
