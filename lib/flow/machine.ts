import { copiedData } from './copied-data.js';
import type { Hit } from './hit.js';
import type { CallSite, JumpTarget, LibraryCall, RegisteredHandler, ResponseListener, ShapeSeen, StateWrite } from './machine-types.js';
import type { Knowledge, ModuleLoader } from './knowledge.js';
import type { Environment, ModuleRecord, Variable } from './module-record.js';
import { Origin, plainFields } from './origin.js';
import type { Shape } from './schema.js';
import { emptyObject, State, type HeapObject } from './state.js';
import { type FunctionNode, Nature, type Node, type Reference, type Taint, type Value } from './value.js';
import { isDecoding } from './text.js';
import { presentReferences, urlsAsText } from './references.js';
import { joinValues, never, taintValue } from './values.js';

/** Steps (expressions evaluated, changes joined) after which an analysis gives up on calls: some for any file, more for a longer one. */
const leastSteps = 20_000;
const mostSteps = 150_000;
/** Expressions and statements inside one another, over all calls under way: each takes several frames of the stack. */
const maxNesting = 600;
export const maxCallDepth = 24;

let nextId = 1;
let machineCount = 0;

/** The abstract machine: the state of one analysis, and the moves that all constructs are made of. */
export class Machine {
  readonly root = new State(null);
  state: State = this.root;
  module: ModuleRecord;
  /** The module that the analysis is of. */
  readonly entry: ModuleRecord;
  environment: Environment;
  readonly jumps: JumpTarget[] = [];
  readonly calls: CallSite[] = [];
  readonly hits: Map<Node, Map<string, Hit>> = new Map<Node, Map<string, Hit>>();
  readonly registered: RegisteredHandler[] = [];
  readonly shapes: ShapeSeen[] = [];
  /** What middleware checks, by the first call of the chain that it is used in. */
  readonly eventShapes: Map<Node, Shape> = new Map<Node, Shape>();
  /** A web application was put behind Lambda. */
  adapted = false;
  readonly yields: Value[][] = [];
  /** Classes whose constructors are running, for `super()`. */
  readonly constructing: (Reference & { type: 'class' })[] = [];
  /** Classes of which an instance is being made because a type names them. */
  readonly injecting: Set<Node> = new Set<Node>();
  readonly id = ++machineCount;
  readonly visited: Set<Node> = new Set<Node>();
  readonly giveUps = new Map<string, number>();
  /** Whether values of unknown origin are followed, for the `dynamic` tier. */
  followUnknown = false;
  /** Callers are unknown: a function that was run for arguments of the same sort is not run again. */
  rough = false;
  readonly roughResults: WeakMap<Node, Map<string, Value>> = new WeakMap();
  /** Running inside a handler (not at module level). */
  invocation = 0;
  onResponse: ResponseListener | null = null;
  /** Sees calls of functions in other modules. */
  onEntry: ((fn: Reference & { type: 'function' }, args: readonly Value[]) => void) | null = null;
  /** Sees the ways out of the function that was called first. */
  onExit: ((exits: JumpTarget['exits']) => void) | null = null;
  onCall: ((call: LibraryCall) => void) | null = null;
  onStateWrite: ((write: StateWrite) => void) | null = null;
  /** Objects that an invocation made and put where the next one finds them: the one instance of a class. */
  readonly kept: Set<number> = new Set<number>();
  /** The cells of activations that a function or class made in them may still see. */
  readonly captured: WeakSet<Environment['cells']> = new WeakSet();
  private steps = 0;
  private stepLimit = leastSteps;
  private nesting = 0;
  /** By the cells of an activation: a method's `this` makes no other activation of it. */
  private readonly allocations = new WeakMap<Environment['cells'], Map<Node, number>>();
  private readonly instances = new Map<number, Environment['cells']>();
  private readonly functions = new WeakMap<Node, { readonly prototype: number; readonly own: number }>();
  private readonly overrides = new Map<Origin, number>();
  /** The expression whose value was written over a part of the answer that came with the event. */
  readonly writtenAt: WeakMap<Value, Node> = new WeakMap();
  private readonly sourceOrigins = new WeakMap<Node, Map<string, Origin>>();

  constructor(
    readonly knowledge: Knowledge,
    readonly loader: ModuleLoader | null,
    module: ModuleRecord,
  ) {
    this.module = module;
    this.entry = module;
    this.environment = { owner: module.program, parent: null, module, cells: new Map(), self: null, args: null, lasting: true };
  }

  /** Counts a step into an expression or a statement. @returns whether it may be taken; if so, `leave` has to follow. */
  enter(): boolean {
    this.steps++;
    if (this.nesting >= maxNesting) {
      this.giveUp('nesting');
      return false;
    }
    this.nesting++;
    return true;
  }

  leave(): void {
    this.nesting--;
  }

  /** Allows the steps that a module of a length (in characters) takes. */
  allowFor(length: number): void {
    this.stepLimit = Math.min(this.stepLimit + length, mostSteps);
  }

  get exhausted(): boolean {
    return this.steps > this.stepLimit;
  }

  giveUp(reason: string): void {
    for (const jump of this.jumps) jump.mayFail = true;
    this.giveUps.set(reason, (this.giveUps.get(reason) ?? 0) + 1);
  }

  newId(): number {
    return nextId++;
  }

  /** Runs in a layer of its own over the current state. @returns that layer. */
  branch(run: () => void): State {
    const base = this.state;
    const layer = new State(base);
    this.state = layer;
    try {
      run();
    } finally {
      this.state = base;
    }
    this.steps += layer.size >> 2;
    return layer;
  }

  /** Leads what holds now to a jump target; what follows is not reached. */
  jump(target: JumpTarget, list: State[]): void {
    if (this.state.live) list.push(this.state.flattenOver(target.base));
    this.state.live = false;
  }

  target(kind: JumpTarget['kind'], label: string | null = null): JumpTarget {
    return { kind, label, base: this.state, breaks: [], continues: [], exits: [], failures: [], mayFail: false };
  }

  withTarget(target: JumpTarget, run: () => void): void {
    this.jumps.push(target);
    try {
      run();
    } finally {
      this.jumps.pop();
    }
  }

  /** The cell of a variable in the activation that owns it. */
  cell(variable: Variable): { readonly id: number; readonly environment: Environment } {
    const owner = variable.scope.variableScope.block;
    let environment: Environment = this.environment;
    while (environment.owner !== owner && environment.parent !== null) environment = environment.parent;
    let id = environment.cells.get(variable);
    if (id === undefined) environment.cells.set(variable, (id = this.newId()));
    return { id, environment };
  }

  /** The id of the object that an expression makes in the current activation. */
  allocation(node: Node): number {
    let ids = this.allocations.get(this.environment.cells);
    if (ids === undefined) this.allocations.set(this.environment.cells, (ids = new Map()));
    let id = ids.get(node);
    if (id === undefined) ids.set(node, (id = this.newId()));
    return id;
  }

  /** The cells of the activation in which the fields of an instance get their values. */
  cellsOf(instance: number): Environment['cells'] {
    let cells = this.instances.get(instance);
    if (cells === undefined) this.instances.set(instance, (cells = new Map()));
    return cells;
  }

  /** Makes an object at an expression. */
  allocate(node: Node, fields: Partial<HeapObject>): Value {
    const id = this.allocation(node);
    if (this.state.fact(-id) !== 0) this.state.setFact(-id, 0);
    this.state.setObject(id, { ...emptyObject, lasting: this.invocation === 0, ...fields });
    return referenceTo({ type: 'object', id });
  }

  /** Makes an object that no expression names. */
  allocateFresh(fields: Partial<HeapObject>): Value {
    const id = this.newId();
    this.state.setObject(id, { ...emptyObject, lasting: this.invocation === 0, ...fields });
    return referenceTo({ type: 'object', id });
  }

  rememberRough(node: Node, key: string, value: Value): void {
    const results = this.roughResults.get(node) ?? new Map<string, Value>();
    results.set(key, value);
    this.roughResults.set(node, results);
  }

  /** The ids of a function's `prototype` object, and of the object that it is itself. */
  functionIds(node: FunctionNode): { readonly prototype: number; readonly own: number } {
    let ids = this.functions.get(node);
    if (ids === undefined) this.functions.set(node, (ids = { prototype: this.newId(), own: this.newId() }));
    return ids;
  }

  object(id: number): HeapObject {
    return this.state.object(id) ?? emptyObject;
  }

  /** What was written over a place in a source's data, if anything was. */
  override(origin: Origin): Value | undefined {
    const id = this.overrides.get(origin);
    return id === undefined ? undefined : this.state.value(id);
  }

  /** @param before what it is on the ways on which nothing is written */
  setOverride(origin: Origin, value: Value, before: Value): void {
    let id = this.overrides.get(origin);
    if (id === undefined) {
      this.overrides.set(origin, (id = this.newId()));
      this.root.setValue(id, before);
    }
    this.state.setValue(id, value);
  }

  /** A value of unknown origin that an expression has. */
  unknown(node: Node): Value {
    if (!this.followUnknown) return unknown;
    const origin = this.sourceOrigin('unknown', node, () => Origin.root('unknown', '', plainFields, node, this.module));
    return taintValue([{ origin, cleared: 0, whole: false, steps: null }], unknown.nature);
  }

  /** The origin that an expression is the root of: one per kind and place. */
  sourceOrigin(kind: string, node: Node, create: () => Origin): Origin {
    let origins = this.sourceOrigins.get(node);
    if (origins === undefined) this.sourceOrigins.set(node, (origins = new Map()));
    let origin = origins.get(kind);
    if (origin === undefined) origins.set(kind, (origin = create()));
    return origin;
  }

  /** An error as a source: what a `catch` or a callback's first parameter receives. */
  errorAt(node: Node): Value {
    const path = node.type === 'Identifier' ? node.name : 'error';
    const origin = this.sourceOrigin('error', node, () => Origin.root('error', path, plainFields, node, this.module));
    return taintValue([{ origin, cleared: 0, whole: true, steps: null }]);
  }

  /** Whether a taint is harmless for the kinds of a bit set, here and now. */
  isCleared(taint: Taint, mask: number): boolean {
    return (mask & ~taint.cleared & ~this.provenOf(taint.origin)) === 0;
  }

  /** Bits of the kinds for which an origin is proven harmless, by itself or by what it was made from. */
  provenOf(start: Origin): number {
    let proven = this.state.fact(start.id);
    let decoded = isDecoding(start.operation);
    for (let origin = start.parent; origin !== null; origin = origin.parent) {
      const fact = this.state.fact(origin.id);
      // A word and a known text have nothing to decode in them.
      if (!decoded || (fact & this.knowledge.allKinds) === this.knowledge.allKinds) proven |= fact;
      decoded ||= isDecoding(origin.operation);
    }
    return proven;
  }

  /** Everything in a value, its objects' properties included. @param depth how many levels down */
  deepTaints(value: Value, depth = 8): readonly Taint[] {
    return this.deep(value, depth, new Set()).taints;
  }

  private deep(value: Value, depth: number, seen: Set<number>): Value {
    let result = value;
    for (const reference of presentReferences(this.state, value)) {
      if (reference.type !== 'object' || depth === 0 || seen.has(reference.id)) continue;
      seen.add(reference.id);
      const object = this.object(reference.id);
      for (const property of object.properties.values()) result = joinValues(result, this.deep(property.value, depth - 1, seen));
      result = joinValues(result, this.deep(object.rest, depth - 1, seen));
      result = joinValues(result, copiedData(object));
    }
    return result === value ? value : { ...result, texts: null };
  }

  /** The value and all that its objects hold, as one flat value: what text made of it contains. */
  flat(given: Value, depth = 4): Value {
    if ((given.nature & Nature.json) !== 0) return { ...given, references: [] };
    const value = urlsAsText(given, id => this.object(id));
    return value.references.some(reference => reference.type === 'object') ? this.deep(value, depth, new Set()) : value;
  }
}

const unknown: Value = { constants: [], references: [], taints: [], nature: 1, texts: null, proof: null };

function referenceTo(reference: Reference): Value {
  return { ...never, references: [reference] };
}
