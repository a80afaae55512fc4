import type {
  ErrorRecord,
  GuardRecord,
  HandlerRecord,
  ModelRecord,
  SanitizerRecord,
  ShapeRecord,
  SinkRecord,
  SourceRecord,
  SummaryRecord,
} from './model-record.js';

export interface ArgumentEdge {
  /** Index of the first argument, -1 for `this`. */
  readonly from: number;
  /** Index of the last. */
  readonly to: number;
  readonly node: ApiNode;
}

/** A place in a library's API: a node of the graph that the models describe. */
export class ApiNode {
  readonly members = new Map<string, ApiNode>();
  anyMember: ApiNode | null = null;
  chosenMember: ApiNode | null = null;
  returns: ApiNode | null = null;
  instance: ApiNode | null = null;
  element: ApiNode | null = null;
  sent: ApiNode | null = null;
  readonly arguments: ArgumentEdge[] = [];
  readonly parameters = new Map<number, ApiNode>();
  readonly sinks: SinkRecord[] = [];
  readonly sources: SourceRecord[] = [];
  readonly summaries: SummaryRecord[] = [];
  readonly sanitizers: SanitizerRecord[] = [];
  readonly guards: GuardRecord[] = [];
  readonly errors: ErrorRecord[] = [];
  readonly shapes: ShapeRecord[] = [];
  handler: HandlerRecord | null = null;
  /** Takes a web application and makes a handler of it. */
  adapter = false;
  private forward: ApiNode | null = null;

  constructor(
    readonly module: string,
    /** Member names from the module, or from the last call, on. */
    readonly names: readonly string[],
    /** Every member and every result is kept, known or not: for schema libraries. */
    readonly opaque: boolean,
  ) {}

  /** The node that stands for this one since two paths were found to lead to the same type. */
  get actual(): ApiNode {
    return this.forward === null ? this : (this.forward = this.forward.actual);
  }

  member(name: string): ApiNode | null {
    const known = this.members.get(name) ?? this.anyMember;
    if (known !== null && known !== undefined) return known.actual;
    return this.opaque ? this.edge('Member', name) : null;
  }

  result(isNew: boolean): ApiNode | null {
    const known = isNew ? (this.instance ?? this.returns) : this.returns;
    if (known !== null) return known.actual;
    return this.opaque ? this.edge(isNew ? 'Instance' : 'ReturnValue', '') : null;
  }

  /** The function that the module itself is, where a default export stands for it. */
  get callable(): ApiNode {
    if (this.names.length > 0 || this.isCallable) return this;
    return this.members.get('default')?.actual ?? this;
  }

  private get isCallable(): boolean {
    return (
      this.arguments.length > 0 ||
      this.returns !== null ||
      this.instance !== null ||
      this.summaries.length > 0 ||
      this.sanitizers.length > 0
    );
  }

  edge(step: string, name: string): ApiNode {
    const { actual } = this;
    if (actual !== this) return actual.edge(step, name);
    const create = (names: readonly string[]): ApiNode => new ApiNode(this.module, names, this.opaque);
    switch (step) {
      case 'Member': {
        let node = this.members.get(name);
        if (node === undefined) this.members.set(name, (node = create([...this.names, name])));
        return node.actual;
      }
      case 'AnyMember':
        return (this.anyMember ??= create([...this.names, '*'])).actual;
      case 'ChosenMember':
        return (this.chosenMember ??= create([...this.names, '*'])).actual;
      case 'ReturnValue':
        return (this.returns ??= create([])).actual;
      case 'Instance':
        return (this.instance ??= create([])).actual;
      case 'ArrayElement':
        return (this.element ??= create(this.names)).actual;
      case 'Sent':
        return (this.sent ??= create([])).actual;
      case 'Parameter': {
        let node = this.parameters.get(Number(name));
        if (node === undefined) this.parameters.set(Number(name), (node = create([])));
        return node.actual;
      }
      case 'Argument': {
        const [from, to] = argumentRange(name);
        let edge = this.arguments.find(other => other.from === from && other.to === to);
        if (edge === undefined) this.arguments.push((edge = { from, to, node: create([]) }));
        return edge.node.actual;
      }
      default:
        throw new Error(`Unknown step ${step} in a model of ${this.module}.`);
    }
  }

  /** Makes this node stand for the other too. What only this node leads to goes over as it is: types may lead to themselves. */
  unify(target: ApiNode): void {
    const { actual } = this;
    if (actual === target.actual) return;
    actual.forward = target.actual;
    const goal = (): ApiNode => target.actual;
    for (const [name, node] of actual.members) {
      const other = goal().members.get(name);
      if (other === undefined) goal().members.set(name, node);
      else node.unify(other);
    }
    for (const [index, node] of actual.parameters) {
      const other = goal().parameters.get(index);
      if (other === undefined) goal().parameters.set(index, node);
      else node.unify(other);
    }
    for (const edge of actual.arguments) {
      const other = goal().arguments.find(({ from, to }) => from === edge.from && to === edge.to);
      if (other === undefined) goal().arguments.push(edge);
      else edge.node.unify(other.node);
    }
    for (const slot of ['anyMember', 'chosenMember', 'returns', 'instance', 'element', 'sent'] as const) {
      const mine = actual[slot];
      const other = goal()[slot];
      if (other === null) goal()[slot] = mine;
      else mine?.unify(other);
    }
    const end = goal();
    end.sinks.push(...actual.sinks);
    end.sources.push(...actual.sources);
    end.summaries.push(...actual.summaries);
    end.sanitizers.push(...actual.sanitizers);
    end.guards.push(...actual.guards);
    end.errors.push(...actual.errors);
    end.shapes.push(...actual.shapes);
    end.handler ??= actual.handler;
    end.adapter ||= actual.adapter;
  }
}

function argumentRange(name: string): readonly [number, number] {
  if (name === 'this') return [-1, -1];
  if (name === '*') return [0, Infinity];
  const open = /^(\d+)\.\.$/.exec(name);
  if (open !== null) return [Number(open[1]), Infinity];
  const index = Number(name);
  if (!Number.isInteger(index)) throw new Error(`Unknown argument ${name} in a model.`);
  return [index, index];
}

const stepPattern = /([A-Za-z]+)(?:\[([^\]]*)\])?(?:\.|$)/gy;

/** @returns the nodes that an access path leads to from a node: several where a step lists several names. */
function follow(start: ApiNode, types: ReadonlyMap<string, ApiNode>, path: string): readonly ApiNode[] {
  if (path === '') return [start];
  let nodes: readonly ApiNode[] = [start];
  stepPattern.lastIndex = 0;
  let first = true;
  while (stepPattern.lastIndex < path.length) {
    const match = stepPattern.exec(path);
    if (match === null) throw new Error(`Cannot read the access path ${path} in a model of ${start.module}.`);
    const [, step = '', names] = match;
    const type = first ? types.get(step) : undefined;
    if (type !== undefined) nodes = [type.actual];
    else nodes = nodes.flatMap(node => (names ?? '').split(',').map(name => node.edge(step, name.trim())));
    first = false;
  }
  return nodes;
}

/** @returns why a path of a model cannot be read; null when it can. @param types names that it may start with */
export function pathProblem(path: string, types: ReadonlySet<string>): string | null {
  const start = new ApiNode('', [], false);
  try {
    follow(start, new Map([...types].map(name => [name, start])), path);
    return null;
  } catch (error) {
    return (error as Error).message.replace(/ in a model of \.$/u, ' of a model.');
  }
}

/** The compiled models. Compiled module by module, when a program first asks for one. */
export class ApiGraph {
  private readonly byModule = new Map<string, ModelRecord[]>();
  private readonly byGlobal = new Map<string, ModelRecord[]>();
  private readonly compiled = new Map<string, ApiNode>();

  /**
   * @param opaque names of schema libraries: their expressions are kept whole
   */
  constructor(
    models: readonly ModelRecord[],
    private readonly opaque: ReadonlySet<string>,
  ) {
    for (const model of models) {
      for (const name of listOf(model.module)) listIn(this.byModule, name).push(model);
      for (const name of listOf(model.global)) listIn(this.byGlobal, name).push(model);
    }
  }

  get moduleNames(): Iterable<string> {
    return [...this.byModule.keys(), ...this.opaque];
  }

  /** Names of modules and globals whose models have sinks of certain kinds, or calls of certain shapes. */
  namesWith(sinkKinds: ReadonlySet<string>, shapeKinds: ReadonlySet<string>): ReadonlySet<string> {
    const names = new Set<string>();
    for (const models of [this.byModule, this.byGlobal]) {
      for (const [name, list] of models) {
        if (
          list.some(model => model.sinks?.some(({ kind }) => sinkKinds.has(kind)) || model.shapes?.some(({ kind }) => shapeKinds.has(kind)))
        )
          names.add(name);
      }
    }
    return names;
  }

  /** Names of modules and globals to which a program gives handlers, or applications that hold them. */
  handlerTakers(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const models of [this.byModule, this.byGlobal])
      for (const [name, list] of models)
        if (list.some(({ handlers, adapters }) => handlers !== undefined || adapters !== undefined)) names.add(name);
    return names;
  }

  /** @param name as imported; `node:` does not count. @returns null for a module without a model. */
  module(name: string): ApiNode | null {
    const plain = name.startsWith('node:') ? name.slice(5) : name;
    const models = this.byModule.get(plain);
    if (models === undefined && !this.opaque.has(plain)) return null;
    return this.compile(`module ${plain}`, plain, models ?? [], this.opaque.has(plain));
  }

  global(name: string): ApiNode | null {
    const models = this.byGlobal.get(name);
    return models === undefined ? null : this.compile(`global ${name}`, name, models, false);
  }

  private compile(key: string, name: string, models: readonly ModelRecord[], opaque: boolean): ApiNode {
    let root = this.compiled.get(key);
    if (root !== undefined) return root.actual;
    root = new ApiNode(name, [], opaque);
    this.compiled.set(key, root);
    for (const model of models) addModel(root, model);
    return root.actual;
  }
}

function addModel(root: ApiNode, model: ModelRecord): void {
  const types = new Map<string, ApiNode>();
  for (const name of Object.keys(model.types ?? {})) types.set(name, new ApiNode(root.module, [], root.opaque));
  for (const [name, paths] of Object.entries(model.types ?? {})) {
    for (const path of paths) for (const node of follow(root, types, path)) node.unify(types.get(name)!);
  }
  const at = (path: string): readonly ApiNode[] => follow(root, types, path);
  for (const sink of model.sinks ?? []) for (const node of at(sink.path)) node.sinks.push(sink);
  for (const source of model.sources ?? []) for (const node of at(source.path)) node.sources.push(source);
  for (const summary of model.summaries ?? []) for (const node of at(summary.path)) node.summaries.push(summary);
  for (const sanitizer of model.sanitizers ?? []) for (const node of at(sanitizer.path)) node.sanitizers.push(sanitizer);
  for (const guard of model.guards ?? []) for (const node of at(guard.path)) node.guards.push(guard);
  for (const handler of model.handlers ?? []) for (const node of at(handler.path)) node.handler = handler;
  for (const shape of model.shapes ?? []) for (const node of at(shape.path)) node.shapes.push(shape);
  for (const error of model.errors ?? []) for (const node of at(error.path)) node.errors.push(error);
  for (const path of model.adapters ?? []) for (const node of at(path)) node.adapter = true;
}

function listOf(names: string | readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === 'string' ? [names] : names;
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
