import type { CallSite } from './machine-types.js';
import type { ModuleRecord } from './module-record.js';
import type { Node, Taint, Value } from './value.js';

/** A value seen at a sink. Which of its taints matter is the rule's question. */
export interface Hit {
  readonly kind: string;
  /** How a message names the sink: `exec()`. */
  readonly label: string;
  /** The module or global whose place the sink is, when it is one's. */
  readonly library?: string;
  /** It goes to another function of the program, not to a client. */
  readonly internal?: true | undefined;
  /** The expression whose value reaches the sink. */
  readonly node: Node;
  readonly module: ModuleRecord;
  /** Taints that no sanitizer and no guard made harmless. */
  readonly taints: readonly Taint[];
  /** The value as it was. */
  readonly value: Value;
  /** Calls that led here, outermost first. */
  readonly calls: readonly CallSite[];
  /** The text is built at run time from pieces. */
  readonly assembled: boolean;
  /** The text is of unknown origin and the sink interprets it: `assembled` where only text built of pieces counts. */
  readonly dynamic: 'any' | 'assembled' | null;
  /** Whether an invocation (not the module's top level) got here. */
  readonly invocation: boolean;
}
