import type { Span, Tree } from './tree.js';

/** What a template gives to functions, and what it sets up around them, whatever it is written in. */
export interface Template {
  readonly functions: readonly FunctionResource[];
  readonly variables: readonly Variable[];
  /** Of identities that a function can have: its own policies, and those of roles that Lambda may take. */
  readonly statements: readonly Statement[];
  /** Attached to such identities; `name` is without the path of the ARN. */
  readonly managedPolicies: readonly Named[];
  /** Trails and event data stores that do not record Lambda data events. */
  readonly silentTrails: readonly Named[];
  /** What GuardDuty and Inspector are set up by and what leaves Lambda out. */
  readonly partialDetectors: readonly Named[];
  /** Names of the AWS SDK that a bundler is told to leave out. */
  readonly excludedSdks: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly at: Span;
}

export interface FunctionResource extends Named {
  /** Whether X-Ray follows it; undefined where that is decided elsewhere. */
  readonly isTraced: boolean | undefined;
}

/** A variable in a function's environment. */
export interface Variable extends Named {
  /** What it may hold: more than one where a condition decides. */
  readonly contents: readonly Content[];
}

/** Where the content of a variable comes from. */
export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly at: Span }
  /** Put in at deployment: a parameter, a variable, the output of a resource; `name` is the last part of what it is called. */
  | { readonly kind: 'value'; readonly name: string; readonly isSecret: boolean }
  /** The name or the ARN of something, or a reference that the service resolves. */
  | { readonly kind: 'pointer' };

/** A statement that allows something. */
export interface Statement {
  readonly actions: readonly string[];
  /** Each with its place; references in it are written `${...}`. */
  readonly resources: readonly { readonly text: string; readonly at: Span }[];
  /** The keys that its conditions compare. */
  readonly conditions: readonly string[];
}

/** Parts of a template, as they are collected. */
export class TemplateParts implements Template {
  readonly functions: FunctionResource[] = [];
  readonly variables: Variable[] = [];
  readonly statements: Statement[] = [];
  readonly managedPolicies: Named[] = [];
  readonly silentTrails: Named[] = [];
  readonly partialDetectors: Named[] = [];
  readonly excludedSdks: Named[] = [];

  /** Without the statements and policies that stand behind an offset: in another file. */
  within(end: number): Template {
    return {
      ...this,
      statements: this.statements.map(statement => ({ ...statement, resources: statement.resources.filter(({ at }) => at.start < end) })),
      managedPolicies: this.managedPolicies.filter(({ at }) => at.start < end),
    };
  }
}

/** The place of a value. */
export const spanOf = ({ start, end }: Tree | Span): Span => ({ start, end });
