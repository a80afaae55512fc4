import type { ApiGraph, ApiNode } from './api-graph.js';

/** Whether a place leads to a sink of one of these kinds. */
export function reaches(node: ApiNode, sinkKinds: ReadonlySet<string>, seen = new Set<ApiNode>()): boolean {
  const { actual } = node;
  if (seen.has(actual)) return false;
  seen.add(actual);
  if (actual.sinks.some(({ kind }) => sinkKinds.has(kind))) return true;
  const next = [...actual.members.values(), ...actual.parameters.values(), ...actual.arguments.map(edge => edge.node)];
  for (const each of [actual.anyMember, actual.returns, actual.instance, actual.element, actual.sent]) if (each !== null) next.push(each);
  return next.some(each => reaches(each, sinkKinds, seen));
}

/** Whether a member of a module leads to a sink of one of these kinds. */
export function memberReaches(graph: ApiGraph, module: string, member: string, sinkKinds: ReadonlySet<string>): boolean {
  const node = graph.module(module)?.member(member);
  return node != null && reaches(node, sinkKinds);
}
