import type { ApiNode } from './api-graph.js';
import { mayFail, nearestTry } from './failing.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import type { SourceRecord } from './model-record.js';
import { Origin, plainFields, type FieldModel } from './origin.js';
import { partialFields, rowFields } from './partial-fields.js';
import { isPlainRequest } from './plain-request.js';
import type { Node, Value } from './value.js';
import { joinValues, never, ownValue, taintValue } from './values.js';
import { conditionHolds } from './when.js';

/** What a failing call throws goes to the nearest `catch`. */
export function failLibrary(m: Machine, call: LibraryCall): void {
  if (call.api.module !== 'console') mayFail(m);
  if (call.api.errors.length > 0) nearestTry(m)?.failures.push(failureOf(m, call));
}

/** What a call throws, rejects with or hands to a callback when it fails, beyond an error like any other. */
export function failureOf(m: Machine, call: Pick<LibraryCall, 'node' | 'args' | 'receiver'> & { readonly api: ApiNode }): Value {
  let result = never;
  for (const { kind, label } of call.api.errors) {
    if (kind === 'client-error' && isPlainRequest(m, call)) continue;
    const origin = m.sourceOrigin(`${kind} ${label}`, call.node, () => Origin.root(kind, 'error', plainFields, call.node, m.module, label));
    result = joinValues(result, taintValue([{ origin, cleared: 0, whole: true, steps: null }]));
  }
  return result;
}

/** What reading a place of a library gives, when a model says that data enters there. */
export function sourceValue(m: Machine, api: ApiNode, made: Pick<LibraryCall, 'args' | 'receiver'> | null, node: Node): Value {
  let result = never;
  for (const source of api.sources) {
    if (!sourceApplies(m, source, made, node)) continue;
    const origin = m.sourceOrigin(`${source.kind} ${source.label}`, node, () =>
      Origin.root(source.kind, pathText(node), fieldsOf(m, source), node, m.module, source.label),
    );
    const cleared = (source.clears ?? []).reduce((mask, kind) => mask | m.knowledge.bit(kind), 0);
    result = joinValues(result, taintValue([{ origin, cleared, whole: source.part !== true, steps: null }]));
  }
  return result;
}

function fieldsOf(m: Machine, { event, members, columns }: SourceRecord): FieldModel {
  if (event !== undefined) return m.knowledge.fieldModel(event);
  if (columns === true) return rowFields;
  return members === undefined ? plainFields : partialFields(members);
}

function pathText(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return '';
  const object = pathText(node.object);
  return object === '' ? '' : `${object}.${node.property.name}`;
}

function sourceApplies(m: Machine, source: SourceRecord, made: Pick<LibraryCall, 'args' | 'receiver'> | null, node: Node): boolean {
  if (source.when === undefined) return true;
  if (made === null) return false;
  if (source.when === 'tainted') return madeOfData(m, made, 3);
  return conditionHolds(m, source.when, { ...made, node } as LibraryCall);
}

/** Whether an argument of a call, or of the calls that made its receiver, holds event data. */
function madeOfData(m: Machine, made: Pick<LibraryCall, 'args' | 'receiver'>, depth: number): boolean {
  const holds = (value: Value): boolean =>
    m
      .deepTaints(value)
      .some(
        ({ origin }) =>
          (origin.facts.trust !== 'trusted' || origin.facts.names === true) &&
          (origin.kind === 'event' || origin.kind === 'stored' || origin.kind === 'identity'),
      );
  if (made.args.some(holds)) return true;
  if (depth === 0) return false;
  const receiverCalls =
    made.receiver?.references.flatMap(reference => (reference.type === 'api' && reference.call !== null ? [reference.call] : [])) ?? [];
  const argumentCalls = made.args.flatMap(arg =>
    arg.references.flatMap(reference => (reference.type === 'api' && reference.call !== null ? [reference.call] : [])),
  );
  return [...receiverCalls, ...argumentCalls].some(call => madeOfData(m, call, depth - 1));
}

/** A member that no model names, of what holds data: a secret where the model says that names tell, and nothing else. */
export function memberBySecretName(m: Machine, api: ApiNode, name: string, node: Node): Value {
  const label = api.sources.find(({ secretMembers }) => secretMembers !== undefined)?.secretMembers;
  if (label === undefined || !m.knowledge.namesSecret(name)) return ownValue;
  const origin = m.sourceOrigin(`secret ${name}`, node, () =>
    Origin.root('secret', [api.module, ...api.names, name].join('.'), plainFields, node, m.module, label),
  );
  return taintValue([{ origin, cleared: 0, whole: true, steps: null }]);
}
