import { exportOf, moduleObject } from '../flow/exports.js';
import { callFunction } from '../flow/functions.js';
import type { Machine } from '../flow/machine.js';
import { getMember, namedKey } from '../flow/members.js';
import type { ModuleRecord } from '../flow/module-record.js';
import type { FunctionNode, Reference, Value } from '../flow/value.js';
import { referenceValue } from '../flow/values.js';
import { moduleValues } from './handler-roots.js';
import { anyArgument } from './run-handler.js';

/**
 * Runs, with unknown arguments, the functions of a module that no handler reached: for what is wrong whoever calls.
 * @param wanted those that count; null for all
 */
export function runOthers(m: Machine, module: ModuleRecord, done: ReadonlySet<FunctionNode>, wanted: ReadonlySet<object> | null): void {
  const seen = new Set<object>();
  m.rough = true;
  const run = (value: Value, self: Value | null): void => {
    for (const reference of value.references) {
      if (
        reference.type === 'function' &&
        reference.environment.module === module &&
        !done.has(reference.node) &&
        wanted?.has(reference.node) !== false &&
        !m.visited.has(reference.node)
      ) {
        runUnknown(m, reference, self, result => run(result, null));
      }
      if (reference.type === 'class' && reference.environment.module === module && !seen.has(reference.node)) {
        seen.add(reference.node);
        runClass(reference);
      }
      if (reference.type === 'object' && !seen.has(reference)) {
        seen.add(reference);
        for (const property of m.object(reference.id).properties.values()) run(property.value, referenceValue(reference));
      }
      if (reference.type === 'wrapped') run(reference.inner, null);
    }
  };
  const runClass = (reference: Reference & { type: 'class' }): void => {
    const self = m.allocate(reference.node.body, { type: referenceValue(reference) });
    for (const member of reference.node.body.body) {
      if (member.type !== 'MethodDefinition' || member.kind === 'set' || member.key.type !== 'Identifier') continue;
      const owner = member.static ? referenceValue(reference) : self;
      if (member.kind === 'method') run(getMember(m, owner, namedKey(member.key.name), member), owner);
    }
  };
  // A declaration has a value once it is asked for; what another module declares is that one's.
  for (const [name, { identifier }] of module.exports)
    if (identifier !== null && module.importOfName(identifier.name) === null) exportOf(m, module, name);
  for (const value of moduleValues(m, module)) run(value, null);
  if (module.defaultExport !== null) run(module.defaultExport, null);
  run(getMember(m, moduleObject(m, module), namedKey('exports'), module.program), null);
}

function runUnknown(m: Machine, reference: Reference & { type: 'function' }, self: Value | null, then: (result: Value) => void): void {
  if (m.exhausted) return;
  const args = reference.node.params.map(parameter => anyArgument(m, parameter));
  m.invocation++;
  const layer = m.branch(() => {
    const result = callFunction(m, referenceValue(reference), args, { self, node: reference.node, argumentNodes: [] });
    then(result);
  });
  m.invocation--;
  m.state.merge([m.branch(() => undefined), layer]);
}
