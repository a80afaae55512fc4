import type { TSESTree } from '@typescript-eslint/utils';
import { eventModels } from '../../models/events/registry.js';
import type { Candidate, Finding, ParameterRole } from '../candidate.js';
import { parameterName, parameterType, parametersOf } from '../candidate.js';
import { isContextName } from '../parameter-names.js';
import { eventOfType, handlerOfType, isContextType, namedType } from '../lambda-types.js';

/** The first parameter is a record where its type is one: `(record: SQSRecord)`. */
function rolesOf(event: string | null): readonly ParameterRole[] {
  return event !== null && eventModels[event]?.role === 'record' ? ['record', 'context'] : ['event', 'context', 'callback'];
}

function isEventOrRecord(event: string | null): boolean {
  const role = event === null ? 'event' : (eventModels[event]?.role ?? 'event');
  return role === 'event' || role === 'record';
}

function implementsInterface(candidate: Candidate): boolean {
  const isInterface = (item: TSESTree.TSClassImplements): boolean =>
    item.expression.type === 'Identifier' && item.expression.name === 'LambdaInterface';
  const key = candidate.method?.key;
  return key?.type === 'Identifier' && key.name === 'handler' && candidate.classNode?.implements.some(isInterface) === true;
}

const primitives = new Set(['TSStringKeyword', 'TSNumberKeyword', 'TSBooleanKeyword', 'TSVoidKeyword']);

/**
 * A function with an event's type may be a handler or a part of one. A part gets something else than the context, or answers at once with
 * something that Lambda does not wait for: its parameter is the event all the same.
 */
function partOf(candidate: Candidate, [role = 'event', ...others]: readonly ParameterRole[]): Pick<Finding, 'parameters' | 'responds'> {
  const [, second, third] = parametersOf(candidate.fn);
  const type = parameterType(second);
  const isContext = type === null || isContextName(second) || namedType(type, candidate)?.name.endsWith('Context') === true;
  if (!isContext) return { parameters: [role, 'unknown', 'unknown'], responds: false };
  const returned = candidate.fn.returnType?.typeAnnotation.type ?? '';
  const isPart = isPrivate(candidate.method) || (third === undefined && !candidate.fn.async && primitives.has(returned));
  return { parameters: [role, ...others], ...(isPart && { responds: false }) };
}

/** What only the class itself calls. */
const isPrivate = (method: Candidate['method']): boolean =>
  method?.accessibility === 'private' || method?.accessibility === 'protected' || method?.key.type === 'PrivateIdentifier';

/** `(overrides?: Partial<SQSEvent>)`: parts of an event that the function makes. */
function makesEvents(parameter: TSESTree.Parameter | undefined): boolean {
  const type = parameterType(parameter);
  const isPart = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Partial';
  return isPart && /^(?:overrides?|partial|defaults?|changes|fields|values|props)$/u.test(parameterName(parameter) ?? '');
}

/** A type of Lambda's: `Handler<SQSEvent>`, `SQSHandler`, `(event: SQSEvent)`, `context: Context`, `implements LambdaInterface`. */
export function lambdaType(candidate: Candidate): Finding | null {
  const parameters = parametersOf(candidate.fn);
  const ofParameter = eventOfType(parameterType(parameters[0]), candidate);
  if (ofParameter !== null && isEventOrRecord(ofParameter.event) && !makesEvents(parameters[0])) {
    return { certain: 'typed', event: ofParameter.event, ...partOf(candidate, rolesOf(ofParameter.event)) };
  }
  const ofVariable = handlerOfType(candidate.variableType, candidate);
  if (ofVariable !== null) return { certain: 'typed', event: ofVariable.event };
  if (implementsInterface(candidate)) return { certain: 'typed' };
  const context = parameters.findIndex((parameter, i) => i > 0 && isContextType(parameterType(parameter), candidate));
  if (context === 1) return { certain: 'typed' };
  // A streaming handler has the response stream before its context.
  return context === 2 ? { certain: 'typed', parameters: ['event', 'unknown', 'context'] } : null;
}
