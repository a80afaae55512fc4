import type { Constant, Value } from './value.js';

/** What a validated value may be, per access path. */
export type Shape =
  /** Anything. */
  | { readonly type: 'any' }
  /** Only harmless values: an enum, a literal, a number, a boolean, a date, a uuid, text that an anchored pattern closes. */
  | { readonly type: 'safe'; /** What the members of a record hold, whose names are anything. */ readonly underAnyName?: true }
  /** A string (so not an object), of any content. */
  | { readonly type: 'text' }
  /** A string that is harmless to some kinds of sink: text that a pattern limits. */
  | { readonly type: 'cleared'; readonly kinds: readonly string[] }
  | { readonly type: 'object'; readonly fields: ReadonlyMap<string, Shape>; readonly rest: Shape }
  | { readonly type: 'array'; readonly element: Shape }
  | { readonly type: 'union'; readonly members: readonly Shape[] };

/** A library call as code in lib/validators sees it. */
export interface CallView {
  /** Package of the library, `zod`. */
  readonly module: string;
  /** The member path from the module to the callee without calls: `z.string`, `object`, `parse`. Empty for a call of the module itself. */
  readonly path: readonly string[];
  /** Last member name: `parse`; for `new Ajv()` the class's name, `default` for a default export. */
  readonly name: string;
  readonly isNew: boolean;
  readonly args: readonly Value[];
  /**
   * The object whose method is called, when it is not the module itself; for a plain call of what another call made (`validate(x)` after
   * `validate = ajv.compile(schema)`), that function.
   */
  readonly receiver: Value | null;
}

/** Reads values in the state of the moment. */
export interface ValueReader {
  /** The constants that the value may be; null when it may be anything else too. */
  constants(value: Value): readonly Constant[] | null;
  member(value: Value, name: string): Value;
  /** Properties of an object literal in order; null when not all are known. */
  members(value: Value): readonly (readonly [string, Value])[] | null;
  /** Elements of an array literal; null when not all are known. */
  elements(value: Value): readonly Value[] | null;
  /** The library call that made the value, or null. */
  call(value: Value): CallView | null;
  /** Name of the local class the value is (not an instance), its decorated fields: [field, decorators (as calls), type annotation text]. */
  classFields(
    value: Value,
  ): readonly { readonly name: string; readonly decorators: readonly Value[]; readonly annotation: string | null }[] | null;
  /** Whether a test of the program, where it is true, makes its argument harmless for a kind of sink. */
  accepts(test: Value): (kind: string) => boolean;
  /** What a local function given these arguments returns (for lazy and callback schemas). */
  apply(fn: Value, args: readonly Value[]): Value;
}

/** A call that checks a value against a schema. */
export interface Validation {
  readonly shape: Shape;
  /** What the checked value itself may be once the check has passed, where that is more than `shape` (unknown fields, values that are converted in the copy). */
  readonly inputShape?: Shape;
  /** Index of the argument that is checked, or the checked value itself. */
  readonly input: number | Value;
  /**
   * `returns`: throws on bad input, else returns the checked copy; `asserts`: throws on bad input; `tests`: returns true on good input;
   * an object: returns a result whose members tell (`ok` truthy or `error` falsy means good; `data` holds the checked copy).
   */
  readonly outcome: 'returns' | 'asserts' | 'tests' | { readonly ok?: string; readonly error?: string; readonly data?: string };
}

/** One schema library: lib/validators has a file for each. */
export interface SchemaLibrary {
  readonly modules: readonly string[];
  /** Names of the calls that give a promise, besides those that end in `Async`. */
  readonly promises?: readonly string[];
  /** What a schema made by this library allows; null when the value is no schema of it. */
  shape(schema: Value, read: ValueReader): Shape | null;
  /** The validation that a call carries out; null when it is none. `read.call` gives the receiver's own making. */
  validation(call: CallView, read: ValueReader): Validation | null;
  /** What the event is in a handler behind this call: middleware in `use()`, a wrapper's options, a decorator. Null when the call is nothing of the kind. */
  eventShape?(call: CallView, read: ValueReader): Shape | null;
}
