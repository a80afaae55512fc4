import type { ApiNode } from './api-graph.js';
import type { Machine } from './machine.js';
import type { HandlerRecord } from './model-record.js';
import type { ModuleRecord } from './module-record.js';
import type { State } from './state.js';
import type { FunctionNode, Node, Value } from './value.js';

/** A place that break, continue, return or throw leads to: the layers that arrive there. */
export interface JumpTarget {
  readonly kind: 'loop' | 'block' | 'try' | 'function';
  readonly label: string | null;
  /** The function that a `function` target leaves. */
  readonly callee?: FunctionNode;
  /** The layer that arriving layers lie over. */
  readonly base: State;
  readonly breaks: State[];
  readonly continues: State[];
  readonly exits: { readonly state: State; readonly value: Value; readonly node: Node | null }[];
  /** What library calls in a `try` may throw. */
  readonly failures: Value[];
  /** Something in a `try` may fail that the program does not throw itself. */
  mayFail: boolean;
}

/** One call on the stack. */
export interface CallSite {
  /** The call, in the caller's module. */
  readonly node: Node;
  readonly module: ModuleRecord;
  readonly args: readonly Value[];
  /** Argument expressions, where there are any. */
  readonly argumentNodes: readonly Node[];
  readonly callee: FunctionNode;
  /** `this` was made during the invocation: its fields do not outlive it. */
  readonly ownSelf: boolean;
}

/** A function that a library calls with an event, found while evaluating: a router's callback, a wrapped handler. */
export interface RegisteredHandler {
  readonly fn: Value;
  readonly spec: HandlerRecord;
  /** The first call of the chain: middleware that is used on it stands in front of the handler. */
  readonly chain: Node;
  /** The place of the argument: its parameters are objects of the library. */
  readonly api: ApiNode;
  readonly node: Node;
  /** File of the call. */
  readonly module: string;
}

/** A call that a model names for its form. */
export interface ShapeSeen {
  readonly kind: string;
  readonly label: string;
  readonly node: Node;
  readonly argumentNodes: readonly Node[];
  readonly module: ModuleRecord;
  /** Calls that led here, outermost first. */
  readonly calls: readonly CallSite[];
  /** Whether an invocation (not the module's top level) got here. */
  readonly invocation: boolean;
  /** Whether a handler's own invocation did, not a function of unknown callers. */
  readonly handled: boolean;
}

/** The response that a handler hands over, seen at the moment it does. */
export type ResponseListener = (value: Value, node: Node, machine: Machine) => void;

/** A call of a library function, with what its arguments are. */
export interface LibraryCall {
  readonly api: ApiNode;
  readonly name: string;
  readonly isNew: boolean;
  readonly args: readonly Value[];
  readonly receiver: Value | null;
  readonly node: Node;
  readonly argumentNodes: readonly Node[];
  readonly module: ModuleRecord;
  /** What the functions that were passed in have returned so far, by their position among the arguments. */
  readonly returned: Map<number, Value>;
}

/** A write to something that outlives the invocation. */
export interface StateWrite {
  readonly node: Node;
  readonly target: Node;
  readonly value: Value;
  readonly key: Value | null;
  readonly module: ModuleRecord;
}
