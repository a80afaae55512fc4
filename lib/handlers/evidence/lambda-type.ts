import type { TSESTree } from '@typescript-eslint/utils';
import { eventModels } from '../../models/events/registry.js';
import type { Candidate, Finding, ParameterRole } from '../candidate.js';
import { parameterType, parametersOf } from '../candidate.js';
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

/** A type of Lambda's: `Handler<SQSEvent>`, `SQSHandler`, `(event: SQSEvent)`, `context: Context`, `implements LambdaInterface`. */
export function lambdaType(candidate: Candidate): Finding | null {
  const parameters = parametersOf(candidate.fn);
  const ofParameter = eventOfType(parameterType(parameters[0]), candidate);
  if (ofParameter !== null && isEventOrRecord(ofParameter.event)) {
    const second = parameterType(parameters[1]);
    const isContext = second === null || namedType(second, candidate)?.name.endsWith('Context') === true;
    const [role = 'event', ...others] = rolesOf(ofParameter.event);
    return { certain: 'typed', event: ofParameter.event, parameters: isContext ? [role, ...others] : [role, 'unknown', 'unknown'] };
  }
  const ofVariable = handlerOfType(candidate.variableType, candidate);
  if (ofVariable !== null) return { certain: 'typed', event: ofVariable.event };
  if (implementsInterface(candidate)) return { certain: 'typed' };
  const context = parameters.findIndex((parameter, i) => i > 0 && isContextType(parameterType(parameter), candidate));
  if (context === 1) return { certain: 'typed' };
  // A streaming handler has the response stream before its context.
  return context === 2 ? { certain: 'typed', parameters: ['event', 'unknown', 'context'] } : null;
}
