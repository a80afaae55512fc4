import type { TSESTree } from '@typescript-eslint/utils';
import { prove } from './conditions.js';
import { evaluate } from './expressions.js';
import type { Machine } from './machine.js';
import { Origin, plainFields } from './origin.js';
import type { Reference, Taint, Value } from './value.js';
import { noFacts, provenValue } from './values.js';

type Facts = ReadonlyMap<number, number>;

const ofErrors: ReadonlySet<string> = new Set(['error', 'client-error']);

const isOfError = ({ origin }: Taint): boolean => ofErrors.has(origin.kind);

/** What is proven of an error that turns out to be of a class of the program's: the program wrote its text for whoever asks. */
function madeForCaller(m: Machine, error: Value): Facts {
  return prove(m, { ...error, taints: error.taints.filter(isOfError) }, m.knowledge.bit('response'));
}

/** A class of the program's that extends Error. */
function isOwnErrorClass(reference: Reference): boolean {
  if (reference.type !== 'class') return false;
  const parents = reference.parent?.references ?? [];
  return parents.some(parent => isOwnErrorClass(parent) || (parent.type === 'native' && parent.name.endsWith('Error')));
}

/** `error instanceof OrderError`, where the program declares that class. */
export function provenByClass(m: Machine, error: Value, type: Value): Facts {
  return type.references.length > 0 && type.references.every(isOwnErrorClass) ? madeForCaller(m, error) : noFacts;
}

/** `result instanceof Error`, where it is false: what came instead of the error is none. */
export function provenNoError(m: Machine, value: Value, type: string): ReadonlyMap<number, number> {
  return type === 'Error' ? prove(m, { ...value, taints: value.taints.filter(isOfError) }, m.knowledge.allKinds) : noFacts;
}

/** The classes of errors of the program's that a caught one is known to be, among others. */
function ownClasses(m: Machine, error: Value): readonly (Reference & { type: 'class' })[] {
  return error.references.flatMap(reference => {
    const types = reference.type === 'object' ? (m.object(reference.id).type?.references ?? []) : [];
    return types.filter((type): type is Reference & { type: 'class' } => type.type === 'class' && isOwnErrorClass(type));
  });
}

const marks: ReadonlySet<string> = new Set(['statusCode', 'status', 'expose']);

/** `error.statusCode`, where it is true: a field that the program gives to its own errors, of which one may have been thrown here. */
export function provenByField(m: Machine, error: Value, name: string | null, read: Value): Value {
  if (name === null || !marks.has(name) || !error.taints.some(isOfError)) return read;
  const isGiven = error.references.some(
    reference => reference.type === 'object' && m.object(reference.id).properties.has(name) && m.object(reference.id).kind === 'error',
  );
  return isGiven && ownClasses(m, error).length > 0 ? provenValue(read, { whenTrue: madeForCaller(m, error), whenFalse: noFacts }) : read;
}

/** `error.name === 'OrderError'`, where such an error may have been thrown. */
export function provenByName(m: Machine, { left }: TSESTree.BinaryExpression, name: string | null): Facts {
  if (name === null || left.type !== 'MemberExpression' || left.property.type !== 'Identifier' || left.property.name !== 'name')
    return noFacts;
  const error = evaluate(m, left.object);
  return ownClasses(m, error).some(({ node }) => node.id?.name === name) ? madeForCaller(m, error) : noFacts;
}

/** The stack of an error is nobody's to see, whoever wrote the message: what is proven of the error is not proven of it. */
export function stackOf(m: Machine, { origin }: Taint): Origin | null {
  if (origin.kind !== 'error' || origin.parent !== null) return null;
  return m.sourceOrigin('stack', origin.node, () => Origin.root('error', `${origin.path}.stack`, plainFields, origin.node, origin.module));
}
