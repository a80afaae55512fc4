import type { SinkKind, SourceKind } from './kinds.js';
import type { AccessPath, GuardSpec, SanitizerSpec, SinkSpec, SourceSpec, SummarySpec, TemplateSyntax, When } from './model.js';

/** Kinds of sinks that read a language out of their text: what is left of it when only letters, digits, `-` and `_` are is harmless to all of them. */
export const interpreted: readonly SinkKind[] = [
  'command',
  'code',
  'module',
  'template',
  'sql',
  'nosql',
  'path',
  'xml',
  'html',
  'url',
  'deserialize',
  'redirect',
  'regex',
  'text-log',
];

/**
 * @param paths arguments that hold the values of a query
 * @param property the member of the first argument that holds the query's text; by default that argument is the text
 * @returns a place at each path that is written to storage, unless the query only reads
 */
export function storedBy(paths: readonly AccessPath[], property?: string): SinkSpec[] {
  return sinks('write', paths, { when: { argument: 0, ...(property !== undefined && { property }), is: 'read-query', not: true } });
}

/** @returns a sink of one kind at each path. */
export function sinks(kind: SinkKind, paths: readonly AccessPath[], more: Omit<SinkSpec, 'path' | 'kind'> = {}): SinkSpec[] {
  return paths.map(path => ({ path, kind, ...more }));
}

/** @returns a source of one kind at each path. */
export function sources(
  kind: SourceKind,
  label: string,
  paths: readonly AccessPath[],
  more: Omit<SourceSpec, 'path' | 'kind' | 'label'> = {},
): SourceSpec[] {
  return paths.map(path => ({ path, kind, label, ...more }));
}

/** @returns what was read with event data, at each path. */
export function stored(label: string, paths: readonly AccessPath[]): SourceSpec[] {
  return sources('stored', label, paths, { when: 'tainted' });
}

/** @returns the rows that a query with event data gives, at each path. */
export function rows(paths: readonly AccessPath[]): SourceSpec[] {
  return sources('stored', 'the rows that a query with event data returns', paths, { when: 'tainted', columns: true });
}

/** @returns a summary of each callee. */
export function passes(
  as: SummarySpec['as'],
  callees: readonly AccessPath[],
  from: AccessPath = 'Argument[0]',
  to: AccessPath = 'ReturnValue',
  when?: When,
): SummarySpec[] {
  return callees.map(path => ({ path, from, to, as, ...(when && { when }) }));
}

/** @returns a summary of each callee: what it makes of a template's text and of the data that the text leaves unescaped. */
export function renders(syntax: TemplateSyntax, callees: readonly AccessPath[], unescaped?: When): SummarySpec[] {
  const template = { argument: 0, syntax, ...(unescaped && { unescaped }) };
  return callees.map(path => ({ path, from: 'Argument[1]', to: 'ReturnValue', as: 'text', template }));
}

/** The same for what a first call has compiled: it takes the data alone. */
export function rendersCompiled(syntax: TemplateSyntax, callees: readonly AccessPath[], unescaped?: When): SummarySpec[] {
  const template = { argument: 0, of: 'receiver', syntax, ...(unescaped && { unescaped }) } as const;
  return callees.map(path => ({ path, from: 'Argument[0]', to: 'ReturnValue', as: 'text', template }));
}

/** @returns a sanitizer for each callee: what it returns is its argument's text, harmless for these kinds. */
export function cleans(clears: SanitizerSpec['clears'], callees: readonly AccessPath[], argument: number | 'this' = 0): SanitizerSpec[] {
  return callees.map(path => ({ path, argument, clears }));
}

/** @returns a guard for each callee: an argument for which it answers `on` is harmless for these kinds. */
export function proves(
  clears: GuardSpec['clears'],
  on: GuardSpec['on'],
  callees: readonly AccessPath[],
  argument: number | 'this' = 0,
): GuardSpec[] {
  return callees.map(path => ({ path, argument, clears, on }));
}
