import type { TSESTree } from '@typescript-eslint/utils';
import type { Candidate, Finding } from '../candidate.js';
import { parameterName, parametersOf } from '../candidate.js';
import { childrenOf } from '../children.js';
import { contextMembers, isContextName } from '../parameter-names.js';

function reads(node: TSESTree.Node, name: string): boolean {
  const isRead =
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === name &&
    node.property.type === 'Identifier' &&
    !node.computed &&
    contextMembers.has(node.property.name);
  return isRead || childrenOf(node).some(child => reads(child, name));
}

/** Exported, and uses its second parameter as only Lambda's context can be: `ctx.awsRequestId`. */
export function contextUse(candidate: Candidate): Finding | null {
  if (candidate.exportName === null && !candidate.viaWrapper) return null;
  const parameters = parametersOf(candidate.fn);
  if (parameters.length < 2 || parameters.length > 3) return null;
  const second = parameters[1];
  const name = parameterName(second);
  if (name === null) return isContextName(second) ? {} : null;
  return candidate.fn.body !== null && reads(candidate.fn.body, name) ? {} : null;
}
