import type { Node } from './value.js';
import type { ModuleRecord } from './module-record.js';

/** What is known of a place in an event (or in another source's data) from its model. */
export interface FieldFacts {
  readonly trust: 'controlled' | 'trusted' | 'identity';
  readonly label: string | null;
  readonly form: 'string' | 'text' | 'json';
  readonly whole: boolean;
  readonly sensitive: string | null;
}

/** The model of a source's data: facts about the place that a path leads to. */
export interface FieldModel {
  /** @param path members from the root; elements of arrays are `[0]` or `[]`; what was parsed out of text is not a step. */
  facts(path: readonly string[]): FieldFacts;
}

/** A place where data comes from, or a text derived from such data. Identity is by object: the same place is the same origin. */
export interface Origin {
  readonly id: number;
  /** Kind of source: `event`, `stored`, `error` … */
  readonly kind: string;
  /** The origin this one is a part of or derived from. */
  readonly parent: Origin | null;
  /** The first origin of the chain. */
  readonly root: Origin;
  /** As a reader would write it: `event.Records[0].s3.object.key`. */
  readonly path: string;
  /** In words, when a model has them: "the S3 object key". */
  readonly label: string | null;
  readonly facts: FieldFacts;
  /** Where the root enters the program: the parameter, the call. */
  readonly node: Node;
  readonly module: ModuleRecord;
}
