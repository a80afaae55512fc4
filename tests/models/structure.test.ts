import { describe, expect, it } from 'vitest';
import { ApiGraph } from '../../lib/flow/api-graph.js';
import { models } from '../../lib/models/index.js';
import { sinkKinds, sourceKinds } from '../../lib/models/kinds.js';
import type { Condition, Model, When } from '../../lib/models/model.js';

const step = /^(?:(?:Member|Argument|Parameter)\[[^\]]+\]|AnyMember|ChosenMember|ReturnValue|Instance|ArrayElement|Sent)$/;
const argument = /^(?:this|\d+(?:\.\.)?)$/;

const steps = (path: string): readonly string[] => (path === '' ? [] : path.split(/\.(?![^[]*\])/));
const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
const nameOf = (model: Model): string => listOf(model.module ?? model.global).join(' ');

/** @returns what is wrong with a path, or null. */
function fault(path: string, types: ReadonlySet<string>): string | null {
  for (const [index, text] of steps(path).entries()) {
    if (index === 0 && types.has(text)) continue;
    if (!step.test(text)) return `${path}: ${text} is no step`;
    const names = /\[(.*)\]$/.exec(text)?.[1]?.split(',') ?? [];
    if (names.some(name => name.trim() !== name || name === '')) return `${path}: an empty or padded name in ${text}`;
    if (new Set(names).size < names.length) return `${path}: a name twice in ${text}`;
    if (/^(?:Argument|Parameter)/.test(text) && !names.every(name => argument.test(name))) return `${path}: ${text} names no argument`;
  }
  return null;
}

function pathsOf(model: Model): readonly string[] {
  return [
    ...Object.values(model.types ?? {}).flat(),
    ...[model.sinks, model.sources, model.summaries, model.sanitizers, model.guards, model.handlers, model.errors, model.shapes].flatMap(
      list => (list ?? []).map(({ path }) => path),
    ),
    ...(model.summaries ?? []).flatMap(({ from, to }) => [from, to]),
    ...(model.sanitizers ?? []).flatMap(({ to }) => (to === undefined ? [] : [to])),
    ...(model.adapters ?? []),
  ];
}

const whens = (model: Model): readonly (When | 'tainted')[] =>
  [model.sinks, model.sources, model.summaries, model.sanitizers, model.guards, model.shapes].flatMap(list =>
    (list ?? []).flatMap(({ when }) => (when === undefined ? [] : [when])),
  );

describe('the models', () => {
  it('name a module or a global, and say something of it', () => {
    for (const model of models) {
      expect(nameOf(model), JSON.stringify(model)).not.toBe('');
      expect(model.module === undefined || model.global === undefined, nameOf(model)).toBe(true);
      expect(pathsOf(model).length, nameOf(model)).toBeGreaterThan(0);
      for (const name of listOf(model.module)) expect(name, 'the prefix does not count').not.toMatch(/^node:/);
    }
  });

  it('have paths of the grammar only', () => {
    const faults = models.flatMap(model => {
      const types = new Set(Object.keys(model.types ?? {}));
      return pathsOf(model)
        .flatMap(path => fault(path, types) ?? [])
        .map(text => `${nameOf(model)}: ${text}`);
    });
    expect(faults).toEqual([]);
  });

  /** A format or a schema is looked at by a condition of another entry, which needs to find how it was made. */
  const onlySeen = new Set(['Format', 'Kind', 'separator']);

  it('use every type that they name', () => {
    const unused = models.flatMap(model => {
      const paths = pathsOf(model);
      return Object.keys(model.types ?? {})
        .filter(type => !onlySeen.has(type) && !paths.some(path => steps(path)[0] === type))
        .map(type => `${nameOf(model)}: ${type}`);
    });
    expect(unused).toEqual([]);
  });

  it('use the kinds that there are', () => {
    for (const model of models) {
      for (const { kind } of model.sinks ?? []) expect(sinkKinds).toContain(kind);
      for (const { kind } of [...(model.sources ?? []), ...(model.errors ?? [])]) expect(sourceKinds).toContain(kind);
      for (const { clears } of [...(model.sanitizers ?? []), ...(model.guards ?? [])]) {
        if (clears !== 'all') for (const kind of clears) expect(sinkKinds).toContain(kind);
      }
    }
  });

  it('have conditions on arguments that a call can have', () => {
    for (const when of models.flatMap(whens)) {
      if (when === 'tainted') continue;
      for (const condition of listOf<Condition>(when as Condition)) expect(condition.argument).toBeGreaterThanOrEqual(0);
    }
  });

  it('do not tell the same of one place twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const model of models) {
      for (const root of listOf(model.module ?? model.global)) {
        const entries = [
          ...(model.sinks ?? []).map(sink => ['sink', sink.path, sink.kind, sink.when, sink.only]),
          ...(model.sources ?? []).map(source => ['source', source.path, source.kind, source.when]),
          ...(model.sanitizers ?? []).map(({ path, argument: index, to, when }) => ['sanitizer', path, index, to, when]),
          ...(model.guards ?? []).map(guard => ['guard', guard.path, guard.argument, guard.on, guard.when]),
          ...(model.handlers ?? []).map(handler => ['handler', handler.path]),
        ];
        for (const entry of entries) {
          // A type's name means something within its own model only.
          const types = steps(String(entry[1]))[0]! in (model.types ?? {}) ? model.types : null;
          const key = JSON.stringify([model.global === undefined ? 'module' : 'global', root, types, ...entry]);
          if (seen.has(key)) twice.push(key);
          seen.set(key, key);
        }
      }
    }
    expect(twice).toEqual([]);
  });

  it('do not let one function both pass its argument on and clean it', () => {
    const faults = models.flatMap(model => {
      const cleaned = new Set(
        (model.sanitizers ?? []).filter(({ to }) => to === undefined).map(({ path, argument: index }) => `${path} Argument[${index ?? 0}]`),
      );
      return (model.summaries ?? [])
        .filter(({ path, from, to }) => to === 'ReturnValue' && cleaned.has(`${path} ${from}`))
        .map(({ path }) => `${nameOf(model)}: ${path}`);
    });
    expect(faults).toEqual([]);
  });

  it('lead summaries to the result, the receiver or one argument', () => {
    for (const { to } of models.flatMap(model => model.summaries ?? []))
      expect(to).toMatch(/^(?:ReturnValue|Argument\[(?:this|\d+)\])(?:\.|$)/);
  });

  it('compile, each module and each global', () => {
    const graph = new ApiGraph(models, new Set());
    for (const model of models) {
      for (const name of listOf(model.module)) expect(graph.module(name), name).not.toBeNull();
      for (const name of listOf(model.global)) expect(graph.global(name), name).not.toBeNull();
    }
  });
});
