import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiNode } from './api-graph.js';
import type { Origin } from './origin.js';
import type { Environment, ModuleRecord } from './module-record.js';

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A literal's value; a regular expression keeps its source text, a bigint its digits. */
export type Constant = string | number | boolean | null | undefined | RegExpConstant;
export interface RegExpConstant {
  readonly pattern: string;
  readonly flags: string;
}

/** One stop on the way from a source to a sink, newest first. */
export interface Step {
  readonly previous: Step | null;
  readonly node: Node;
  readonly module: ModuleRecord;
  /** What happens here: `passed to render()`, `assigned to name`. */
  readonly message: string;
  /** Name of the function entered, for the short form of the path in messages. */
  readonly enters: string | null;
  readonly depth: number;
}

/** Untrusted (or otherwise interesting) data that a value holds. Two taints are the same when origin, cleared kinds and wholeness agree. */
export interface Taint {
  readonly origin: Origin;
  /** Bit set of sink kinds that a sanitizer made harmless. */
  readonly cleared: number;
  /** The value is the source itself, or an encoding or copy of all of it: not a part, not a digest. */
  readonly whole: boolean;
  readonly steps: Step | null;
}

/** The library call that made a value: kept for schema expressions, clients and commands. */
export interface CallInfo {
  readonly callee: ApiNode | null;
  readonly name: string;
  readonly args: readonly Value[];
  readonly receiver: Value | null;
  readonly node: Node;
  /** Carried out at module level: what it made outlives the invocation. */
  readonly lasting: boolean;
}

export type Reference =
  | { readonly type: 'object'; readonly id: number }
  | {
      readonly type: 'function';
      readonly node: FunctionNode;
      readonly environment: Environment;
      readonly self: Value | null;
      readonly bound: readonly Value[];
    }
  | {
      readonly type: 'class';
      readonly node: ClassNode;
      readonly environment: Environment;
      readonly statics: number;
      readonly parent: Value | null;
    }
  | { readonly type: 'api'; readonly node: ApiNode; readonly call: CallInfo | null; readonly self: Value | null }
  | { readonly type: 'namespace'; readonly module: ModuleRecord }
  /** A built-in function or object that the engine itself understands: `Object.keys`, `Promise.all`. */
  | { readonly type: 'native'; readonly name: string; readonly self: Value | null; readonly bound: readonly Value[] }
  /** What a call that is not understood made of the functions given to it. */
  | { readonly type: 'wrapped'; readonly inner: Value };

/**
 * What is known on a way through the program: origin id -> bit set of kinds made harmless, and minus the id of an object -> 1 where a value that may be
 * this object or another is not this one.
 */
export type Facts = ReadonlyMap<number, number>;

/** One of the ways on which a value can come about, and what holds on it. */
export interface Way {
  readonly facts: Facts;
  readonly value: Value;
}

/** What a boolean-like value proves when it is truthy, and when it is falsy. */
export interface Proof {
  readonly whenTrue: Facts;
  readonly whenFalse: Facts;
  /** The ways on which it came about, where a comparison tells them apart. */
  readonly ways?: readonly Way[];
}

/** A piece of a text built by concatenation: constant text, or a value. */
export type Part = string | Value;

/** Bits of `Value.nature`: what may be in it besides constants, references and taints. */
export const Nature = {
  /** Anything: the result of a call that is not known, a parameter without callers. */
  unknown: 1,
  /** A number, a boolean, a date: cannot carry text. */
  coerced: 2,
  /** The program's own: its environment, its directory, its files. */
  own: 4,
  /** An object or text that a library made out of nothing untrusted. */
  library: 8,
  /** May be Object.prototype: it was read under a name that the event chose. */
  prototype: 16,
  /** A position in a list or text: -1 where there is none. */
  position: 32,
  /** JSON text: the objects that it was made of stay within reach, for a copy by parsing, but are not in it as they were. */
  json: 64,
  /** An element of a list of unknown origin: what is equal to it is on that list. */
  listed: 128,
} as const;

/** All that is known about what an expression may evaluate to. Immutable; the empty value is "never". */
export interface Value {
  readonly constants: readonly Constant[];
  readonly references: readonly Reference[];
  readonly taints: readonly Taint[];
  readonly nature: number;
  /** The texts that it may be, each in order, when it was built by concatenation; null when it was not, or when there are too many. */
  readonly texts: readonly (readonly Part[])[] | null;
  readonly proof: Proof | null;
}
