import type { EventField, EventModel, Trust } from '../event-model.js';
import type { FieldFacts, FieldModel } from '../../flow/origin.js';
import { sensitiveByName } from './sensitive-name.js';

/** Steps of a field path: member names, `*` for any member, `[]` for any element, `**` for everything below. */
export function fieldSteps(path: string): string[] {
  const steps: string[] = [];
  for (const [, quoted, element, name] of path.matchAll(/\["([^"]+)"\]|(\[\])|([^.[\]]+)/g)) steps.push(quoted ?? element ?? name ?? '');
  return steps;
}

class Place {
  readonly children = new Map<string, Place>();
  field: EventField | null = null;

  child(step: string): Place {
    let child = this.children.get(step);
    if (child === undefined) this.children.set(step, (child = new Place()));
    return child;
  }

  /** The worst trust of the places listed here and below; null when none is. */
  worst(): Trust | null {
    let worst = this.field?.trust ?? null;
    for (const child of this.children.values()) {
      const trust = child.worst();
      if (trust === 'controlled') return trust;
      if (trust !== null && worst !== 'controlled') worst = worst === 'identity' ? worst : trust;
    }
    return worst;
  }
}

/** Places that a step may lead to, the closest first. */
function follow(place: Place, step: string): Place[] {
  const isElement = step.startsWith('[');
  const names = isElement ? ['[]'] : step === '*' ? ['*', '[]'] : [step, '*'];
  return names.flatMap(name => place.children.get(name) ?? []);
}

/** @returns the facts about any place of an event, from the places that its model lists. */
export function fieldTree(model: Pick<EventModel, 'fields' | 'rest'>): FieldModel {
  const root = new Place();
  for (const [path, field] of Object.entries(model.fields)) fieldSteps(path).reduce((place, step) => place.child(step), root).field = field;
  return { facts: path => factsAt(root, path, model.rest) };
}

function factsAt(root: Place, path: readonly string[], rest: Trust): FieldFacts {
  let inherited: Trust = rest;
  if (root.field !== null) inherited = root.field.below ?? root.field.trust;
  let everything: EventField | null = null;
  let places: Place[] = [root];
  let around: string | null = null;
  for (const step of path) {
    around = places.find(place => place.field !== null)?.field?.sensitive ?? null;
    const next = places.flatMap(place => follow(place, step));
    // A computed member may be any of those that are listed.
    if (step === '*' && next.length === 0 && places.some(place => place.worst() === 'controlled')) inherited = 'controlled';
    places = next;
    if (places.length === 0) break;
    const nearest = places.find(place => place.field !== null)?.field;
    if (nearest) inherited = nearest.below ?? nearest.trust;
    everything = places.find(place => place.children.has('**'))?.children.get('**')?.field ?? everything;
  }
  const exact = places.find(place => place.field !== null)?.field ?? everything;
  // One of them under a name that is not known may be each of them.
  const each = path.at(-1) === '*' ? around : null;
  const isObject = places.some(place => place.field === exact && place.children.size > 0) && exact?.form === undefined;
  if (exact) return factsOf(each === null ? exact : { sensitive: each, ...exact }, exact.trust, path, isObject);
  const below = places.map(place => place.worst()).find(trust => trust !== null);
  const trust = path.length === 0 ? (below === 'controlled' ? below : rest) : below === 'controlled' ? below : inherited;
  return factsOf(null, trust, path);
}

/** @returns the name that says what the value is, and whether a header is called so; CloudFront and multi-value headers are lists. */
function namedPlace(path: readonly string[]): { readonly name: string; readonly header: boolean } | null {
  let end = path.length;
  if (path[end - 1] === 'value' && path[end - 2]?.startsWith('[') === true) end--;
  while (path[end - 1]?.startsWith('[') === true) end--;
  const name = path[end - 1];
  if (name === undefined || name === '*') return null;
  return { name, header: /^(?:multiValue|raw|request)?headers?$/i.test(path[end - 2] ?? '') };
}

function factsOf(field: EventField | null, trust: Trust, path: readonly string[], isObject = false): FieldFacts {
  const named = trust === 'trusted' ? null : namedPlace(path);
  return {
    trust,
    label: field?.label ?? null,
    form: field?.form ?? 'json',
    // Without an entry of its own the whole source is all that its sender sent, if anybody sent anything.
    whole: field?.whole ?? (field === null && path.length === 0 && trust !== 'trusted'),
    sensitive: field?.sensitive ?? (named && sensitiveByName(named.name, named.header)),
    ...(isObject && { object: true }),
    ...(field?.rooted && { rooted: true }),
    ...(field?.mail && { mail: true }),
    ...(field?.answer && { answer: true }),
    ...(field?.names && { names: true }),
    ...(field?.below === 'trusted' && { fixedNames: true }),
  };
}
