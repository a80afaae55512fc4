import type { ShapeKind, SinkKind, SourceKind } from './kinds.js';

/**
 * A place in a library's API, in CodeQL's access path grammar, from the module (or the global) on:
 * `Member[a,b]`, `AnyMember`, `ChosenMember` (one whose name the program finds at run time: `console[level]`), `Argument[0]`, `Argument[0,2]`,
 * `Argument[1..]`, `Argument[this]`, `ReturnValue`, `Instance` (of `new`, which makes what a call returns where a model says no more),
 * `Parameter[0]` (of a function that is passed in), `ArrayElement`, and `Sent` (what a client's `send(command)` resolves to, from the command's
 * `Instance`). Promises are transparent: no `Awaited` step. A path may start with the name of an entry of `types`.
 */
export type AccessPath = string;

/** Named tests that code in lib/strings or lib/secrets carries out on an argument's value. */
export const predicateNames = [
  'shell-program',
  'shell-flag',
  'code-flag',
  'html-type',
  'html-start',
  'wildcard-path',
  'temporary-path',
  'text-format',
  'raw-format',
  'number-format',
  'read-query',
  'unsafe-yaml-schema',
] as const;
export type PredicateName = (typeof predicateNames)[number];

/** Named tests that the engine carries out itself. */
export const testNames = [
  'truthy',
  'falsy',
  'present',
  'absent',
  'string',
  'object',
  'function',
  'bytes',
  'constant-text',
  'versioned-name',
  'event-data',
] as const;
export type TestName = (typeof testNames)[number];

/** A condition on the call: all of its fields hold for the argument (or for a property of it, dots for depth). */
export interface Condition {
  readonly argument: number;
  /** The argument is one of the call that made the receiver: `createLogger({ format })` for `logger.info()`. */
  readonly of?: 'receiver';
  readonly property?: string;
  readonly is: TestName | PredicateName | { readonly oneOf: readonly (string | number | boolean | null)[] };
  readonly not?: true;
}

export type When = Condition | readonly Condition[];

export interface SinkSpec {
  readonly path: AccessPath;
  readonly kind: SinkKind;
  readonly when?: When;
  /**
   * `object`: only a value that may be an object does harm here: parsed JSON, not a path parameter, not text. `literal`: only a property that the
   * program writes, not one that data from outside may have.
   */
  readonly only?: 'object' | 'literal';
  /** Only where what the method is called on was made at module level, and outlives the invocation. */
  readonly lasting?: true;
  /** Only what is proven to come from outside does harm here: no interpreter reads the text, and text of unknown origin is no weakness. */
  readonly proven?: true;
  /** How a message names the sink; default: the callee as written, `exec()`. */
  readonly label?: string;
}

export interface SourceSpec {
  readonly path: AccessPath;
  readonly kind: SourceKind;
  /** In words, for messages: "the S3 object that the event names". */
  readonly label: string;
  /** `tainted`: only when an argument of the call (or what its receiver was made from) holds event or stored data. */
  readonly when?: When | 'tainted';
  /** Name of an event model in lib/models/events: the value is an event (or a record of one) of that shape. */
  readonly event?: string;
  /**
   * Where in the value the data lies, as paths of an event model: `SecretString`, `Parameters[].Value`. What holds such a place holds the data,
   * its other members do not; with an empty list only the value as a whole counts. Default: all of it.
   */
  readonly members?: readonly string[];
  /** Kinds of sinks that the library itself has made it harmless for. */
  readonly clears?: readonly SinkKind[];
  /** What it is made of has names that the program gave, down to them: the columns of a row. */
  readonly columns?: true;
  /** It is one of many things that were sent: the name of a field. */
  readonly part?: true;
  /** A member whose name is a secret's holds one: `API_KEY` of the environment. In words, what such a member is. */
  readonly secretMembers?: string;
}

/** What a call throws, rejects with or hands to an error callback when it fails. */
export interface ErrorSpec {
  /** The callee. */
  readonly path: AccessPath;
  readonly kind: SourceKind;
  readonly label: string;
}

/** Template languages of which it is known what they put into their output as it is. */
export const templateSyntaxes = ['ejs', 'eta', 'lodash', 'dot', 'mustache', 'nunjucks', 'liquid', 'pug'] as const;
export type TemplateSyntax = (typeof templateSyntaxes)[number];

/** What a call passes on. Without an entry a library call passes nothing on. */
export interface SummarySpec {
  /** The callee. */
  readonly path: AccessPath;
  /** `Argument[0]`, `Argument[0..]`, `Argument[this]`, `Argument[0].Member[body]`, `Argument[0].ArrayElement`; `Argument[1].ReturnValue`: what a function that an entry above calls has returned. */
  readonly from: AccessPath;
  /** `ReturnValue`, `ReturnValue.ArrayElement`, `ReturnValue.Member[x]`, `Argument[this]`, `Argument[1].Parameter[0]`. */
  readonly to: AccessPath;
  /** `value`: the very value; `part`: some of its members, as they are; `text`: text made from it; `parsed`: data parsed out of its text, any shape; `map`: parsed, but every leaf is a string. */
  readonly as: 'value' | 'part' | 'text' | 'parsed' | 'map';
  readonly when?: When;
  /**
   * `from` is the data of a template, of which the text passes on what it does not escape: the argument that holds the template's text, of the call
   * or of the one that made the function, the language, and when nothing at all is escaped.
   */
  readonly template?: { readonly argument: number; readonly of?: 'receiver'; readonly syntax: TemplateSyntax; readonly unescaped?: When };
}

export interface SanitizerSpec {
  /** The callee; its return value is the text of the argument, harmless for these kinds. */
  readonly path: AccessPath;
  readonly argument?: number | 'this';
  readonly clears: 'all' | readonly SinkKind[];
  /** Where the harmless text comes out; default: `ReturnValue`. */
  readonly to?: AccessPath;
  readonly when?: When;
}

export interface GuardSpec {
  /** The callee, a test of its argument. */
  readonly path: AccessPath;
  readonly argument: number | 'this';
  readonly clears: 'all' | readonly SinkKind[];
  /** The outcome that proves the value harmless: `true`, `false`, or that the call returns at all. */
  readonly on: true | false | 'return';
  readonly when?: When;
}

/** A function that is passed in and called with a Lambda event: wrappers, routers, batch processors. */
export interface HandlerSpec {
  readonly path: AccessPath;
  /** Roles of its parameters in order; default `['event', 'context', 'callback']`. */
  readonly parameters?: readonly (
    'event' | 'record' | 'context' | 'callback' | 'request' | 'response' | 'router-context' | 'error' | 'unknown'
  )[];
  /** The same where it takes just as many parameters as this lists: Express tells by that what to call when something failed. */
  readonly failure?: NonNullable<HandlerSpec['parameters']>;
  /** Name of the event model for the `event`, `record`, `request` or `router-context` parameter. */
  readonly event?: string;
  /** What it returns is the response to the caller. Default true. */
  readonly responds?: false;
  /** Only where what the call returns is exported: the wrapper serves other functions as well. */
  readonly exported?: true;
  /** Only in a program that puts a web application behind Lambda: with an entry of `adapters`. */
  readonly needs?: 'adapter';
}

/** A call that is worth a report by its form, whatever flows into it. */
export interface ShapeSpec {
  /** The callee. */
  readonly path: AccessPath;
  readonly kind: ShapeKind;
  readonly when?: When;
  /** How a message names the call; default: the callee as written. */
  readonly label?: string;
}

/** What one library does, as plain data. */
export interface Model {
  /** Package or Node module names (no `node:` prefix). */
  readonly module?: string | readonly string[];
  /** Global names, instead of a module: `console`, `eval`. */
  readonly global?: string | readonly string[];
  /** Named kinds of objects and the paths that lead to them; a path may start with another type's name. */
  readonly types?: Readonly<Record<string, readonly AccessPath[]>>;
  readonly sinks?: readonly SinkSpec[];
  readonly sources?: readonly SourceSpec[];
  readonly summaries?: readonly SummarySpec[];
  readonly sanitizers?: readonly SanitizerSpec[];
  readonly guards?: readonly GuardSpec[];
  readonly handlers?: readonly HandlerSpec[];
  readonly errors?: readonly ErrorSpec[];
  /** Arguments that take a web application (Express, Hono …) and make a Lambda handler of it. */
  readonly adapters?: readonly AccessPath[];
  readonly shapes?: readonly ShapeSpec[];
}

/** Types a model's literal; returns it unchanged. */
export function defineModel<const M extends Model>(model: M): M {
  return model;
}
