import type { ApiGraph, ApiNode } from './api-graph.js';

type Answers = WeakMap<ApiNode, boolean>;

function search({ actual }: ApiNode, sinkKinds: ReadonlySet<string>, seen: Set<ApiNode>, answers: Answers): boolean {
  if (seen.has(actual)) return false;
  const answer = answers.get(actual);
  if (answer !== undefined) return answer;
  seen.add(actual);
  if (actual.sinks.some(({ kind }) => sinkKinds.has(kind))) return true;
  const next = [...actual.members.values(), ...actual.parameters.values(), ...actual.arguments.map(edge => edge.node)];
  for (const each of [actual.anyMember, actual.chosenMember, actual.returns, actual.instance, actual.element, actual.sent])
    if (each !== null) next.push(each);
  return next.some(each => search(each, sinkKinds, seen, answers));
}

const known = new WeakMap<ReadonlySet<string>, Answers>();

/** Whether a place leads to a sink of one of these kinds. */
export function reaches({ actual }: ApiNode, sinkKinds: ReadonlySet<string>): boolean {
  let answers = known.get(sinkKinds);
  if (answers === undefined) known.set(sinkKinds, (answers = new WeakMap()));
  let answer = answers.get(actual);
  if (answer === undefined) {
    const seen = new Set<ApiNode>();
    answer = search(actual, sinkKinds, seen, answers);
    answers.set(actual, answer);
    // Where nothing was found, none of the places on the way leads anywhere either.
    if (!answer) for (const each of seen) answers.set(each, false);
  }
  return answer;
}

/** Whether a member of a module leads to a sink of one of these kinds. */
export function memberReaches(graph: ApiGraph, module: string, member: string, sinkKinds: ReadonlySet<string>): boolean {
  const node = graph.module(module)?.member(member);
  return node != null && reaches(node, sinkKinds);
}
