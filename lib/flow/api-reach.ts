import type { ApiGraph, ApiNode } from './api-graph.js';

function search({ actual }: ApiNode, sinkKinds: ReadonlySet<string>, seen: Set<ApiNode>): boolean {
  if (seen.has(actual)) return false;
  seen.add(actual);
  if (actual.sinks.some(({ kind }) => sinkKinds.has(kind))) return true;
  const next = [...actual.members.values(), ...actual.parameters.values(), ...actual.arguments.map(edge => edge.node)];
  for (const each of [actual.anyMember, actual.returns, actual.instance, actual.element, actual.sent]) if (each !== null) next.push(each);
  return next.some(each => search(each, sinkKinds, seen));
}

const known = new WeakMap<ReadonlySet<string>, WeakMap<ApiNode, boolean>>();

/** Whether a place leads to a sink of one of these kinds. */
export function reaches({ actual }: ApiNode, sinkKinds: ReadonlySet<string>): boolean {
  let answers = known.get(sinkKinds);
  if (answers === undefined) known.set(sinkKinds, (answers = new WeakMap()));
  let answer = answers.get(actual);
  if (answer === undefined) answers.set(actual, (answer = search(actual, sinkKinds, new Set())));
  return answer;
}

/** Whether a member of a module leads to a sink of one of these kinds. */
export function memberReaches(graph: ApiGraph, module: string, member: string, sinkKinds: ReadonlySet<string>): boolean {
  const node = graph.module(module)?.member(member);
  return node != null && reaches(node, sinkKinds);
}
