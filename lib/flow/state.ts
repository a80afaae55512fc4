import type { Node, Value } from './value.js';
import { isAsMuch, isAsMuchIn } from './growth.js';
import { joinValues, never, undefinedValue } from './values.js';

/** A property of a heap object, and the expression that gave it its value. */
export interface Property {
  readonly value: Value;
  readonly node: Node | null;
  /** The property is a getter: reading it calls the value. */
  readonly getter: boolean;
  /** Called with what is written. */
  readonly setter?: Value;
}

/** An object, array, Map or Set of the program, named by the place that makes it. Immutable: the state holds the current one. */
export interface HeapObject {
  readonly kind: 'object' | 'array' | 'map' | 'set' | 'url' | 'error' | 'response';
  readonly properties: ReadonlyMap<string, Property>;
  /** What properties of unknown names hold: elements pushed, `o[k] = v`. */
  readonly rest: Value;
  /** What keys of unknown names hold. */
  readonly keys: Value;
  /** Data of which this is a copy: what properties that are not listed hold a part of. */
  readonly base: Value;
  /** The class whose instance it is: methods and getters are looked up there. */
  readonly type: Value | null;
  /** Made at module level: it outlives the invocation. */
  readonly lasting: boolean;
  /** Facts that hold if nothing was put into it. */
  readonly whenEmpty?: ReadonlyMap<number, number> | undefined;
  /** Facts that hold if this is the object at hand: it was made on a branch on which they do. */
  readonly whenMade?: ReadonlyMap<number, number> | undefined;
}

type Slot = Value | HeapObject | number;

/** One of the sorts of things that a state holds. */
interface Slots<T extends Slot> {
  readonly of: (layer: State) => ReadonlyMap<number, T> | null;
  readonly at: (state: State, id: number) => T | undefined;
  readonly set: (state: State, id: number, slot: T) => void;
  readonly join: (a: T | undefined, b: T | undefined) => T;
  readonly same: (a: T, b: T) => boolean;
}

/**
 * What holds at one point of the program: values of variables, heap objects, facts proven by guards. Branches are layers over the state they
 * start from, so that a join touches only what a branch changed.
 */
export class State {
  live = true;
  private values: Map<number, Value> | null = null;
  private objects: Map<number, HeapObject> | null = null;
  private facts: Map<number, number> | null = null;

  constructor(readonly parent: State | null) {}

  value(id: number): Value | undefined {
    for (let layer: State | null = this; layer !== null; layer = layer.parent) {
      const value = layer.values?.get(id);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  object(id: number): HeapObject | undefined {
    for (let layer: State | null = this; layer !== null; layer = layer.parent) {
      const object = layer.objects?.get(id);
      if (object !== undefined) return object;
    }
    return undefined;
  }

  /** Bit set of the sink kinds for which an origin is proven harmless. */
  fact(id: number): number {
    for (let layer: State | null = this; layer !== null; layer = layer.parent) {
      const mask = layer.facts?.get(id);
      if (mask !== undefined) return mask;
    }
    return 0;
  }

  get hasFacts(): boolean {
    return this.facts !== null;
  }

  get changedValues(): readonly number[] {
    return [...(this.values?.keys() ?? [])];
  }

  get changedObjects(): readonly number[] {
    return [...(this.objects?.keys() ?? [])];
  }

  /** How much was changed in this layer. */
  get size(): number {
    return (this.values?.size ?? 0) + (this.objects?.size ?? 0);
  }

  setValue(id: number, value: Value): void {
    (this.values ??= new Map()).set(id, value);
  }

  setObject(id: number, object: HeapObject): void {
    (this.objects ??= new Map()).set(id, object);
  }

  setFact(id: number, mask: number): void {
    (this.facts ??= new Map()).set(id, mask);
  }

  addFacts(facts: ReadonlyMap<number, number>): void {
    for (const [id, mask] of facts) {
      const known = this.fact(id);
      if ((known | mask) !== known) this.setFact(id, known | mask);
    }
  }

  /** Variables of an activation that is over, or of a block that is left. */
  forgetValues(ids: Iterable<number>): void {
    if (this.values !== null) for (const id of ids) this.values.delete(id);
  }

  /** What was proven in this layer does not hold for those who go on without it. */
  forgetFacts(): void {
    this.facts = null;
  }

  /** The facts that were added since a layer below. */
  factsSince(base: State): ReadonlyMap<number, number> {
    const result = new Map<number, number>();
    for (let layer: State | null = this; layer !== null && layer !== base; layer = layer.parent) {
      for (const [id, mask] of layer.facts ?? []) if (!result.has(id)) result.set(id, mask);
    }
    return result;
  }

  /** All changes since a layer below, as one layer over it. */
  flattenOver(base: State): State {
    const flat = new State(base);
    flat.live = this.live;
    for (let layer: State | null = this; layer !== null && layer !== base; layer = layer.parent) {
      for (const [id, value] of layer.values ?? []) if (!(flat.values?.has(id) ?? false)) flat.setValue(id, value);
      for (const [id, object] of layer.objects ?? []) if (!(flat.objects?.has(id) ?? false)) flat.setObject(id, object);
      for (const [id, mask] of layer.facts ?? []) if (!(flat.facts?.has(id) ?? false)) flat.setFact(id, mask);
    }
    return flat;
  }

  /** Takes over a layer's changes as they are. */
  commit(layer: State): void {
    for (const [id, value] of layer.values ?? []) this.setValue(id, value);
    for (const [id, object] of layer.objects ?? []) this.setObject(id, object);
    for (const [id, mask] of layer.facts ?? []) this.setFact(id, mask);
    this.live = layer.live;
  }

  /** Goes on with whatever one of the layers over this state did; dead layers do not count. */
  merge(layers: readonly State[]): void {
    this.mergeLayers(layers, false);
  }

  /**
   * The same for the rounds of a loop.
   * @returns whether anything became more than it was. What was not there at all is nothing by itself: what leads to it became more.
   */
  mergeRound(layers: readonly State[]): boolean {
    return this.mergeLayers(layers, true);
  }

  private mergeLayers(layers: readonly State[], watched: boolean): boolean {
    const live = layers.filter(layer => layer.live);
    if (live.length === 0) {
      this.live = false;
      return false;
    }
    if (live.length === 1 && live[0] !== this) {
      this.commit(live[0]!);
      return true;
    }
    const others = live.filter(layer => layer !== this);
    const withSelf = others.length < live.length;
    const values = this.mergeSlots(others, withSelf, State.valueSlots, watched);
    const objects = this.mergeSlots(others, withSelf, State.objectSlots, watched);
    const facts = this.mergeSlots(others, withSelf, State.factSlots, watched);
    return values || objects || facts;
  }

  private static readonly valueSlots: Slots<Value> = {
    of: layer => layer.values,
    at: (state, id) => state.value(id),
    set: (state, id, value) => state.setValue(id, value),
    join: joinSlotValues,
    same: isAsMuch,
  };
  private static readonly objectSlots: Slots<HeapObject> = {
    of: layer => layer.objects,
    at: (state, id) => state.object(id),
    set: (state, id, object) => state.setObject(id, object),
    join: joinObjects,
    same: isAsMuchIn,
  };
  private static readonly factSlots: Slots<number> = {
    of: layer => layer.facts,
    at: (state, id) => state.fact(id),
    set: (state, id, mask) => state.setFact(id, mask),
    join: (a, b) => (a ?? 0) & (b ?? 0),
    same: (a, b) => a === b,
  };

  private mergeSlots<T extends Slot>(layers: readonly State[], withSelf: boolean, slots: Slots<T>, watched: boolean): boolean {
    if (layers.every(layer => slots.of(layer) === null)) return false;
    let grew = false;
    for (const [id, options] of optionsOf(layers, slots.of)) {
      const before = slots.at(this, id);
      // Where some layers leave it as it was, that is an option too.
      if (withSelf || options.length < layers.length) options.push(before);
      let joined = options[0];
      for (const option of options) if (option !== joined) joined = slots.join(joined, option);
      if (joined === before) continue;
      grew ||= watched && before !== undefined && !slots.same(before, joined!);
      slots.set(this, id, joined!);
    }
    return grew;
  }
}

/** What layers make of each slot that one of them sets. */
function optionsOf<T>(layers: readonly State[], slots: (layer: State) => ReadonlyMap<number, T> | null): Map<number, (T | undefined)[]> {
  const options = new Map<number, (T | undefined)[]>();
  for (const layer of layers) {
    for (const [id, slot] of slots(layer) ?? []) {
      const known = options.get(id);
      if (known === undefined) options.set(id, [slot]);
      else known.push(slot);
    }
  }
  return options;
}

/** A variable that one branch never set is undefined there. */
function joinSlotValues(a: Value | undefined, b: Value | undefined): Value {
  return joinValues(a ?? undefinedValue, b ?? undefinedValue);
}

/** An object that one branch never made is, where it exists, what the other made it. */
function joinObjects(a: HeapObject | undefined, b: HeapObject | undefined): HeapObject {
  if (a === undefined || b === undefined || a === b) return (a ?? b)!;
  const properties = new Map(a.properties);
  for (const [name, property] of b.properties) {
    const other = a.properties.get(name);
    const missing = other === undefined ? joinValues(property.value, undefinedValue) : joinValues(other.value, property.value);
    properties.set(name, other?.value === missing ? other : { ...property, value: missing });
  }
  for (const [name, property] of a.properties) {
    if (!b.properties.has(name)) properties.set(name, { ...property, value: joinValues(property.value, undefinedValue) });
  }
  const whenEmpty = a.whenEmpty === b.whenEmpty ? a.whenEmpty : undefined;
  const whenMade = a.whenMade === b.whenMade ? a.whenMade : undefined;
  return {
    ...a,
    properties,
    rest: joinValues(a.rest, b.rest),
    keys: joinValues(a.keys, b.keys),
    base: joinValues(a.base, b.base),
    lasting: a.lasting || b.lasting,
    whenEmpty,
    whenMade,
  };
}

/** An object literal without properties. */
export const emptyObject: HeapObject = {
  kind: 'object',
  properties: new Map(),
  rest: never,
  keys: never,
  base: never,
  type: null,
  lasting: false,
};

/** An object out of which all was taken. @param lasting false: what this invocation puts into it then, the next one takes out */
export function emptied(object: HeapObject, lasting: boolean): HeapObject {
  return { ...object, properties: new Map(), rest: never, keys: never, base: never, lasting };
}
