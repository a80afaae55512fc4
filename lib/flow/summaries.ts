import { callbackArguments } from './calls.js';
import { callBack } from './functions.js';
import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { elementsOf } from './iteration.js';
import { getMember, namedKey } from './members.js';
import type { SummaryRecord } from './model-record.js';
import { rendered } from './rendering.js';
import { asParsed, asText } from './text.js';
import type { Node, Value } from './value.js';
import { constantText, joinAll, joinValues, mapTaints, never } from './values.js';
import { conditionHolds } from './when.js';

/** A dot between steps, not one of `Argument[0..]`. */
const stepEnd = /\.(?![^[]*\])/u;

/** The steps of an access path: dots inside brackets belong to a range. */
export function stepsOf(path: string): readonly string[] {
  return path.match(/[A-Za-z]+(?:\[[^\]]*\])?/gu) ?? [];
}

/** The value that a summary's `from` names. */
function fromValue(m: Machine, path: string, call: LibraryCall): Value {
  const steps = path.split(stepEnd);
  const returned = /^Argument\[(\d+)\]\.ReturnValue/u.exec(path);
  let value = returned === null ? argumentsAt(steps[0]!, call) : (call.returned.get(Number(returned[1])) ?? never);
  for (const step of steps.slice(1)) {
    const member = /^Member\[(.+)\]$/u.exec(step);
    if (member !== null) value = joinAll(member[1]!.split(',').map(name => getMember(m, value, namedKey(name), call.node)));
    else if (step === 'AnyMember') value = getMember(m, value, { name: null, value: null }, call.node);
    else if (step === 'ArrayElement') value = elementsOf(m, value, call.node);
  }
  return value;
}

function argumentsAt(step: string, call: LibraryCall): Value {
  const match = /^Argument\[(.+)\]$/u.exec(step);
  const index = match?.[1] ?? '';
  if (index === 'this') return call.receiver ?? never;
  if (index === '*') return joinAll(call.args);
  if (index.endsWith('..')) return joinAll(call.args.slice(Number(index.slice(0, -2))));
  return joinAll(index.split(',').map(one => call.args[Number(one)] ?? never));
}

export function summarize(m: Machine, summary: SummaryRecord, call: LibraryCall): Value {
  if (summary.when !== undefined && !conditionHolds(m, summary.when, call)) return never;
  const isJoin = summary.as === 'text' && /\.\.\]$|\*\]$/u.test(summary.from) && !summary.from.includes('.Member');
  const from = fromValue(m, summary.from, call);
  const value =
    summary.template !== undefined
      ? rendered(m, summary.template, from, call)
      : summary.as === 'value'
        ? from
        : summary.as === 'part'
          ? mapTaints(from, taint => ({ ...taint, whole: false }))
          : summary.as === 'text'
            ? asText(m, from, `${call.api.module}.${call.name}${encodingOf(call)}`, isJoin ? '' : keyOfCall(call))
            : asParsed(m, from, call.node, summary.as === 'map');
  const [target = '', ...rest] = stepsOf(summary.to);
  if (target === 'ReturnValue') return placed(m, rest, value, call.node);
  if (target === 'Argument[this]' && call.receiver !== null) spreadInto(m, call.receiver, value, call.node);
  const callback = /^Argument\[(\d+)\]$/u.exec(target);
  if (callback !== null && rest[0]?.startsWith('Parameter[')) {
    const index = Number(rest[0].slice('Parameter['.length, -1));
    const fn = call.args[Number(callback[1])] ?? never;
    const args = [...callbackArguments(m, fn, call.node)];
    while (args.length <= index) args.push(never);
    args[index] = placed(m, rest.slice(1), value, call.node);
    const position = Number(callback[1]);
    call.returned.set(position, joinValues(call.returned.get(position) ?? never, callBack(m, fn, args, call.node)));
  } else if (callback !== null) {
    spreadInto(m, call.args[Number(callback[1])] ?? never, value, call.node);
  }
  return never;
}

/** `Buffer.from(x, 'base64')` is another operation than `Buffer.from(x)`. */
function encodingOf({ name, args: [, second] }: LibraryCall): string {
  const encoding = name === 'from' && second !== undefined ? constantText(second) : null;
  return encoding !== null && /^(?:base64|base64url|hex)$/u.test(encoding) ? ` ${encoding}` : '';
}

function keyOfCall(call: LibraryCall): string {
  return call.args.map(arg => (arg.constants.length === 1 ? String(arg.constants[0]) : '')).join(',');
}

/** A value at a path inside a new object: `ReturnValue.Member[data]`, `ReturnValue.ArrayElement`. */
export function placed(m: Machine, path: readonly string[], value: Value, node: Node): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = placed(m, rest, value, node);
  const member = /^Member\[(.+)\]$/u.exec(step);
  if (member !== null)
    return m.allocateFresh({ properties: new Map(member[1]!.split(',').map(name => [name, { value: inner, node: null, getter: false }])) });
  return m.allocateFresh({ kind: step === 'AnyMember' ? 'object' : 'array', rest: inner });
}

/** Puts what a value holds into an object, beside what it has: `merge(target, source)`. */
function spreadInto(m: Machine, target: Value, value: Value, node: Node): void {
  for (const reference of target.references) {
    if (reference.type !== 'object') continue;
    const { rest, properties, ...object } = m.object(reference.id);
    if (object.lasting && m.invocation > 0) m.onStateWrite?.({ node, target: node, value, key: null, module: m.module });
    const merged = new Map(properties);
    let others: Value = { ...value, references: value.references.filter(({ type }) => type !== 'object') };
    for (const source of value.references) {
      if (source.type !== 'object' || source.id === reference.id) continue;
      const from = m.object(source.id);
      others = joinValues(others, from.rest);
      for (const [name, property] of from.properties)
        merged.set(name, { ...property, value: joinValues(merged.get(name)?.value ?? never, property.value) });
    }
    m.state.setObject(reference.id, { ...object, properties: merged, rest: joinValues(rest, others) });
  }
}
