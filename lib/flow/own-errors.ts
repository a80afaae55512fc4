import type { TSESTree } from '@typescript-eslint/utils';
import { prove } from './conditions.js';
import { evaluate } from './expressions.js';
import type { Machine } from './machine.js';
import { Origin, plainFields } from './origin.js';
import type { HeapObject } from './state.js';
import type { Facts, Node, Reference, Taint, Value } from './value.js';
import { noFacts, provenValue } from './values.js';

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

/** A class of the program's that extends no other: an answer, a refusal. */
const isPlainClass = (reference: Reference): boolean => reference.type === 'class' && reference.parent === null;

/** `error instanceof OrderError`, where the program declares that class: then it is none of those that the program threw of another. */
export function provenByClass(m: Machine, error: Value, type: Value): Facts {
  if (isErrorOfSchema(m, type)) return madeForCaller(m, error);
  const isOwn = (reference: Reference): boolean => isOwnErrorClass(reference) || isPlainClass(reference);
  if (type.references.length === 0 || !type.references.every(isOwn)) return noFacts;
  const others = error.references.flatMap(reference => {
    const made = reference.type === 'object' ? (m.object(reference.id).type?.references ?? []) : [];
    return reference.type === 'object' && made.length > 0 && !made.some(each => isOf(each, type)) ? [[-reference.id, 1] as const] : [];
  });
  return new Map([...madeForCaller(m, error), ...others]);
}

/** `error instanceof z.ZodError`: what a schema says of the value it was given, to whoever sent it. */
function isErrorOfSchema(m: Machine, { references }: Value): boolean {
  const isLibrary = (reference: Reference): boolean =>
    reference.type === 'api' && m.knowledge.schemaLibraries.some(({ modules }) => modules.includes(reference.node.module));
  return references.length > 0 && references.every(isLibrary);
}

/** `error.constructor === OrderError`, also as a case of a `switch`. */
export function provenByConstructor(m: Machine, read: Node, type: Value): Facts {
  const isRead = read.type === 'MemberExpression' && read.property.type === 'Identifier' && read.property.name === 'constructor';
  return isRead ? provenByClass(m, evaluate(m, read.object), type) : noFacts;
}

/** Whether a class is one of those, or extends it. */
function isOf(made: Reference, type: Value): boolean {
  if (made.type !== 'class') return true;
  const isSame = type.references.some(reference => reference.type === 'class' && reference.node === made.node);
  return isSame || (made.parent?.references ?? []).some(parent => parent.type === 'class' && isOf(parent, type));
}

/** A list, a text: what fails by itself throws an Error, and what is none the program has thrown, in its own words. */
export const provenThrown = madeForCaller;

/** What the program itself may have thrown, among others. */
function thrownObjects(m: Machine, error: Value): readonly HeapObject[] {
  return error.references.flatMap(reference => (reference.type === 'object' ? [m.object(reference.id)] : []));
}

/** `result instanceof Error`, where it is false: what came instead of the error is none. */
export function provenNoError(m: Machine, value: Value, type: string): Facts {
  return type === 'Error' ? prove(m, { ...value, taints: value.taints.filter(isOfError) }, m.knowledge.allKinds) : noFacts;
}

/** The classes of errors of the program's that a caught one is known to be, among others. */
function ownClasses(m: Machine, error: Value): readonly (Reference & { type: 'class' })[] {
  return thrownObjects(m, error).flatMap(object =>
    (object.type?.references ?? []).filter((type): type is Reference & { type: 'class' } => type.type === 'class' && isOwnErrorClass(type)),
  );
}

const marks: ReadonlySet<string> = new Set(['statusCode', 'status', 'expose']);

/** `error.statusCode`, where it is true: a field that the program gives to its own errors, of which one may have been thrown here. */
export function provenByMark(m: Machine, error: Value, name: string | null, read: Value): Value {
  if (name === null || !marks.has(name) || !error.taints.some(isOfError)) return read;
  const isGiven = error.references.some(
    reference => reference.type === 'object' && m.object(reference.id).properties.has(name) && m.object(reference.id).kind === 'error',
  );
  return isGiven && ownClasses(m, error).length > 0 ? provenValue(read, { whenTrue: madeForCaller(m, error), whenFalse: noFacts }) : read;
}

/** `error.name === 'OrderError'`, `error?.code === 'NO_ORDER'`, where the program itself may have thrown what has this there. */
export function provenByField(m: Machine, { left }: TSESTree.BinaryExpression, text: string | null): Facts {
  const read = left.type === 'ChainExpression' ? left.expression : left;
  if (text === null || read.type !== 'MemberExpression' || read.computed || read.property.type !== 'Identifier') return noFacts;
  const error = evaluate(m, read.object);
  if (!error.taints.some(isOfError)) return noFacts;
  const { name } = read.property;
  const isGiven =
    (name === 'name' && text === 'ZodError') ||
    (name === 'name' && ownClasses(m, error).some(({ node }) => node.id?.name === text)) ||
    thrownObjects(m, error).some(({ properties }) => properties.get(name)?.value.constants.includes(text));
  return isGiven ? madeForCaller(m, error) : noFacts;
}

/** `error.message.includes('no such')`, where the program itself may have thrown an error that says so. */
export function provenByWords(m: Machine, message: Value, words: string | null, method: 'includes' | 'startsWith' | 'endsWith'): Facts {
  if (words === null || !message.taints.some(isOfError)) return noFacts;
  const own = [...message.constants, ...(message.texts ?? []).flat()].filter(part => typeof part === 'string');
  return own.some(text => text[method](words)) ? madeForCaller(m, message) : noFacts;
}

/** `error.stack || error`: what every error has stands for it, and where there is no error there is nothing. */
export function isTextOfError({ taints: texts }: Value, error: Value): boolean {
  const isRead = ({ origin: { path, node } }: Taint): boolean =>
    error.taints.some(({ origin }) => origin.node === node && (path === `${origin.path}.message` || path === `${origin.path}.stack`));
  return texts.length > 0 && error.taints.length > 0 && error.taints.every(isOfError) && texts.every(isRead);
}

/** The stack of an error is nobody's to see, whoever wrote the message: what is proven of the error is not proven of it. */
export function stackOf(m: Machine, { origin }: Taint): Origin | null {
  if (origin.kind !== 'error' || origin.parent !== null) return null;
  return m.sourceOrigin('stack', origin.node, () => Origin.root('error', `${origin.path}.stack`, plainFields, origin.node, origin.module));
}
