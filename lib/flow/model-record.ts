/** A model as the engine takes it: kinds are plain names here, and bits once compiled. */
export interface ModelRecord {
  readonly module?: string | readonly string[];
  readonly global?: string | readonly string[];
  readonly types?: Readonly<Record<string, readonly string[]>>;
  readonly sinks?: readonly SinkRecord[];
  readonly sources?: readonly SourceRecord[];
  readonly summaries?: readonly SummaryRecord[];
  readonly sanitizers?: readonly SanitizerRecord[];
  readonly guards?: readonly GuardRecord[];
  readonly handlers?: readonly HandlerRecord[];
  readonly errors?: readonly ErrorRecord[];
  readonly adapters?: readonly string[];
  readonly shapes?: readonly ShapeRecord[];
}

export interface ConditionRecord {
  readonly argument: number;
  readonly of?: 'receiver';
  readonly property?: string;
  readonly is: string | { readonly oneOf: readonly (string | number | boolean | null)[] };
  readonly not?: true;
}
export type WhenRecord = ConditionRecord | readonly ConditionRecord[];
export interface SinkRecord {
  readonly path: string;
  readonly kind: string;
  readonly when?: WhenRecord;
  readonly only?: 'object' | 'literal';
  readonly lasting?: true;
  readonly proven?: true;
  readonly label?: string;
}
export interface SourceRecord {
  readonly path: string;
  readonly kind: string;
  readonly label: string;
  readonly when?: WhenRecord | 'tainted';
  readonly event?: string;
  readonly members?: readonly string[];
  readonly secretMembers?: string;
  readonly clears?: readonly string[];
  readonly columns?: true;
  readonly part?: true;
}
export interface ShapeRecord {
  readonly path: string;
  readonly kind: string;
  readonly when?: WhenRecord;
  readonly label?: string;
}
export interface ErrorRecord {
  readonly path: string;
  readonly kind: string;
  readonly label: string;
}
export interface SummaryRecord {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly as: 'value' | 'part' | 'text' | 'parsed' | 'map';
  readonly when?: WhenRecord;
  readonly template?: { readonly argument: number; readonly of?: 'receiver'; readonly syntax: string; readonly unescaped?: WhenRecord };
}
export interface SanitizerRecord {
  readonly path: string;
  readonly argument?: number | 'this';
  readonly clears: 'all' | readonly string[];
  readonly to?: string;
  readonly when?: WhenRecord;
}
export interface GuardRecord {
  readonly path: string;
  readonly argument: number | 'this';
  readonly clears: 'all' | readonly string[];
  readonly on: true | false | 'return';
  readonly when?: WhenRecord;
}
export interface HandlerRecord {
  readonly path: string;
  readonly parameters?: readonly string[];
  readonly event?: string;
  readonly responds?: false;
  readonly exported?: true;
  readonly needs?: 'adapter';
  readonly failure?: readonly string[];
}
