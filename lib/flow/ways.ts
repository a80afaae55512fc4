import type { Machine } from './machine.js';
import { asItIs } from './sinks.js';
import type { HeapObject, Property, State } from './state.js';
import type { Constant, Facts, Proof, Value, Way } from './value.js';
import {
  constantsOf,
  intersectFacts,
  isNever,
  joinAll,
  joinValues,
  mapTaints,
  mayBeFalsy,
  mayBeTruthy,
  noFacts,
  provenValue,
  provesNothing,
  undefinedValue,
  uniteFacts,
} from './values.js';

const mostWays = 6;

/** What the truth of a value proves: all that holds on each way that can give it. */
export function proofOfWays(given: readonly Way[]): Proof | null {
  const ways = given.flatMap(way => waysOf(way));
  const common = (possible: (value: Value) => boolean, side: 'whenTrue' | 'whenFalse'): Facts =>
    commonFacts(ways.filter(({ value }) => possible(value)).map(({ facts, value }) => uniteFacts(facts, value.proof?.[side] ?? noFacts)));
  const whenTrue = common(mayBeTruthy, 'whenTrue');
  const whenFalse = common(mayBeFalsy, 'whenFalse');
  if (ways.length <= mostWays && ways.some(({ facts }) => facts.size > 0)) return { whenTrue, whenFalse, ways };
  return whenTrue.size === 0 && whenFalse.size === 0 ? null : { whenTrue, whenFalse };
}

/** A way that is one of several by itself. */
function waysOf(way: Way): readonly Way[] {
  return way.value.proof?.ways?.map(({ facts, value }) => ({ facts: uniteFacts(way.facts, facts), value })) ?? [way];
}

/** What it proves that a value compares with a constant in a way: all that holds where it may. */
export function proofByComparison({ proof }: Value, holds: (constant: Constant) => boolean): Proof | null {
  const common = (outcome: boolean): Facts =>
    commonFacts(
      (proof?.ways ?? [])
        .filter(({ value }) => constantsOf(value)?.some(constant => holds(constant) === outcome) ?? true)
        .map(({ facts }) => facts),
    );
  return proof?.ways === undefined ? null : { whenTrue: common(true), whenFalse: common(false) };
}

/** The member that each of several objects has under a name: which value it is tells which object it is of. */
export function memberOfEither({ references, taints, nature, constants }: Value, members: readonly Value[]): Value {
  const joined = either(members);
  const ids = references.map(reference => (reference.type === 'object' ? -reference.id : 0));
  const isTold = ids.length > 1 && ids.length <= mostWays && !ids.includes(0) && taints.length === 0 && nature === 0;
  if (!isTold || !members.some(({ constants: own }) => own.length > 0)) return joined;
  const without = (mine: number | null): Facts => new Map(ids.filter(id => id !== mine).map(id => [id, 1]));
  const ways = members.map((value, i): Way => ({ facts: without(ids[i]!), value: isNever(value) ? undefinedValue : value }));
  if (constants.length > 0) ways.push({ facts: without(null), value: undefinedValue });
  return provenValue(joined, proofOfWays(ways));
}

function commonFacts(all: readonly Facts[]): Facts {
  return all.length === 0 ? noFacts : all.reduce(intersectFacts);
}

/** @returns the values as one that is any of them; its truth proves what the truth of each does. */
export function either(values: readonly Value[]): Value {
  const possible = values.filter(value => !isNever(value));
  if (possible.length < 2) return possible[0] ?? joinAll(values);
  const joined = joinAll(possible);
  return possible.some(value => value.proof !== null)
    ? provenValue(joined, proofOfWays(possible.map(value => ({ facts: noFacts, value }))))
    : joined;
}

/** @returns the value, from which facts follow whether it is true or not */
export function whateverItIs(value: Value, facts: Facts | undefined): Value {
  if (facts === undefined || facts.size === 0) return value;
  const { whenTrue, whenFalse } = value.proof ?? provesNothing;
  return provenValue(value, { whenTrue: uniteFacts(facts, whenTrue), whenFalse: uniteFacts(facts, whenFalse) });
}

/**
 * Goes on with whatever one of several branches did. Where they differ, a value keeps what its branch has proven of it, and which value a
 * variable has tells which branch was taken: `if (!test(x)) error = 'no'; if (error) return;`
 */
export function meet(m: Machine, base: State, branches: readonly State[]): void {
  const live = branches.filter(branch => branch.live);
  if (live.length > 1) relate(m, base, live);
  base.merge(live);
}

function relate(m: Machine, base: State, branches: readonly State[]): void {
  const hasFacts = branches.some(branch => branch.hasFacts);
  const facts = branches.map(branch => branch.factsSince(base));
  const keep = settler(m, branches);
  for (const id of new Set(branches.flatMap(branch => branch.changedValues))) {
    const before = base.value(id);
    if (before === undefined) continue;
    const values = branches.map(branch => branch.value(id) ?? before);
    if (values.every(value => value === values[0]) || (!hasFacts && values.every(({ proof }) => proof === null))) continue;
    const met = meetValues(values.map((value, i) => ({ facts: facts[i]!, value: keep(value, i) })));
    for (const branch of branches) branch.setValue(id, met);
  }
  if (!hasFacts) return;
  for (const id of new Set(branches.flatMap(branch => branch.changedObjects))) {
    const before = base.object(id);
    const objects = branches.map(branch => branch.object(id) ?? before);
    if (objects.every(object => object === objects[0])) continue;
    const met = meetObjects(objects, facts, keep);
    branches.forEach((branch, i) => objects[i] !== undefined && branch.setObject(id, met));
  }
}

/** Keeps of a value what is proven of it in the branch that it comes from. */
function settler(m: Machine, branches: readonly State[]): (value: Value, branch: number) => Value {
  return (value, i) => {
    if (value.taints.length === 0) return value;
    const current = m.state;
    m.state = branches[i]!;
    const settled = mapTaints(value, taint => asItIs(m, taint));
    m.state = current;
    return settled;
  };
}

function meetValues(ways: readonly Way[]): Value {
  return provenValue(joinAll(ways.map(({ value }) => value)), proofOfWays(ways));
}

/** An object that was not made on every branch tells by itself which was taken. */
function meetObjects(
  objects: readonly (HeapObject | undefined)[],
  facts: readonly Facts[],
  keep: (value: Value, branch: number) => Value,
): HeapObject {
  const made = objects.flatMap((object, i) => (object === undefined ? [] : [{ object, facts: facts[i]!, branch: i }]));
  const properties = new Map<string, Property>();
  for (const { object } of made) {
    for (const [name, property] of object.properties) {
      if (properties.has(name)) continue;
      const ways = made.map(({ object: each, facts: known, branch }) => {
        const own = each.properties.get(name);
        return { facts: known, value: own === undefined ? undefinedValue : keep(own.value, branch) };
      });
      properties.set(name, { ...property, value: meetValues(ways) });
    }
  }
  const join = (part: 'rest' | 'keys' | 'base'): Value =>
    made.map(({ object, branch }) => keep(object[part], branch)).reduce<Value>(joinValues, made[0]!.object[part]);
  const whenEmpty = commonFacts(
    made.filter(({ object }) => !isSurelyFilled(object)).map(({ object, facts: known }) => uniteFacts(known, object.whenEmpty ?? noFacts)),
  );
  const whenMade = commonFacts(
    made.map(({ object, facts: known }) => (made.length < objects.length ? known : (object.whenMade ?? noFacts))),
  );
  return { ...made[0]!.object, whenMade, properties, rest: join('rest'), keys: join('keys'), base: join('base'), whenEmpty };
}

function isSurelyFilled(object: HeapObject): boolean {
  return [...object.properties.values()].some(({ value }) => !isNever(value) && !value.constants.includes(undefined));
}
