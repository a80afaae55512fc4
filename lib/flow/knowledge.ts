import type { ApiGraph } from './api-graph.js';
import type { ModuleRecord } from './module-record.js';
import type { FieldModel } from './origin.js';
import type { SchemaLibrary, ValueReader } from './schema.js';
import type { Part, Value } from './value.js';

/** What a text method of a string does to it. */
export type StringMethod = 'text' | 'clean' | 'list' | 'same';

/** What the engine has to be told: it knows no library and no rule. */
export interface Knowledge {
  readonly graph: ApiGraph;
  /** Bit of a sink kind in `Taint.cleared` and in facts. */
  bit(kind: string): number;
  /** Bits of all sink kinds. */
  readonly allKinds: number;
  readonly stringMethods: Readonly<Record<string, StringMethod>>;
  readonly schemaLibraries: readonly SchemaLibrary[];
  /** Model of an event's fields by name; null: an event of unknown kind. */
  fieldModel(event: string | null): FieldModel;
  /** Sink kinds for which JSON is harmless: newlines and quotes are escaped. */
  readonly jsonClears: number;
  /** Sink kinds for which a text that the pattern accepts is harmless, as bits. */
  patternClears(pattern: string, flags: string): number;
  /** Sink kinds for which a group of what the pattern matched is harmless; 0 is all of the match. */
  groupClears(pattern: string, flags: string, group: number | string): number;
  /** Sink kinds for which a text in which the pattern finds nothing is harmless. */
  absenceClears(pattern: string, flags: string): number;
  /** Sink kinds for which a text is harmless after `replace(pattern, replacement)`; null: a function gives the replacement. */
  replacementClears(pattern: string, flags: string, replacement: string | null): number;
  /** Sink kinds for which a text that starts (ends) with this text is harmless; parts that are not constant are the program's own. */
  prefixClears(text: readonly Part[], receiver: string | null): number;
  suffixClears(text: readonly Part[], receiver: string | null): number;
  /** The named tests of models. */
  predicate(name: string, value: Value, read: ValueReader): boolean;
  /** Whether a variable of the environment is meant to hold a secret, by its name. */
  namesSecret(name: string): boolean;
  /** A template's own text and, as lists of names, the fields that it puts in unescaped, in order. */
  templatePieces(syntax: string, text: string, escapes: boolean): readonly (string | readonly string[])[];
  /** Whether a sink of this kind takes in all that an object holds (a log does), or only text. */
  takesObjects(kind: string): boolean;
  /** Whether a sink of this kind interprets its text, so that the `dynamic` tier looks at it; `assembled`: only when it is built of pieces. */
  dynamicTier(kind: string): 'any' | 'assembled' | null;
  /** Whether a tainted piece of a text can do harm where it stands; false behind a fixed host, say. */
  pieceMatters(kind: string, text: readonly Part[], index: number): boolean;
}

/** Finds and parses other modules of the program. */
export interface ModuleLoader {
  /** @returns the module that an import of `specifier` in `from` leads to, or null when it is no module of the program that can be read. */
  load(specifier: string, from: ModuleRecord): ModuleRecord | null;
  /** Why modules were left out, if any were. */
  readonly lost: ReadonlySet<string>;
}
