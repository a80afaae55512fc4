import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode } from '../flow/value.js';
import { eventModels } from '../models/events/registry.js';
import type { Candidate, Finding, ParameterRole, Verdict } from './candidate.js';
import { parametersOf } from './candidate.js';
import { contextUse } from './evidence/context-use.js';
import { decorator } from './evidence/decorator.js';
import { eventAccess } from './evidence/event-access.js';
import { handlerName } from './evidence/handler-name.js';
import { lambdaType } from './evidence/lambda-type.js';
import { response } from './evidence/response.js';
import { signature } from './evidence/signature.js';
import { template } from './evidence/template.js';
import { callGiven } from './program-uses.js';
import { appSyncFunction } from './vetoes/appsync-function.js';
import { checkedRoute } from './vetoes/checked-route.js';
import { commandLine } from './vetoes/command-line.js';
import { component } from './vetoes/component.js';
import { constantCalls } from './vetoes/constant-calls.js';
import { domListener } from './vetoes/dom-listener.js';
import { emitterListener } from './vetoes/emitter-listener.js';
import { factory } from './vetoes/factory.js';
import { infrastructure } from './vetoes/infrastructure.js';
import { otherPlatform } from './vetoes/other-platform.js';
import { serverCallback } from './vetoes/server-callback.js';
import { testFile } from './vetoes/test-file.js';
import { typeGuard } from './vetoes/type-guard.js';

export type { Candidate, Verdict } from './candidate.js';

/** The strongest first: what a type says outweighs what a name says. */
const evidence: readonly (readonly [name: string, find: (candidate: Candidate) => Finding | null])[] = [
  ['lambda-type', lambdaType],
  ['decorator', decorator],
  ['template', template],
  ['handler-name', handlerName],
  ['signature', signature],
  ['event-access', eventAccess],
  ['context-use', contextUse],
  ['response', response],
];

/** What outweighs all evidence but types, decorators and templates (a test and a type guard outweigh those too); the cheap ones first. */
const vetoes: readonly ((candidate: Candidate, finding: Finding) => boolean)[] = [
  serverCallback,
  appSyncFunction,
  factory,
  infrastructure,
  commandLine,
  checkedRoute,
  component,
  domListener,
  otherPlatform,
  emitterListener,
  constantCalls,
];

function verdictOf(name: string, finding: Finding, candidate: Candidate): Verdict {
  const event = finding.event ?? null;
  const roles: readonly ParameterRole[] = finding.parameters ?? ['event', 'context', 'callback'];
  const parameters = roles.slice(0, Math.max(1, parametersOf(candidate.fn).length));
  const responds = finding.responds !== false && !isForClock(candidate) && (event === null || eventModels[event]?.responds !== undefined);
  return { evidence: name, parameters, event, responds };
}

/** `scheduled(async () => …)`: a clock reads no answer. */
function isForClock({ fn, viaWrapper }: Candidate): boolean {
  const callee = viaWrapper ? callGiven(fn)?.callee : undefined;
  return callee?.type === 'Identifier' && /schedul|cron/iu.test(callee.name);
}

/** Whether a class itself is the default export, or all that the module exports. */
function isWholeExport(classNode: ClassNode | null, program: TSESTree.Program): boolean {
  const isClass = (node: TSESTree.Node): boolean => node === classNode || (node.type === 'Identifier' && node.name === classNode?.id?.name);
  return program.body.some(statement => {
    if (statement.type === 'ExportDefaultDeclaration') return isClass(statement.declaration);
    const assignment =
      statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : null;
    return assignment !== null && isClass(assignment.right);
  });
}

/**
 * The candidate under the name that Lambda could call it by: a method of an instance may be exported as a member of it, that of a class that
 * is exported itself, or not at all, may not.
 */
function asExported(candidate: Candidate): Candidate {
  const { exportName, method, classNode, program } = candidate;
  if (exportName?.includes('.') !== true || method === null || method.static) return candidate;
  const first = exportName.split('.')[0] ?? '';
  const ofClass = first === '' || first === classNode?.id?.name || isWholeExport(classNode, program);
  return ofClass ? { ...candidate, exportName: null } : candidate;
}

/**
 * Whether Lambda calls a function.
 * @returns what its parameters are and which evidence says so; null when none does, or when a veto holds
 */
export function judgeCandidate(given: Candidate): Verdict | null {
  const candidate = asExported(given);
  for (const [name, find] of evidence) {
    const finding = find(candidate);
    if (finding === null) continue;
    if (testFile(candidate) || typeGuard(candidate)) return null;
    if (finding.certain !== 'typed' && vetoes.some(veto => veto(candidate, finding))) return null;
    return verdictOf(candidate.viaWrapper && finding.certain !== 'typed' ? 'wrapper' : name, finding, candidate);
  }
  return null;
}
